"""A change of size or colours is confirmed by the key that asked for it, unless a terminal has yet to obey."""

from __future__ import annotations

import pytest

from kiosk.locale.wordings import wordings
from kiosk.ui.appearance import Appearance, text_size_here
from kiosk.visit.terms.errand import Errand


@pytest.mark.parametrize("errand", [Errand.SIZE, Errand.SIZE_BACK, Errand.CONTRAST])
def test_where_the_kiosk_draws_all_sizes_each_press_is_confirmed_at_once(
    errand: Errand, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("TMUX", "none")  # no terminal that changes its own font
    look = Appearance(text_size_here(80, 24, "auto", None, lambda sent: None, lambda request: None))
    words = wordings(["en"])["en"]
    names = [look.change(errand, words, float(press)) for press in range(8)]
    assert None not in names
    assert len({told.remark for told in names if told}) >= 4
