"""Addresses of activities."""

from django.urls import path

from activities.views import activities, imports, moves, sign_ups

app_name = "activities"

urlpatterns = [
    path("", activities.ActivityListView.as_view(), name="activity-list"),
    path("plan/", moves.PlanActivityView.as_view(), name="activity-plan"),
    path("record/", moves.RecordActivityView.as_view(), name="activity-record"),
    path("import/", imports.ImportActivitiesView.as_view(), name="past-import"),
    path("import/template/", imports.ActivityTemplateView.as_view(), name="past-template"),
    path("import/columns/", imports.ActivityColumnsView.as_view(), name="past-columns"),
    path("import/<int:pk>/", imports.ActivityPlanView.as_view(), name="past-plan"),
    path("members/<int:pk>/", activities.MemberActivitiesView.as_view(), name="member-activities"),
    path("<int:pk>/", activities.ActivityDetailView.as_view(), name="activity-detail"),
    path("<int:pk>/notice/", activities.ActivityNoticeView.as_view(), name="activity-notice"),
    path("<int:pk>/amend/", moves.AmendActivityView.as_view(), name="activity-amend"),
    path("<int:pk>/submit/", moves.SubmitActivityView.as_view(), name="activity-submit"),
    path("<int:pk>/approve/", moves.ApproveActivityView.as_view(), name="activity-approve"),
    path("<int:pk>/return/", moves.ReturnActivityView.as_view(), name="activity-return"),
    path("<int:pk>/announce/", moves.AnnounceActivityView.as_view(), name="activity-announce"),
    path("<int:pk>/close/", moves.CloseSignUpView.as_view(), name="activity-close"),
    path("<int:pk>/reopen/", moves.ReopenSignUpView.as_view(), name="activity-reopen"),
    path("<int:pk>/cancel/", moves.CancelActivityView.as_view(), name="activity-cancel"),
    path("<int:pk>/delete/", moves.DeleteActivityView.as_view(), name="activity-delete"),
    path("<int:pk>/attendance/", moves.OpenAttendanceView.as_view(), name="activity-attendance"),
    path("<int:pk>/hold/", moves.HoldActivityView.as_view(), name="activity-hold"),
    path("<int:pk>/outcome/", moves.TellOutcomeView.as_view(), name="activity-outcome"),
    path("<int:pk>/cost/", moves.ApproveCostView.as_view(), name="activity-approve-cost"),
    path("<int:pk>/pay/", moves.PayActivityView.as_view(), name="activity-pay"),
    path("<int:pk>/settle/", moves.SettleActivityView.as_view(), name="activity-settle"),
    path("<int:pk>/sign-up/", sign_ups.SignUpView.as_view(), name="activity-sign-up"),
    path("<int:pk>/enrol/", sign_ups.EnrolView.as_view(), name="activity-enrol"),
    path("sign-ups/<int:pk>/withdraw/", sign_ups.WithdrawView.as_view(), name="sign-up-withdraw"),
]
