"""Addresses of visits."""

from django.urls import path

from welfare import views

app_name = "welfare"

urlpatterns = [
    path("visits/", views.VisitListView.as_view(), name="visit-list"),
    path("members/<int:pk>/visits/", views.MemberVisitsView.as_view(), name="member-visits"),
    path("visits/request/", views.RequestVisitView.as_view(), name="visit-request"),
    path("visits/<int:pk>/", views.VisitDetailView.as_view(), name="visit-detail"),
    path("visits/<int:pk>/check/", views.CheckVisitView.as_view(), name="visit-check"),
    path("visits/<int:pk>/approve/", views.ApproveVisitView.as_view(), name="visit-approve"),
    path("visits/<int:pk>/refuse/", views.RefuseVisitView.as_view(), name="visit-refuse"),
    path("visits/<int:pk>/record/", views.RecordVisitView.as_view(), name="visit-record"),
    path("visits/<int:pk>/pay/", views.PayVisitView.as_view(), name="visit-pay"),
    path("visits/<int:pk>/close/", views.CloseVisitView.as_view(), name="visit-close"),
    path("visits/<int:pk>/withdraw/", views.WithdrawVisitView.as_view(), name="visit-withdraw"),
]
