"""The words of spoken Spanish."""

from kiosk.speech.spoken.table import Table

_UNITS = {
    "mg": "miligramo", "mcg": "microgramo", "µg": "microgramo", "μg": "microgramo", "ng": "nanogramo",
    "kg": "kilogramo", "g": "gramo", "mL": "mililitro", "ml": "mililitro", "dL": "decilitro",
    "dl": "decilitro", "L": "litro", "l": "litro", "km": "kilómetro", "cm": "centímetro", "mm": "milímetro",
    "m": "metro", "lb": "libra", "lbs": "libra", "oz": "onza", "h": "hora", "hr": "hora", "hrs": "hora",
    "min": "minuto", "seg": "segundo", "UI": "unidad internacional", "mmol": "milimol",
    "mEq": "miliequivalente",
    "Gy": "gray", "kcal": "kilocaloría", "mmHg": "milímetro de mercurio", "mm Hg": "milímetro de mercurio",
    "lpm": "latido por minuto", "m²": "metro cuadrado", "m2": "metro cuadrado", "cm²": "centímetro cuadrado",
    "cm³": "centímetro cúbico", "día": "día", "semana": "semana", "hora": "hora", "dosis": "dosis",
    "mes": "mes", "año": "año", "minuto": "minuto", "segundo": "segundo", "d": "día", "pulg": "pulgada",
}  # fmt: skip

_IRREGULAR = {
    "milímetro de mercurio": "milímetros de mercurio", "unidad internacional": "unidades internacionales",
    "latido por minuto": "latidos por minuto", "metro cuadrado": "metros cuadrados",
    "centímetro cuadrado": "centímetros cuadrados", "centímetro cúbico": "centímetros cúbicos",
    "gray": "gray", "milimol": "milimoles", "dosis": "dosis", "mes": "meses",
}  # fmt: skip

