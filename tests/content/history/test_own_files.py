"""All that a clinic writes is its own."""

from __future__ import annotations

import pytest

from kiosk.content.files import folder, hashes
from kiosk.content.history.own_files import belongs

READ = {
    *folder._IN_ROOT,
    *hashes.IN_ROOT,
    "en/signs.yaml",
    "zh-Hans/signs.yaml",
    "pictures/our-entrance.png",
    "scores/en/signs.yaml",
    "approved/pt-BR/signs-0123456789abcdef.json",
}


@pytest.mark.parametrize("name", sorted(READ))
def test_what_the_kiosk_reads_of_a_content_folder_is_kept(name: str):
    assert belongs(name)


@pytest.mark.parametrize("name", ["notes.txt", "en/signs.py", "../clinic.yaml", "en/../clinic.yaml", ".git/config"])
def test_nothing_else_is(name: str):
    assert not belongs(name)
