"""Lines with the name of a list that were deleted: its items then stand in the list above."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from pydantic import BaseModel

from portal.fields import is_list, part_of
from portal.source import Fields, Items, Node, Scalar
from portal.source.nodes import plain


class Lost(NamedTuple):
    """A list whose items belong, from one on, into another, and the fields that may be meant, none of them there."""

    field: str
    begin: int
    item: Node
    meant: tuple[str, ...]


def lost_headings(model: type[BaseModel], root: Fields) -> Iterator[Lost]:
    """Yield the lists of a record that end in items of a field that is not there."""
    names = {plain(key) for key, _ in root.pairs}
    absent = [name for name in model.model_fields if name not in names]
    for key, value in root.pairs:
        field = str(plain(key))
        items = value.nodes if isinstance(value, Items) and field in model.model_fields else []
        begin = next((at for at, item in enumerate(items) if not fits(item, model, field)), 0)
        meant = tuple(name for name in absent if begin and all(fits(item, model, name) for item in items[begin:]))
        if meant:
            yield Lost(field, begin, items[begin], meant)


def fits(item: Node, model: type[BaseModel], field: str) -> bool:
    """Tell whether an item may stand in a list: a text in one of texts, fields where a part has them all."""
    part = part_of(model, field)
    if isinstance(item, Fields):
        return (
            is_list(model, field)
            and part is not None
            and {plain(key) for key, _ in item.pairs} <= set(part.model_fields)
        )
    return is_list(model, field) and part is None and isinstance(item, Scalar)
