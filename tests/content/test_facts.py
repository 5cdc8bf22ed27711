"""Each fact of the article is seen and heard, in both languages: a section may name a fact and yet lose half of it."""

from __future__ import annotations

import pytest

from kiosk.content.model.library import Library
from kiosk.locale.wordings import wordings
from kiosk.visit.layout.grid import Grid
from kiosk.visit.transcript import transcript
from tests.content.test_shipped_content import table_of_facts

SAID = {
    "about.definition": ("metastatic breast cancer, or stage 4", "cáncer de seno metastásico, o etapa 4"),
    "about.sites": ("the bones, the liver, the lungs or the brain", "los huesos, el hígado, los pulmones o el cerebro"),
    "about.early-differs": (
        "only in the breast or close by, and it needs other treatment",
        "necesita otro tratamiento",
    ),
    "about.outlook": ("it cannot cure the cancer, which means make it go away for good", "no puede curarlo, es decir"),
    "about.signs-vary": ("Your symptoms depend on where it is", "Sus síntomas dependen de dónde está"),
    "signs.bone-pain": ("You have bone or joint pain that lasts", "dolor de huesos o articulaciones"),
    "signs.breathing": ("You are short of breath, or breathing is hard", "Le falta el aire, o le cuesta respirar"),
    "signs.weight": (
        "lose weight without trying, or are not hungry",
        "Baja de peso sin proponérselo, o no tiene",
    ),
    "signs.head": (
        "You have bad headaches, or your eyesight changes",
        "Tiene dolores de cabeza fuertes, o cambios en la vista",
    ),
    "signs.cough": ("You have a cough or a rough voice that lasts", "Tiene tos o ronquera que no se quita"),
    "signs.swelling": (
        "Your belly, your arms or your legs are swollen",
        "hinchados el vientre, los brazos o las piernas",
    ),
    "signs.other-causes": ("Many other conditions can cause these", "Muchas otras enfermedades pueden causar estos"),
    "seek.signs": ("especially if it lasts or gets worse", "sobre todo si dura o empeora"),
    "seek.change": ("not normal for you, most of all after breast cancer", "sobre todo después de un cáncer de seno"),
    "seek.lump": ("a lump in your breast or under your arm", "un bulto en el seno (mama) o debajo del brazo"),
    "seek.worry": ("Someone in your family has had breast cancer", "Alguien de su familia ha tenido cáncer de seno"),
    "seek.checkups": ("Keep your regular check-ups, even when you feel well", "Vaya a sus chequeos regulares"),
    "early.why": ("can give you more choices of treatment", "puede darle más opciones de tratamiento"),
    "early.not-always": ("does not always stop the cancer from spreading", "no siempre evita que se extienda"),
    "early.tests": ("a mammogram, which is an X-ray of the breast", "una mamografía, que es una radiografía del seno"),
    "early.extra-tests": ("An MRI takes detailed pictures", "La resonancia magnética usa imanes fuertes"),
    "care.follow-up": ("Keep all your visits with your oncologist", "Acuda a todas sus citas con su oncólogo"),
    "care.medicines": ("Take your medicines as your doctor told you", "Tome sus medicinas como le indicó el médico"),
    "care.watch": ("Watch for symptoms that are new or change", "síntomas que sean nuevos o cambien"),
    "care.talk": ("Talk openly with your team", "Hable con confianza con su equipo"),
    "care.support": (
        "family, friends, or members of a support group",
        "familiares, amigos o personas de un grupo de apoyo",
    ),
    "care.health": ("Eat several small meals", "Coma porciones pequeñas"),
    "care.team": ("a multidisciplinary team", "equipo multidisciplinario"),
    "treat.aims": ("keep it from growing or spreading for a time", "evitar por un tiempo que crezca o se extienda"),
    "treat.systemic": ("Chemotherapy uses strong drugs", "La quimioterapia usa medicinas fuertes"),
    "treat.radiation": ("Radiation is strong rays aimed at one place", "rayos fuertes dirigidos a un lugar"),
    "treat.surgery": (
        "takes out a lump of cancer cells or eases symptoms",
        "quita un bulto de células del cáncer o alivia",
    ),
    "treat.immuno": (
        "Immunotherapy helps your body’s own defense",
        "La inmunoterapia ayuda a las defensas de su cuerpo",
    ),
    "treat.trials": ("something that is not yet open to everyone", "algo que aún no está disponible para todos"),
    "treat.choice": ("The choice depends on these", "La decisión depende de esto"),
    "close.hope": (
        "live longer now, and live well. Each person is different",
        "viven más ahora, y viven bien. Cada persona",
    ),
    "disclaimer.information": ("They are not medical advice", "No sustituyen el consejo de su médico"),
    "disclaimer.date": ("Each page says when it was last changed", "Cada página dice cuándo se cambió por última vez"),
}
"""Fact → words of the sentence that says it, in English and in Spanish."""
WIDE = Grid(100, 1000)
"""So high that every place is one page."""


def test_each_fact_has_its_sentence():
    assert SAID.keys() == table_of_facts().keys()


@pytest.fixture(scope="module")
def pages(library: Library) -> dict[str, tuple[str, str]]:
    """What all pages show and what is read of them, by language."""
    found = {}
    for language in ("en", "es"):
        parts = transcript(library, language, WIDE, wordings(["en", "es"]))
        shown = " ".join(row for part in parts for row in part.shown)
        found[language] = (" ".join(shown.split()), " ".join(text for part in parts for text in part.read))
    return found


@pytest.mark.parametrize("fact", sorted(SAID))
def test_a_fact_is_seen_and_heard_in_both_languages(pages: dict[str, tuple[str, str]], fact: str):
    for language, words in zip(("en", "es"), SAID[fact], strict=True):
        seen, heard = pages[language]
        assert words in seen
        assert words in heard
