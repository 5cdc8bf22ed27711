"""Sentences of other scripts end at the marks of those scripts."""

from __future__ import annotations

import pytest

from kiosk.content.model.sentences import sentence_spans


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("请告诉我们。好吗？谢谢！", ["请告诉我们。", "好吗？", "谢谢！"]),
        ("他说：“不痛。”请等一下。", ["他说：“不痛。”", "请等一下。"]),
        ("体温38.5度。“我冷。”", ["体温38.5度。", "“我冷。”"]),
        ("هل تشعر بألم؟ أخبرنا. شكرا", ["هل تشعر بألم؟", "أخبرنا.", "شكرا"]),
        ("दर्द है। हमें बताएं।", ["दर्द है।", "हमें बताएं।"]),
        ("Bạn có đau không? Hãy nói. ạ", ["Bạn có đau không?", "Hãy nói. ạ"]),
        ("Np. ból. Łatwo pytać. Śmiało!", ["Np. ból.", "Łatwo pytać.", "Śmiało!"]),
    ],
)
def test_a_sentence_ends_at_the_mark_of_its_script(text: str, sentences: list[str]):
    assert [text[slice(*span)] for span in sentence_spans(text)] == sentences
