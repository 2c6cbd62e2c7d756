"""Addresses of the catalogue."""

from django.urls import path

from affairs import views

urlpatterns = [
    path("affairs/catalogue/", views.CatalogueItemListView.as_view(), name="item-list"),
    path("affairs/catalogue/add/", views.AddCatalogueItemView.as_view(), name="item-add"),
    path("affairs/catalogue/<int:pk>/", views.CatalogueItemDetailView.as_view(), name="item-detail"),
    path("affairs/catalogue/<int:pk>/mend/", views.MendCatalogueItemView.as_view(), name="item-mend"),
]
