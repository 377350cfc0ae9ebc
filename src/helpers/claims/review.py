"""Claims of which something is known → schema.org ClaimReview, as fact-checkers publish it."""

from typing import Any

import pandas as pd

from helpers.release.release import Release

CONTEXT = "https://schema.org"


def claim_reviews(table: pd.DataFrame, release: Release, reviewer: str, address: str = "") -> list[dict[str, Any]]:
    """A ClaimReview for each claim of which something is known, ready for ``json.dumps``.

    No score is given: ``reviewRating`` has what is known in words (``alternateName``), as schema.org allows, for a
    verdict of one word would say more than the facts do.

    Args:
        table: what ``with_known`` gives.
        release: the release that it is of.
        reviewer: who reviews, for ``author``.
        address: where the review is published, if it is.

    Returns:
        One object a claim: ``@context``, ``@type``, ``claimReviewed`` (the sentence), ``itemReviewed`` (a Claim with
        its author, the day of the release and where in it it stands), ``reviewRating``, ``reviewBody``, ``author``.

    Source:
        https://schema.org/ClaimReview
    """
    issued = release.dateline.date.isoformat() if release.dateline and release.dateline.date else None
    found = []
    for row in table.itertuples():
        if not row.known:
            continue
        # A study that is cited has no name to sign with: the issuer answers for it.
        name = release.issuer if not row.answers or row.answers[:1].islower() else row.answers
        author = {"@type": "Organization" if name == release.issuer else "Person", "name": name}
        claim: dict[str, Any] = {
            "@type": "Claim",
            "text": " ".join(row.text.split()),
            "appearance": {"@type": "CreativeWork", "name": release.name, "identifier": f"{row.start}-{row.end}"},
        }
        if name:
            claim["author"] = author
        if issued:
            claim["datePublished"] = issued
        facts = [f"{fact} [{source}]" for fact, source in zip(row.known, row.sources, strict=True)]
        review = {
            "@context": CONTEXT,
            "@type": "ClaimReview",
            "claimReviewed": " ".join(row.text.split()),
            "itemReviewed": claim,
            "reviewRating": {"@type": "Rating", "alternateName": row.known[0]},
            "reviewBody": " ".join(facts),
            "author": {"@type": "Organization", "name": reviewer},
        }
        found.append(review | ({"url": address} if address else {}))
    return found
