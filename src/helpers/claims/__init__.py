"""What a release claims, sentence by sentence: what each does, whether it can be checked, with what and who answers.

Order inside: ``acts``, what a sentence does; ``checks``, whether, with what and by when it can be checked;
``inventory``, both in one table; ``timeline``, when; ``known``, what is known of it; ``review``, as schema.org
ClaimReview; ``agreement`` with annotation by hand.
"""

from helpers.claims.acts import ACTS, acts
from helpers.claims.agreement import confusion, kappa, scores
from helpers.claims.checks import holds
from helpers.claims.inventory import inventory
from helpers.claims.known import load_context, with_known
from helpers.claims.review import claim_reviews
from helpers.claims.timeline import timeline

__all__ = [
    "ACTS",
    "acts",
    "claim_reviews",
    "confusion",
    "holds",
    "inventory",
    "kappa",
    "load_context",
    "scores",
    "timeline",
    "with_known",
]
