"""An importer: what workbooks of one kind would change, shown as a plan before anything is written."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol

from django.db import transaction
from django.utils.translation import gettext as _

from unionoffice.refusal import Refused
from unionoffice.sheets.checking import Column, Label
from unionoffice.sheets.planning import Plan


class Planner(Protocol):
    """Reads a workbook and says what it would change; raises Refused for a file of another kind."""

    def __call__(self, data: bytes, *, name: str) -> Plan: ...


class Writer(Protocol):
    """Writes a plan without problems, inside the caller's transaction."""

    def __call__(self, plan: Plan, *, by: Any, on: date) -> None: ...


@dataclass(frozen=True)
class Importer:
    """One kind of workbook that an area takes in.

    `kind` is the name of its pages without `-import`, `-template` and `-plan`, as in `members:roster`. `shown` are
    the columns that the plan shows of a new row beside its key and title, and `masks` hide what pages mask elsewhere.
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

    def carry_out(self, data: bytes, *, name: str, digest: str, compared: str, by: Any, on: date) -> Plan:
        """Check the file again and write it, all or nothing; raises Refused while any row has a problem.

        `digest` is that of the file whose plan was shown, and `compared` the `standing` of that plan: what somebody
        else changed since then isn't overwritten unseen.
        """
        plan = self.plan(data, name=name)
        plan.ensure_applicable(digest)
        if plan.standing != compared:
            raise Refused(_("检查之后，有人登记或修改了其中的记录。请看过新的计划，再决定是否导入。"))
        with transaction.atomic():
            self.write(plan, by=by, on=on)
        return plan

    @property
    def shown_columns(self) -> list[Column]:
        """The columns that the plan shows of a new row."""
        by_key = {column.key: column for column in self.columns}
        return [by_key[key] for key in self.shown]
