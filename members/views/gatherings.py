"""Attendance as its keepers see it: the roll, the screen in the hall, the paper sheet."""

from typing import Any, ClassVar

import rules
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from members.enums import AttendanceState
from members.forms import (
    AddAttendanceForm,
    CloseGatheringForm,
    MarkAttendanceForm,
    ReopenGatheringForm,
)
from members.models import Gathering
from members.papers import attendance_sheet
from members.permissions import may_keep_open_gathering, may_reopen_gathering, reads_attendance
from members.selectors import BEYOND, UNKNOWN, check_in_code, check_in_token, count_attendance, roll
from members.tables import gathering_badge
from unionoffice import audit
from unionoffice.documents import Document
from unionoffice.pages import TRAIL_LENGTH, Action, Crumb, PaperPage, RecordPage, Step, TransitionPage
from unionoffice.qrcodes import qr_svg
from unionoffice.roles import signed_in

GROUPS = (
    (UNKNOWN, _("未到")),
    (AttendanceState.PRESENT, _("实到")),
    (AttendanceState.ON_LEAVE, _("请假")),
    (AttendanceState.ABSENT, _("缺席")),
    (BEYOND, _("范围外")),
)
"""What the roll can be narrowed to."""


def source_crumb(record: Any, user: Any) -> Crumb:
    """To what attendance is kept at, or goods are handed out for, as far as the user may see it."""
    source = record.source.shown_to(user)
    return Crumb(source.text, source.url or record.get_absolute_url())


class GatheringDetailView(TransitionPage):
    """The roll: who is due, who came; while it is open its keeper ticks people off."""

    permission, rule = signed_in, reads_attendance
    model = Gathering
    form_class = MarkAttendanceForm
    template_name = "members/gathering_detail.html"
    done = _("已登记。")
    steps = (
        Step(_("大屏幕二维码"), "members:gathering-screen", may_keep_open_gathering),
        Step(_("登记名单外的人"), "members:gathering-add", may_keep_open_gathering, primary=False),
        Step(_("打印签到表"), "members:gathering-sheet", reads_attendance, primary=False, download=True),
        Step(_("结束签到"), "members:gathering-close", may_keep_open_gathering, primary=False),
        Step(_("重新开始签到"), "members:gathering-reopen", may_reopen_gathering, primary=False),
    )

    def prepare(self) -> None:
        """With the roll; marking is for the keeper, and only while it is open."""
        super().prepare()
        self.may_mark = may_keep_open_gathering.test(self.request.user, self.record)
        if self.request.method == "POST" and not self.may_mark:
            raise PermissionDenied
        self.roll = roll(self.record)

    def get_queryset(self) -> Any:
        """With the audience."""
        return super().get_queryset().select_related("audience")

    def get_title(self) -> str:
        """Its own name."""
        return str(self.record)

    def get_crumbs(self) -> list[Crumb]:
        """To what it belongs to."""
        return [source_crumb(self.record, self.request.user)]

    def get_form_kwargs(self) -> dict[str, Any]:
        """Whom there is to tick."""
        return {"record": self.record, "people": [line.member.pk for line in self.roll]}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The roll as far as it is asked for, the numbers, and what can be done."""
        count = count_attendance(self.record)
        wanted = self.request.GET.get("state", "")
        groups = [(str(key), label, getattr(count, key)) for key, label in GROUPS]
        return super().get_context_data(
            roll=[line for line in self.roll if wanted in ("", line.state)],
            wanted=wanted,
            count=count,
            groups=groups,
            badge=gathering_badge(self.record),
            may_mark=self.may_mark,
            actions=self.get_actions(),
            trail=audit.trail_of(self.record)[:TRAIL_LENGTH],
            **kwargs,
        )

    def get_actions(self) -> list[Action]:
        """What this user can do with it now."""
        return [
            Action.to(step.label, step.url_name, self.record.pk, primary=step.primary, download=step.download)
            for step in self.steps
            if step.rule.test(self.request.user, self.record)
        ]


class KeptPage(RecordPage):
    """A page of a gathering that isn't for everybody who may see what it belongs to."""

    permission = signed_in
    model = Gathering
    select_related = ("audience",)
    rule: ClassVar[rules.Predicate]

    def get_record(self) -> Any:
        """Only for whom the rule names."""
        record = super().get_record()
        if not self.rule.test(self.request.user, record):
            raise PermissionDenied
        return record

    def http_method_not_allowed(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Whom the page isn't for is told so whatever they send."""
        self.get_record()
        return super().http_method_not_allowed(request, *args, **kwargs)


class GatheringScreenView(KeptPage):
    """For the hall: a QR code that is soon another one, six digits, and how many are here.

    Only for its keeper: whoever sees the code can check in.
    """

    rule = may_keep_open_gathering

    def get(self, request: HttpRequest, *_args: Any, **_kwargs: Any) -> HttpResponse:
        """The whole screen, or the part that changes."""
        self.record = self.get_record()
        now = timezone.now()
        path = reverse("members:check-in-scan", args=[check_in_token(self.record, now)])
        context = {
            "record": self.record,
            "title": str(self.record),
            "qr_code": qr_svg(request.build_absolute_uri(path)),
            "code": check_in_code(self.record, now),
            "count": count_attendance(self.record),
        }
        part = "members/_gathering_screen.html" if request.htmx else "members/gathering_screen.html"
        response = TemplateResponse(request, part, context)
        response["Cache-Control"] = "no-store"
        return response


class GatheringSheetView(KeptPage, PaperPage):
    """The sheet to sign on paper; whoever is known to be there stands on it as such."""

    rule = reads_attendance

    def get_document(self) -> Document:
        """The roll as a ruled table."""
        return attendance_sheet(self.record, roll(self.record))


class GatheringMove(TransitionPage):
    """Something done with a gathering as a whole."""

    permission = signed_in
    model = Gathering

    def get_crumbs(self) -> list[Crumb]:
        """To what it belongs to, and to the roll."""
        return [source_crumb(self.record, self.request.user), Crumb(str(self.record), self.record.get_absolute_url())]


class AddAttendanceView(GatheringMove):
    """Somebody who isn't on the roll is here."""

    rule = may_keep_open_gathering
    form_class = AddAttendanceForm
    template_name = "office/form.html"
    title, button = _("登记名单外的人"), _("登记出席")
    done = _("已登记。")


class CloseGatheringView(GatheringMove):
    """Nobody can check in any more."""

    rule = may_keep_open_gathering
    form_class = CloseGatheringForm
    title, button = _("结束签到"), _("结束签到")
    done = _("签到已结束。")

    def get_question(self) -> str:
        """Who is recorded as absent by it."""
        missing = count_attendance(self.record).unknown
        if not missing:
            return str(_("结束后不能再签到。"))
        return str(_("结束后不能再签到，还没有登记的%(n)s人将记为缺席。")) % {"n": missing}


class ReopenGatheringView(GatheringMove):
    """People can check in again."""

    rule = may_reopen_gathering
    form_class = ReopenGatheringForm
    title, button = _("重新开始签到"), _("重新开始")
    question = _("重新开始后可以继续签到，也可以更正已登记的情况。")
    done = _("可以继续签到。")
