"""Addresses of members."""

from django.urls import path

from members.views import accounts, offices, people, rosters

app_name = "members"

urlpatterns = [
    path("", people.MemberListView.as_view(), name="member-list"),
    path("me/", people.OwnRecordView.as_view(), name="me"),
    path("offices/", offices.OfficeListView.as_view(), name="office-list"),
    path("register/", people.RegisterMemberView.as_view(), name="member-register"),
    path("<int:pk>/", people.MemberDetailView.as_view(), name="member-detail"),
    path("<int:pk>/update/", people.UpdateMemberView.as_view(), name="member-update"),
    path("<int:pk>/change/", people.ChangeMemberStatusView.as_view(), name="member-change"),
    path("<int:pk>/account/", accounts.OpenAccountView.as_view(), name="account-open"),
    path("<int:pk>/password/", accounts.ResetPasswordView.as_view(), name="account-reset"),
    path("<int:pk>/role/", accounts.GrantRoleView.as_view(), name="role-grant"),
    path("<int:pk>/role/revoke/", accounts.RevokeRoleView.as_view(), name="role-revoke"),
    path("rosters/import/", rosters.ImportRosterView.as_view(), name="roster-import"),
    path("rosters/template/", rosters.RosterTemplateView.as_view(), name="roster-template"),
    path("rosters/<int:pk>/", rosters.RosterPlanView.as_view(), name="roster-plan"),
]
