"""An importer: what workbooks of one kind would change, shown as a plan before anything is written."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from unionoffice.refusal import Refused
from unionoffice.sheets.answers import answers_for
from unionoffice.sheets.checking import Column, Label
from unionoffice.sheets.planning import Plan


class Planner(Protocol):
    """Reads a workbook and says what it would change; raises Refused for a file of another kind.

    `answers` are what the office said of heads that no column claims: the key of a column, or "" to leave it out.
    """

    def __call__(self, data: bytes, *, name: str, answers: Mapping[str, str] | None = None) -> Plan: ...


class Writer(Protocol):
    """Writes a plan without problems, inside the caller's transaction.

    Returns the record of the import, where one is kept: its page is shown next.
    """

    def __call__(self, plan: Plan, *, by: Any, on: date) -> Any: ...


@dataclass(frozen=True)
class Importer:
    """One kind of workbook that an area takes in.

    `kind` is the name of its pages without `-import`, `-template`, `-plan` and `-columns`, as in `members:roster`.
    `shown` are the columns that the plan shows of a new row beside its key and title, and `masks` hide what pages
    mask elsewhere.
    """

    kind: str
    label: Label
    columns: Sequence[Column]
    plan: Planner
    write: Writer
    key_label: Label
    title_label: Label
    shown: Sequence[str] = ()
    masks: Mapping[str, Callable[[str], str]] = field(default_factory=dict)
    advice: Label = ""
    """What somebody should know before choosing a file."""

    def check(self, data: bytes, *, name: str) -> Plan:
        """The plan of a file, with every head that the office has answered before."""
        return self.plan(data, name=name, answers=answers_for(self.kind))

    def apply(self, plan: Plan, *, digest: str, compared: str, by: Any, on: date) -> Any:
        """Write a plan, all or nothing; raises Refused while any row has a problem. Returns what the writer returns.

        `digest` is that of the file whose plan was shown, and `compared` the `standing` of that plan: what somebody
        else changed since then isn't overwritten unseen. Where two write the same at the same moment, one is refused.
        """
        plan.ensure_applicable(digest)
        if plan.standing != compared:
            raise Refused(_("检查之后，有人登记或修改了其中的记录。请看过新的计划，再决定是否导入。"))
        try:
            with transaction.atomic():
                return self.write(plan, by=by, on=on)
        except IntegrityError as error:
            raise Refused(_("另一个人刚刚导入或登记了其中的记录。请看过新的计划，再决定是否导入。")) from error

    def carry_out(self, data: bytes, *, name: str, digest: str, compared: str, by: Any, on: date) -> Plan:
        """Check a file again and write it, as `apply` does."""
        plan = self.check(data, name=name)
        self.apply(plan, digest=digest, compared=compared, by=by, on=on)
        return plan

    @property
    def shown_columns(self) -> list[Column]:
        """The columns that the plan shows of a new row."""
        by_key = {column.key: column for column in self.columns}
        return [by_key[key] for key in self.shown]

    def label_of(self, key: str) -> str:
        """How a column is called; empty for a key that the importer doesn't know any more."""
        return next((str(column.label) for column in self.columns if column.key == key), "")
