"""JSON that a stranger may have written."""

import json
from typing import Any


def from_json(text: str) -> Any:
    """What a JSON text holds.

    Raises:
        ValueError: it is no JSON, or its brackets lie too deep in each other.
    """
    try:
        return json.loads(text)
    except RecursionError as error:
        raise ValueError("brackets too deep in each other") from error
