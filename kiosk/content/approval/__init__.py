"""Which texts a clinician has approved, what has changed since, and how a new topic begins."""
