"""Rules that the model cannot say: about the content of one record, and about records and files together.

A rule is a small generator whose docstring is the rule. Errors stop the build, warnings do not.
"""

from portal.checks.across import RESERVED, Index, across, ties, with_codes
from portal.checks.content import CONTACT_RULES, INNOVATION_RULES, NEED_RULES, SETTINGS_RULES, SYNONYM_RULES, Rule
from portal.checks.days import lasting
from portal.checks.shelf import Found, Shelf
from portal.checks.subject import Conditions, Subject

__all__ = [
    "CONTACT_RULES",
    "INNOVATION_RULES",
    "NEED_RULES",
    "RESERVED",
    "SETTINGS_RULES",
    "SYNONYM_RULES",
    "Conditions",
    "Found",
    "Index",
    "Rule",
    "Shelf",
    "Subject",
    "across",
    "lasting",
    "ties",
    "with_codes",
]
