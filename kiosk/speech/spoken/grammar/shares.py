"""Two numbers with a slash or a colon: shares, scores, pressures, ratios."""

from __future__ import annotations

from kiosk.speech.spoken.grammar.amounts import amount
from kiosk.speech.spoken.grammar.expressions import SCALES, in_chain
from kiosk.speech.spoken.grammar.token import DASHES, Kind, Said, Tokens, glued, is_number, is_word
from kiosk.speech.spoken.tables.table import Table


def slashes(tokens: Tokens, i: int, table: Table) -> Said | None:
    """140/90, 7/10, grade 3/4, CDK 4/6, 911/988."""
    first, second = tokens[i], tokens[i + 2]
    if tokens[i + 1].text != "/" or not is_number(second) or not (first.text + second.text).isdecimal():
        return None
    if tokens[i + 3].text == "/" or len(first.text) > 3 or len(second.text) > 4 or _in_longer_row(tokens, i):
        return None
    if _is_pressure(first.text, second.text):
        pressure = amount(tokens, i + 2, table)
        end = i + 3
        words = f"{int(first.text)} {table.say['over']} {int(second.text)}"
        if pressure and pressure.unit and pressure.unit == table.units.get("mmHg"):
            words, end = f"{words} {pressure.unit.many}", pressure.end
        return Said(words, end)
    if tokens[i + 1].gap or second.gap:
        return None
    before = tokens[i - 1].text if i and is_word(tokens[i - 1]) else ""
    if table.emergency & {first.text, second.text}:
        return Said(f" {table.say['or']} ".join(map(table.digit_by_digit, (first.text, second.text))), i + 3)
    if before.lower() in table.staged:
        return Said(f"{first.text} {table.say['or']} {second.text}", i + 3)
    alike = first.text == second.text and second.text not in SCALES
    if alike or (before.isupper() and before.lower() not in table.paged):
        return Said(f"{first.text} {second.text}", i + 3)
    return Said(f"{first.text} {table.say['out of']} {second.text}", i + 3)


def _in_longer_row(tokens: Tokens, i: int) -> bool:
    """Whether the slash behind `i` is one sign of many, unless it is that of a second share: 3/10–4/10."""
    return in_chain(tokens, i) and not (i > 3 and tokens[i - 1].text in DASHES and tokens[i - 3].text == "/")


def _is_pressure(high: str, low: str) -> bool:
    return len(high) > 1 and 50 <= int(high) <= 260 and 20 <= int(low) <= 160 and int(high) > int(low)


def ratios(tokens: Tokens, i: int, table: Table) -> Said | None:
    """3:1, 1:10,000."""
    first, second = tokens[i], tokens[i + 2]
    if tokens[i + 1].text != ":" or tokens[i + 1].gap or second.gap or not is_number(second):
        return None
    parts = first.text, second.text.replace(",", "")
    if not "".join(parts).isdecimal() or len(parts[0]) > 3 or (len(parts[1]) > 3 and parts[0] != "1"):
        return None
    if tokens[i + 3].text == ":" or (glued(tokens[i + 3]) and tokens[i + 3].kind is not Kind.SIGN):
        return None
    return Said(f" {table.say['to']} ".join(parts), i + 3)


def named_ratio(tokens: Tokens, i: int, table: Table) -> Said | None:
    """A 1:10 dilution, which would be a time elsewhere."""
    near = [tokens[i + 3], *tokens[max(0, i - 2) : i]]
    return ratios(tokens, i, table) if any(token.text.lower() in table.shares for token in near) else None
