"""Moves of sittings, each asked before it is made: arranged, checked in to, opened, closed."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from congress import permissions
from congress.enums import SessionStatus
from congress.forms import sittings as forms
from congress.models import Session, Sitting
from congress.selectors import door_of, hall, is_last, quorums, room
from congress.views.records import AREA, NewRecord, session_crumbs, sessions_crumb
from congress.views.sittings import WITH_SESSION, crumbs_to, sittings_crumb
from unionoffice.pages import Crumb, EditPage, TransitionPage


class CreateSittingView(NewRecord):
    """One more sitting of a session."""

    title, button = _("安排单元会议"), _("安排")
    form_class = forms.SittingForm
    done = _("已安排。")

    def prepare(self) -> None:
        """Of which session."""
        found = Session.objects.visible_to(self.request.user).with_partner()
        self.session = found.exclude(status=SessionStatus.HELD).filter(pk=self.kwargs["pk"]).first()
        if self.session is None:
            raise Http404

    def get_title(self) -> str:
        """Of which session."""
        return f"{self.title}：{self.session}"

    def get_crumbs(self) -> list[Crumb]:
        """To the session."""
        return session_crumbs(self.session)

    def get_form_kwargs(self) -> dict[str, Any]:
        """Its first day and its place are offered."""
        session = self.session
        first = max(session.starts_on, min(self.on, session.ends_on))
        return {"session": session, "initial": {"day": first, "place": session.place}}


class CreateOtherSittingView(NewRecord):
    """A meeting that belongs to no session."""

    title, button = _("安排其他会议"), _("安排")
    form_class = forms.OtherSittingForm
    done = _("已安排。")

    def get_crumbs(self) -> list[Crumb]:
        """To the list."""
        return [sessions_crumb(), sittings_crumb()]


class SittingMove(TransitionPage):
    """A move of one sitting; who may make it depends on the sitting, so the page itself is open to staff."""

    permission = permissions.is_staff
    area = AREA
    model = Sitting

    def get_queryset(self) -> Any:
        """With what rules and questions ask for."""
        return super().get_queryset().select_related(*WITH_SESSION)

    def get_crumbs(self) -> list[Crumb]:
        """To the sitting."""
        return [*crumbs_to(self.record), Crumb(str(self.record), self.record.get_absolute_url())]


class UpdateSittingView(SittingMove, EditPage):
    """Another time, place or person."""

    rule = permissions.may_edit_sitting
    title = _("修改会议安排")
    form_class = forms.SittingForm
    template_name = "office/form.html"
    done = _("已保存。")


class DeleteSittingView(SittingMove):
    """An arrangement is thrown away."""

    rule = permissions.may_edit_sitting
    title, button = _("删除会议安排"), _("删除")
    question = _("还没有签到和请假的会议可以删除，不能恢复。")
    form_class = forms.DeleteSittingForm
    done = _("已删除。")

    def get_success_url(self, record: Sitting) -> str:
        """Back to the session, or to the list."""
        return record.session.get_absolute_url() if record.session else reverse("congress:sitting-list")


class OpenDoorView(SittingMove):
    """To the attendance: begun first where it wasn't yet."""

    rule = permissions.may_keep_sitting
    title, button = _("开始签到"), _("开始签到")
    question = _("开始后可以在大屏幕上展示签到二维码，也可以扫代表证或手工登记。已准假的人自动记为请假。")
    form_class = forms.OpenDoorForm
    done = _("已开始签到。")

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Straight to it where it was begun before."""
        self.prepare()
        if door_of(self.record) is not None:
            return HttpResponseRedirect(reverse("congress:sitting-roll", args=[self.record.pk]))
        return super().get(request, *args, **kwargs)

    def get_success_url(self, _record: Any) -> str:
        """Back to the sitting, where the screen and the roll are."""
        return self.record.get_absolute_url()


class OpenSittingView(SittingMove):
    """The presider declares the sitting open."""

    rule = permissions.may_open_sitting
    title, button = _("宣布开会"), _("宣布开会")
    form_class = forms.OpenSittingForm
    done = _("已宣布开会。")

    def get_question(self) -> str:
        """Whether enough are there, in each body that meets."""
        found = quorums(hall(self.record))
        told = [f"{one.sitting.body_name}：{one.sentence}" if found[1:] else one.sentence for one in found]
        if all(one.is_met for one in found):
            told.append(_t("宣布后应到、实到人数不再改变，有人离场也不影响会议继续。"))
        else:
            told.append(_t("现在还不能宣布开会。"))
        return "。".join(one.removesuffix("。") for one in told) + "。"


class CloseSittingView(SittingMove):
    """The presider declares the sitting over."""

    rule = permissions.may_close_sitting
    title, button = _("宣布结束"), _("宣布结束")
    form_class = forms.CloseSittingForm
    done = _("会议已结束。")

    def get_question(self) -> str:
        """What becomes of those who never came, and of the session."""
        missing = sum(line.standing == "missing" for line in room(self.record).due)
        told = [_t("结束后不能再签到，不能恢复。")]
        if missing:
            told.append(_t("还没有登记的%(n)d人记为缺席。") % {"n": missing})
        if is_last(self.record):
            told.append(_t("这是最后一个单元，结束后可以宣布大会闭幕。"))
        return "".join(told)


class AddGuestView(SittingMove):
    """Somebody who isn't on the roll came."""

    rule = permissions.may_keep_sitting
    title, button = _("登记名册外的人"), _("登记到会")
    question = _("没有表决权的，不计入应到、实到人数。")
    form_class = forms.AddGuestForm
    done = _("已登记。")

    def get_success_url(self, record: Sitting) -> str:
        """Back to the roll."""
        return reverse("congress:sitting-roll", args=[record.pk])


class CloseSessionView(TransitionPage):
    """The session is over."""

    permission = permissions.is_staff
    rule = permissions.may_close_session
    area = AREA
    model = Session
    title, button = _("宣布大会闭幕"), _("宣布闭幕")
    question = _("闭幕后计入总结中的会议次数，不能恢复。")
    form_class = forms.CloseSessionForm
    done = _("大会已闭幕。")

    def get_queryset(self) -> Any:
        """With what its name asks for."""
        return super().get_queryset().with_partner()

    def get_crumbs(self) -> list[Crumb]:
        """To the session."""
        return session_crumbs(self.record)
