"""Many products: the same prints with one process and with two, and only those that are new."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from portal.papers import press, printing, products, store
from portal.papers.products import Product
from portal.papers.wanted import Papers
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


@pytest.mark.parametrize("papers", Papers)
@pytest.mark.parametrize("volume", [250, 1])
def test_steps_add_up_to_what_was_said(papers, volume, monkeypatch):
    monkeypatch.setattr(products, "VOLUME", volume)
    catalogue = replace(samples.catalogue(), papers=papers)
    for _ in ("all new", "nothing new"):
        told: list[int] = []
        made = [product for product, _ in printing.run(products.products(catalogue), told.append)]
        assert sum(told) == products.count(catalogue)
        assert bool(made) == bool(papers)


def test_few_booklets_are_in_memory_at_a_time(monkeypatch):
    monkeypatch.setattr(products, "VOLUME", 1)
    catalogue = replace(samples.catalogue(*(samples.full(id=f"satu-{n}") for n in range(9))), papers=Papers.BOOKS)
    asked = 0

    def counted() -> Iterator[Product]:
        nonlocal asked
        for product in products.products(catalogue):
            asked += 1
            yield product

    run = printing.run(counted())
    next(run)
    assert asked <= 3
    assert len(list(run)) == 2 * 9


def test_a_key_depends_on_what_is_made_and_on_what_it_is_made_with(monkeypatch):
    before = store.key_of("poster", {"a": 1, "b": 2})
    assert store.key_of("poster", {"b": 2, "a": 1}) == before
    assert len({before, store.key_of("buku", {"a": 1, "b": 2}), store.key_of("poster", {"a": 2, "b": 1})}) == 3
    monkeypatch.setattr(store, "foundation", lambda: "another press")
    assert store.key_of("poster", {"a": 1, "b": 2}) != before


def test_what_the_store_keeps_is_made_once():
    sheet = press.Printed(b"%PDF", 1, {})
    assert store.kept("a", lambda: sheet) == sheet
    assert store.kept("a", lambda: pytest.fail("made again")) == sheet


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
    with pytest.raises(press.PaperError) as raised:
        products.editions(samples.catalogue(record), record)[0].printed()
    assert str(raised.value) == (
        f"Lembar cetak tidak jadi: Selebaran A4 (cetak/{record.id}-selebaran.pdf): "
        "teksnya lebih dari satu lembar bolak-balik. Pendekkan isian yang panjang."
    )
