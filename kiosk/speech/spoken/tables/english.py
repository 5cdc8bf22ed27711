"""The words of spoken English."""

from kiosk.speech.spoken.tables.cldr import CLDR
from kiosk.speech.spoken.tables.regions import ENGLISH_REGIONS
from kiosk.speech.spoken.tables.shared import (
    HYPHENED,
    SPELLED,
    TESTED,
    days_of,
    money_of,
    short_months_of,
    units_of,
)
from kiosk.speech.spoken.tables.table import Table, Unit, words

_UNITS = {
    "mass": "ng nanogram, pg picogram, ug microgram, pound pound",
    "volume": "pt pint, fL femtoliter, µL microliter, uL microliter, cup cup",
    "length": "inch inch, foot foot, mi mile",
    "duration": "sec second, w week, wk week, wks week, yr year, yrs year, mo month, mos month, day day, week week, "
    "hour hour, month month, year year, minute minute",
    "dose": "dose dose, tab tablet, tabs tablet, cap capsule, caps capsule, gtt drop, gtts drop, supp suppository, "
    "amp ampule, pkt packet, unit unit, units unit, tablet tablet, capsule capsule",
    "": "IU international unit, mIU milli-international unit, U unit, mmol millimole, µmol micromole, nmol nanomole, "
    "pmol picomole, mEq milliequivalent, Gy gray, cGy centigray, mSv millisievert, mCi millicurie, "
    "MBq megabecquerel, bpm beat per minute, visit visit, person person, kPa kilopascal, hpf high-power field, "
    "cc c-c, ppm part per million, cell cell",
}
_IRREGULAR = {
    "foot": "feet", "inch": "inches", "gray": "gray", "beat per minute": "beats per minute", "person": "people",
    "c-c": "c-c", "suppository": "suppositories", "part per million": "parts per million",
}  # fmt: skip
_MORE_UNITS = {
    written: Unit(one, _IRREGULAR.get(one, one + "s"), kind)
    for kind, units in _UNITS.items()
    for written, _, one in (unit.partition(" ") for unit in units.split(", "))
}
_WEEKDAYS = days_of("en", {"tues": 1, "weds": 2, "thur": 3, "thurs": 3})
_ALSO_A_WORD = {"sat", "sun"}
_STRESSED = """
    ABOUT ABOVE AFTER AGAIN AHEAD ALL ALONE ALSO ALWAYS AN AND ANY ARE AS ASK AT AVOID AWAY BACK BAD BE BEEN BEGIN BELOW
    BEST BIG BOOK BOTH BREAK BUT BY CALL CAN CARE CARRY CHECK CLEAN CLEAR CLOSE COLD COME COUGH COULD DAILY DAY DAYS
    DOES
    DONE DOOR DRINK DRIVE DRUG DRUGS DRY EACH EARLY EAT EMPTY END ENTER EVEN EVER EVERY EXIT FACE FALL FAST FEEL FEVER
    FEW FIND FIRST FOOD FOR FREE FROM FULL GET GIVE GO GOOD HAND HANDS HARD HAS HAVE HELP HER HERE HIGH HIM HIS HOLD
    HOME
    HOT HOUR HOURS HOW IF IN INTO IS ITS JUST KEEP KNOW LAST LATE LEAVE LEFT LESS LET LIFE LIKE LIST LONG LOOK LOW LUMP
    MAKE MAY MEAL MEALS MORE MOST MUCH MUST MY NEED NEVER NEW NEXT NIGHT NO NONE NOR NOT NOTE NOW OF OFF OLD ON ONCE ONE
    ONLY OPEN OTHER OUR OUT OVER OWN PAIN PART PAY PHONE PILL PILLS PLACE PLAN PLUS PUSH PUT QUICK RASH READ REAL REST
    RIGHT ROOM SAFE SAID SAME SAY SEAT SEE SELF SEND SHE SHOT SHOW SICK SIDE SIGN SIGNS SIT SKIN SLEEP SLOW SMALL SMOKE
    SO SOME SOON SORE STAFF STAND START STAY STEP STILL STOP SUCH SURE TAKE TALK TELL TEST TESTS TEXT THAN THAT THE THEM
    THEN THERE THESE THEY THIS TIME TIMES TO TODAY TOO TOUCH TRUE TRY TURN TWICE TWO UNDER UNTIL UP USE USED VERY VISIT
    WAIT WALK WANT WARM WAS WASH WATCH WATER WAY WE WEAK WEAR WEEK WEEKS WELL WENT WHAT WHEN WHERE WHILE WHY WILL WITH
    WORD WORK WORSE WOULD WRONG YEAR YES YET YOU YOUR
"""
_READ = """
    AIDS BRAF CAD CALM CAT COVID DEXA FISH FOLFOX FAST HER HIPAA HOPE KRAS MAC MET NASA NICE NRAS NSAID PALB PARP PEG
    PET
    PICC PIN PTEN SARS SPECT STAT TRAM VAC ZIP LASIK
"""

