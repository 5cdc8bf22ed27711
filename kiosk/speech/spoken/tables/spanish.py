"""The words of spoken Spanish."""

from kiosk.speech.spoken.tables.cldr import CLDR
from kiosk.speech.spoken.tables.regions import SPANISH_REGIONS
from kiosk.speech.spoken.tables.shared import (
    HYPHENED,
    SPELLED,
    TESTED,
    days_of,
    money_of,
    short_months_of,
    units_of,
)
from kiosk.speech.spoken.tables.table import Ones, Ordinals, Table, Unit, words

_FEMININE_UNITS = frozenset({
    "libra", "onza", "hora", "kilocaloría", "semana", "pulgada", "yarda", "milla por hora", "cucharada", "cucharadita",
    "caloría", "unidad internacional", "miliunidad internacional", "unidad", "dosis", "pastilla", "tableta",
    "cápsula", "gota", "ampolla",
    "inhalación", "vez", "célula", "copia", "parte por millón",
})  # fmt: skip
_UNITS = {
    "mass": "ng nanogramo, pg picogramo, ug microgramo",
    "volume": "fL femtolitro, µL microlitro, cc centímetro cúbico, cda cucharada, cdas cucharada, cdta cucharadita, "
    "cdtas cucharadita",
    "length": "pulg pulgada",
    "duration": "seg segundo, hs hora, sem semana, d día, día día, semana semana, hora hora, mes mes, año año, "
    "minuto minuto, "
    "segundo segundo",
    "dose": "dosis dosis, v vez, comp comprimido, comps comprimido, tab tableta, tabs tableta, cáp cápsula, "
    "cáps cápsula, caps cápsula, gts gota, gta gota, gtas gota, amp ampolla, inh inhalación, "
    "past pastilla, comprimido comprimido",
    "": "UI unidad internacional, mUI miliunidad internacional, U unidad, mmol milimol, µmol micromol, nmol nanomol, "
    "mEq miliequivalente, Gy gray, "
    "mSv milisievert, lpm latido por minuto, rpm respiración por minuto, MBq megabecquerel, ppm parte por millón",
}
_IRREGULAR = {
    "unidad internacional": "unidades internacionales", "latido por minuto": "latidos por minuto", "gray": "gray",
    "milimol": "milimoles", "micromol": "micromoles", "nanomol": "nanomoles", "dosis": "dosis", "mes": "meses",
    "unidad": "unidades", "miliunidad internacional": "miliunidades internacionales", "vez": "veces",
    "inhalación": "inhalaciones",
    "respiración por minuto": "respiraciones por minuto",
    "parte por millón": "partes por millón", "centímetro cúbico": "centímetros cúbicos",
}  # fmt: skip
_MORE_UNITS = {
    written: Unit(one, _IRREGULAR.get(one, one + "s"), kind, "f" if one in _FEMININE_UNITS else "m")
    for kind, units in _UNITS.items()
    for written, _, one in (unit.partition(" ") for unit in units.split(", "))
}
_MASCULINE = """
    año día mes minuto segundo punto grado gramo litro metro kilo paciente medicamento tratamiento ciclo caso tema
    centavo dólar euro peso número ganglio tumor estudio médico paso comprimido parche vial sobre vaso mililitro
    miligramo centímetro milímetro familiar
"""
_FEMININE = """
    hora semana vez página pastilla tableta cápsula gota persona mujer pregunta opción respuesta dosis sesión cita
    visita cucharada cucharadita señal célula palabra libra onza pulgada inyección ampolla tarjeta taza copa unidad
    enfermera prueba noche
"""
_PLURALS = {"vez": "veces", "dosis": "dosis"}


def _plural(noun: str) -> str:
    if noun in _PLURALS:
        return _PLURALS[noun]
    if noun.endswith("ión"):
        return noun.removesuffix("ión") + "iones"
    return noun + ("s" if noun[-1] in "aeiou" else "es")


