"""Seeds run once migrations have left the database whole, and not before."""

from typing import Any

import pytest
from django.apps import apps
from django.apps.registry import Apps
from django.db.migrations.state import ProjectState
from django.db.models.signals import post_migrate

from unionoffice.rules import RuleSetting
from unionoffice.seeding import is_whole

AREA = "affairs"


@pytest.fixture
def office() -> Any:
    return apps.get_app_config(AREA)


def migrated(*, without: tuple[str, ...] = ()) -> Apps:
    """The models as migrations leave them, without a model, or a model's field."""
    state = ProjectState.from_apps(apps)
    match without:
        case (model,):
            del state.models[AREA, model]
        case (model, field):
            state.models[AREA, model].fields.pop(field)
    return state.apps


def seeded_after(office: Any, **told: Any) -> bool:
    """Whether the rules of democratic management come back after a migration."""
    RuleSetting.objects.filter(key__startswith="affairs.").delete()
    post_migrate.send(sender=office, app_config=office, using="default", verbosity=0, **told)
    return RuleSetting.objects.filter(key__startswith="affairs.").exists()


@pytest.mark.django_db
def test_migration_to_the_end_seeds(office):
    assert seeded_after(office, apps=migrated())


@pytest.mark.django_db
def test_flush_which_names_no_models_seeds(office):
    assert seeded_after(office)


@pytest.mark.django_db
@pytest.mark.parametrize("without", [("surveyplace",), ("channel", "place")])
def test_migration_that_stops_halfway_seeds_nothing(office, without):
    assert not seeded_after(office, apps=migrated(without=without))


def test_models_of_the_code_are_whole():
    assert is_whole(apps)
