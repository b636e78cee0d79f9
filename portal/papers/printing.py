"""Printing many products: from the store where it can, with two processes where there is much to print."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import ExitStack
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from typing import Final

from portal.papers import store
from portal.papers.press import Printed
from portal.papers.products import Product

BATCH: Final = 96
"""So many sheets are printed before the first of them is handed on; booklets, two."""

MANY: Final = 60
"""From so many products to print in a batch, two processes are worth their start."""

WORKERS: Final = 2
"""Each takes about 130 MB, and with a booklet in work up to 600 MB."""


def run(wanted: Iterable[Product], tell: Callable[[int], None] = lambda _: None) -> Iterator[tuple[Product, Printed]]:
    """Yield each product with its print, in order; what is new is kept in the store. Raises `PaperError`.

    `tell` hears of steps as they are done: one for each product, and for a booklet one more for each leaflet that it
    needs and one for each that it binds. Only a batch is in memory at a time.
    """
    with ExitStack() as stack:

        @cache
        def pool() -> Executor:
            # A fork of a process that has printed already would wait for ever for Typst's threads.
            workers = ProcessPoolExecutor(WORKERS, get_context("spawn"), _work_with, (store.FOLDER,))
            stack.callback(workers.shutdown, cancel_futures=True)
            return workers

        for batch in _batches(wanted):
            _keep([leaflet for product in batch for leaflet in product.leaflets], pool, tell)
            _keep(batch, pool, tell)
            for product in batch:
                yield product, product.printed()


def _batches(wanted: Iterable[Product]) -> Iterator[list[Product]]:
    """Yield the products in order, sheets many together, booklets few: a booklet holds the data of all its leaflets."""
    batch: list[Product] = []
    for product in wanted:
        batch.append(product)
        if len(batch) >= BATCH or sum(bool(one.leaflets) for one in batch) >= WORKERS:
            yield batch
            batch = []
    if batch:
        yield batch


def _keep(products: Sequence[Product], pool: Callable[[], Executor], tell: Callable[[int], None]) -> None:
    """Print what the store lacks, with two processes where that is much."""
    missing = [product for product in products if not store.holds(product.key)]
    tell(sum(map(_steps, products)) - sum(map(_steps, missing)))
    together = sum(map(_steps, missing)) >= MANY
    made = pool().map(Product.print_anew, missing) if together else map(Product.printed, missing)
    for product, sheet in zip(missing, made, strict=True):
        if together:
            store.save(product.key, sheet)
        tell(_steps(product))


def _steps(product: Product) -> int:
    return 1 + len(product.leaflets)


def _work_with(folder: Path) -> None:
    """Give a worker the store of the process that started it."""
    store.FOLDER = folder
