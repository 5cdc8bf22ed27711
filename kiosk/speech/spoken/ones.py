"""The one at the end of a number before what it counts: Spanish says veintiún años, veintiuna horas."""

from __future__ import annotations

import re

from kiosk.speech.spoken.rule import Match, Rule
from kiosk.speech.spoken.table import Table

_TENS = (
    "",
    "",
    "",
    "treinta y ",
    "cuarenta y ",
    "cincuenta y ",
    "sesenta y ",
    "setenta y ",
    "ochenta y ",
    "noventa y ",
)
_HUNDREDS = (
    "", "ciento ", "doscient{s} ", "trescient{s} ", "cuatrocient{s} ", "quinient{s} ", "seiscient{s} ",
    "setecient{s} ", "ochocient{s} ", "novecient{s} ",
)  # fmt: skip
_MASCULINE = frozenset({
    "año", "día", "mes", "minuto", "segundo", "punto", "grado", "gramo", "litro", "metro", "kilo", "paciente",
    "medicamento", "tratamiento", "ciclo", "caso", "tema", "centavo", "dólar", "euro", "peso", "número", "ganglio",
    "tumor", "estudio", "médico", "paso",
})  # fmt: skip
_FEMININE = frozenset({
    "hora", "semana", "vez", "página", "pastilla", "tableta", "cápsula", "gota", "persona", "mujer", "pregunta",
    "opción", "respuesta", "dosis", "sesión", "cita", "visita", "cucharada", "señal", "célula", "palabra", "libra",
    "onza", "pulgada",
})  # fmt: skip
_PLURALS = {"vez": "veces", "dosis": "dosis"}


def _plural(noun: str) -> str:
    if noun in _PLURALS:
        return _PLURALS[noun]
    if noun.endswith("ión"):
        return noun.removesuffix("ión") + "iones"
    return noun + ("s" if noun[-1] in "aeiou" else "es")


_GENDERS = {_plural(noun): False for noun in _MASCULINE} | {_plural(noun): True for noun in _FEMININE}


def one_before_noun(number: str, feminine: bool, table: Table) -> str:
    """`number`, a whole one in digits, as it is said before a noun; unchanged where that makes no difference."""
    if not table.gendered_numbers or not re.fullmatch(r"[1-9][0-9]{1,5}", number):
        return number
    if number[-1] != "1" or number[-2] == "1":
        return _hundreds_before(int(number)) if feminine else number
    one = "una" if feminine else "ún" if number[-2] == "2" else "un"
    thousands, rest = divmod(int(number), 1000)
    hundreds = _HUNDREDS[rest // 100].format(s="as" if feminine else "os")
    tens = "veinti" if number[-2] == "2" else _TENS[int(number[-2])]
    return f"{f'{thousands}000 ' if thousands else ''}{hundreds}{tens}{one}"


def _hundreds_before(number: int) -> str:
    """200 horas → doscientas horas; one hundred has no gender."""
    thousands, rest = divmod(number, 1000)
    if rest < 200:
        return str(number)
    parts = [f"{thousands}000"] if thousands else []
    parts.append(_HUNDREDS[rest // 100].format(s="as").strip())
    return " ".join([*parts, *([str(rest % 100)] if rest % 100 else [])])


def _one(match: Match, table: Table) -> str | None:
    """1 vez → una vez."""
    noun = match["noun"].lower()
    if not table.gendered_numbers or noun not in _MASCULINE | _FEMININE:
        return None
    return f"{table.say['one feminine' if noun in _FEMININE else 'one']} {match['noun']}"


def _counted_noun(match: Match, table: Table) -> str | None:
    feminine = _GENDERS.get(match["noun"].lower())
    if not table.gendered_numbers or feminine is None:
        return None
    return f"{one_before_noun(match['n'], feminine, table)} {match['noun']}"


ONES: tuple[Rule, ...] = (
    (re.compile(r"1 (?P<noun>[A-Za-záéíóúñü]{3,13})(?!\w)"), _one),
    (re.compile(r"(?P<n>[1-9][0-9]{1,5}) (?P<noun>[A-Za-záéíóúñü]{3,13})(?!\w)"), _counted_noun),
)
