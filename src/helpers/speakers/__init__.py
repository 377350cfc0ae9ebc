"""Whose each quotation is: the source's mention brought to a person or a body that the release names.

Order inside: ``model`` (a voice), ``mentions`` (the source's tokens), ``sightings`` (of whoever can be meant),
``discourse`` (who was named and heard so far); what the rules propose: ``generic`` (bodies by their noun),
``described``, ``anaphora`` (pronouns); the learned choice: ``description_fit``, ``candidates``, ``features``,
``ranking``; ``confidence``, ``capacity`` (what they speak as), ``resolution``, ``component`` (for spaCy; importing this
package registers it).
"""

from helpers.speakers.component import speakers_component
from helpers.speakers.mentions import spoken
from helpers.speakers.model import Speaker
from helpers.speakers.resolution import speakers

__all__ = ["Speaker", "speakers", "speakers_component", "spoken"]