SPANISH = Table(
    digits=("cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve"),
    say={
        "point": "punto", "comma": "coma", "minus": "menos", "plus": "más", "to": "a", "over": "sobre",
        "per": "por", "and": "y", "or": "o", "out of": "de", "by": "por", "times": "por", "number": "número",
        "percent": "por ciento", "degrees": "grados", "degree": "grado", "F": "Fahrenheit", "C": "Celsius",
        "at least": "al menos", "at most": "como máximo", "less than": "menos de", "more than": "más de",
        "about": "unos", "dot": "punto", "at": "arroba", "slash": "barra", "dash": "guion",
        "hashtag": "etiqueta", "underscore": "guion bajo", "positive": "positivo", "negative": "negativo",
        "extension": "extensión", "equals": "igual a", "hundred": "cien", "oh": "cero",
        "24/7": "las 24 horas, los 7 días", "or more": "o más", "one": "un", "one feminine": "una",
        "date": "{day} de {month} de {year}", "www": "triple uve doble", "day one": "primero",
        "star key": "asterisco", "hash key": "numeral",
    },
    months=(
        "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre",
        "noviembre", "diciembre",
    ),
    short_months={
        "ene": 1, "feb": 2, "mar": 3, "abr": 4, "jun": 6, "jul": 7, "ago": 8, "sep": 9, "sept": 9, "oct": 10,
        "nov": 11, "dic": 12,
    },
    weekdays={
        "lunes": "lunes", "martes": "martes", "miércoles": "miércoles", "jueves": "jueves", "viernes": "viernes",
        "sábado": "sábado", "domingo": "domingo", "lun": "lunes", "mié": "miércoles", "jue": "jueves",
        "vie": "viernes", "sáb": "sábado", "dom": "domingo",
    },
    day_first=True,
    dot_groups_thousands=True,
    units={key: (one, _IRREGULAR.get(one, one + "s")) for key, one in _UNITS.items()},
    feminine=frozenset(
        {"libra", "onza", "hora", "unidad internacional", "kilocaloría", "semana", "dosis", "pulgada"}
    ),
    abbreviations={
        "p. ej.": "por ejemplo", "p.ej.": "por ejemplo", "ej.": "ejemplo", "etc.": "etcétera",
        "dr.": "doctor", "dra.": "doctora", "dres.": "doctores", "sr.": "señor", "sra.": "señora",
        "srta.": "señorita", "sres.": "señores", "ud.": "usted", "uds.": "ustedes", "vd.": "usted",
        "aprox.": "aproximadamente", "tel.": "teléfono", "tfno.": "teléfono", "ext.": "extensión",
        "a.m.": "de la mañana", "a. m.": "de la mañana", "p.m.": "de la tarde", "p. m.": "de la tarde",
        "máx.": "máximo", "mín.": "mínimo", "depto.": "departamento", "dpto.": "departamento",
        "av.": "avenida", "avda.": "avenida", "prof.": "profesor", "profa.": "profesora",
        "ee. uu.": "Estados Unidos", "ee.uu.": "Estados Unidos", "vs.": "contra", "lic.": "licenciado",
        "dña.": "doña", "es decir.": "es decir", "núms.": "números",
    },
    before_number={"núm.": "número", "nº": "número", "n.º": "número", "no.": "número", "pág.": "página",
                   "págs.": "páginas", "fig.": "figura", "cap.": "capítulo", "vol.": "volumen",
                   "hab.": "cuarto"},
    may_end_sentence=frozenset({"etc.", "a.m.", "a. m.", "p.m.", "p. m.", "ud.", "uds.", "ee. uu.", "ee.uu."}),
    slashed={"y/o": "y o", "s/n": "sin número", "c/u": "cada uno"},
    acronyms={
        "HER2": "her 2", "HER": "her", "PET": "pet", "TAC": "tac", "BRCA": "brca", "SIDA": "sida",
        "EE": "Estados", "UU": "Unidos", "OMS": "O-M-S", "UCI": "uci", "PIN": "pin", "PA": "presión arterial",
    },
    spelled=frozenset({
        "ABC", "ADC", "ADN", "ARN", "CA", "CIE", "CMM", "ECG", "EEUU", "EKG", "GP", "ID", "IRM", "ITU", "IV",
        "OMS", "RE", "RH", "RM", "RMN", "RP", "TC", "UI", "US", "USA", "VIH",
    }),
    words_too=frozenset({"ID", "RE"}),
    staged=r"etapas?|estadios?|fases?|tipos?|grados?|partes?|nivel|niveles|clases?|capítulos?|volumen",
    symbols={
        "&": "y", "%": "por ciento", "=": "igual a", "≠": "distinto de", "≈": "unos", "~": "unos",
        "±": "más o menos", "÷": "dividido entre", "°": "grados", "§": "sección", "µ": "micro",
        "$": "dólares", "€": "euros", "£": "libras", "№": "número", "∞": "infinito", "²": "al cuadrado",
        "³": "al cubo", "≥": "al menos", "≤": "como máximo", "℃": "grados Celsius",
        "℉": "grados Fahrenheit", "@": "arroba", "+": "más", "×": "por", "¢": "centavos", "♀": "mujer",
        "♂": "hombre", "✓": "sí", "✔": "sí", "✗": "no", "✘": "no", "‰": "por mil", "α": "alfa", "β": "beta",
        "γ": "gamma", "¶": "párrafo",
    },
    cents={"$": "centavos", "€": "céntimos", "£": "peniques"},
    fractions={
        "½": ("medio", "y medio"), "1/2": ("medio", "y medio"), "⅓": ("un tercio", "y un tercio"),
        "1/3": ("un tercio", "y un tercio"), "⅔": ("dos tercios", "y dos tercios"),
        "2/3": ("dos tercios", "y dos tercios"), "¼": ("un cuarto", "y un cuarto"),
        "1/4": ("un cuarto", "y un cuarto"), "¾": ("tres cuartos", "y tres cuartos"),
        "3/4": ("tres cuartos", "y tres cuartos"), "⅛": ("un octavo", "y un octavo"),
    },
    clock={
        "am": "de la mañana", "pm": "de la tarde", "night": "de la noche", "noon": "del mediodía",
        "full hour": "en punto", "low minutes": "y {minutes}",
    },
    gendered_numbers=True,
    singular_after_hyphen=False,
    years_in_pairs=False,
    folds=False,
    ordinals=("primer", "segund", "tercer", "cuart", "quint", "sext", "séptim", "octav", "noven", "décim"),
    ordinal_suffixes=False,
    dotted_clock=True,
    of_millions=" de",
    half_feminine=("medio", "media"),
    plural_acronyms=False,
    st=None,
    title_d="don",
    per_words=frozenset({"vez", "dosis"}),
)  # fmt: skip
