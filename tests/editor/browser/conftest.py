"""A browser at the editor of a small clinic."""

from __future__ import annotations

import pytest

from kiosk.editor.browser.application import application
from kiosk.editor.browser.pairing import Pairing
from kiosk.editor.model.store import Store
from tests.editor.browser.visitor import PORT, Visitor


class Desk:
    """The command's side: the codes that it has shown, and a clock."""

    def __init__(self, store: Store) -> None:
        self.codes: list[str] = []
        self.now = 0.0
        self.pairing = Pairing(self.codes.append, lambda: self.now)
        self.application = application(store, self.pairing, PORT)

    def visitor(self) -> Visitor:
        return Visitor(self.application)


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store)


@pytest.fixture
def visitor(desk: Desk) -> Visitor:
    """A browser that is paired."""
    visitor = desk.visitor()
    assert visitor.post("/pair", {"code": desk.codes[-1], "name": "Ana"}).status == 303
    return visitor
