"""Writes the languages of each state from the Census Bureau's tables: `python tools/state_languages.py FOLDER`.

The folder holds one CSV file for each sheet of the workbook `detailed-lang-tables.xls`. A heading that holds several
languages, such as “Chinese”, counts once. One that names no language, such as “Other Indic”, is passed over.
"""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Iterator
from pathlib import Path

FILE = Path(__file__).resolve().parent.parent / "kiosk" / "content" / "model" / "states.tsv"
SOURCE = """\
# The fifteen languages, other than English, that most people with limited English speak in each state.
# U.S. Census Bureau, American Community Survey 2006-2008, released April 2010: Detailed Languages Spoken at Home and
# Ability to Speak English for the Population 5 Years and Over; those who spoke English less than “very well”.
# https://www.census.gov/hhes/socdemo/language/data/other/detailed-lang-tables.xls
# Written by tools/state_languages.py. Languages with a “/” between them are one heading of the tables.
"""
MOST = 15
TAGS = {
    "Albanian": "sq", "Amharic": "am", "Arabic": "ar", "Armenian": "hy", "Basque": "eu", "Bengali": "bn",
    "Blackfoot": "bla", "Bulgarian": "bg", "Burmese": "my", "Cherokee": "chr", "Chinese": "zh/zh-Hant",
    "Choctaw": "cho", "Crow": "cro", "Cushite": "so/om", "Czech": "cs", "Dakota": "dak", "Danish": "da", "Dutch": "nl",
    "Finnish": "fi", "French": "fr", "French Creole": "ht", "German": "de", "Greek": "el", "Gujarati": "gu",
    "Hawaiian": "haw", "Hebrew": "he", "Hindi": "hi", "Hmong": "hmn", "Hungarian": "hu", "Ilocano": "ilo",
    "Indonesian": "id", "Inupik": "ik", "Italian": "it", "Japanese": "ja", "Keres": "kee", "Korean": "ko",
    "Kru, Ibo, Yoruba": "ig/yo", "Kurdish": "ku", "Kutenai": "kut", "Laotian": "lo", "Lithuanian": "lt",
    "Malayalam": "ml", "Marshallese": "mh", "Mon-Khmer, Cambodian": "km", "Muskogee": "mus", "Navajo": "nv",
    "Nepali": "ne", "Norwegian": "no", "Panjabi": "pa", "Pennsylvania Dutch": "pdc", "Persian": "fa", "Polish": "pl",
    "Portuguese": "pt", "Romanian": "ro", "Russian": "ru", "Samoan": "sm", "Sebuano": "ceb",
    "Serbo-Croatian languages": "bs/hr/sr", "Spanish": "es", "St Lawrence Is Yupik": "ess",
    "St Lawrence Island Yupik": "ess", "Swahili": "sw", "Syriac": "syr", "Tagalog": "tl", "Tamil": "ta",
    "Telugu": "te", "Tewa": "tew", "Thai": "th", "Tibetan": "bo", "Tongan": "to", "Towa": "tow", "Trukese": "chk",
    "Turkish": "tr", "Uighur": "ug", "Ukrainian": "uk", "Urdu": "ur", "Vietnamese": "vi", "Yiddish": "yi",
    "Yupik": "esu", "Zuni": "zun",
}  # fmt: skip
"""Heading of the tables → its tag, or those of the languages that it holds."""
STATES = {
    "Alabama": "AL", "Alaska": "AK", "Arizona": "AZ", "Arkansas": "AR", "California": "CA", "Colorado": "CO",
    "Connecticut": "CT", "Delaware": "DE", "District of Columbia": "DC", "Florida": "FL", "Georgia": "GA",
    "Hawaii": "HI", "Idaho": "ID", "Illinois": "IL", "Indiana": "IN", "Iowa": "IA", "Kansas": "KS", "Kentucky": "KY",
    "Louisiana": "LA", "Maine": "ME", "Maryland": "MD", "Massachusetts": "MA", "Michigan": "MI", "Minnesota": "MN",
    "Mississippi": "MS", "Missouri": "MO", "Montana": "MT", "Nebraska": "NE", "Nevada": "NV", "New Hampshire": "NH",
    "New Jersey": "NJ", "New Mexico": "NM", "New York": "NY", "North Carolina": "NC", "North Dakota": "ND",
    "Ohio": "OH", "Oklahoma": "OK", "Oregon": "OR", "Pennsylvania": "PA", "Rhode Island": "RI",
    "South Carolina": "SC", "South Dakota": "SD", "Tennessee": "TN", "Texas": "TX", "United States": "US",
    "Utah": "UT", "Vermont": "VT", "Virginia": "VA", "Washington": "WA", "West Virginia": "WV", "Wisconsin": "WI",
    "Wyoming": "WY",
}  # fmt: skip


def languages_of(rows: list[list[str]]) -> list[str]:
    """Return the tags of the languages with most speakers of limited English, the most spoken first."""
    counts: dict[str, float] = {}
    for row in rows:
        name = " ".join(row[0].split())
        if name in TAGS and row[3].replace(".", "").isdigit():
            counts.setdefault(name, float(row[3]))  # a heading comes before its parts, which may have the same name
    return [TAGS[name] for name in sorted(counts, key=lambda name: -counts[name])[:MOST]]


def lines(folder: Path) -> Iterator[str]:
    """Yield a line for each state: its letters, its name and its languages."""
    for file in folder.iterdir():
        rows = list(csv.reader(file.open(encoding="utf-8", newline="")))
        title = " ".join(" ".join(row[0] for row in rows[:3]).split())
        found = re.search(r"Over for (?:the )?([A-Za-z ]+):", title)
        if found and found[1] in STATES:
            yield f"{STATES[found[1]]}\t{found[1]}\t{' '.join(languages_of(rows))}\n"


if __name__ == "__main__":
    FILE.write_text(SOURCE + "".join(sorted(lines(Path(sys.argv[1])))), encoding="utf-8")
