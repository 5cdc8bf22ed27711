"""The PIN: what is kept of it tells nothing, and only the right one fits."""

from __future__ import annotations

import re

import pytest

from kiosk.staff.pin_hash import PATTERN, PinHash, R, fault_of


@pytest.fixture(scope="module")
def kept() -> PinHash:
    return PinHash.of("482915")


def test_the_right_pin_fits_and_no_other_does(kept: PinHash):
    assert kept.fits("482915")
    for wrong in ("482914", "48291", "4829155", "", "482915 "):
        assert not kept.fits(wrong)


def test_the_line_of_the_file_says_all_and_shows_no_digit_of_it(kept: PinHash):
    line = str(kept)
    assert re.fullmatch(PATTERN, line)
    assert "482915" not in line
    assert PinHash.parse(line) == kept


def test_the_same_pin_is_kept_differently_each_time(kept: PinHash):
    assert str(PinHash.of("482915")) != str(kept)


def test_it_is_as_strong_as_owasp_asks_for(kept: PinHash):
    assert (kept.log_n, R, kept.p) == (14, 8, 5)
    assert len(kept.salt) == 16
    assert len(kept.digest) == 32


@pytest.mark.parametrize("spoilt", ["", "482915", "scrypt$14$8$5$x$y", "scrypt$31$8$5$" + "A" * 22 + "$" + "A" * 43])
def test_anything_else_is_refused(spoilt: str):
    with pytest.raises(ValueError, match="no PIN"):
        PinHash.parse(spoilt)


def test_it_is_compared_in_constant_time(kept: PinHash, monkeypatch: pytest.MonkeyPatch):
    compared: list[tuple[bytes, bytes]] = []

    def compare(first: bytes, second: bytes) -> bool:
        compared.append((first, second))
        return False

    monkeypatch.setattr("kiosk.staff.pin_hash.hmac.compare_digest", compare)
    assert not kept.fits("482915")
    assert [second for _, second in compared] == [kept.digest]


@pytest.mark.parametrize("fit", ["482915", "100200", "902143769012"])
def test_what_may_be_a_pin(fit: str):
    assert fault_of(fit) == ""


@pytest.mark.parametrize(
    "unfit",
    [
        *("", "4829", "48291", "1234567890123", "abcdef", "48 915", "٤٨٢٩١٥"),
        *("000000", "123456", "987654", "890123", "121212", "123123"),
    ],
)
def test_what_may_not(unfit: str):
    assert fault_of(unfit).endswith(".")
