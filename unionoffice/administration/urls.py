"""Addresses of what the office is set up with."""

from django.urls import path

from unionoffice.administration.views import calendar, entrance, profiles, rules, strokes

app_name = "settings"

urlpatterns = [
    path("", entrance.EntranceView.as_view(), name="entrance"),
    path("profiles/", profiles.ProfilesView.as_view(), name="profiles"),
    path("profiles/school/", profiles.SchoolProfileView.as_view(), name="school"),
    path("profiles/union/", profiles.UnionProfileView.as_view(), name="union"),
    path("profiles/logo/<str:digest>.png", profiles.LogoView.as_view(), name="logo"),
    path("calendar/", calendar.CalendarView.as_view(), name="calendar"),
    path("calendar/spans/add/", calendar.AddSpanView.as_view(), name="span-add"),
    path("calendar/spans/<int:pk>/", calendar.UpdateSpanView.as_view(), name="span-update"),
    path("calendar/spans/<int:pk>/remove/", calendar.RemoveSpanView.as_view(), name="span-remove"),
    path("calendar/days/add/", calendar.AddSpecialDayView.as_view(), name="special-day-add"),
    path("calendar/days/<int:pk>/remove/", calendar.RemoveSpecialDayView.as_view(), name="special-day-remove"),
    path("calendar/holidays/", calendar.HolidaysView.as_view(), name="holidays"),
    path("rules/", rules.RuleListView.as_view(), name="rules"),
    path("rules/<str:key>/", rules.RuleDetailView.as_view(), name="rule-detail"),
    path("rules/<str:key>/set/", rules.SetRuleView.as_view(), name="rule-set"),
    path("values/<int:pk>/withdraw/", rules.WithdrawRuleView.as_view(), name="rule-withdraw"),
    path("strokes/", strokes.StrokesView.as_view(), name="strokes"),
    path("strokes/enter/", strokes.EnterStrokesView.as_view(), name="strokes-enter"),
    path("strokes/<int:pk>/remove/", strokes.RemoveStrokesView.as_view(), name="strokes-remove"),
]
