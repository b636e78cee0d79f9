"""Printing many products: from the store where it can, with two processes where there is much to print."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from portal.forking import helpers
from portal.papers import store
from portal.papers.press import Printed
from portal.papers.products import Product

BATCH: Final = 192
"""So many sheets are printed before the first of them is handed on."""

MANY: Final = 80
"""So much is printed here, a booklet counting twice its services; what is more, goes to other processes: they are worth
their start, and the press keeps the memory that it once took."""

WORKERS: Final = 2
"""Each takes about 200 MB, or alone, with a booklet of a hundred services, 450 MB; at the end they give it back."""


def run(
    wanted: Iterable[Product], tell: Callable[[int], None] = lambda _: None, room: int = MANY
) -> Iterator[tuple[Product, Printed]]:
    """Yield each product with its print, in order; what is new is kept in the store. Raises `PaperError`.

    `tell` hears of steps as they are done: one for each product, and for a booklet one more for each leaflet that it
    needs and one for each that it binds. Only a batch is in memory at a time. So much as `room` is printed here.
    """
    for batch in _batches(wanted):
        leaflets = [leaflet for product in batch for leaflet in product.leaflets]
        room -= _keep(leaflets, WORKERS, room, tell)
        room -= _keep(batch, 1 if leaflets else WORKERS, room, tell)
        for product in batch:
            yield product, product.printed()


def _batches(wanted: Iterable[Product]) -> Iterator[list[Product]]:
    """Yield the products in order, many together; a booklet begins a batch, for it holds all its leaflets."""
    batch: list[Product] = []
    for product in wanted:
        if batch and (product.leaflets or len(batch) >= BATCH):
            yield batch
            batch = []
        batch.append(product)
    if batch:
        yield batch


def _keep(products: Sequence[Product], workers: int, room: int, tell: Callable[[int], None]) -> int:
    """Print what the store lacks: here while that is less than `room`, else in so many other processes.

    Returns how much was printed here.
    """
    missing = [product for product in products if not store.holds(product.key)]
    tell(sum(map(_steps, products)) - sum(map(_steps, missing)))
    much = sum(1 + 2 * len(product.leaflets) for product in missing)
    if much < max(room, 1):
        for product in missing:
            product.printed()
            tell(_steps(product))
        return much
    # A fork of a process that has printed already would wait for ever for Typst's threads.
    with helpers(workers, "spawn", _work_with, store.FOLDER) as pool:
        for product, sheet in zip(missing, pool.map(Product.print_anew, missing), strict=True):
            store.save(product.key, sheet)
            tell(_steps(product))
    return 0


def _steps(product: Product) -> int:
    return 1 + len(product.leaflets)


def _work_with(folder: Path) -> None:
    """Give a worker the store of the process that started it."""
    store.FOLDER = folder
