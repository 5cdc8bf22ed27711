"""States and provinces by the two letters that stand before a postcode."""

from __future__ import annotations


def _named(listed: str) -> dict[str, str]:
    return {name[:2]: name[3:] for name in listed.replace("\n", " ").strip().split(" | ")}


ENGLISH_REGIONS = _named("""\
AL Alabama | AK Alaska | AZ Arizona | AR Arkansas | CA California | CO Colorado | CT Connecticut | DE Delaware |
DC D-C | FL Florida | GA Georgia | HI Hawaii | ID Idaho | IL Illinois | IN Indiana | IA Iowa | KS Kansas |
KY Kentucky | LA Louisiana | ME Maine | MD Maryland | MA Massachusetts | MI Michigan | MN Minnesota |
MS Mississippi | MO Missouri | MT Montana | NE Nebraska | NV Nevada | NH New Hampshire | NJ New Jersey |
NM New Mexico | NY New York | NC North Carolina | ND North Dakota | OH Ohio | OK Oklahoma | OR Oregon |
PA Pennsylvania | PR Puerto Rico | RI Rhode Island | SC South Carolina | SD South Dakota | TN Tennessee | TX Texas |
UT Utah | VT Vermont | VA Virginia | WA Washington | WV West Virginia | WI Wisconsin | WY Wyoming |
AB Alberta | BC British Columbia | MB Manitoba | NB New Brunswick | NL Newfoundland | NS Nova Scotia | ON Ontario |
PE Prince Edward Island | QC Quebec | SK Saskatchewan""")
SPANISH_REGIONS = ENGLISH_REGIONS | _named("""\
HI Hawái | LA Luisiana | MI Míchigan | MS Misisipi | MO Misuri | NH Nuevo Hampshire | NJ Nueva Jersey |
NM Nuevo México | NY Nueva York | NC Carolina del Norte | ND Dakota del Norte | OR Oregón | PA Pensilvania |
SC Carolina del Sur | SD Dakota del Sur | TN Tennessee | WV Virginia Occidental | BC Columbia Británica |
NB Nuevo Brunswick | NL Terranova | NS Nueva Escocia | PE Isla del Príncipe Eduardo""")
