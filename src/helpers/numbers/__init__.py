"""What the numbers of a release are: amounts, what they count, when and where, and what they claim together.

Order inside: ``fixed_forms`` (what is no amount), ``numerals``, ``amounts``, ``periods``, ``places``,
``quantities`` (what is counted), ``claims``.
"""

from helpers.numbers.quantities import not_statistics, quantities

__all__ = ["not_statistics", "quantities"]
