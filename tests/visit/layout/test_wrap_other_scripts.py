"""Lines of other scripts break where Unicode allows it, without hyphens, and no letter loses its marks."""

from __future__ import annotations

import subprocess
import sys
from unicodedata import category

import pytest

from kiosk.visit.layout.wrap import wrap

CHINESE = "如果您感到不适，请立即告诉工作人员。他们会帮助您（也可以拨打911）！您不必等待。"
THAI = "กรุณาบอกเจ้าหน้าที่ทันทีถ้าคุณรู้สึกไม่สบาย"
ARABIC = "أخبرأحدالموظفينالآنإذاكنتتشعربألمفيالصدر"


def lines(text: str, width: int, language: str) -> list[str]:
    return [line.of(text) for line in wrap(text, width, language=language)]


@pytest.mark.parametrize("width", [8, 10, 17, 30])
def test_chinese_lines_end_anywhere_but_before_a_mark_and_without_a_hyphen(width: int):
    found = lines(CHINESE, width, "zh-Hans")
    assert "".join(found) == CHINESE
    assert not [line for line in found if line[0] in "，。！）、" or line[-1] in "（-"]


def test_a_number_in_chinese_stays_whole():
    assert any("911" in line for line in lines(CHINESE, 8, "zh-Hans"))


@pytest.mark.parametrize(("text", "language"), [(THAI, "th"), (ARABIC, "ar"), ("क्षत्रियों" * 4, "hi")])
def test_a_word_wider_than_a_line_keeps_its_letters_whole_and_gets_no_hyphen(text: str, language: str):
    found = lines(text, 8, language)
    assert "".join(found) == text
    assert not [line for line in found if category(line[0]).startswith("M")]


def test_korean_and_vietnamese_lines_end_at_spaces():
    assert lines("직원에게 말씀해 주세요.", 10, "ko") == ["직원에게", "말씀해", "주세요."]
    assert lines("hãy nói với nhân viên", 11, "vi") == ["hãy nói với", "nhân viên"]


def test_a_long_polish_or_russian_word_is_divided_with_a_hyphen():
    assert lines("najprawdopodobniej", 10, "pl")[0].endswith("-")
    assert lines("обезболивающими", 9, "ru")[0].endswith("-")


def test_english_and_spanish_load_no_tables_of_unicode():
    code = (
        "import sys\nfrom kiosk.content.model.sentences import sentence_spans\n"
        "from kiosk.visit.layout.wrap import wrap\n"
        "wrap('Call us. Don’t wait — metastatic', 6); wrap('¿Qué pasa? Avísenos.', 6, language='es');"
        "sentence_spans('¿Qué pasa? Avísenos.'); assert 'uniseg' not in sys.modules"
    )
    assert subprocess.run([sys.executable, "-P", "-c", code], check=False).returncode == 0
