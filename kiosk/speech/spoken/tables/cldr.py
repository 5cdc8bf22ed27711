"""Words of calendar, units and money in each language, from CLDR. Made by tools/spoken_tables.py."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Names(NamedTuple):
    """The words of one language."""

    months: tuple[str, ...]
    short_months: tuple[str, ...]
    weekdays: tuple[str, ...]
    """Monday first."""
    short_weekdays: tuple[str, ...]
    units: Mapping[str, tuple[str, str, str]]
    """A unit as it is written: said after one, said after more, and its kind."""
    currencies: Mapping[str, tuple[str, str, str, str]]
    """A code of ISO 4217: said after one, after more; and the same for its sign alone."""


CLDR: Mapping[str, Names] = {
    "en": Names(
        (
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ),
        (
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ),
        (
            "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
        ),
        (
            "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun",
        ),
        {
            "mg": ("milligram", "milligrams", "mass"), "mcg": ("microgram", "micrograms", "mass"),
            "µg": ("microgram", "micrograms", "mass"), "g": ("gram", "grams", "mass"),
            "kg": ("kilogram", "kilograms", "mass"), "lb": ("pound", "pounds", "mass"),
            "lbs": ("pound", "pounds", "mass"), "oz": ("ounce", "ounces", "mass"),
            "mL": ("milliliter", "milliliters", "volume"), "ml": ("milliliter", "milliliters", "volume"),
            "dL": ("deciliter", "deciliters", "volume"), "dl": ("deciliter", "deciliters", "volume"),
            "cL": ("centiliter", "centiliters", "volume"), "cl": ("centiliter", "centiliters", "volume"),
            "L": ("liter", "liters", "volume"), "l": ("liter", "liters", "volume"),
            "tsp": ("teaspoon", "teaspoons", "volume"), "tbsp": ("tablespoon", "tablespoons", "volume"),
            "gal": ("gallon", "gallons", "volume"), "km": ("kilometer", "kilometers", "length"),
            "m": ("meter", "meters", "length"), "cm": ("centimeter", "centimeters", "length"),
            "mm": ("millimeter", "millimeters", "length"), "µm": ("micrometer", "micrometers", "length"),
            "nm": ("nanometer", "nanometers", "length"), "ft": ("foot", "feet", "length"),
            "in": ("inch", "inches", "length"), "yd": ("yard", "yards", "length"),
            "h": ("hour", "hours", "duration"), "hr": ("hour", "hours", "duration"),
            "hrs": ("hour", "hours", "duration"), "min": ("minute", "minutes", "duration"),
            "mins": ("minute", "minutes", "duration"), "d": ("day", "days", "duration"),
            "ms": ("millisecond", "milliseconds", "duration"),
            "kcal": ("kilocalorie", "kilocalories", "energy"), "kJ": ("kilojoule", "kilojoules", "energy"),
            "cal": ("calorie", "calories", "energy"),
            "mmHg": ("millimeter of mercury", "millimeters of mercury", "pressure"),
            "mph": ("mile per hour", "miles per hour", "speed"), "mol": ("mole", "moles", "concentr"),
        },
        {
            "USD": ("US dollar", "US dollars", "dollar", "dollars"), "EUR": ("euro", "euros", "euro", "euros"),
            "GBP": ("British pound", "British pounds", "pound", "pounds"),
            "MXN": ("Mexican peso", "Mexican pesos", "peso", "pesos"),
            "CAD": ("Canadian dollar", "Canadian dollars", "dollar", "dollars"),
            "AUD": ("Australian dollar", "Australian dollars", "dollar", "dollars"),
            "NZD": ("New Zealand dollar", "New Zealand dollars", "dollar", "dollars"),
            "CHF": ("Swiss franc", "Swiss francs", "franc", "francs"),
            "JPY": ("Japanese yen", "Japanese yen", "yen", "yen"),
            "CNY": ("Chinese yuan", "Chinese yuan", "yuan", "yuan"),
            "INR": ("Indian rupee", "Indian rupees", "rupee", "rupees"),
            "KRW": ("South Korean won", "South Korean won", "won", "won"),
            "BRL": ("Brazilian real", "Brazilian reals", "real", "reals"),
            "ARS": ("Argentine peso", "Argentine pesos", "peso", "pesos"),
            "CLP": ("Chilean peso", "Chilean pesos", "peso", "pesos"),
            "COP": ("Colombian peso", "Colombian pesos", "peso", "pesos"),
            "PEN": ("Peruvian sol", "Peruvian soles", "sol", "soles"),
            "BOB": ("Bolivian boliviano", "Bolivian bolivianos", "boliviano", "bolivianos"),
            "UYU": ("Uruguayan peso", "Uruguayan pesos", "peso", "pesos"),
            "PYG": ("Paraguayan guarani", "Paraguayan guaranis", "guarani", "guaranis"),
            "CRC": ("Costa Rican colón", "Costa Rican colóns", "colón", "colóns"),
            "GTQ": ("Guatemalan quetzal", "Guatemalan quetzals", "quetzal", "quetzals"),
            "HNL": ("Honduran lempira", "Honduran lempiras", "lempira", "lempiras"),
            "NIO": ("Nicaraguan córdoba", "Nicaraguan córdobas", "córdoba", "córdobas"),
            "DOP": ("Dominican peso", "Dominican pesos", "peso", "pesos"),
            "CUP": ("Cuban peso", "Cuban pesos", "peso", "pesos"),
            "VES": ("Venezuelan bolívar", "Venezuelan bolívars", "bolívar", "bolívars"),
            "PHP": ("Philippine peso", "Philippine pesos", "peso", "pesos"),
            "VND": ("Vietnamese dong", "Vietnamese dong", "dong", "dong"),
            "THB": ("Thai baht", "Thai baht", "baht", "baht"),
            "ILS": ("Israeli new shekel", "Israeli new shekels", "shekel", "shekels"),
            "TRY": ("Turkish lira", "Turkish Lira", "lira", "Lira"),
            "RUB": ("Russian ruble", "Russian rubles", "ruble", "rubles"),
            "UAH": ("Ukrainian hryvnia", "Ukrainian hryvnias", "hryvnia", "hryvnias"),
            "PLN": ("Polish zloty", "Polish zlotys", "zloty", "zlotys"),
            "CZK": ("Czech koruna", "Czech korunas", "koruna", "korunas"),
            "SEK": ("Swedish krona", "Swedish kronor", "krona", "kronor"),
            "NOK": ("Norwegian krone", "Norwegian kroner", "krone", "kroner"),
            "DKK": ("Danish krone", "Danish kroner", "krone", "kroner"),
            "ZAR": ("South African rand", "South African rand", "rand", "rand"),
            "NGN": ("Nigerian naira", "Nigerian nairas", "naira", "nairas"),
            "KES": ("Kenyan shilling", "Kenyan shillings", "shilling", "shillings"),
            "SGD": ("Singapore dollar", "Singapore dollars", "dollar", "dollars"),
            "HKD": ("Hong Kong dollar", "Hong Kong dollars", "dollar", "dollars"),
        },
    ),
    "es": Names(
        (
            "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre",
            "noviembre", "diciembre",
        ),
        (
            "ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sept", "oct", "nov", "dic",
        ),
        (
            "lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo",
        ),
        (
            "lun", "mar", "mié", "jue", "vie", "sáb", "dom",
        ),
        {
            "mg": ("miligramo", "miligramos", "mass"), "mcg": ("microgramo", "microgramos", "mass"),
            "µg": ("microgramo", "microgramos", "mass"), "g": ("gramo", "gramos", "mass"),
            "kg": ("kilogramo", "kilogramos", "mass"), "lb": ("libra", "libras", "mass"),
            "lbs": ("libra", "libras", "mass"), "oz": ("onza", "onzas", "mass"),
            "mL": ("mililitro", "mililitros", "volume"), "ml": ("mililitro", "mililitros", "volume"),
            "dL": ("decilitro", "decilitros", "volume"), "dl": ("decilitro", "decilitros", "volume"),
            "cL": ("centilitro", "centilitros", "volume"), "cl": ("centilitro", "centilitros", "volume"),
            "L": ("litro", "litros", "volume"), "l": ("litro", "litros", "volume"),
            "tsp": ("cucharadita", "cucharaditas", "volume"), "tbsp": ("cucharada", "cucharadas", "volume"),
            "gal": ("galón", "galones", "volume"), "km": ("kilómetro", "kilómetros", "length"),
            "m": ("metro", "metros", "length"), "cm": ("centímetro", "centímetros", "length"),
            "mm": ("milímetro", "milímetros", "length"), "µm": ("micrómetro", "micrómetros", "length"),
            "nm": ("nanómetro", "nanómetros", "length"), "ft": ("pie", "pies", "length"),
            "in": ("pulgada", "pulgadas", "length"), "yd": ("yarda", "yardas", "length"),
            "h": ("hora", "horas", "duration"), "hr": ("hora", "horas", "duration"),
            "hrs": ("hora", "horas", "duration"), "min": ("minuto", "minutos", "duration"),
            "mins": ("minuto", "minutos", "duration"), "d": ("día", "días", "duration"),
            "ms": ("milisegundo", "milisegundos", "duration"),
            "kcal": ("kilocaloría", "kilocalorías", "energy"), "kJ": ("kilojulio", "kilojulios", "energy"),
            "cal": ("caloría", "calorías", "energy"),
            "mmHg": ("milímetro de mercurio", "milímetros de mercurio", "pressure"),
            "mph": ("milla por hora", "millas por hora", "speed"), "mol": ("mol", "moles", "concentr"),
        },
        {
            "USD": ("dólar estadounidense", "dólares estadounidenses", "dólar", "dólares"),
            "EUR": ("euro", "euros", "euro", "euros"),
            "GBP": ("libra esterlina", "libras esterlinas", "libra", "libras"),
            "MXN": ("peso mexicano", "pesos mexicanos", "peso", "pesos"),
            "CAD": ("dólar canadiense", "dólares canadienses", "dólar", "dólares"),
            "AUD": ("dólar australiano", "dólares australianos", "dólar", "dólares"),
            "NZD": ("dólar neozelandés", "dólares neozelandeses", "dólar", "dólares"),
            "CHF": ("franco suizo", "francos suizos", "franco", "francos"),
            "JPY": ("yen japonés", "yenes japoneses", "yen", "yenes"),
            "CNY": ("yuan renminbi", "yuanes renminbi", "yuan", "yuanes"),
            "INR": ("rupia india", "rupias indias", "rupia", "rupias"),
            "KRW": ("won surcoreano", "wons surcoreanos", "won", "wons"),
            "BRL": ("real brasileño", "reales brasileños", "real", "reales"),
            "ARS": ("peso argentino", "pesos argentinos", "peso", "pesos"),
            "CLP": ("peso chileno", "pesos chilenos", "peso", "pesos"),
            "COP": ("peso colombiano", "pesos colombianos", "peso", "pesos"),
            "PEN": ("sol peruano", "soles peruanos", "sol", "soles"),
            "BOB": ("boliviano", "bolivianos", "boliviano", "bolivianos"),
            "UYU": ("peso uruguayo", "pesos uruguayos", "peso", "pesos"),
            "PYG": ("guaraní paraguayo", "guaraníes paraguayos", "guaraní", "guaraníes"),
            "CRC": ("colón costarricense", "colones costarricenses", "colón", "colones"),
            "GTQ": ("quetzal guatemalteco", "quetzales guatemaltecos", "quetzal", "quetzales"),
            "HNL": ("lempira hondureño", "lempiras hondureños", "lempira", "lempiras"),
            "NIO": ("córdoba oro", "córdobas oro", "córdoba", "córdobas"),
            "DOP": ("peso dominicano", "pesos dominicanos", "peso", "pesos"),
            "CUP": ("peso cubano", "pesos cubanos", "peso", "pesos"),
            "VES": ("bolívar venezolano", "bolívares venezolanos", "bolívar", "bolívares"),
            "PHP": ("peso filipino", "pesos filipinos", "peso", "pesos"),
            "VND": ("dong vietnamita", "dongs vietnamitas", "dong", "dongs"),
            "THB": ("bat tailandés", "bats tailandeses", "bat", "bats"),
            "ILS": ("nuevo séquel israelí", "nuevos séqueles israelíes", "nuevo", "nuevos"),
            "TRY": ("lira turca", "liras turcas", "lira", "liras"),
            "RUB": ("rublo ruso", "rublos rusos", "rublo", "rublos"),
            "UAH": ("grivna ucraniana", "grivnas ucranianas", "grivna", "grivnas"),
            "PLN": ("esloti polaco", "eslotis polacos", "esloti", "eslotis"),
            "CZK": ("corona checa", "coronas checas", "corona", "coronas"),
            "SEK": ("corona sueca", "coronas suecas", "corona", "coronas"),
            "NOK": ("corona noruega", "coronas noruegas", "corona", "coronas"),
            "DKK": ("corona danesa", "coronas danesas", "corona", "coronas"),
            "ZAR": ("rand sudafricano", "rands sudafricanos", "rand", "rands"),
            "NGN": ("naira nigeriano", "nairas nigerianos", "naira", "nairas"),
            "KES": ("chelín keniano", "chelines kenianos", "chelín", "chelines"),
            "SGD": ("dólar singapurense", "dólares singapurenses", "dólar", "dólares"),
            "HKD": ("dólar hongkonés", "dólares hongkoneses", "dólar", "dólares"),
        },
    ),
}  # fmt: skip
