"""Addresses of the public-affairs board."""

from django.urls import path

from affairs.views import board, board_reading, board_screen, board_sheets

urlpatterns = [
    path("board/", board.BoardView.as_view(), name="board"),
    path("board/read/", board_reading.ReadBoardView.as_view(), name="board-read"),
    path("board/screen/", board_screen.BoardScreenView.as_view(), name="board-screen"),
    path("board/feed/", board_screen.BoardFeedView.as_view(), name="board-feed"),
    path("affairs/disclosures/sheets/", board_sheets.PrintSheetsView.as_view(), name="disclosure-sheets"),
    path("affairs/disclosures/<int:pk>/sheet/", board_sheets.BoardSheetView.as_view(), name="disclosure-sheet"),
    path(
        "affairs/disclosures/<int:pk>/sheet/a3/", board_sheets.BoardSheetA3View.as_view(), name="disclosure-sheet-a3"
    ),
    path("board/<sphere>/<number>/", board.BoardItemView.as_view(), name="board-item"),
    path("board/<sphere>/<number>/<int:edition>/", board.BoardVersionView.as_view(), name="board-version"),
]
