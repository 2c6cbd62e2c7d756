"""The same list as Django makes it with nothing of ours: what the office's page is measured against."""

from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import HttpResponse
from django.template import engines
from django.urls import path
from django.views.generic import ListView

from members.models import Member
from unionoffice.urls import urlpatterns as office

ROWS = engines["django"].from_string(
    "<table>{% for member in page_obj %}<tr><td>{{ member.employee_no }}</td><td>{{ member.name }}</td>"
    "<td>{{ member.get_gender_display }}</td><td>{{ member.title }}</td>"
    "<td>{{ member.get_service_status_display }}</td><td>{{ member.get_union_status_display }}</td></tr>"
    "{% endfor %}</table><p>{{ page_obj.paginator.count }}</p>"
)


class BareListView(LoginRequiredMixin, ListView):
    """Sign-in, fifty rows, the number of all."""

    paginate_by = 50

    def get_queryset(self):
        return Member.objects.defer(*Member.SENSITIVE)

    def render_to_response(self, context):
        return HttpResponse(ROWS.render(context))


urlpatterns = [*office, path("bare/", BareListView.as_view())]
