"""Addresses of members."""

from django.urls import path

from members.views import accounts, audiences, check_ins, gatherings, offices, organisation, people, rosters, signoffs

app_name = "members"

urlpatterns = [
    path("", people.MemberListView.as_view(), name="member-list"),
    path("me/", people.OwnRecordView.as_view(), name="me"),
    path("organisation/", organisation.DepartmentListView.as_view(), name="department-list"),
    path("organisation/create/", organisation.CreateDepartmentView.as_view(), name="department-create"),
    path("organisation/<int:pk>/", organisation.DepartmentDetailView.as_view(), name="department-detail"),
    path("organisation/<int:pk>/update/", organisation.UpdateDepartmentView.as_view(), name="department-update"),
    path("organisation/groups/", organisation.UnionGroupListView.as_view(), name="group-list"),
    path("organisation/groups/create/", organisation.CreateUnionGroupView.as_view(), name="group-create"),
    path("organisation/groups/<int:pk>/", organisation.UnionGroupDetailView.as_view(), name="group-detail"),
    path("organisation/groups/<int:pk>/update/", organisation.UpdateUnionGroupView.as_view(), name="group-update"),
    path("offices/", offices.OfficeListView.as_view(), name="office-list"),
    path("register/", people.RegisterMemberView.as_view(), name="member-register"),
    path("<int:pk>/", people.MemberDetailView.as_view(), name="member-detail"),
    path("<int:pk>/update/", people.UpdateMemberView.as_view(), name="member-update"),
    path("<int:pk>/change/", people.ChangeMemberStatusView.as_view(), name="member-change"),
    path("<int:pk>/account/", accounts.OpenAccountView.as_view(), name="account-open"),
    path("<int:pk>/password/", accounts.ResetPasswordView.as_view(), name="account-reset"),
    path("<int:pk>/unlock/", accounts.UnlockAccountView.as_view(), name="account-unlock"),
    path("<int:pk>/role/", accounts.GrantRoleView.as_view(), name="role-grant"),
    path("<int:pk>/role/revoke/", accounts.RevokeRoleView.as_view(), name="role-revoke"),
    path("rosters/import/", rosters.ImportRosterView.as_view(), name="roster-import"),
    path("rosters/template/", rosters.RosterTemplateView.as_view(), name="roster-template"),
    path("rosters/<int:pk>/", rosters.RosterPlanView.as_view(), name="roster-plan"),
    path("audiences/", audiences.AudienceListView.as_view(), name="audience-list"),
    path("audiences/create/", audiences.CreateAudienceView.as_view(), name="audience-create"),
    path("audiences/preview/", audiences.PreviewAudienceView.as_view(), name="audience-preview"),
    path("audiences/<int:pk>/", audiences.AudienceDetailView.as_view(), name="audience-detail"),
    path("audiences/<int:pk>/update/", audiences.UpdateAudienceView.as_view(), name="audience-update"),
    path("audiences/<int:pk>/delete/", audiences.DeleteAudienceView.as_view(), name="audience-delete"),
    path("gatherings/<int:pk>/", gatherings.GatheringDetailView.as_view(), name="gathering-detail"),
    path("gatherings/<int:pk>/screen/", gatherings.GatheringScreenView.as_view(), name="gathering-screen"),
    path("gatherings/<int:pk>/sheet/", gatherings.GatheringSheetView.as_view(), name="gathering-sheet"),
    path("gatherings/<int:pk>/add/", gatherings.AddAttendanceView.as_view(), name="gathering-add"),
    path("gatherings/<int:pk>/close/", gatherings.CloseGatheringView.as_view(), name="gathering-close"),
    path("gatherings/<int:pk>/reopen/", gatherings.ReopenGatheringView.as_view(), name="gathering-reopen"),
    path("check-in/", check_ins.CheckInByCodeView.as_view(), name="check-in"),
    path("check-in/at/<int:pk>/", check_ins.OwnCheckInView.as_view(), name="check-in-own"),
    path("check-in/<str:token>/", check_ins.ScanView.as_view(), name="check-in-scan"),
    path("sign-offs/<int:pk>/", signoffs.SignOffSheetView.as_view(), name="sign-off-sheet"),
    path("sign-offs/<int:pk>/paper/", signoffs.SignOffPaperView.as_view(), name="sign-off-paper"),
    path("sign-offs/<int:pk>/mine/", signoffs.OwnSignOffView.as_view(), name="sign-off-own"),
    path("sign-offs/lines/<int:pk>/proxy/", signoffs.RecordProxyView.as_view(), name="sign-off-proxy"),
    path("sign-offs/lines/<int:pk>/revoke/", signoffs.RevokeSignOffView.as_view(), name="sign-off-revoke"),
]
