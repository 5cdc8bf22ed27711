"""Commands that go back to an earlier state of a clinic's files, or put them away: history, undo, restore, backup."""
