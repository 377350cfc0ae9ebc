"""Tables → figures: one finding each, in its title; deterministic SVG, so that tests compare them.

Every function returns a ``Chart``, which shows itself in a notebook as SVG and carries the table
that it draws, so that no figure stands without its numbers. Charts draw tables and know no release. Where a chart
has the name of its module (``charts.layout``, ``charts.accuracy``), the package's attribute is the chart.

Order inside: ``style`` (colours, axes, the finished chart), then the charts by their subject, none of which uses
another: ``layout``, ``voices``, ``language``, ``vocabulary``, ``numbers``, ``claims``, ``norms``, ``accuracy``,
``archive``.
"""

from helpers.charts.accuracy import accuracy
from helpers.charts.archive import figure_over_time, quoted_shares, timeline, women_heard
from helpers.charts.claims import acts
from helpers.charts.language import modality, officialese, readability, sentence_lengths, verb_forms, voices_compared
from helpers.charts.layout import layout
from helpers.charts.norms import norms, norms_compared
from helpers.charts.numbers import compared, figures_by_use, growth, reports_and_files, series, yearly_growth
from helpers.charts.style import Chart
from helpers.charts.vocabulary import dispersion, key_terms, term_places, vocabulary_growth
from helpers.charts.voices import verbs, voice_share, voices_along

__all__ = [
    "Chart", "accuracy", "acts", "compared", "dispersion", "figure_over_time", "figures_by_use", "growth",
    "key_terms", "layout", "modality", "norms", "norms_compared", "officialese", "quoted_shares", "readability",
    "reports_and_files", "sentence_lengths", "series", "term_places", "timeline", "verb_forms", "verbs",
    "vocabulary_growth", "voice_share", "voices_along", "voices_compared", "women_heard", "yearly_growth",
]  # fmt: skip
