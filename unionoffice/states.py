"""Moves of a record from state to state, one way for all areas."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from typing import Any, ClassVar, Protocol, TypeVar

import rules
from django.db import models, transaction
from django.utils.translation import gettext as _

from unionoffice import audit
from unionoffice.refusal import Refused

Record = TypeVar("Record", bound=models.Model)


class Stateful(Protocol):
    """A model with a `status` and the table of its allowed moves, kept in its app's `enums.py`."""

    MOVES: ClassVar[Mapping[Any, AbstractSet[Any]]]
    status: Any


def may_move(record: Stateful, to: str) -> bool:
    """Whether the table allows the record to go to state `to` from where it is now."""
    return to in record.MOVES.get(record.status, frozenset())


def in_state(*statuses: str) -> rules.Predicate:
    """A predicate for `permissions.py`: the record, whoever asks, is in one of `statuses`."""
    return rules.Predicate(lambda _user, record: record.status in statuses, name=" | ".join(statuses))


def lock(record: Record) -> Record:
    """Bring `record` up to date and hold its row until the transaction ends."""
    record.refresh_from_db(from_queryset=type(record)._default_manager.select_for_update())
    return record


@contextmanager
def moving(record: Any, *, to: str, by: Any, verb: str, note: str = "") -> Iterator[None]:
    """Lock the record, check the move, let the caller check its guard and fill in fields, save and audit.

    All of it is one transaction: what the caller refuses inside leaves nothing behind. `verb` and `note`
    stand in the record's history as a sentence ("陈静 批准慰问：理由").
    """
    with transaction.atomic():
        lock(record)
        if not may_move(record, to):
            raise Refused(
                _("现在是“%(status)s”状态，不能%(verb)s。请刷新页面查看最新情况。")
                % {"status": record.get_status_display(), "verb": verb}
            )
        with audit.deed(verb, by=by, note=note):
            yield
            record.status = to
            record.save()
