"""The rules that belong to no area. What a school has changed is left alone."""

from django.contrib.contenttypes.models import ContentType

from unionoffice.rules import seed_rule


def seed() -> None:
    """Put the rules in place; safe to repeat."""
    # We come before Django's own receiver: after a flush, the trail would name content types that are gone.
    ContentType.objects.clear_cache()
    seed_rule(
        "names.single_given_first",
        label="按姓氏笔画排序时，同姓的单名排在双名之前",
        value=True,
        source="名单编排的通行做法，各地不同，由学校工会决定。",
    )
