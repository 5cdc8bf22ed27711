"""Forms of texts, and placeholders for the clinic's own words, shared by the tables of fields."""

from kiosk.content.schema.field import Form

PLACEHOLDERS = ("phone", "night-phone", "emergency-number", "crisis-line", "clinic")
"""Written as `<phone>` in any text of a topic or a notice; patients read the clinic's own number or name."""

YES_NO = ("yes", "no")
TOPIC_NAME = Form(r"[a-z0-9-]+", "small letters, digits and hyphens, without spaces")
LANGUAGE = Form(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?", "the tag of a language, such as en, vi, zh-Hans or pt-BR")
FACT = Form(r"[a-z0-9-]+\.[a-z0-9-]+", "two words with a full stop between them, such as signs.bone-pain")
ADDRESS = Form(r"https://[^\s]+", "a web address that starts with https://")
QUESTION = Form(r".*[?？؟;\u037e՞፧]", "a question, with a question mark at its end")
FINGERPRINT = Form(r"[0-9a-f]{16}", "the 16 letters and digits that the kiosk gave")
TIME = Form(r"([01]?[0-9]|2[0-3]):[0-5][0-9]|24:00", "a time from 0:00 to 24:00, such as 08:30")
HAS_DIGIT = Form(r".*[0-9].*", "a number that can be dialed, with its area code")
