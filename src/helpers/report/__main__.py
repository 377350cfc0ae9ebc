"""``python -m helpers.report``: run the notebooks into a site."""

import sys

from helpers.report.command import main

sys.exit(main())
