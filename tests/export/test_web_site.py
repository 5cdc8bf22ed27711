"""The web site has the very words of the kiosk, needs no script, and is whole without its style sheet."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from kiosk.content.model.library import Group, Library, Urgency
from kiosk.export.web_site import Said, web_site
from kiosk.locale.wordings import wordings
from kiosk.ui.themes import THEMES
from kiosk.visit.layout.grid import Grid
from kiosk.visit.places.card_sheets import is_index
from kiosk.visit.transcript import topic_transcript

UNCUT = Grid(120, 1000)
VOID = {"meta", "link", "input", "path"}


class Read(HTMLParser):
    """What a screen reader meets: the elements in order, and the text below the main heading."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text = ""
        self.feed(page)
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)
        self.text += " "

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop() == tag
        self.text += " "

    def handle_data(self, data: str) -> None:
        if "main" in self.open:
            self.text += data


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


@pytest.fixture(scope="module")
def site(library: Library) -> dict[str, str]:
    return {name: raw.decode() for name, raw in web_site(library, wordings(library.clinic.languages))}


@pytest.mark.parametrize("language", ["en", "es"])
def test_each_page_has_every_word_of_the_transcript_of_its_topic_in_its_order(
    library: Library, site: dict[str, str], language: str
):
    own = wordings(library.clinic.languages)
    for name in library.clinic.offered:
        page = Read(site[f"{language}/{name}.html"])
        shown = words(page.text)
        topic = library.topic(name, language)
        levels = {level.value for level in Urgency}
        picture = () if is_index(topic) else ("picture-says",)  # a list of cards has none, here as on the kiosk
        for path in ("title", "sections", "cards", "questions", *picture):
            for text in set(topic.texts(path)) - levels:
                assert set(words(text)) <= set(shown) or library.clinic.phone in text, text
        said = {
            word
            for each in topic_transcript(library, name, language, UNCUT, own)
            for word in words(" ".join((*each.read, *each.shown)))
        }
        assert set(shown) <= said | set(words(own[language]("Not yet approved by a clinician."))), name


def test_each_sentence_of_a_text_is_whole(library: Library, site: dict[str, str]):
    pages = topic_transcript(library, "treatments", "en", UNCUT, wordings(["en", "es"]))
    text = " ".join(words(Read(site["en/treatments.html"]).text))
    (page,) = (each for each in pages if each.page == "treatments")
    for sentence in page.shown[: -len(library.topic("treatments", "en").questions) or None]:
        if len(words(sentence)) > 4:
            assert " ".join(words(sentence)) in text


def test_no_page_has_a_script_and_each_is_well_formed_with_one_main_heading(site: dict[str, str]):
    for name, page in site.items():
        if name.endswith(".html"):
            tags = [tag for tag, _ in Read(page).tags]
            assert tags.count("h1") == tags.count("main") == 1, name
            assert "script" not in tags
            levels = [int(tag[1]) for tag in tags if re.fullmatch("h[1-6]", tag)]
            assert all(after - before <= 1 for before, after in pairwise(levels)), name


def test_each_page_says_its_language_and_where_it_is_in_the_others(site: dict[str, str]):
    tags = Read(site["es/signs.html"]).tags
    assert ("html", {"lang": "es"}) in tags
    assert ("link", {"rel": "alternate", "hreflang": "en", "href": "../en/signs.html"}) in tags
    assert ("a", {"href": "../en/signs.html", "hreflang": "en", "lang": "en"}) in tags


def test_every_link_leads_to_a_file_of_the_site(site: dict[str, str]):
    for name, page in site.items():
        folder = name.rpartition("/")[0]
        for _, attributes in Read(page).tags if name.endswith(".html") else ():
            there = attributes.get("href") or ""
            if there and not there.startswith(("#", "tel:")):
                path = there.removeprefix("../") if there.startswith("../") else f"{folder}/{there}".lstrip("/")
                assert path in site, (name, there)


def test_care_cards_have_their_level_in_words_and_their_order(site: dict[str, str]):
    page = site["en/feel-unwell.html"]
    signs = re.findall(r'<p class="level">(.) ([^<]+)</p>', page)
    assert signs[0] == ("▲", "Emergency")
    order = [level.sign for level in Urgency]
    assert [order.index(sign) for sign, _ in signs] == sorted(order.index(sign) for sign, _ in signs)


def test_a_number_can_be_dialed(site: dict[str, str]):
    assert '<a href="tel:911">911</a>' in site["en/feel-unwell.html"]


def test_a_picture_is_there_with_its_words(library: Library, site: dict[str, str]):
    topic = next(each for each in library.topics["en"].values() if each.text("picture-says"))
    page = site[f"en/{topic.name}.html"]
    assert re.search(r"<figure><svg .*</svg><figcaption>", page)
    assert topic.text("picture-says") in page


def test_what_is_not_approved_says_so_before_its_text(site: dict[str, str]):
    page = site["en/signs.html"]
    assert page.index("Not yet approved by a clinician.") < page.index("<h2")


def test_the_style_sheet_has_the_four_contrasts(site: dict[str, str]):
    for theme in THEMES:
        assert f":has(#contrast-{theme.name}:checked)" in site["style.css"]
        assert theme.colours.ground in site["style.css"]
    assert "prefers-color-scheme:dark" in site["style.css"]
    assert "prefers-contrast:less" in site["style.css"]


def test_a_group_is_a_heading_above_its_topics(library: Library):
    group = Group(1, {"en": "Living with it"}, {}, ("treatments",))
    menu = tuple(name for name in library.clinic.menu if name != "treatments")
    grouped = replace(library, clinic=replace(library.clinic, menu=menu, groups=(group,)))
    site = dict(web_site(grouped, wordings(["en", "es"])))
    page = site["en/index.html"].decode()
    assert '<h3>Living with it</h3><ul><li><a href="treatments.html">' in page
    assert "en/treatments.html" in site


def test_each_part_has_its_sound_and_none_where_the_voice_cannot_say_it(library: Library):
    class Sounds:
        ending = ".ogg"

        def made(self, texts: list[Said]) -> bytes:
            return b"" if texts[0].language == "es" else "|".join(each.text for each in texts).encode()

    site = dict(web_site(library, wordings(["en", "es"]), Sounds()))
    page = site["en/signs.html"].decode()
    players = re.findall(r'<audio controls preload="none" src="([^"]+)" aria-label="([^"]+)"></audio>', page)
    assert len(players) == page.count("<section")
    for address, label in players:
        assert label.startswith("Listen: ")
        assert site[f"en/{address}"]
    assert "<audio" not in site["es/signs.html"].decode()
