"""Notices to people, in the office always, by e-mail and group robots where set up."""

from unionoffice.inbox.models import Notice, NoticeAddress, OutboxMessage, Robot
from unionoffice.inbox.services import announce, notify

__all__ = ["Notice", "NoticeAddress", "OutboxMessage", "Robot", "announce", "notify"]