ENGLISH = Table(
    digits=("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
    say={
        "point": "point", "minus": "minus", "plus": "plus", "to": "to", "over": "over", "per": "per",
        "and": "and", "or": "or", "out of": "out of", "by": "by", "times": "times", "time": "time", "of": "times",
        "for": "for",
        "number": "number", "percent": "percent", "degrees": "degrees", "degree": "degree", "F": "Fahrenheit",
        "C": "Celsius", "at least": "at least", "at most": "at most", "less than": "less than",
        "more than": "more than", "about": "about", "dot": "dot", "at": "at", "slash": "slash", "dash": "dash",
        "hashtag": "hashtag", "underscore": "underscore", "positive": "positive", "negative": "negative",
        "extension": "extension", "hundred": "hundred", "oh": "oh", "or more": "or more", "one m": "1", "one f": "1",
        "date": "{month} {day}, {year}", "date without year": "{month} {day}", "day month": "{day} {month}",
        "www": "w-w-w", "day one": "1", "star key": "star", "hash key": "pound", "every": "every",
        "power": "to the power of {n}", "squared": "squared", "cubed": "cubed",
    },
    months=CLDR["en"].months,
    short_months=short_months_of("en", {"sept": 9}),
    weekdays=_WEEKDAYS,
    capital_days=frozenset({"Mon", "Tue", "Tues", "Wed", "Weds", "Thu", "Thur", "Thurs", "Fri"}),
    units=units_of("en", frozenset(), _MORE_UNITS),
    raised=("square {}", "cubic {}"),
    money=money_of("en", {"": ("cent", "cents"), "GBP": ("penny", "pence"), "INR": ("paisa", "paise")}, frozenset()),
    scales={"thousand": "thousand", "million": "million", "billion": "billion", "M": "million", "K": "thousand",
            "k": "thousand", "B": "billion", "m": "million", "bn": "billion"},
    ordinal_suffixes=frozenset({"st", "nd", "rd", "th"}),
    abbreviations={
        **{f"{short}.": day for short, day in _WEEKDAYS.items() if len(short) < 6 and short not in _ALSO_A_WORD},
        "e.g.": "for example", "i.e.": "that is", "etc.": "and so on", "vs.": "versus", "dr.": "Doctor",
        "mr.": "Mister", "mrs.": "Missus", "ms.": "Miz", "approx.": "approximately", "appt.": "appointment",
        "dept.": "department", "prof.": "Professor", "tel.": "telephone", "ext.": "extension",
        "a.m.": "A-M", "p.m.": "P-M", "max.": "maximum", "ave.": "Avenue",
        "blvd.": "Boulevard", "rd.": "Road", "temp.": "temperature", "incl.": "including",
        "ph.d.": "P-H-D", "c.f.": "compare", "resp.": "respectively", "n.b.": "note", "p.o.box": "P-O box",
        "pobox": "P-O box", "apt.": "apartment", "ste.": "suite", "hwy.": "highway", "pkwy.": "Parkway",
        "bldg.": "building",
        "jr.": "Junior", "sr.": "Senior", "rev.": "Reverend", "capt.": "Captain", "mt.": "Mount",
        "hosp.": "hospital", "univ.": "university", "appts.": "appointments", "appt": "appointment",
        "approx": "approximately", "dept": "department",
        "avg.": "average", "wt.": "weight", "ht.": "height", "pt.": "patient", "pts.": "patients", "hr.": "hour",
        "hrs.": "hours", "mins.": "minutes", "yrs.": "years", "wks.": "weeks", "mos.": "months",
        "dx.": "diagnosis", "rx.": "prescription",
        "and/or": "and or", "w/o": "without", "w/": "with", "n/a": "not available", "c/o": "care of",
        "24/7": "24 hours a day, 7 days a week", "+/-": "plus or minus", "at&t": "A-T and T", "h/o": "history of",
        "s/p": "after", "y/o": "year old", "y.o.": "year old", "r/o": "rule out",
        "24-7": "24 hours a day, 7 days a week", "rte.": "route", "rt.": "route", "m–f": "Monday to Friday",
        "fl.": "floor", "aka": "also known as", "a.k.a.": "also known as", "vs": "versus", "etc": "and so on",
        "ph.d": "P-H-D", "cf.": "compare", "hx": "history", "vit.": "vitamin",
        "m-th": "Monday to Thursday", "m–th": "Monday to Thursday",
         "p.m": "P-M",
        "sq": "square", "m-f": "Monday to Friday", "incl": "including", "f/u": "follow-up",
    },
    before_number={"no.": "number", "nos.": "numbers", "fig.": "figure", "p.": "page", "pp.": "pages",
                   "ca.": "about", "ch.": "chapter", "rm.": "room", "vol.": "volume", "min.": "at least",
                   "rte": "route",
                   "sat.": "Saturday", "sun.": "Sunday", "sat": "Saturday", "sun": "Sunday", "rm": "room",
                   "apt": "apartment",
                   "ste": "suite", "ext": "extension", "c.": "about", "sec.": "section", "tab.": "table"},
    before_name={"st.": ("Saint", "Street"), "ft.": ("Fort", "feet")},
    streets={"st": "Street", "ave": "Avenue", "dr": "Drive", "blvd": "Boulevard", "rd": "Road", "ln": "Lane",
        "ct": "Court",
             "pl": "Place", "cir": "Circle", "hwy": "Highway", "pkwy": "Parkway", "sq": "Square", "ter": "Terrace"},
    compass={"N": "North", "S": "South", "E": "East", "W": "West", "NE": "Northeast", "NW": "Northwest",
             "SE": "Southeast", "SW": "Southwest"},
    regions=ENGLISH_REGIONS,
    word_endings={"s": (), "es": ()},
    pointing=frozenset({"this", "that", "which", "what"}),
    titles=frozenset({"dr", "mr", "mrs", "ms", "prof", "mt", "rev", "capt"}),
    may_end_sentence=frozenset({"etc.", "a.m.", "p.m.", "ph.d.", "ave.", "blvd.", "rd.", "dept.", "max.", "jr.", "sr.",
                                "hwy.", "pkwy.", "hrs.", "mins.", "yrs.", "wks.", "mos.", "hr."}),
    doses={
        "bid": "twice a day", "tid": "three times a day", "qid": "four times a day", "prn": "as needed",
        "po": "by mouth", "qd": "once a day", "qod": "every other day", "qhs": "at bedtime", "hs": "at bedtime",
        "qam": "every morning", "qpm": "every evening", "ac": "before meals", "pc": "after meals",
        "sl": "under the tongue", "sc": "under the skin", "ou": "in both eyes",
        "sq": "under the skin", "subq": "under the skin", "npo": "nothing by mouth",
        "ac/hs": "before meals and at bedtime",
    },
    every=frozenset({"q"}),
    names={
        "BP": "blood pressure", "HER2": "her 2", "Her2": "her 2", "her2": "her 2", "HER-2": "her 2", "HER": "her",
        "PET": "pet", "BRCA": "bracka",
        "OK": "okay", "CEO": "C-E-O", "TV": "T-V", "FAQ": "F-A-Q", "HbA1c": "hemoglobin A-1-C", "A1c": "A-1-C",
        "A1C": "A-1-C", "HIPAA": "hippa", "PALB": "pal b", "PTEN": "P-ten", "mTOR": "m tor", "PhD": "P-H-D", "NPO":
        "nothing by mouth", "PRN": "as needed", "BID": "twice a day", "TID":
        "three times a day", "QID": "four times a day", "QHS": "at bedtime", "QOD": "every other day",
        "SpO2": "S-P-O 2", "KRAS": "K-rass", "NRAS": "N-rass", "BRAF": "B-raff",
        "CHEK": "check", "Rx": "prescription", "Dx": "diagnosis", "Tx": "treatment", "Hx": "history",
        "Hgb": "hemoglobin",
        "Hb": "hemoglobin", "Plt": "platelets", "WiFi": "why-fye", "Wi-Fi": "why-fye", "PICC": "pick",
        "NaCl": "sodium chloride",
        "DXd": "D-X-D", "MyChart": "My Chart", "WhatsApp": "Whats App", "YouTube": "You Tube", "iPhone": "eye-phone",
        "iPad": "eye-pad", "GoodRx": "Good R-X", "NY": "New York", "NYC": "New York City", "b/c": "because", "pH": "pH",
        "MWF": "Monday, Wednesday and Friday", "MLK": "M-L-K", "PCP": "P-C-P", "KCl": "potassium chloride",
    },
    spelled=SPELLED | words(
    """
    ACS AD ADCS ADL AIS AM CO DO ECG ED EU HS ICU ID IM IT NCI NHS OR OT PA PM QA RN UK UN US USA USB VA WHO ACA
    """
),
    read=words(_STRESSED + _READ),
    words_too=frozenset({"US", "IT", "OR", "DO", "AM", "ID", "PA", "AD", "ED", "LA", "ABC", "WHO", "AI"}),
    tested=TESTED,
    hyphened=HYPHENED,
    staged=words(
    """
    stage stages phase phases type types grade grades part parts level levels class classes chapter chapters volume
    vol ch act factor nerve nerves figure figures table tables appendix group groups category line section step unit
    war wars
    """
),
    paged=frozenset({"page", "pages", "p", "pp"}),
    rooms=words("room rm suite ste apartment apt building bldg office bay bed desk gate unit"),
    shares=words("dilution dilutions ratio ratios odds mix mixture"),
    before_date=words(
    """
    in by of until till since before after from through late early mid last next this every on closed open due
    """
),
    scored=frozenset({"HER2", "HER-2", "IHC", "neu", "score", "of", ":"}),
    symbols={
        "&": "and", "%": "percent", "=": "equals", "≠": "is not equal to", "≈": "about", "~": "about",
        "±": "plus or minus", "÷": "divided by", "°": "degrees", "§": "section", "µ": "micro", "$": "dollars",
        "€": "euros", "£": "pounds", "№": "number", "∞": "infinity", "²": "squared", "³": "cubed",
        "↑": "up", "↓": "down",
        "≥": "at least", "≤": "at most", "℃": "degrees Celsius", "℉": "degrees Fahrenheit", "@": "at",
        "+": "plus", "×": "times", "¢": "cents", "♀": "female", "♂": "male", "✓": "yes", "✔": "yes",
        "✗": "no", "✘": "no", "‰": "per thousand", "α": "alpha", "β": "beta", "γ": "gamma", "¶": "paragraph",
        "₹": "rupees", "¥": "yen", "Δ": "delta", "κ": "kappa", "λ": "lambda", "ℓ": "liters",
    },
    fractions={
        "½": ("one half", "and a half"), "1/2": ("one half", "and a half"), "⅓": ("one third", "and a third"),
        "1/3": ("one third", "and a third"), "⅔": ("two thirds", "and two thirds"),
        "2/3": ("two thirds", "and two thirds"), "¼": ("one quarter", "and a quarter"),
        "1/4": ("one quarter", "and a quarter"), "¾": ("three quarters", "and three quarters"),
        "3/4": ("three quarters", "and three quarters"), "⅛": ("one eighth", "and an eighth"),
        "1/8": ("one eighth", "and an eighth"), "3/8": ("three eighths", "and three eighths"),
        "⅜": ("three eighths", "and three eighths"), "5/8": ("five eighths", "and five eighths"),
        "⅝": ("five eighths", "and five eighths"), "7/8": ("seven eighths", "and seven eighths"),
        "⅞": ("seven eighths", "and seven eighths"),
    },
    clock={"am": "A-M", "pm": "P-M", "full hour": "o'clock", "low minutes": "oh {minutes}"},
    noon=frozenset({"noon", "midnight"}),
    until=frozenset({"to", "until", "till"}),
    hours=frozenset({"h", "hrs", "hs"}),
    singular_after_hyphen=True,
    years_in_pairs=True,
    marks={"'": "ft", "′": "ft", '"': "in", "″": "in"},
    fold=("time", "times"),
    plural_acronyms=True,
    per_words=frozenset({"once", "twice", "thrice", "time", "dose"}),
    dialled=frozenset({"call", "ext", "extension", "dial", "text", "phone", "fax", "tel", "telephone", "ring", "tty",
        "sms", "number",
        "calls"}),
    pressed=words("press push dial hit enter call text then"),
    between=frozenset({"us", "at", "on", "to", "or", "the", "now", "number", "tel.", ".", ":", "line", "relay"}),
    coded=frozenset({"zip", "mrn", "ssn", "npi", "id", "postcode", "code", "pin", "passcode", "password"}),
)  # fmt: skip
