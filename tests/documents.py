"""An invented release as files, in each format that one may come in."""

import io
from pathlib import Path

import pytest

from helpers import ReleaseError, load_release

TEXT = (
    "MONTRÉAL, le 3 mai 2021 /CNW/ – L'hôtel de ville rouvre à Noël, où 1 200 élèves iront.\n\n"
    "« C'est très réussi », a déclaré Zoé Lefèvre, mairesse.\n\nSOURCE Ville\n"
)


def put(folder: Path, name: str, data: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


PAGE = """<!DOCTYPE html><html lang="fr"><head><title>Le pont ouvre en mai - Ville</title><meta charset="{charset}">
<script>document.title = "piège"</script></head><body>
<nav><ul><li><a href="/">Accueil</a></li><li><a href="/n">Toutes les nouvelles</a></li></ul></nav>
<main><article><h1>Le pont ouvre en mai</h1>
<p>RIMOUSKI, le 3 févr. 2021 – La Régie des sentiers ouvre un pont de 300 m&egrave;tres, qui va de la gare au quai.</p>
<p>« Le pont est à vous, et il restera gratuit », déclare la directrice, Jeanne Roy, devant 200 personnes réunies.</p>
<h2>Faits en bref</h2><ul><li>Le pont a coûté 4 M$ en tout.</li><li>Il compte trois haltes et un belvédère.</li></ul>
<p>Renseignements : Jeanne Roy, 418-555-0199, j.roy@sentiers.example</p></article></main>
<footer><p>© Ville, tous droits réservés</p></footer></body></html>"""


def word(folder: Path) -> Path:
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.add_heading("Le pont ouvre en mai", 0)
    document.add_paragraph("RIMOUSKI, le 3 févr. 2021 – La Régie ouvre un pont de 300 mètres.")
    document.add_paragraph("Il compte trois haltes ;", style="List Bullet")
    document.add_paragraph("Il a coûté 4 M$.", style="List Bullet")
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Longueur du pont", "300 mètres"
    document.add_paragraph("SOURCE Régie des sentiers")
    document.save(folder / "pont.docx")
    return folder / "pont.docx"


def pdf(lines: list[tuple[int, str]]) -> bytes:
    """A PDF of one page, by hand: each line at its height."""
    shown = b"".join(
        b"BT /F1 11 Tf 60 %d Td (%s) Tj ET\n" % (at, line.encode("cp1252").replace(b"(", rb"\(").replace(b")", rb"\)"))
        for at, line in lines
    )
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%sendstream" % (len(shown), shown),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    out, places = io.BytesIO(b"%PDF-1.4\n"), []
    out.seek(0, 2)
    for number, body in enumerate(objects, start=1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    at = out.tell()
    out.write(b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % p for p in places))
    out.write(b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % at)
    return out.getvalue()


def refused(path: Path, *told: str) -> None:
    with pytest.raises(ReleaseError) as error:
        load_release(path)
    message = str(error.value)
    assert message.isprintable() and len(message) < 300, message
    assert all(word in message for word in (path.name, *told)), message


def one_line(error: pytest.ExceptionInfo, *words: str) -> None:
    message = str(error.value)
    assert "\n" not in message and all(word in message for word in words), message
