"""Addresses of the desk and of reports."""

from django.urls import path, re_path

from reports.views import calendar, desk, summaries

app_name = "reports"

urlpatterns = [
    path("", desk.DeskView.as_view(), name="desk"),
    path("calendar/", calendar.CalendarView.as_view(), name="calendar"),
    path("reports/summary/", summaries.SummaryView.as_view(), name="summary"),
    re_path(
        r"^reports/summary/(?P<file_format>pdf|docx)/$", summaries.SummaryFileView.as_view(), name="summary-file"
    ),
]
