"""What the office's pages are measured against: the same table as others make pages of it, with nothing of ours.

All show the same columns of the same fifty people, and none reads the encrypted fields.
"""

from datetime import datetime
from operator import attrgetter

from django.contrib import admin
from django.contrib.auth.mixins import LoginRequiredMixin
from django.db.models import Prefetch
from django.http import HttpResponse
from django.template import engines
from django.views.generic import DetailView, ListView
from import_export.resources import ModelResource

from affairs.models import Disclosure, Letter
from congress.models import Delegate, Proposal, Suggestion
from members.enums import UnionStatus
from members.models import Department, DepartmentPlace, GroupPlace, Member, UnionGroup
from members.services.changes import first_changes
from tests.conftest import TODAY

LIST = engines["django"].from_string(
    "<form><input name='q' value='{{ q }}'></form>"
    "<table>{% for member in page_obj %}<tr><td>{{ member.employee_no }}</td><td>{{ member.name }}</td>"
    "<td>{{ member.get_gender_display }}</td>"
    "<td>{% for place in member.now_in %}{{ place.department.name }}{% endfor %}</td>"
    "<td>{% for place in member.now_of %}{{ place.group.name }}{% endfor %}</td><td>{{ member.title }}</td>"
    "<td>{{ member.get_service_status_display }}</td><td>{{ member.get_union_status_display }}</td></tr>"
    "{% endfor %}</table><p>{{ page_obj.paginator.count }}</p>"
)
DETAIL = engines["django"].from_string(
    "<dl>{% for field in fields %}<dt>{{ field.0 }}</dt><dd>{{ field.1 }}</dd>{% endfor %}</dl>"
    "{% for place in places %}{{ place.department.name }}{% endfor %}"
    "{% for place in groups %}{{ place.group.name }}{% endfor %}"
    "{% for change in changes %}{{ change.on }}{% endfor %}"
)
FACTS = ("employee_no", "name", "gender", "birth_date", "title", "hired_on", "service_status", "union_status")


class BareListView(LoginRequiredMixin, ListView):
    """Sign-in, fifty rows, the number of all; narrowed by a name or by gender."""

    paginate_by = 50

    def get_queryset(self):
        rows = Member.objects.defer(*Member.SENSITIVE).prefetch_related(
            Prefetch("department_places", DepartmentPlace.objects.current().select_related("department"), "now_in"),
            Prefetch("group_places", GroupPlace.objects.current().select_related("group"), "now_of"),
        )
        asked = self.request.GET
        if "q" in asked:
            rows = rows.filter(pinyin__startswith=asked["q"])
        return rows.filter(gender=asked["gender"]) if "gender" in asked else rows

    def render_to_response(self, context):
        return HttpResponse(LIST.render(context | {"q": self.request.GET.get("q", "")}))


class BareDetailView(LoginRequiredMixin, DetailView):
    """Sign-in and one person's facts."""

    queryset = Member.objects.defer(*Member.SENSITIVE)

    def render_to_response(self, context):
        member = self.object
        facts = [(name, getattr(member, name)) for name in FACTS]
        told = {
            "fields": facts,
            "places": member.department_places.select_related("department"),
            "groups": member.group_places.select_related("group"),
            "changes": member.status_changes.all(),
        }
        return HttpResponse(DETAIL.render(context | told))


class OpenAdminSite(admin.AdminSite):
    """The admin with its doors open: our accounts have no staff flag."""

    def has_permission(self, request):
        return request.user.is_authenticated


