"""Every figure of democratic management leads those who write the summary to exactly the records behind it."""

import json
from io import StringIO

import pytest
from django.core.management import call_command

from members.models import Account

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


def told():
    """What the command says of the affairs of the year."""
    out = StringIO()
    call_command("figures", "--period", "2026", "--json", stdout=out)
    figures = json.loads(out.getvalue())
    return [figure for figure in figures if figure["key"].startswith("affairs.")]


def text(figure):
    """As the summary prints it."""
    return (f"{float(figure['value']):,.2f}" if figure["measure"] == "sum" else str(figure["value"])) + figure["unit"]


def measures(response):
    return [shown for _label, shown in response.context["measures"]] if response.status_code == 200 else []


def test_chair_and_secretary_find_the_same_number_under_each_list(demo, signed_in):
    """Letters are for those alone who answer them: there the list says that it shows less than the figure counts."""
    figures = told()
    assert len(figures) > 150
    clients = {name: signed_in(Account.objects.get(name=name)) for name in ("周敏", "陈静")}
    differing, partial = {}, set()
    for name, client in clients.items():
        for figure in figures:
            response = client.get(figure["url"])
            assert response.status_code == 200, figure
            if response.context.get("is_partial"):
                partial.add((name, figure["key"]))
            elif text(figure) not in measures(response):
                differing[name, figure["key"]] = (measures(response), text(figure))
    letters = {figure["key"] for figure in figures if figure["key"].startswith("affairs.letters")}
    assert differing == {}
    assert partial == {(name, key) for name in clients for key in letters}
