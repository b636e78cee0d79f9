"""Errors of the model where they stand in the data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from portal.fields import Described, described, part_of
from portal.source import Document, Fields, Items, Node, Scalar
from portal.source.nodes import pair_of


@dataclass(frozen=True, slots=True)
class Finding:
    """An error at its node: the nearest fields around it, the model of these, and its key there, if there is one."""

    error: ErrorDetails
    document: Document
    model: type[BaseModel]
    owner: Fields
    key: Scalar | None
    node: Node

    @property
    def loc(self) -> tuple[str | int, ...]:
        """The way to it from the record: names of fields, indexes of items."""
        return self.error["loc"]

    @property
    def field(self) -> str:
        """The last name on the way."""
        return next(step for step in reversed(self.loc) if isinstance(step, str))

    @property
    def is_item(self) -> bool:
        """Whether it is about an item of a list, not about a field."""
        return isinstance(self.loc[-1], int)

    @property
    def about(self) -> Described:
        """What the model says about the field. Raises `KeyError` for a name that is none."""
        return described(self.model)[self.field]


def find(error: ErrorDetails, model: type[BaseModel], record: Fields, document: Document) -> Finding:
    """Walk the nodes of a record along an error's location, as far as it lies in the data."""
    node: Node = record
    owner, key = record, None
    for step in error["loc"]:
        if isinstance(node, Fields):
            pair = pair_of(node, str(step))
            owner, key = node, pair[0] if pair else None
            if pair is None:
                break
            node = pair[1]
        elif isinstance(node, Items) and isinstance(step, int) and step < len(node.nodes):
            node = node.nodes[step]
    return Finding(error, document, model_at(model, error["loc"]), owner, key, node)


def model_at(model: type[BaseModel], loc: Sequence[str | int]) -> type[BaseModel]:
    """Return the model that has the last field of a location, which begins in `model`."""
    names = [step for step in loc if isinstance(step, str)]
    for name in names[:-1]:
        if name in model.model_fields:
            model = part_of(model, name) or model
    return model
