"""Many products: the same prints with one process and with two, and only those that are new."""

from __future__ import annotations

import pytest

from portal.papers import press, printing, products, store
from portal.papers.products import Product
from tests import samples


@pytest.fixture(autouse=True)
def empty_store(monkeypatch, tmp_path):
    """A store of this test's own."""
    monkeypatch.setattr(store, "FOLDER", tmp_path / "papers")


def test_two_processes_print_what_one_prints(monkeypatch):
    catalogue = samples.catalogue()
    alone = [(product.name, product.print_anew()) for product in products.products(catalogue)]
    assert len(alone) == 9
    monkeypatch.setattr(printing, "MANY", 2)
    monkeypatch.setattr(printing, "BATCH", 4)
    together = [(product.name, made) for product, made in printing.run(products.products(catalogue))]
    assert together == alone
    monkeypatch.setattr(Product, "print_anew", lambda _: pytest.fail("printed again"))
    again = [(product.name, made) for product, made in printing.run(products.products(catalogue))]
    assert again == alone


def test_progress_reaches_its_end():
    told: list[tuple[int, int]] = []
    printing.prepare(samples.catalogue(samples.innovation()), lambda done, total: told.append((done, total)))
    assert told[0] == (1, 3)
    assert told[-1] == (3, 3)


def test_the_store_forgets_the_oldest_when_it_is_full(monkeypatch):
    monkeypatch.setattr(store, "ROOMY", 2)
    sheet = press.Printed(b"%PDF", 1, {})
    for number in range(8):
        store.save(f"{number}", sheet)
    store.tidy({"0", "1"})
    kept = {path.name for path in store.FOLDER.iterdir()}
    assert {"0", "1"} < kept
    assert len(kept) == 4


def test_a_text_that_no_layout_holds_is_told_in_words():
    record = samples.full(cara=["Langkah yang panjang sekali. " * 6] * 60)
    with pytest.raises(press.PaperError, match=r"^Lembar cetak tidak jadi \(selebaran\)"):
        products.editions(samples.catalogue(record), record)[0].printed()
