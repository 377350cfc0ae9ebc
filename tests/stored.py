"""What a notebook has of a control, and the invented releases that controls are given."""

from helpers import controls

POND = "Lac-Clair, le 4 mai 2021 – « L'étang a gelé deux fois », raconte Odile Brochet, gardienne du parc."
ENGLISH = "The council will meet on Monday to talk about the new school and about its money."
HOSTILE = POND.replace("Odile", "<script>x()</script> Odile")


def shown(control: controls.Control) -> str:
    """The HTML that a notebook has of a control, in a stored file and on a live page alike."""
    stored = control._repr_mimebundle_()["text/html"]
    if control._area.children == (control._output,):
        assert control._output.outputs[0]["data"]["text/html"] == stored
    return stored
