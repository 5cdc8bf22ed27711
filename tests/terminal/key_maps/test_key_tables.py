"""The standard map's file and the README's table of keys are made from the rows of the actions."""

from __future__ import annotations

import pytest

from kiosk.terminal.key_map import STANDARD, action_for
from kiosk.visit.terms.action import PICKS, Action, help_lines
from tools.key_tables import README, key_table, standard_map, with_table
from tools.key_tables import STANDARD as STANDARD_FILE

MAKE = "run “.venv/bin/python -P tools/key_tables.py”"


def test_the_file_of_the_standard_map_is_up_to_date():
    assert STANDARD_FILE.read_text("utf-8") == standard_map(), MAKE


def test_the_table_in_the_readme_is_up_to_date():
    text = README.read_text("utf-8")
    assert with_table(text) == text, MAKE


@pytest.mark.parametrize("action", [action for action in Action if action.keys], ids=lambda action: action.value)
def test_each_action_with_a_key_is_in_the_readme(action: Action):
    assert action.job.casefold() in key_table().casefold()


def test_no_two_actions_have_a_key_in_common():
    keys = [key for action in Action for key in (*action.keys, *action.own.values())]
    assert len(set(keys)) == len(keys)


def test_every_action_but_the_numbers_is_told_in_one_line_of_help():
    told = [action for line in help_lines() for action in line]
    assert set(told) == set(Action) - set(PICKS) - {Action.OTHER}
    assert len(set(told)) == len(told)


def test_a_letter_of_one_language_works_in_all():
    assert action_for("a", "a") is Action.HELP
    assert STANDARD["d"] is Action.WHERE
