"""Sample values are known as samples, and real ones are not taken for them."""

import pytest

from kiosk.content.model.samples import is_sample_name, is_sample_phone


@pytest.mark.parametrize(
    "number",
    [
        "555-0142",
        "555-0100",
        "(212) 555-0199",
        "1-212-555-0101",
        "+1 212 555 0101",
        "020 7946 0123",
        "1234567",
        "000-0000",
    ],
)
def test_a_number_kept_for_stories_is_a_sample(number: str) -> None:
    assert is_sample_phone(number)


@pytest.mark.parametrize(
    "number",
    ["212-555-1212", "1-800-227-2345", "911", "112", "000", "107", "988", "030 4505-0", "555-9142", "020 7188 7188"],
)
def test_a_number_that_somebody_may_answer_is_none(number: str) -> None:
    assert not is_sample_phone(number)


@pytest.mark.parametrize(
    "name", ["Sample Breast Care Clinic", "Example Clinic", "Your clinic", "example", "Test Clinic"]
)
def test_a_name_that_nobody_typed_is_a_sample(name: str) -> None:
    assert is_sample_name(name)


@pytest.mark.parametrize(
    "name", ["Breast Care Clinic", "St. Example’s Hospital", "Samplewood Clinic", "Testament Health"]
)
def test_a_name_of_its_own_is_none(name: str) -> None:
    assert not is_sample_name(name)
