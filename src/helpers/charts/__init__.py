"""Tables → figures: one finding each, in its title."""

from helpers.charts.charts import *  # noqa: F403
