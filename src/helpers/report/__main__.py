"""``python -m helpers.report``: run the notebooks into a site."""

import sys

from helpers.report.site import main

sys.exit(main())
