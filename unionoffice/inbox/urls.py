"""Addresses of notices, robots and messages."""

from django.urls import path

from unionoffice.inbox import views

app_name = "inbox"

urlpatterns = [
    path("", views.InboxView.as_view(), name="notice-list"),
    path("<int:pk>/", views.NoticeView.as_view(), name="notice"),
    path("email/", views.EmailView.as_view(), name="email"),
    path("robots/", views.RobotListView.as_view(), name="robot-list"),
    path("robots/add/", views.AddRobotView.as_view(), name="robot-add"),
    path("robots/<int:pk>/", views.RobotDetailView.as_view(), name="robot-detail"),
    path("robots/<int:pk>/test/", views.RobotTestView.as_view(), name="robot-test"),
    path("robots/<int:pk>/off/", views.SwitchOffRobotView.as_view(), name="robot-switch-off"),
    path("robots/<int:pk>/on/", views.SwitchOnRobotView.as_view(), name="robot-switch-on"),
    path("messages/", views.MessageListView.as_view(), name="message-list"),
    path("messages/<int:pk>/", views.MessageDetailView.as_view(), name="message-detail"),
    path("messages/<int:pk>/resend/", views.ResendMessageView.as_view(), name="message-resend"),
]