class MemberAdmin(admin.ModelAdmin):
    """The list as one declares it there, with the same columns."""

    list_display = (
        "employee_no",
        "name",
        "gender",
        "now_in",
        "now_of",
        "title",
        "service_status",
        "union_status",
    )
    list_filter = ("gender", "service_status", "union_status")
    search_fields = ("name", "^pinyin", "^employee_no")
    list_per_page = 50
    exclude = Member.SENSITIVE

    def get_queryset(self, request):
        return (
            super()
            .get_queryset(request)
            .defer(*Member.SENSITIVE)
            .prefetch_related("department_places__department", "group_places__group")
        )

    def now_in(self, member):
        return "、".join(place.department.name for place in member.department_places.all())

    def now_of(self, member):
        return "、".join(place.group.name for place in member.group_places.all())

    def has_module_permission(self, _request):
        return True

    def has_view_permission(self, _request, _member=None):
        return True

    def has_change_permission(self, _request, _member=None):
        return True

    def has_add_permission(self, _request):
        return True

    def has_delete_permission(self, _request, _member=None):
        return False


site = OpenAdminSite()
site.register(Member, MemberAdmin)


class MemberResource(ModelResource):
    """What one writes with it to get the same rows in the same tables: places and first history after each person.

    The checks between columns, which our import has too, are left out.
    """

    class Meta:
        model = Member
        import_id_fields = ("employee_no",)
        skip_unchanged = True
        fields = (
            "employee_no",
            "name",
            "gender",
            "birth_date",
            "ethnicity",
            "political_status",
            "post_category",
            "post_rank",
            "title",
            "contract_kind",
            "first_job_on",
            "hired_on",
            "joined_on",
            "card_no",
            "phone",
            "address",
            "bank_card",
            "married_on",
        )

    def before_import_row(self, row, **_kwargs):
        """A workbook's days come with a time."""
        for name, cell in row.items():
            row[name] = cell.date() if isinstance(cell, datetime) else cell

    def after_init_instance(self, instance, _new, _row, **_kwargs):
        instance.union_status = UnionStatus.MEMBER

    def after_save_instance(self, instance, row, **_kwargs):
        department, _ = Department.objects.get_or_create(name=row["department"])
        group, _ = UnionGroup.objects.get_or_create(name=row["group"])
        DepartmentPlace.objects.create(member=instance, department=department, from_on=instance.hired_on)
        GroupPlace.objects.create(member=instance, group=group, from_on=instance.joined_on)
        for change in first_changes(instance, on=TODAY):
            change.save()


ROWS = engines["django"].from_string(
    "<form><input name='q'></form>"
    "<table>{% for row in rows %}<tr>{% for cell in row %}<td>{{ cell }}</td>{% endfor %}</tr>{% endfor %}</table>"
    "<p>{{ page_obj.paginator.count }}</p>"
)


class BareRowsView(LoginRequiredMixin, ListView):
    """Sign-in, fifty rows of the columns that are named, the number of all."""

    paginate_by = 50
    columns: tuple[str, ...] = ()

    def render_to_response(self, context):
        read = attrgetter(*self.columns)
        return HttpResponse(ROWS.render(context | {"rows": map(read, context["page_obj"])}))


BARE_LISTS = {
    "proposals": BareRowsView.as_view(
        queryset=Proposal.objects.defer("reason", "measures").select_related("proposer", "session__term", "lead"),
        columns=("number", "title", "category", "proposer", "session", "lead", "due_on", "result", "status"),
    ),
    "delegates": BareRowsView.as_view(
        queryset=Delegate.objects.select_related("term", "member", "constituency", "delegation").defer(
            *Member.secrets_of("member")
        ),
        columns=("member.name", "member.employee_no", "term", "constituency", "delegation", "kind", "from_on"),
    ),
    "suggestions": BareRowsView.as_view(
        queryset=Suggestion.objects.defer("text").select_related("author", "department"),
        columns=("number", "title", "category", "author", "department", "due_on", "status"),
    ),
    "disclosures": BareRowsView.as_view(
        queryset=Disclosure.objects.defer("body", "words").select_related("item"),
        columns=("number", "title", "item", "approver", "published_on", "reach", "status"),
    ),
    "letters": BareRowsView.as_view(
        queryset=Letter.objects.defer("body").select_related("mailbox", "author__member"),
        columns=("subject", "category", "mailbox", "author", "received_on", "due_on", "status"),
    ),
}
