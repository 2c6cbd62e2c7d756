"""What the audit trail says of a record, for tests of services."""

from unionoffice.audit import LogEntry


def trail(record) -> list[tuple[str, str, str]]:
    """Verb, actor and note of each entry of a record, oldest first."""
    entries = LogEntry.objects.get_for_object(record).order_by("pk")
    return [(entry.verb, entry.actor_name, entry.note) for entry in entries]


def last_changes(record) -> dict[str, list[str]]:
    """The fields of the newest entry of a record, with their old and new values."""
    return LogEntry.objects.get_for_object(record).order_by("pk").last().changes