_NOUNS = {
    form: gender
    for gender, nouns in (("m", _MASCULINE), ("f", _FEMININE))
    for noun in nouns.split()
    for form in (noun, _plural(noun))
}
_STRESSED = """
    AHORA AL ALGO ALTA ALTO ANTES AQUÍ ASÍ AVISE BAJA BAJO BEBA BIEN CADA CASA CASI CITA COMA COMO CON CUAL CUÁL
    CUIDE DE
    DEBE DEJE DEL DESDE DÍA DÍAS DIGA DOLOR DOS EL ÉL ELLA EN ES ESE ESO ESPERE ESTA ESTÁ ESTE ESTO FIN GRAN HABLE
    HACE HASTA
    HAY HOY IR LA LAS LAVE LE LEA LEJOS LLAME LO LOS LUGAR MAL MANO MANOS MÁS ME MENOS MES MESES MIRE MISMO MUCHO MUY
    NADA
    NI NO NOCHE NUEVO NUNCA O OJO OTRA OTRO PARA PARE PASO PERO PIDA POCO POR QUE QUÉ SALA SE SEA SEÑAL SI SÍ SIEMPRE
    SIN
    SOLO SÓLO SON SU SUS TAL TAN TARDE TIENE TODO TODOS TOME TRES TU TÚ UN UNA UNO URGENTE USE USTED VAYA VEA VECES
    VENGA
    VEZ VIDA Y YA
"""
_READ = "SIDA PIN EPOC ECO ICTUS OVNI ONU COVID SARS PARP FISH PALB OTAN CIMA INSS IMSS ISSSTE SEPE MIR FEVI UVI"

