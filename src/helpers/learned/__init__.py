"""What was learned from annotated texts: logistic regressions, their weights in tables that can be read.

Each ``NAME.csv`` is one model, ``figures.csv`` says on what it was trained and how well it does on texts that it has
not seen; ``training`` writes both. Order inside: ``logistic``.
"""

from helpers.learned.logistic import Features, Logistic

__all__ = ["Features", "Logistic"]
