"""Printing many products: from the store where it can, with two processes where there is much to print."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import ExitStack
from functools import cache
from itertools import islice
from multiprocessing import get_context
from typing import Final

from portal.catalogue import Catalogue
from portal.papers import products, store
from portal.papers.press import Printed
from portal.papers.products import EDITIONS, Product

BATCH: Final = 96
"""So many products are in memory at a time, about 50 kB each."""

MANY: Final = 60
"""From so many products to print in a batch, two processes are worth their start."""

WORKERS: Final = 2
"""Each takes about 130 MB."""


def run(wanted: Iterable[Product]) -> Iterator[tuple[Product, Printed]]:
    """Yield each product with its print, in order; what is new is kept in the store. Raises `PaperError`."""
    with ExitStack() as stack:

        @cache
        def pool() -> Executor:
            # A fork of a process that has printed already would wait for ever for Typst's threads.
            return stack.enter_context(ProcessPoolExecutor(WORKERS, get_context("spawn")))

        stream = iter(wanted)
        while batch := list(islice(stream, BATCH)):
            yield from _batch(batch, pool)


def _batch(batch: list[Product], pool: Callable[[], Executor]) -> Iterator[tuple[Product, Printed]]:
    ready = {product.key: store.load(product.key) for product in batch}
    # A booklet takes what it needs from its leaflets, so it comes after them.
    missing = [product for product in batch if ready[product.key] is None and not product.leaflets]
    made = (
        pool().map(Product.print_anew, missing, chunksize=4) if len(missing) >= MANY else map(Product.printed, missing)
    )
    for product, sheet in zip(missing, made, strict=True):
        ready[product.key] = sheet
        if len(missing) >= MANY:
            store.save(product.key, sheet)
    for product in batch:
        yield product, ready[product.key] or product.printed()


def prepare(catalogue: Catalogue, report: Callable[[int, int], None]) -> None:
    """Print everything that the store lacks, telling `report` how many of how many products are done."""
    total = len(catalogue.innovations) * len(EDITIONS)
    for done, _ in enumerate(run(products.products(catalogue)), 1):
        report(min(done, total), total)
