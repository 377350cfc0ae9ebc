"use strict";
const texts = JSON.parse(document.getElementById("texts").textContent);
const folded = (s) => s.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").replace(/œ/g, "oe").replace(/[’]/g, "'");
for (const text of texts) text.folded = text.paragraphs.map(folded);
const byId = (id) => document.getElementById(id);

function terms(query) {
  const found = [];
  for (const [, not, phrase, word] of folded(query).matchAll(/(-?)(?:"([^"]*)"|([^\s"]+))/g)) {
    const said = (phrase ?? word).trim();
    const bare = said.replace(/\*$/, "").replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    if (/[\p{L}\p{N}]/u.test(bare)) {
      const end = said.endsWith("*") ? "" : "(?![\\p{L}\\p{N}])";
      found.push({not: not === "-", is: new RegExp(`(?<![\\p{L}\\p{N}])${bare}${end}`, "u")});
    }
  }
  return found;
}

function hit(text, wanted) {
  let score = 0, first = -1;
  for (const term of wanted) {
    const where = text.folded.map((p, n) => term.is.test(p) ? n : -1).filter((n) => n >= 0);
    const inTitle = term.is.test(folded(text.title));
    if (term.not ? where.length || inTitle : !where.length && !inTitle) return null;
    if (!term.not) {
      score += where.length + 5 * inTitle;
      if (where.length && (first < 0 || where[0] < first)) first = where[0];
    }
  }
  return {text, score, first: Math.max(first, 0)};
}

function show() {
  const wanted = terms(byId("wanted").value), issuer = byId("issuer").value, month = byId("month").value;
  const asked = wanted.some((t) => !t.not) || issuer || month;
  const found = asked ? texts
    .filter((t) => (!issuer || t.issuer === issuer) && (!month || (t.date || "").startsWith(month)))
    .map((t) => hit(t, wanted)).filter(Boolean)
    .sort((a, b) => b.score - a.score || (a.text.date || "").localeCompare(b.text.date || "")) : [];
  byId("told").textContent = asked ? `${found.length} of ${texts.length} texts` : "";
  const items = found.slice(0, 100).map(({text, first}) => {
    const item = document.createElement("li"), link = document.createElement("a"), part = document.createElement("div");
    link.textContent = text.title;
    link.lang = part.lang = "fr";
    const paragraph = text.paragraphs[first] || "";
    const match = wanted.filter((t) => !t.not).map((t) => t.is.exec(text.folded[first] || "")).find(Boolean);
    const same = match && paragraph.length === (text.folded[first] || "").length;
    // Browsers that know text fragments mark the words there; to the others the paragraph is the place.
    const words = same ? `:~:text=${encodeURIComponent(paragraph.slice(match.index, match.index + match[0].length)).replace(/-/g, "%2D")}` : "";
    link.href = `${text.file}#p${first}${words}`;
    const from = match ? Math.max(0, match.index - 90) : 0;
    part.append((from ? "…" : "") + paragraph.slice(from, same ? match.index : from + 180));
    if (same) {
      const mark = document.createElement("mark");
      mark.textContent = paragraph.slice(match.index, match.index + match[0].length);
      const end = match.index + match[0].length;
      part.append(mark, paragraph.slice(end, end + 90) + (end + 90 < paragraph.length ? "…" : ""));
    }
    item.append(link, ` ${[text.date, text.issuer].filter(Boolean).join(", ")}`, part);
    return item;
  });
  byId("hits").replaceChildren(...items);
}

for (const id of ["wanted", "issuer", "month"]) byId(id).addEventListener("input", show);
show();
