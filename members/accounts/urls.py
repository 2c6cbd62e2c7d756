"""Addresses at the way in. The library finds its own pages by these names, so they stand in no namespace."""

from allauth.account import views as library
from django.urls import path

from members.views import sign_ins
from unionoffice.roles import anyone, signed_in
from unionoffice.views import declared

urlpatterns = [
    path("", sign_ins.OwnAccountView.as_view(), name="account_own"),
    path("login/", declared(anyone, library.login), name="account_login"),
    path("logout/", declared(signed_in, library.logout), name="account_logout"),
    path("password/", declared(signed_in, library.password_change), name="account_change_password"),
    path("stay/", sign_ins.StayView.as_view(), name="account_stay"),
    path("sign-ins/end/", sign_ins.EndOtherSignInsView.as_view(), name="account_end_others"),
    path("sign-ins/<int:pk>/end/", sign_ins.EndSignInView.as_view(), name="account_end"),
]
