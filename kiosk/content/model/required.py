"""The topics that every kiosk must have."""

from kiosk.content.model.block import Role
from kiosk.content.model.library import Topic, Urgency

DISCLAIMER, UNWELL = "disclaimer", "feel-unwell"
REQUIRED = (DISCLAIMER, UNWELL)
WITH_CARDS = (UNWELL,)
"""Those that must have care cards."""


def has_emergency_card(topic: Topic) -> bool:
    """Return True if `topic` has a card of the level `emergency`, or need not have one."""
    levels = (block.text for block in topic.blocks if block.role is Role.LEVEL)
    return topic.name not in WITH_CARDS or Urgency.EMERGENCY.value in levels
