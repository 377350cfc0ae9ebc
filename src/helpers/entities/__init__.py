"""Who and what a release names: mentions, and the persons and bodies that sure links make of them.

Order inside: ``titles``, ``gender``, ``body_kinds``, ``names`` (runs of capitalised words),
``functions`` (beside a name), ``persons``, ``bodies``, ``gathering`` (mentions → persons), ``directory``,
``descriptions`` (mentions without a name).
"""

from helpers.entities.directory import Directory
from helpers.entities.persons import Person

__all__ = ["Directory", "Person"]
