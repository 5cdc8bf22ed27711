"""The table of fields as a page for staff: `docs/content.md`."""

from collections.abc import Iterator

from kiosk.content.model.required import REQUIRED, UNWELL
from kiosk.content.parsing.file_bytes import LARGEST
from kiosk.content.schema.checks import either
from kiosk.content.schema.field import Field, Kind
from kiosk.content.schema.fields import FILES
from kiosk.content.schema.forms import PLACEHOLDERS

_START = f"""\
# The content files

Everything patients read and hear is in the folder `content`. All files are plain text in the encoding UTF-8, at most
{LARGEST // 1024} KB each. After a change, run `kiosk check`: it lists what is wrong and says what to type instead.

- Spaces at the start of a line matter; tabs are not allowed there.
- A name is followed by a colon and a space.
- Put double quotes around a text that contains a colon followed by a space, or ` #`, or that starts with a sign
  such as `*`, `&`, `!`, `%`, `@`, `[`, `{{` or `>`.
- A line that starts with `#` is a comment; patients do not see it. Put comments above a name such as `text:`. Inside a
  text that starts below `text: >` they would be shown to patients, and `check` says so.
- In any text of a topic or a notice {", ".join(f"`<{name}>`" for name in PLACEHOLDERS)} are replaced by
  the clinic's own.
- The topics {" and ".join(f"`{name}`" for name in REQUIRED)} are required; `{UNWELL}` must have cards.
"""


def docs_page() -> str:
    """Return the page as Markdown."""
    parts = [_START]
    for kind in FILES:
        parts.append(f"## {kind.heading}\n\n{kind.group.help}\n\n{_table(kind.group)}")
        parts.extend(f"### {title}\n\n{inner.help}\n\n{_table(inner)}" for title, inner in _inner(kind.group, ""))
    return "\n".join(parts)


def _inner(group: Field, path: str) -> Iterator[tuple[str, Field]]:
    """Yield the groups inside `group`, each with its heading such as `review`."""
    for field in group.fields:
        inner = field.member if field.kind is Kind.LIST else field
        if inner is None or inner.kind is not Kind.GROUP:
            continue
        title = f"{path}`{field.name}`" + (f": each {inner.name}" if field.kind is Kind.LIST else "")
        yield title, inner
        yield from _inner(inner, f"{title} → ")


def _table(group: Field) -> str:
    """Return the fields of one group as a table."""
    rows = ["| Name | What for | What to type | Needed |", "|---|---|---|---|"]
    for field in group.fields:
        rows.append(f"| `{field.name}` | {field.help} | {_what(field)} | {_needed(field, group)} |")
    return "\n".join(rows) + "\n"


def _what(field: Field) -> str:
    """Return kind, limits and example as one cell."""
    words = [_kind(field)]
    if field.kind is Kind.LIST and field.member and field.member.kind is Kind.TEXT:
        words.append("each " + _kind(field.member))
    if field.kind is Kind.BY_LANGUAGE and field.member:
        words.append("each " + _kind(field.member))
    if field.recommended:
        words.append("recommended {} to {}".format(*field.recommended))
    if field.example and not field.allowed:
        words.append(f"for example `{field.example}`")
    return "; ".join(words).replace("|", "\\|")


def _kind(field: Field) -> str:
    """Return the kind of value and its limits."""
    if field.allowed:
        return either(field.allowed)
    limit = ""
    if field.kind is Kind.LIST:
        limit = f" of {field.least} to {field.most}" if field.least < field.most else f" of {field.most}"
    elif field.kind is Kind.NUMBER:
        limit = f" from {field.least} to {field.most}"
    elif field.most:
        limit = f", at most {field.most} letters"
    form = f", {field.form.words}" if field.form else ""
    return f"{field.kind.value}{limit}{form}"


def _needed(field: Field, group: Field) -> str:
    """Return whether the field is required, and its default."""
    if field.required:
        return "yes"
    if field.required_when:
        name, value = field.required_when
        return f"when `{name}` is “{value}”" if value else f"with `{name}`"
    if field.name in group.one_of:
        others = " or ".join(f"`{name}`" for name in group.one_of if name != field.name)
        return f"this or {others}"
    return f"no; otherwise {field.default}" if field.default else "no"
