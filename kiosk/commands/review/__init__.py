"""Commands of those who confirm a text: what changed, what it rests on, approvals, translations."""
