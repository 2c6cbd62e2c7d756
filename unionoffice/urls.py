"""The URL root: every area under its own path, included by name."""

from allauth.account import views as allauth_views
from django.urls import include, path

from unionoffice.roles import anyone, signed_in
from unionoffice.views import HealthView, HelpView, SearchView, declared

urlpatterns = [
    path("", include("reports.urls")),
    path("members/", include("members.urls")),
    path("affairs/", include("affairs.urls")),
    path("finance/", include("finance.urls")),
    path("congress/", include("congress.urls")),
    path("welfare/", include("welfare.urls")),
    path("activities/", include("activities.urls")),
    path("search/", SearchView.as_view(), name="search"),
    path("help/", HelpView.as_view(), name="help"),
    path("healthz", HealthView.as_view(), name="health"),
    path("accounts/login/", declared(anyone, allauth_views.login), name="account_login"),
    path("accounts/logout/", declared(signed_in, allauth_views.logout), name="account_logout"),
    path("accounts/password/", declared(signed_in, allauth_views.password_change), name="account_change_password"),
]

handler400 = "unionoffice.views.bad_request"
handler403 = "unionoffice.views.forbidden"
handler404 = "unionoffice.views.not_found"
handler429 = "unionoffice.views.too_many"
handler500 = "unionoffice.views.failed"
