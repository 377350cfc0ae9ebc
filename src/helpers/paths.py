"""Where data and results lie, from one place."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "data"
RELEASES = DATA / "releases"
GOLD = DATA / "gold"
REFERENCE = DATA / "reference"
EXAMPLES = DATA / "examples"
INVENTED = DATA / "invented"
ARCHIVE = DATA / "archive"
NOTEBOOKS = ROOT / "notebooks"
BUILD = ROOT / "build"
PACKAGE = Path(__file__).resolve().parent

RELEASE = RELEASES / "2019-10-04_grc_vgt.txt"
"""The release under study."""
