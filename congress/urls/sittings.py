"""Addresses of sittings, of leave from them, and of the hall."""

from django.urls import path

from congress.views import hall, leaves, sitting_moves, sittings

urlpatterns = [
    path("sittings/", sittings.SittingListView.as_view(), name="sitting-list"),
    path("sittings/mine/", sittings.OwnSittingsView.as_view(), name="own-sittings"),
    path("sittings/leaves/", sittings.LeaveListView.as_view(), name="leave-list"),
    path("sittings/scan/", hall.ScannerView.as_view(), name="sitting-scanner"),
    path("sittings/scan/<str:key>/", hall.ScanCardView.as_view(), name="sitting-scan"),
    path("sittings/create/", sitting_moves.CreateOtherSittingView.as_view(), name="sitting-create-other"),
    path("sessions/<int:pk>/sittings/create/", sitting_moves.CreateSittingView.as_view(), name="sitting-create"),
    path("sessions/<int:pk>/close/", sitting_moves.CloseSessionView.as_view(), name="session-close"),
    path("sittings/<int:pk>/", sittings.SittingDetailView.as_view(), name="sitting-detail"),
    path("sittings/<int:pk>/update/", sitting_moves.UpdateSittingView.as_view(), name="sitting-update"),
    path("sittings/<int:pk>/delete/", sitting_moves.DeleteSittingView.as_view(), name="sitting-delete"),
    path("sittings/<int:pk>/door/", sitting_moves.OpenDoorView.as_view(), name="sitting-door"),
    path("sittings/<int:pk>/open/", sitting_moves.OpenSittingView.as_view(), name="sitting-open"),
    path("sittings/<int:pk>/close/", sitting_moves.CloseSittingView.as_view(), name="sitting-close"),
    path("sittings/<int:pk>/screen/", hall.SittingScreenView.as_view(), name="sitting-screen"),
    path("sittings/<int:pk>/roll/", sittings.SittingRollView.as_view(), name="sitting-roll"),
    path("sittings/<int:pk>/roll/guest/", sitting_moves.AddGuestView.as_view(), name="sitting-guest"),
    path("sittings/<int:pk>/roll/paper/", sittings.SittingPaperView.as_view(), name="sitting-paper"),
    path("sittings/<int:pk>/roll/workbook/", sittings.SittingWorkbookView.as_view(), name="sitting-workbook"),
    path("sittings/<int:pk>/leave/", leaves.AskLeaveView.as_view(), name="leave-ask"),
    path("sittings/<int:pk>/leave/record/", leaves.RecordLeaveView.as_view(), name="leave-record"),
    path("sittings/leaves/<int:pk>/take-back/", leaves.TakeBackLeaveView.as_view(), name="leave-take-back"),
    path("sittings/leaves/<int:pk>/grant/", leaves.GrantLeaveView.as_view(), name="leave-grant"),
    path("sittings/leaves/<int:pk>/decline/", leaves.DeclineLeaveView.as_view(), name="leave-decline"),
]
