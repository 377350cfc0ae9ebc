"""Controls for JupyterLab: bring a release of one's own, filter, search, sort. No click is needed to see something.

A control is widgets above a result. Where widgets run (a live kernel) the result follows the choices; everywhere else
(a stored notebook, GitHub, the report) the result of the defaults stands alone, and that is what nbval compares.
What comes from a release or a reader reaches the page through ``markup``, escaped; nothing is written to disk: what
can be saved is a link that holds the file.

Order inside: ``control``, ``views`` (of an analysis), ``growth``, ``many`` (releases), ``findings``, ``saving``,
``your_release``.
"""

from helpers.controls.control import Control, Explorer
from helpers.controls.findings import findings
from helpers.controls.growth import interval
from helpers.controls.many import ReadingProgress, quotations
from helpers.controls.views import search, sortable, voices
from helpers.controls.your_release import YourRelease

__all__ = [
    "Control", "Explorer", "ReadingProgress", "YourRelease", "findings", "interval", "quotations", "search", "sortable",
    "voices",
]  # fmt: skip
