import pytest

from members.models import Audience, AudienceRule
from members.seeds import seed

pytestmark = pytest.mark.django_db

NAMES = ["全体在职教职工", "全体会员", "女教职工", "退休教职工", "新教师", "全体党员"]


def test_new_office_has_its_audiences():
    assert [audience.name for audience in Audience.objects.all()] == NAMES
    assert all(audience.is_seeded and audience.asks.has_conditions for audience in Audience.objects.all())


def test_seeding_again_changes_nothing_that_the_office_changed():
    audience = Audience.objects.get(key="new_teachers")
    audience.rule = AudienceRule(hired_within=36).stored()
    audience.save()
    seed()
    assert Audience.objects.count() == len(NAMES)
    assert Audience.objects.get(key="new_teachers").asks == AudienceRule(hired_within=36)


def test_audience_that_the_office_made_under_such_a_name_becomes_the_seeded_one():
    own = Audience.objects.get(key="women")
    own.key, own.rule = "", AudienceRule(gender=("female",)).stored()
    own.save()
    seed()
    own.refresh_from_db()
    assert (own.key, own.asks) == ("women", AudienceRule(gender=("female",)))
