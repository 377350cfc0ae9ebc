"""Claims as schema.org ClaimReview."""

import json

import pandas as pd

from helpers import claims
from tests.claims.test_checks import TEXT
from tests.reading import read


def test_a_claim_of_which_something_is_known_becomes_a_review():
    reading = read(TEXT)
    context = pd.DataFrame(
        [("2021-11-09", "event", "It came late.", "1er novembre", "Gazette", "", "page")],
        columns=["date", "kind", "what", "bears_on", "source", "address", "seen"],
    )
    known = claims.with_known(claims.inventory(reading), context)
    (review,) = claims.claim_reviews(known, reading.release, "the readers")
    assert json.loads(json.dumps(review)) == review
    assert review["@type"] == "ClaimReview" and review["@context"] == "https://schema.org"
    assert review["claimReviewed"] == "La SPN publiera son étude le 1er novembre."
    assert review["itemReviewed"]["author"] == {"@type": "Organization", "name": "Société des ponts"}
    assert review["itemReviewed"]["datePublished"] == "2021-05-03"
    assert review["reviewRating"]["alternateName"] == "It came late."
    assert "ratingValue" not in review["reviewRating"]
