"""One version of a regulation: its text, what it changes, and its moves."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from affairs import permissions
from affairs.enums import ENACTED
from affairs.forms import (
    AbolishVersionForm,
    DiscardVersionForm,
    EnactVersionForm,
    SubmitVersionForm,
    VersionForm,
)
from affairs.models import RegulationVersion
from affairs.papers import regulation_paper, regulation_text
from affairs.selectors import version_before
from affairs.tables import version_badge
from affairs.views.regulations import AREA, regulations_crumb
from unionoffice.documents import Document, render_html
from unionoffice.pages import (
    Action,
    Badge,
    Crumb,
    EditPage,
    Fact,
    PaperPage,
    RecordPage,
    Step,
    TransitionPage,
)
from unionoffice.richtext import compare
from unionoffice.sources import SourceRef


class VersionDetailView(RecordPage):
    """A version with its text, its days, and what it changes."""

    permission = permissions.opens_regulations
    area = AREA
    model = RegulationVersion
    select_related = ("regulation__department", "drafted_by")
    steps = (
        Step(_("征求意见"), "affairs:version-consult", permissions.may_mend_version),
        Step(_("发布施行"), "affairs:version-enact", permissions.may_enact_version),
        Step(_("提交审议"), "affairs:version-submit", permissions.may_deliberate_version, primary=False),
        Step(_("修改"), "affairs:version-mend", permissions.may_mend_version, primary=False),
        Step(_("废止"), "affairs:version-abolish", permissions.may_abolish_version, primary=False),
        Step(_("作废"), "affairs:version-discard", permissions.may_discard_version, primary=False),
    )

    def get_crumbs(self) -> list[Crumb]:
        """To the regulation."""
        regulation = self.record.regulation
        return [regulations_crumb(), Crumb(regulation.title, regulation.get_absolute_url())]

    def get_badge(self) -> Badge:
        """Where it stands."""
        return version_badge(self.record, self.on)

    def get_actions(self) -> list[Action]:
        """The steps, its paper, and the way to the board for what is in force."""
        record = self.record
        actions = super().get_actions()
        if record.to_on is not None:
            actions = [one for one in actions if one.url != reverse("affairs:version-abolish", args=[record.pk])]
        if record.status in ENACTED and permissions.drafts_disclosures.test(self.request.user):
            actions.append(disclose(record))
        for file_format, label in (("pdf", _("打印")), ("docx", _("导出 Word"))):
            url = reverse("affairs:version-paper", args=[record.pk, file_format])
            actions.append(Action(label, url, primary=False, download=True))
        return actions

    def get_facts(self) -> list[Fact]:
        """By whom it was passed, and when it holds."""
        record = self.record
        passed = record.source.shown_to(self.request.user) if record.source else None
        facts = [
            Fact(_("版本"), gettext("第%(n)d版") % {"n": record.number}),
            Fact(_("类别"), record.regulation.get_kind_display()),
            Fact(_("责任部门"), record.regulation.department),
            Fact(_("施行日期"), record.from_on),
            Fact(_("施行至"), record.to_on),
            Fact(_("通过或批准"), record.adopted_by, passed.url if passed else ""),
            Fact(_("通过日期"), record.adopted_on),
            Fact(_("发文字号"), record.document_no),
            Fact(_("起草人"), record.drafted_by),
        ]
        if record.change_note:
            facts.append(Fact(_("修订说明"), record.change_note))
        if record.end_reason:
            facts += [Fact(_("废止日期"), record.abolished_on), Fact(_("废止原因"), record.end_reason)]
        return facts

    def get_trail(self) -> Any:
        """What it said while it was drafted is for those who worked on it."""
        user, record = self.request.user, self.record
        works = permissions.sees_all_regulations.test(user) or permissions.works_on_version.test(user, record)
        return super().get_trail() if works else []

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the text, the consultation on it, and what it changes of the one before it."""
        before = version_before(self.record)
        lines = compare(before.text, self.record.text) if before else []
        return super().get_context_data(
            text=render_html(regulation_text(self.record)),
            before=before,
            differences=lines,
            changed=sum(line.kind != "same" for line in lines),
            consultations=list(self.record.consultations.visible_to(self.request.user)),
            **kwargs,
        )


def disclose(record: Any) -> Action:
    """起草公开 from a record that says of itself what the board may be told."""
    ref = SourceRef.to(record)
    url = f"{reverse('affairs:disclosure-draft')}?source={ref.model}:{ref.key}"
    return Action(str(_("起草公开")), url, primary=False)


class VersionPaperView(PaperPage):
    """One version on paper, as PDF or Word."""

    permission = permissions.opens_regulations
    area = AREA
    model = RegulationVersion
    select_related = ("regulation",)

    def get_document(self) -> Document:
        """Title, 题注 and text."""
        return regulation_paper(self.record)


class VersionMove(TransitionPage):
    """A move of one version."""

    permission = permissions.opens_regulations
    area = AREA
    model = RegulationVersion
    done = _("已办理。")

    def get_queryset(self) -> Any:
        """With what the rules ask."""
        return super().get_queryset().select_related("regulation__department")

    def get_crumbs(self) -> list[Crumb]:
        """To the version."""
        regulation = self.record.regulation
        return [
            regulations_crumb(),
            Crumb(regulation.title, regulation.get_absolute_url()),
            Crumb(gettext("第%(n)d版") % {"n": self.record.number}, self.record.get_absolute_url()),
        ]


class MendVersionView(VersionMove, EditPage):
    """Going on with a draft."""

    rule = permissions.may_mend_version
    title = _("修改")
    form_class = VersionForm
    done = _("已保存。")


class SubmitVersionView(VersionMove):
    """It is laid before those who pass it."""

    rule = permissions.may_deliberate_version
    title, button = _("提交审议"), _("提交审议")
    form_class = SubmitVersionForm

    def get_question(self) -> str:
        """Who passes it, and that it isn't changed meanwhile."""
        if self.record.regulation.needs_congress:
            return gettext("提交后正文不能再改，由教职工代表大会讨论通过。")
        return gettext("提交后正文不能再改，需要改动的，另起草一版。")


class EnactVersionView(VersionMove):
    """It takes effect."""

    rule = permissions.may_enact_version
    title, button = _("发布施行"), _("发布施行")
    form_class = EnactVersionForm
    done = _("已发布。")

    def get_question(self) -> str:
        """What becomes of the one before it."""
        before = version_before(self.record)
        if before is not None and before.to_on is None:
            return gettext("施行后正文不能修改，第%(n)d版施行到前一天为止。两个版本都保留，全体教职工可以查看。") % {
                "n": before.number
            }
        return gettext("施行后正文不能修改，全体教职工可以查看。")


class AbolishVersionView(VersionMove):
    """It holds no longer."""

    rule = permissions.may_abolish_version
    title, button = _("废止"), _("废止")
    question = _("废止后这项制度不再执行，正文保留，仍可查看。")
    form_class = AbolishVersionForm


class DiscardVersionView(VersionMove):
    """It is given up."""

    rule = permissions.may_discard_version
    title, button = _("作废"), _("作废")
    question = _("作废后不能恢复，记录保留。")
    form_class = DiscardVersionForm
