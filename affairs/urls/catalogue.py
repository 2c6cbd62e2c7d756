"""Addresses of the catalogue, of what became of it, of the channels and of the checks."""

from django.urls import path

from affairs.views import catalogue, channels, checks, coverage

urlpatterns = [
    path("affairs/catalogue/", catalogue.CatalogueItemListView.as_view(), name="item-list"),
    path("affairs/catalogue/add/", catalogue.AddCatalogueItemView.as_view(), name="item-add"),
    path("affairs/catalogue/paper.<file_format>", catalogue.CataloguePaperView.as_view(), name="catalogue-paper"),
    path("affairs/catalogue/editions/", catalogue.CatalogueEditionListView.as_view(), name="edition-list"),
    path("affairs/catalogue/editions/issue/", catalogue.IssueCatalogueView.as_view(), name="edition-issue"),
    path(
        "affairs/catalogue/editions/<int:pk>/", catalogue.CatalogueEditionDetailView.as_view(), name="edition-detail"
    ),
    path(
        "affairs/catalogue/editions/<int:pk>/paper.<file_format>",
        catalogue.CatalogueEditionPaperView.as_view(),
        name="edition-paper",
    ),
    path("affairs/catalogue/<int:pk>/", catalogue.CatalogueItemDetailView.as_view(), name="item-detail"),
    path("affairs/catalogue/<int:pk>/mend/", catalogue.MendCatalogueItemView.as_view(), name="item-mend"),
    path("affairs/coverage/", coverage.CoverageView.as_view(), name="coverage"),
    path("affairs/channels/", channels.ChannelListView.as_view(), name="channel-list"),
    path("affairs/channels/add/", channels.AddChannelView.as_view(), name="channel-add"),
    path("affairs/channels/<int:pk>/", channels.ChannelDetailView.as_view(), name="channel-detail"),
    path("affairs/channels/<int:pk>/mend/", channels.MendChannelView.as_view(), name="channel-mend"),
    path("affairs/channels/<int:pk>/renew/", channels.RenewChannelView.as_view(), name="channel-renew"),
    path("affairs/disclosures/<int:pk>/post/", channels.PutUpView.as_view(), name="posting-add"),
    path("affairs/postings/", channels.PostingListView.as_view(), name="posting-list"),
    path("affairs/postings/<int:pk>/", channels.PostingDetailView.as_view(), name="posting-detail"),
    path("affairs/postings/<int:pk>/take-down/", channels.TakeDownCopyView.as_view(), name="posting-take-down"),
    path("affairs/checks/", checks.BoardCheckListView.as_view(), name="check-list"),
    path("affairs/checks/add/", checks.AddBoardCheckView.as_view(), name="check-add"),
    path("affairs/checks/issues/", checks.CheckIssueListView.as_view(), name="issue-list"),
    path("affairs/checks/issues/<int:pk>/finish/", checks.FinishIssueView.as_view(), name="issue-finish"),
    path("affairs/checks/<int:pk>/", checks.BoardCheckDetailView.as_view(), name="check-detail"),
    path("affairs/checks/<int:pk>/mend/", checks.MendBoardCheckView.as_view(), name="check-mend"),
    path("affairs/checks/<int:pk>/issues/add/", checks.AddCheckIssueView.as_view(), name="issue-add"),
    path("affairs/checks/<int:pk>/paper/", checks.CheckPaperView.as_view(), name="check-paper"),
]
