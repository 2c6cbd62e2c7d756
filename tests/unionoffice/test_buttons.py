"""保存 keeps something new, 保存修改 keeps a change: one meaning for each on every page."""

import inspect

from django.urls import get_resolver

from tests.test_permissions import walk
from unionoffice.pages import EditPage, FormPage

SAVE, SAVE_CHANGES = "保存", "保存修改"


def pages():
    """Every form by its address, with its title and its button."""
    for name, view in walk(get_resolver().url_patterns):
        page = getattr(view, "view_class", object)
        if issubclass(page, FormPage):
            title = inspect.getattr_static(page, "title", "")
            yield name, page, title if not isinstance(title, property) else "", str(page.button)


def test_form_that_changes_what_is_there_never_says_only_that_it_saves():
    changing = {name: button for name, _page, title, button in pages() if str(title).startswith("修改")}
    assert {name: button for name, button in changing.items() if button.startswith(SAVE)} == {
        name: SAVE_CHANGES for name, button in changing.items() if button.startswith(SAVE)
    }


def test_form_for_something_new_never_says_that_it_saves_a_change():
    saying = {name: (page, str(title)) for name, page, title, button in pages() if button == SAVE_CHANGES}
    assert [
        name for name, (page, title) in saying.items() if not issubclass(page, EditPage) and "修改" not in title
    ] == []


def test_page_over_the_fields_of_a_record_says_it_without_being_told():
    assert (str(FormPage.button), str(EditPage.button)) == (SAVE, SAVE_CHANGES)
