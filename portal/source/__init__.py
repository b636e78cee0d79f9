"""YAML on disk -> plain typed text with a place for every key and value. Nothing else knows YAML.

bytes -> decoding -> pieces -> smooth -> values            (a record without a slip, nearly always)
                          |
                      characters -> cutting -> composing -> inspection -> Entry
                                                  |
                                              diagnosis (only when composing fails)
"""

from portal.source.document import Document
from portal.source.nodes import Fields, Items, Node, Scalar, Vocabulary

__all__ = [
    "Document",
    "Fields",
    "Items",
    "Node",
    "Scalar",
    "Vocabulary",
]
