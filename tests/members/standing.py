"""Everything that the office keeps of its people, to be compared before and after."""

from django.apps import apps

from members.models import FailedSignIn, RosterImport, SignIn

COMES_AND_GOES = (RosterImport, SignIn, FailedSignIn)
"""An import stays on record, and a sign-in that was ended stays ended."""


def standing() -> dict[str, list[dict]]:
    """Every row of members, by table and key; versions, which only ever go up, are left out."""
    return {
        model._meta.label: [
            {name: value for name, value in row.items() if name != "version"}
            for row in model._base_manager.order_by("pk").values()
        ]
        for model in apps.get_app_config("members").get_models()
        if model not in COMES_AND_GOES
    }
