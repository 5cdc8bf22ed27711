"""What every language writes alike: genes, markers and tests by their letters, signs of money; and what CLDR adds."""

from __future__ import annotations

from collections.abc import Mapping

from kiosk.speech.spoken.tables.cldr import CLDR
from kiosk.speech.spoken.tables.table import Money, Unit, words

SPELLED = words(
    """
    MD RN NP CNA LPN CI RS CPS RR MLH GERD TIA CVA CHF ALS MS CPR AED OB GYN DX TX HX SUV PSMA TILS
    ABC ACTH ADC ADN ADH AFP AI AJCC AKT ALK ALP ALT ANC ARN ASCO AST ATM AUC BCRP BI BMI BNP BUN CA CAT CBC CD CDH
    CDK CEA CK CN COPD CRP CSF CT CTC CTLA CYP DCIS DFS DLCO DMSO DNA DPD DS DVT DXA EBV ECG EEG EGFR EKG EMG ENT ER
    ERBB ESMO ESR FDA FDG FGFR FISH FSH FU GCSF GFR GI GP GTT HBV HCG HCT HCV HDL HIV HPV HR HRD HRT IDC IGF IHC IL
    ILC IMRT INR ISH IUD IV KIT LA LCIS LDH LDL LH LVEF MAPK MBC MCV MD MET MMR MRI MRSA MSH MSI MSS MTOR NCCN NF NGS
    NTRK NYHA OS PCR PD PFS PI PIK PLT PMS PR PSA PT PTSD QT RB RBC RE RET RH RNA RP SC SGOT SGPT SIADH SLN TB TDM
    TGF THC TN TNBC TNF TNM TP TSH UTI VEGF VLDL VHL WBC XR
    """
) - {"FISH", "MET", "KIT", "RET", "CAT", "BI"}
TESTED = words(
    """
    HER HER2 ER PR HR TN RE RP RH EGFR ALK BRCA BRCA1 BRCA2 PD-L1 KRAS NRAS BRAF ROS1 HIV VIH HPV VPH CD20 AR ISH FISH
    """
)
HYPHENED = frozenset({"CA"})
SIGNS = {
    "$": "USD", "US$": "USD", "€": "EUR", "£": "GBP", "₹": "INR", "¥": "JPY", "₩": "KRW", "₫": "VND", "₱": "PHP",
    "฿": "THB", "₪": "ILS", "₺": "TRY", "₽": "RUB", "₴": "UAH", "₦": "NGN", "₡": "CRC", "₲": "PYG", "R$": "BRL",
    "C$": "CAD", "CA$": "CAD", "A$": "AUD", "AU$": "AUD", "NZ$": "NZD", "MX$": "MXN", "HK$": "HKD", "S$": "SGD",
    "Can$": "CAD", "RD$": "DOP", "COL$": "COP", "CLP$": "CLP", "AR$": "ARS",
    "S/": "PEN", "S/.": "PEN", "zł": "PLN", "Fr.": "CHF",
}  # fmt: skip
_ALSO_A_TEST = frozenset({"INR"})
"""Codes that are something else in a clinic: how fast blood clots."""
_KEEPS_COUNTRY = frozenset({"C$", "CA$", "A$", "AU$", "NZ$", "MX$", "HK$", "S$", "Can$", "RD$", "COL$", "CLP$", "AR$"})
"""Signs that say whose dollar it is."""


def units_of(language: str, feminine: frozenset[str], more: Mapping[str, Unit]) -> dict[str, Unit]:
    """Return the units of `language`; those whose singular is in `feminine` have that gender, the others `m`."""
    named = {
        written: Unit(one, many, kind, "f" if one in feminine else "m")
        for written, (one, many, kind) in CLDR[language].units.items()
    }
    return named | dict(more)


def money_of(language: str, coins: Mapping[str, tuple[str, str]], feminine: frozenset[str]) -> dict[str, Money]:
    """Return the currencies of `language` by sign and by code; `coins` names the hundredths, under "" those of most."""
    found = {}
    for code, (one, many, sign, signs) in CLDR[language].currencies.items():
        one, many = (
            " ".join("-".join(word) if word.isupper() else word for word in name.split()) for name in (one, many)
        )
        hundredth = coins.get(code, coins[""])
        gender = "f" if sign in feminine else "m"
        if code not in _ALSO_A_TEST:
            found[code] = Money(one, many, *hundredth, gender)
        for written in (written for written, known in SIGNS.items() if known == code):
            names = (one, many) if written in _KEEPS_COUNTRY else (sign, signs)
            found[written] = Money(*names, *hundredth, gender)
    return found


def days_of(language: str, more: Mapping[str, int]) -> dict[str, str]:
    """Return whole and shortened names of weekdays; `more` are further short forms, Monday being 0."""
    names = CLDR[language]
    whole = {name.lower(): name for name in names.weekdays}
    short = {each.lower().rstrip("."): name for each, name in zip(names.short_weekdays, names.weekdays, strict=True)}
    return whole | short | {each: names.weekdays[n] for each, n in more.items()}


def short_months_of(language: str, more: Mapping[str, int]) -> dict[str, int]:
    """Return the shortened months with their numbers, except those that are whole."""
    names = CLDR[language]
    short = {each.lower().rstrip("."): n for n, each in enumerate(names.short_months, 1)}
    return {each: n for each, n in (short | dict(more)).items() if each != names.months[n - 1].lower()}
