"""What the numbers of a release are: amounts, what they count, when and where, and what they claim together.

Five words, each for one thing:

- *numeral*: how a number is written, in digits or in words: *7,4 millions*, *un quart*, *la moitié*.
- *amount*: a numeral that counts or measures something, with its value, multiplier and unit (``Amount``); what is
  written as a number but is no amount is *excluded*, with the reason (``Excluded``).
- *quantity*: an amount with what it counts, when, where and who says so.
- *statistic*: a quantity as a row of the table that ``quantities`` gives and ``analysis.statistics`` holds.
- *claim*: what two or more quantities say together: a comparison, a change, a whole, a series.

Order inside:

- what is written: ``model``; ``scanning`` (how words are looked for); ``links`` (between two numbers), ``units``,
  ``change_words`` (before one), ``times``, ``digits``, ``number_words``, ``numeral_signs``; ``excluded_patterns`` and
  ``excluded_forms`` (no amount by its form); ``fraction_words``, ``multipliers``, ``numerals``;
- what is meant: ``text_index`` (the document by positions), ``countable``, ``approximations``;
  ``currencies``, ``unit_parts``, ``measures``, ``shares``, ``ranges``, ``excluded_contexts`` (no amount by the words
  around it) and ``excluded_pairs`` (by the number beside it); ``amounts``;
- when and where: ``edtf``, ``tenses``, ``year_parts``, ``feasts``, ``period_mentions``, ``periods``; ``places``;
- what and who: ``number_verbs``, ``moves``, ``counted``, ``holders``, ``ellipsis`` (what is left out), ``roles`` (what
  kind of number); ``quantities``;
- what they claim: ``growth``, ``comparisons``, ``changes``, ``wholes``, ``verdicts``, ``series``; ``claims`` (these
  under one name).
"""

from helpers.numbers.quantities import not_statistics, quantities
from helpers.numbers.roles import telling

__all__ = ["not_statistics", "quantities", "telling"]
