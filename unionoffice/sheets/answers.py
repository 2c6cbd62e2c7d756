"""What the office answered about heads that no importer knows: which column they are, kept for the next file."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from unionoffice import audit


class ColumnAnswer(models.Model):
    """The column of an importer that stands under a head; an empty one is left out of every file.

    `kind` is that of the importer, `head` as the reader compares heads: without blanks and in half width.
    """

    AUDITED = ("kind", "head", "column")

    kind = models.CharField(_("导入内容"), max_length=40, editable=False)
    head = models.CharField(_("文件中的列"), max_length=200)
    column = models.CharField(_("对应的列"), max_length=60, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("确定人")
    )
    answered_at = models.DateTimeField(_("确定时间"))

    class Meta:
        verbose_name = _("列的对应")
        verbose_name_plural = verbose_name
        ordering = ["kind", "head"]
        constraints = [models.UniqueConstraint(fields=["kind", "head"], name="one_answer_a_head")]

    def __str__(self) -> str:
        return self.head


def answers_for(kind: str) -> dict[str, str]:
    """Every remembered answer for workbooks of one kind: the column's key by head, empty for one to be left out."""
    return dict(ColumnAnswer.objects.filter(kind=kind).values_list("head", "column"))


@transaction.atomic
def remember_answers(kind: str, answers: Mapping[str, str], *, by: Any) -> None:
    """Answer these heads from now on; an earlier answer gives way."""
    with audit.deed(gettext("确定列的对应"), by=by):
        for head, column in answers.items():
            ColumnAnswer.objects.update_or_create(
                kind=kind,
                head=head,
                defaults={"column": column, "answered_by": by, "answered_at": timezone.now()},
            )


@transaction.atomic
def forget_answers(kind: str, heads: Iterable[str], *, by: Any) -> None:
    """Ask about these heads again when the next file has them."""
    with audit.deed(gettext("忘记列的对应"), by=by):
        for answer in ColumnAnswer.objects.filter(kind=kind, head__in=list(heads)):
            answer.delete()
