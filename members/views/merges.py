"""Records that seem to be one person's: found, compared, merged, or found to be two people's."""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from members.forms import FindDistinctForm, MergeMembersForm
from members.models import DistinctPair, Member, MergedMember
from members.permissions import merges_records
from members.selectors import belongings, compared, duplicate_pairs, foreseen, why_gone
from members.views.people import member_crumbs
from unionoffice.pages import Crumb, FormPage, Page
from unionoffice.refusal import Refused

PAIRS_A_PAGE = 20


class DuplicateListView(Page):
    """Every pair that looks like one person, with what agrees and what differs."""

    permission = merges_records
    area = "members"
    title = _("查重")

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show them, the one that suggests itself to stay at the left."""
        page = Paginator(duplicate_pairs(), PAIRS_A_PAGE).get_page(request.GET.get("page"))
        pairs = [_shown(kept, dropped) for kept, dropped in page]
        context = self.get_context_data(page=page, pairs=pairs, count=page.paginator.count)
        return TemplateResponse(request, "members/duplicate_list.html", context)

    def get_crumbs(self) -> list[Crumb]:
        """To the list of members."""
        return member_crumbs()


def _shown(kept: Member, dropped: Member) -> dict[str, Any]:
    """The number is in the head of each column."""
    fields = [one for one in compared(kept, dropped) if one.name != "employee_no"]
    return {
        "kept": kept,
        "dropped": dropped,
        "agreed": [one for one in fields if one.kept and not one.differs],
        "differing": [one for one in fields if one.differs],
    }


class PairPage(FormPage):
    """Something decided about two records; one that is gone leads back to the list, which says why."""

    permission = merges_records
    area = "members"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Two secretaries may take up one pair: the second is told what the first did."""
        try:
            return super().dispatch(request, *args, **kwargs)
        except Refused as refusal:
            messages.warning(request, str(refusal))
            return HttpResponseRedirect(reverse("members:duplicate-list"))

    def prepare(self) -> None:
        """Find both."""
        keys = (self.kwargs["pk"], self.kwargs["other"])
        visible = Member.objects.visible_to(self.request.user).select_related("account")
        # Asked for one by one: a number larger than any key is found nowhere, where a list of them would fail.
        found = {member.pk: member for member in visible.filter(Q(pk=keys[0]) | Q(pk=keys[1]))}
        for key in keys:
            if key not in found:
                raise Refused(why_gone(key))
        self.kept, self.dropped = (found[key] for key in keys)

    def get_form_kwargs(self) -> dict[str, Any]:
        """The pair."""
        return {"kept": self.kept, "dropped": self.dropped}

    def get_crumbs(self) -> list[Crumb]:
        """To the list of pairs."""
        return [*member_crumbs(), Crumb(str(_("查重")), reverse("members:duplicate-list"))]


class MergeMembersView(PairPage):
    """Two records become one."""

    title = _("合并重复档案")
    form_class = MergeMembersForm
    template_name = "members/member_merge.html"
    button = _("合并档案")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """What will happen, and what hangs on the record that goes."""
        told = foreseen(self.kept, self.dropped, by=self.request.user)
        return super().get_context_data(
            kept=self.kept,
            dropped=self.dropped,
            belongings=belongings(self.dropped),
            obstacles=[one.sentence for one in told if one.forbids],
            outlook=[one.sentence for one in told if not one.forbids],
            **kwargs,
        )

    def get_success_url(self, merged: MergedMember) -> str:
        """The record that was kept; its number is what the person has to know."""
        sentence = _t("已合并为一份档案，工号%(no)s；工号%(old)s停用，旧的网址会转到这里。")
        told = {"no": merged.kept.employee_no, "old": merged.given_up_no}
        messages.success(self.request, sentence % told)
        return merged.get_absolute_url()


class FindDistinctView(PairPage):
    """Two people who only look alike."""

    title = _("不是同一人")
    form_class = FindDistinctForm
    template_name = "office/transition.html"
    button = _("确认不是同一人")
    done = _("已记下，以后不再列出这两份档案。")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Names them, with their numbers."""
        sentence = _t("%(one)s和%(other)s已核对，不是同一个人？以后查重不再列出这两份档案。")
        one, other = (f"{member.employee_no} {member}" for member in (self.kept, self.dropped))
        return super().get_context_data(question=sentence % {"one": one, "other": other}, **kwargs)

    def get_success_url(self, _found: DistinctPair) -> str:
        """Back to the pairs that are left."""
        return reverse("members:duplicate-list")


class MergedRecordsMiddleware:
    """Leads who looks for a record that was merged to the one that was kept, page by page.

    Asked only where nothing was found: a page that is there costs nothing. Who may not see the kept record isn't told
    that there is one. The way isn't permanent: a merge by mistake is put right by hand, and browsers must not know
    better.
    """

    ROOT = "members/<int:pk>/"

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        match = request.resolver_match
        missing = response.status_code == HTTPStatus.NOT_FOUND and request.method in ("GET", "HEAD")
        if not missing or match is None or not match.route.startswith(self.ROOT):
            return response
        merges = MergedMember.objects.visible_to(request.user).filter(former_key=match.kwargs["pk"])
        kept = merges.values_list("kept", flat=True).first()
        if kept is None:
            return response
        url = reverse(match.view_name, kwargs={**match.kwargs, "pk": kept})
        query = request.META.get("QUERY_STRING", "")
        return HttpResponseRedirect(f"{url}?{query}" if query else url)
