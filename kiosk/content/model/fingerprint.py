"""Fingerprints of exact texts, which show whether an approval or a translation is still valid."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Iterable, Sequence

from kiosk.content.model.block import Block, Role
from kiosk.content.model.library import Urgency
from kiosk.content.model.word_rules import WordRule, holds_in, touching

ENGLISH = "en"
"""The language in which the kiosk's own words stand in the program."""
LENGTH = 16
"""Hex digits; enough that no two texts of a clinic share them."""
_Texts = dict[str, str | list[str]]
_FORMS: dict[str, _Texts] = {
    "sections": {"heading": "", "text": [], "points": []},
    "cards": {"level": "", "contact": "", "how-soon": "", "when": "", "points": []},
}
"""The fields of a section and a card in the first version, in order, present or not."""


def approved_text(blocks: Sequence[Block], rules: Iterable[WordRule], language: str) -> str:
    """Return exactly what an approval covers, as JSON, so that it can be stored and compared later.

    That is the page as seen, each block as in the file, so that a new phone number voids no approval; and as heard:
    each of `rules` that changes how some of that is said. The review, the day of the last change, ids of facts and the
    layout of the file do not count.
    """
    texts = [text for block in blocks for text in _seen_or_heard(block)]
    touched = touching(rules, language, texts)
    if language != ENGLISH and any(block.role is Role.LEVEL for block in blocks):
        # The word of a level comes from the catalogue of the language, which is not known here: any rule may hit it.
        touched = tuple(rule for rule in rules if holds_in(rule, language))
    spoken = sorted([rule.write, rule.say, rule.language or "", rule.anywhere] for rule in touched)
    return _json({"text": [[block.path, block.as_written] for block in blocks], "said": spoken})


def _seen_or_heard(block: Block) -> Iterable[str]:
    """Yield the texts of a block that a rule may match: as in the file, and the word of a level."""
    yield block.as_written
    if block.role is Role.LEVEL:
        yield Urgency.named(block.text).label


def fingerprint_of_words(blocks: Iterable[Block]) -> str:
    """Return the first 16 hex digits of the SHA-256 of `blocks` as written; translations and scores refer to it.

    The form is that of the first version, so that older references still match. Newer fields are added by name, and
    only where present.
    """
    groups: dict[str, list[Block]] = {}
    for block in blocks:
        name = block.path.partition("/")[0]
        groups.setdefault(block.group if name in _FORMS else "", []).append(block)
    alone = _filled({}, groups.pop("", []))
    document: dict[str, object] = {"menu-label": alone.get("title", ""), **alone}
    for name, form in _FORMS.items():
        rows = [_filled(form, own) for group, own in groups.items() if group.startswith(f"{name}/")]
        document[name] = [[*(row.pop(each) for each in form), *sorted(row.items())] for row in rows]
    return digits(_json(document))


def _filled(form: _Texts, blocks: Iterable[Block]) -> _Texts:
    """Return `form` with the texts of `blocks`: one text for each field, or a list for a field with several."""
    found: _Texts = {name: empty if isinstance(empty, str) else [*empty] for name, empty in form.items()}
    for block in blocks:
        names = block.path.split("/")[2 if form else 0 :]
        if len(names) == 1:
            found[names[0]] = block.as_written
            continue
        texts = found.setdefault(names[0], [])
        assert isinstance(texts, list)  # a numbered block is one of several
        texts.append(block.as_written)
    return found


def digits(text: str) -> str:
    """Return the fingerprint of any text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:LENGTH]


def _json(parts: dict[str, object]) -> str:
    written = json.dumps(parts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return unicodedata.normalize("NFC", written)
