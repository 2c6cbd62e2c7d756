"""Pages of the supervision group's checks."""

from typing import Any

from django.db.models import Prefetch
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from affairs import permissions
from affairs.filters import BoardCheckFilter, CheckIssueFilter
from affairs.forms import BoardCheckForm, CheckIssueForm, FinishIssueForm
from affairs.models import BoardCheck, CheckIssue, CheckPerson
from affairs.papers import check_paper
from affairs.tables import BoardCheckTable, CheckIssueTable, check_badge, issue_badge
from members.models import Member
from unionoffice.documents import Document
from unionoffice.pages import (
    Badge,
    Crumb,
    EditPage,
    Fact,
    FormPage,
    ListPage,
    PaperPage,
    RecordPage,
    Step,
    TransitionPage,
)
from unionoffice.roles import signed_in

AREA = "affairs"


def checks_crumb() -> Crumb:
    """The way back to the list."""
    return Crumb(_("监督检查"), reverse("affairs:check-list"))


class BoardCheckListView(ListPage):
    """The checks."""

    permission = permissions.opens_checks
    area = AREA
    title = _("监督检查")
    model = BoardCheck
    table = BoardCheckTable
    filter_class = BoardCheckFilter
    main_action = (_("登记检查"), "affairs:check-add", permissions.records_checks)
    other_actions = ((_("整改事项"), "affairs:issue-list", permissions.opens_checks),)


class CheckIssueListView(ListPage):
    """What they asked for."""

    permission = permissions.opens_checks
    area = AREA
    title = _("检查整改事项")
    model = CheckIssue
    table = CheckIssueTable
    filter_class = CheckIssueFilter

    def get_crumbs(self) -> list[Crumb]:
        """To the checks."""
        return [checks_crumb()]


class CheckPage(RecordPage):
    """One check with its people and what it asked for; who isn't concerned doesn't know of it."""

    permission = signed_in
    area = AREA
    model = BoardCheck

    def get_record(self) -> Any:
        """With all that belongs to it, in a few queries."""
        return with_parts(super().get_record())


def with_parts(check: BoardCheck) -> BoardCheck:
    """The check with people, issues, channels and matters fetched, without what is encrypted of people."""
    people = CheckPerson.objects.select_related("member").defer(*Member.secrets_of("member"))
    issues = CheckIssue.objects.select_related("handler").defer(*Member.secrets_of("handler"))
    parts = (Prefetch("people", people), Prefetch("issues", issues), "channels", "items")
    return BoardCheck.objects.filter(pk=check.pk).prefetch_related(*parts).get()


class BoardCheckDetailView(CheckPage):
    """The check's page."""

    steps = (
        Step(_("添加整改事项"), "affairs:issue-add", permissions.adds_to_check),
        Step(_("修改"), "affairs:check-mend", permissions.records_checks, primary=False),
        Step(_("打印记录表"), "affairs:check-paper", signed_in, primary=False, download=True),
    )

    def get_crumbs(self) -> list[Crumb]:
        """To the list, for those who have one."""
        return [checks_crumb()] if permissions.opens_checks.test(self.request.user) else []

    def get_badge(self) -> Badge | None:
        """Whether all was put right."""
        return check_badge(self.record.issues.all())

    def get_facts(self) -> list[Fact]:
        """What was looked at, by whom, and how it was found."""
        check = self.record
        return [
            Fact(_("检查日期"), check.checked_on),
            Fact(_("检查人"), [person.member.name for person in check.people.all()]),
            Fact(_("检查内容"), check.scope),
            Fact(_("检查的渠道"), list(check.channels.all())),
            Fact(_("检查情况"), check.finding),
            Fact(_("检查的目录"), list(check.items.all())),
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With what is to be put right, and by whom this user may say that it is done."""
        user = self.request.user
        issues = [
            (issue, issue_badge(issue), permissions.may_finish_issue.test(user, issue))
            for issue in self.record.issues.all()
        ]
        return super().get_context_data(issues=issues, **kwargs)


class CheckPaperView(CheckPage, PaperPage):
    """检查记录表."""

    def get_document(self) -> Document:
        """The paper's tree."""
        return check_paper(self.record)


class AddBoardCheckView(FormPage):
    """A check is recorded."""

    permission = permissions.records_checks
    area = AREA
    title = _("登记检查")
    form_class = BoardCheckForm
    template_name = "affairs/boardcheck_form.html"
    button = _("登记检查")
    done = _("已登记。需要整改的，请逐件添加。")

    def get_crumbs(self) -> list[Crumb]:
        """To the list."""
        return [checks_crumb()]


class MendBoardCheckView(EditPage):
    """Setting the record of a check in order."""

    permission = permissions.records_checks
    area = AREA
    title = _("修改")
    model = BoardCheck
    form_class = BoardCheckForm
    template_name = "affairs/boardcheck_form.html"
    done = _("已保存。")

    def get_crumbs(self) -> list[Crumb]:
        """To the check."""
        return [checks_crumb(), Crumb(str(self.record), self.record.get_absolute_url())]


class AddCheckIssueView(TransitionPage):
    """Something is to be put right."""

    permission, rule = signed_in, permissions.adds_to_check
    area = AREA
    title = _("添加整改事项")
    model = BoardCheck
    form_class = CheckIssueForm
    template_name = "office/form.html"
    button = _("添加")
    done = _("已添加，责任人会收到通知。")

    def get_crumbs(self) -> list[Crumb]:
        """To the check."""
        return [checks_crumb(), Crumb(str(self.record), self.record.get_absolute_url())]


class FinishIssueView(TransitionPage):
    """It was put right."""

    permission, rule = signed_in, permissions.may_finish_issue
    area = AREA
    title = _("完成检查整改")
    model = CheckIssue
    form_class = FinishIssueForm
    button = _("完成整改")
    done = _("已办结。")

    def get_question(self) -> str:
        """What was asked for."""
        return str(_("整改要求：%(demand)s") % {"demand": self.record.demand})

    def get_crumbs(self) -> list[Crumb]:
        """To the check."""
        return [Crumb(str(self.record.check_held), self.record.get_absolute_url())]
