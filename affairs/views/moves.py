"""Moves of one disclosure, each asked before it is made."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from affairs import permissions
from affairs.enums import Sphere
from affairs.forms import (
    ArchiveDisclosureForm,
    CorrectDisclosureForm,
    DiscardDisclosureForm,
    PublishDisclosureForm,
    RecallDisclosureForm,
    ReturnDisclosureForm,
    SubmitDisclosureForm,
    TakeDownDisclosureForm,
)
from affairs.models import Disclosure
from affairs.views.disclosures import AREA, disclosures_crumb
from unionoffice.days import in_short
from unionoffice.pages import Crumb, TransitionPage


class DisclosureMove(TransitionPage):
    """A move of one disclosure; who may make it depends on the disclosure, so the page itself is open to staff."""

    permission = permissions.opens_disclosure
    area = AREA
    model = Disclosure
    done = _("已办理。")

    def get_crumbs(self) -> list[Crumb]:
        """To the disclosure."""
        return [disclosures_crumb(), Crumb(str(self.record), self.record.get_absolute_url())]


class SubmitDisclosureView(DisclosureMove):
    """The writer hands it in."""

    rule = permissions.may_submit
    title, button = _("提交审批"), _("提交审批")
    form_class = SubmitDisclosureForm
    done = _("已提交，审批人会收到通知。")

    def get_question(self) -> str:
        """Who will read it, and when it is public."""
        person = _("校长") if self.record.sphere == Sphere.SCHOOL else _("工会主席")
        day = self.record.publish_on
        if day is None or day <= self.on:
            return str(_("提交后由%(person)s审批，批准后立即公开。") % {"person": person})
        return str(_("提交后由%(person)s审批，批准后%(day)s公开。") % {"person": person, "day": in_short(day)})


class RecallDisclosureView(DisclosureMove):
    """The writer goes on writing."""

    rule = permissions.may_recall
    title, button = _("撤回修改"), _("撤回修改")
    question = _("撤回后回到草稿，改好再提交。")
    form_class = RecallDisclosureForm


class ReturnDisclosureView(DisclosureMove):
    """The approver takes back the approval of what isn't public yet."""

    rule = permissions.may_take_back
    title, button = _("退回修改"), _("退回修改")
    question = _("已批准、还没到公开日期。退回后不再按期公开。")
    form_class = ReturnDisclosureForm


class PublishDisclosureView(DisclosureMove):
    """Its day has come, and the daily run hasn't."""

    rule = permissions.may_publish
    title, button = _("公开"), _("公开")
    question = _("已到批准的公开日期。公开后内容不能修改，只能更正或撤下。")
    form_class = PublishDisclosureForm


class CorrectDisclosureView(DisclosureMove):
    """A new version is begun."""

    rule = permissions.may_correct
    title, button = _("更正"), _("起草更正")
    question = _("公开的内容不能直接修改。系统会复制一份供您改正，批准后替换，原文保留并标明已更正。")
    form_class = CorrectDisclosureForm
    done = _("更正稿已建好。")

    def get_success_url(self, record: Any) -> str:
        """On to writing it."""
        return reverse("affairs:disclosure-mend", args=[record.pk])


class TakeDownDisclosureView(DisclosureMove):
    """It comes off the board."""

    rule = permissions.may_take_down
    title, button = _("撤下"), _("撤下")
    question = _("撤下后公开栏上不再显示，各个版本都撤下，记录保留。撤下后不能恢复，需要时重新起草。")
    form_class = TakeDownDisclosureForm


class ArchiveDisclosureView(DisclosureMove):
    """It is filed."""

    rule = permissions.may_archive
    title, button = _("归档"), _("归档")
    question = _("归档后办理结束。")
    form_class = ArchiveDisclosureForm


class DiscardDisclosureView(DisclosureMove):
    """It is given up."""

    rule = permissions.may_discard
    title, button = _("作废"), _("作废")
    question = _("作废后不能恢复，记录保留。")
    form_class = DiscardDisclosureForm