SPANISH = Table(
    digits=("cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve"),
    say={
        "point": "punto", "comma": "coma", "minus": "menos", "plus": "más", "to": "a", "over": "sobre",
        "per": "por", "and": "y", "or": "o", "out of": "de", "by": "por", "times": "por", "time": "vez", "of": "de",
        "for": "por",
        "number": "número", "percent": "por ciento", "degrees": "grados", "degree": "grado", "F": "Fahrenheit",
        "C": "Celsius", "at least": "al menos", "at most": "como máximo", "less than": "menos de",
        "more than": "más de", "about": "unos", "dot": "punto", "at": "arroba", "slash": "barra", "dash": "guion",
        "hashtag": "etiqueta", "underscore": "guion bajo", "positive": "positivo", "negative": "negativo",
        "extension": "extensión", "hundred": "cien", "oh": "cero", "or more": "o más", "one m": "un", "one f": "una",
        "date": "{day} de {month} de {year}", "date without year": "{day} de {month}", "day month": "{day} de {month}",
        "www": "triple uve doble", "day one": "primero", "star key": "asterisco", "hash key": "numeral",
        "every": "cada", "power": "elevado a {n}", "squared": "al cuadrado", "cubed": "al cubo",
    },
    months=CLDR["es"].months,
    short_months=short_months_of("es", {"sep": 9, "mzo": 3}),
    weekdays=days_of("es", {"mier": 2, "miér": 2, "sab": 5}),
    capital_days=frozenset({"Lun", "Mié", "Jue", "Vie", "Sáb", "lun", "mié", "jue", "vie", "sáb"}),
    day_first=True,
    month_needs="de",
    dot_groups_thousands=True,
    space_groups_thousands=True,
    units=units_of("es", _FEMININE_UNITS, _MORE_UNITS),
    raised=("{} cuadrado", "{} cúbico"),
    money=money_of(
        "es",
        {"": ("centavo", "centavos"), "EUR": ("céntimo", "céntimos"), "GBP": ("penique", "peniques"),
         "PEN": ("céntimo", "céntimos"), "CRC": ("céntimo", "céntimos"), "VES": ("céntimo", "céntimos")},
        frozenset({"libra", "rupia", "corona", "lira", "grivna"}),
    ),
    scales={"mil": "mil", "millón": "millón de", "millones": "millones de", "M": "millones de",
            "K": "mil"},
    ones=Ones(
        tens=("", "", "", "treinta y ", "cuarenta y ", "cincuenta y ", "sesenta y ", "setenta y ", "ochenta y ",
              "noventa y "),
        hundreds=("", "ciento ", "doscient{s} ", "trescient{s} ", "cuatrocient{s} ", "quinient{s} ", "seiscient{s} ",
                  "setecient{s} ", "ochocient{s} ", "novecient{s} "),
        one={"m": "un", "f": "una"},
        one_after_twenty={"m": "veintiún", "f": "veintiuna"},
        endings={"m": "os", "f": "as"},
        nouns=_NOUNS,
    ),
    ordinals=Ordinals(
        units=("primer", "segund", "tercer", "cuart", "quint", "sext", "séptim", "octav", "noven", "décim", "undécim",
               "duodécim", "decimotercer", "decimocuart", "decimoquint", "decimosext", "decimoséptim", "decimoctav",
               "decimonoven"),
        tens=("décim", "vigésim", "trigésim", "cuadragésim", "quincuagésim", "sexagésim", "septuagésim", "octogésim",
              "nonagésim"),
        endings={"º": "o", "°": "o", "o": "o", "ª": "a", "a": "a", "er": "", "r": "", "ro": "o", "ra": "a", "era": "a",
                 "ero": "o", "eras": "as", "eros": "os", "ras": "as", "ros": "os", "das": "as", "dos": "os",
                 "tas": "as",
            "tos": "os", "as": "as", "os": "os", "do": "o", "da": "a", "to": "o", "ta": "a", "mo": "o", "ma": "a",
            "vo": "o", "va": "a",
                 "no": "o", "na": "a"},
        short=frozenset({"1", "3"}),
    ),
    abbreviations={
        "p.ej.": "por ejemplo", "ej.": "ejemplo", "etc.": "etcétera",
        "dr.": "doctor", "dra.": "doctora", "dres.": "doctores", "dras.": "doctoras", "sr.": "señor", "sra.": "señora",
        "srta.": "señorita", "srtas.": "señoritas", "sres.": "señores", "sras.": "señoras", "ud.": "usted",
        "uds.": "ustedes", "vd.": "usted", "vds.": "ustedes", "aprox.": "aproximadamente", "tel.": "teléfono",
        "tels.": "teléfonos", "tfno.": "teléfono", "tlf.": "teléfono", "teléf.": "teléfono", "ext.": "extensión",
        "a.m.": "de la mañana", "p.m.": "de la tarde", "máx.": "máximo", "mín.": "mínimo", "depto.": "departamento",
        "dpto.": "departamento", "av.": "avenida", "avda.": "avenida", "ave.": "avenida", "prof.": "profesor",
        "profa.": "profesora", "ee.uu.": "Estados Unidos", "ee.uu": "Estados Unidos", "rr.hh.": "recursos humanos",
        "gta.": "glorieta",
        "rda.": "ronda", "edo.": "estado", "cdad.": "ciudad", "fdo.": "firmado", "cl.": "calle", "c/d": "cada día",
        "vs.": "contra", "lic.": "licenciado", "lcdo.": "licenciado",
        "lcda.": "licenciada", "ing.": "ingeniero", "dña.": "doña", "d.ª": "doña", "d.a": "doña", "dª": "doña",
        "núms.": "números", "pza.": "plaza", "plza.": "plaza", "pl.": "plaza", "p.º": "paseo", "pº": "paseo",
        "ctra.": "carretera", "urb.": "urbanización", "edif.": "edificio", "esc.": "escalera", "izq.": "izquierda",
        "izda.": "izquierda", "dcha.": "derecha", "der.": "derecha", "col.": "colonia", "cra.": "carrera",
        "c/": "calle",
        "sta.": "santa", "sto.": "santo", "hnos.": "hermanos", "mtra.": "maestra", "mtro.": "maestro",
        "hosp.": "hospital",
        "univ.": "universidad", "temp.": "temperatura", "prom.": "promedio", "pte.": "paciente", "tto.": "tratamiento",
        "atte.": "atentamente", "cía.": "compañía", "ppal.": "principal", "gral.": "general", "lun.": "lunes",
        "mié.": "miércoles", "jue.": "jueves", "vie.": "viernes", "sáb.": "sábado", "dom.": "domingo",
        "c.p.": "código postal", "apdo.": "apartado", "comp.": "comprimido", "cáps.": "cápsulas", "cp": "código postal",
        "y/o": "y o", "s/n": "sin número", "c/u": "cada uno", "24/7": "las 24 horas, los 7 días", "+/-": "más o menos",
        "v.o.": "por vía oral", "tª": "temperatura", "incl.": "incluido", "l-v": "lunes a viernes",
        "l–v": "lunes a viernes",
        "blvd.": "bulevar", "bvd.": "bulevar",
        "fracc.": "fraccionamiento", "nte.": "norte", "ote.": "oriente", "apto.": "apartamento", "m.ª": "María",
        "mª": "María", "mpio.": "municipio", "calz.": "calzada", "prol.": "prolongación",
        "i.v.": "por vía intravenosa", "n/a": "no aplica",
    },
    before_number={"núm.": "número", "nº": "número", "nro.": "número", "nros.": "números", "n.º": "número",
        "n°": "número", "n.°": "número", "no.": "número", "pág.": "página",
                   "págs.": "páginas", "fig.": "figura", "cap.": "capítulo", "vol.": "volumen", "hab.": "cuarto",
                   "tel": "teléfono", "km": "kilómetro", "núm": "número", "pág": "página", "art.": "artículo",
                   "of.": "oficina", "int.": "interior", "s.": "siglo"},
    before_name={"d.": ("don", ""), "c.": ("calle", "")},
    title_after=frozenset({"con", "a", "de", "por", "para", "y", "es", "soy", "en", "que"}),
    titles=frozenset({"dr", "dra", "sr", "sra", "srta", "prof", "ud", "uds", "dña", "sras", "sres", "avda", "pza",
        "ctra"}),
    may_end_sentence=frozenset({"etc.", "a.m.", "p.m.", "ud.", "uds.", "ee.uu.", "vie.", "dom.", "izq.", "izda.",
        "dcha.",
                                "der.", "máx.", "mín."}),
    doses={"vo": "por vía oral", "sc": "bajo la piel", "sos": "si lo necesita", "prn": "si lo necesita",
        "im": "intramuscular",
           "sl": "bajo la lengua", "bid": "dos veces al día", "tid": "tres veces al día", "qd": "una vez al día"},
    every=frozenset({"c/", "q"}),
    names={
        "HER2": "her 2", "HER-2": "her 2", "HER": "her", "PET": "pet", "TAC": "tac", "BRCA": "brca",
        "EE": "Estados", "UU": "Unidos", "UCI": "uci", "PA": "presión arterial", "TA": "tensión arterial",
        "FC": "frecuencia cardiaca", "FR": "frecuencia respiratoria", "VO": "por vía oral", "PRN": "si lo necesita",
        "Her2": "her 2",
        "HbA1c": "hemoglobina A-1-C",
        "Hb": "hemoglobina", "mTOR": "m tor", "PTEN": "P-ten", "KRAS": "K-ras", "BRAF": "B-raf",
        "SpO2": "saturación de oxígeno", "SatO2":
        "saturación de oxígeno", "NaCl": "cloruro de sodio", "pH": "pH", "ARNm": "A-R-N mensajero", "DXd": "D-X-D",
        "WhatsApp": "wasap", "YouTube": "yutub", "iPhone": "aifon", "MyChart": "mai chart",
    },
    spelled=(SPELLED - {"COPD", "PT", "SC", "MET", "ALTA", "CK"}) | words(
    """
    ADN ARN CIE CMM DNI ECG ECO EEG EEUU EKG ETS FIV ID IMC INE IRM ITS ITU IVA NSS OMS ONG RE RH RM RMN RNM RP RRHH
    RX SS TC UI US USA VIH VPH VEB VHB VHC
    """
) - {"ECO"},
    read=words(_STRESSED + _READ),
    words_too=frozenset({"ID", "RE", "TA"}),
    tested=TESTED,
    hyphened=HYPHENED,
    staged=words(
    """
    etapa etapas estadio estadios fase fases tipo tipos grado grados parte partes nivel niveles clase clases
    capítulo capítulos volumen siglo siglos factor par pares figura tabla anexo grupo categoría sección título tomo
    acto línea unidad cap vol s
    """
),
    paged=frozenset({"página", "páginas", "pág", "págs"}),
    rooms=words("sala cuarto habitación hab consultorio consulta oficina of edificio edif cama puerta unidad apto"),
    shares=words("dilución diluciones proporción razón mezcla"),
    before_date=words(
    """
    en de hasta desde para antes después tras finales principios mediados el del al día cerrado abierto
    """
),
    scored=frozenset({"HER2", "HER-2", "IHC", "puntuación", "de", ":"}),
    symbols={
        "&": "y", "%": "por ciento", "=": "igual a", "≠": "distinto de", "≈": "unos", "~": "unos",
        "±": "más o menos", "÷": "dividido entre", "°": "grados", "§": "sección", "µ": "micro",
        "$": "dólares", "€": "euros", "£": "libras", "№": "número", "∞": "infinito", "²": "al cuadrado",
        "³": "al cubo", "↑": "arriba", "↓": "abajo", "≥": "al menos", "≤": "como máximo", "℃": "grados Celsius",
        "℉": "grados Fahrenheit", "@": "arroba", "+": "más", "×": "por", "¢": "centavos", "♀": "mujer",
        "♂": "hombre", "✓": "sí", "✔": "sí", "✗": "no", "✘": "no", "‰": "por mil", "α": "alfa", "β": "beta",
        "γ": "gamma", "¶": "párrafo", "₹": "rupias", "¥": "yenes", "Δ": "delta", "κ": "kappa", "λ": "lambda",
    },
    fractions={
        "½": ("medio", "y medio"), "1/2": ("medio", "y medio"), "⅓": ("un tercio", "y un tercio"),
        "1/3": ("un tercio", "y un tercio"), "⅔": ("dos tercios", "y dos tercios"),
        "2/3": ("dos tercios", "y dos tercios"), "¼": ("un cuarto", "y un cuarto"),
        "1/4": ("un cuarto", "y un cuarto"), "¾": ("tres cuartos", "y tres cuartos"),
        "3/4": ("tres cuartos", "y tres cuartos"), "⅛": ("un octavo", "y un octavo"), "1/8": ("un octavo",
        "y un octavo"),
        "3/8": ("tres octavos", "y tres octavos"), "⅜": ("tres octavos", "y tres octavos"),
    },
    clock={
        "am": "de la mañana", "pm": "de la tarde", "night": "de la noche", "noon": "del mediodía",
        "full hour": "en punto", "low minutes": "y {minutes}",
    },
    noon=frozenset({"mediodía", "medianoche"}),
    until=frozenset({"a", "hasta", "y"}),
    hours=frozenset({"h", "hr", "hrs", "hs"}),
    dotted_clock=True,
    marks={'"': "in", "″": "in"},
    fold=("vez", "veces"),
    regions=SPANISH_REGIONS,
    word_endings={"a": ("o", "e"), "as": ("os", "es"), "o": ("a",), "os": ("as",), "s": (), "es": ()},
    half_feminine=("medio", "media"),
    per_words=frozenset({"vez", "dosis"}),
    dialled=frozenset({"llame", "llámenos", "marque", "tel", "teléfono", "tfno", "tlf", "fax", "móvil", "celular",
        "llamar",
                       "número", "emergencias", "urgencias", "whatsapp", "sms"}),
    pressed=words("pulse oprima marque presione llame luego después"),
    between=frozenset({"al", "a", "el", "ya", "o", "los", "en", ".", ":", "número", "tel"}),
    coded=frozenset({"dni", "nie", "nss", "curp", "postal", "cp", "c.p", "pin", "clave", "código", "contraseña"}),
)  # fmt: skip
