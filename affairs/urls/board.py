"""Addresses of the public-affairs board."""

from django.urls import path

from affairs import views

urlpatterns = [
    path("board/", views.BoardView.as_view(), name="board"),
    path("board/<sphere>/<number>/", views.BoardItemView.as_view(), name="board-item"),
    path("board/<sphere>/<number>/<int:edition>/", views.BoardVersionView.as_view(), name="board-version"),
]
