import pytest
from django.core.exceptions import ValidationError

from members.models import Audience, AudienceRule
from members.services import delete_audience, save_audience
from tests.members.factories import AudienceFactory, GatheringFactory
from tests.members.trails import last_changes, trail
from unionoffice.audit import LogEntry
from unionoffice.refusal import Refused
from unionoffice.sources import SourceRef

pytestmark = pytest.mark.django_db

YOUNG = AudienceRule(service=("in_service",), age_to=35)


def test_new_audience_keeps_what_its_rule_asks(secretary):
    audience = save_audience(Audience(), name="青年教师", rule=YOUNG, by=secretary)
    assert (audience.name, audience.rule) == ("青年教师", {"service": ["in_service"], "age_to": 35})
    assert (audience.asks, audience.is_seeded) == (YOUNG, False)
    assert trail(audience) == [("", "陈静", "")]


def test_changed_rule_is_in_the_trail(secretary):
    audience = AudienceFactory(name="青年教师", rule={"gender": ["female"]})
    save_audience(audience, name="青年职工", rule=YOUNG, by=secretary)
    assert set(last_changes(audience)) == {"name", "rule"}
    assert Audience.objects.get(pk=audience.pk).asks == YOUNG


def test_name_that_is_taken_is_refused(secretary):
    with pytest.raises(Refused, match="已经有名为“全体会员”的范围"):
        save_audience(Audience(), name="全体会员", rule=YOUNG, by=secretary)
    assert Audience.objects.filter(name="全体会员").count() == 1


def test_rule_that_means_nobody_is_no_rule(secretary):
    with pytest.raises(ValidationError, match="请至少选择一个条件"):
        save_audience(Audience(), name="没有人", rule=AudienceRule(), by=secretary)


def test_seeded_audience_takes_another_rule_but_no_other_name(secretary):
    audience = Audience.objects.get(key="new_teachers")
    save_audience(audience, name="新教师", rule=AudienceRule(hired_within=36), by=secretary)
    assert audience.asks == AudienceRule(hired_within=36)
    with pytest.raises(Refused, match="“新教师”是预置的范围，名称不能修改"):
        save_audience(audience, name="青年教师", rule=YOUNG, by=secretary)


def test_deleted_audience_is_gone_and_leaves_a_trail(secretary):
    audience = AudienceFactory(name="青年教师")
    key = audience.pk
    delete_audience(audience, by=secretary)
    assert not Audience.objects.filter(pk=key).exists()
    entry = LogEntry.objects.filter(object_id=key, content_type__model="audience").latest("pk")
    assert (entry.verb, entry.actor_name, entry.object_repr) == ("删除范围", "陈静", "青年教师")


def test_seeded_audience_is_not_deleted(secretary):
    with pytest.raises(Refused, match="“全体会员”是预置的范围，不能删除"):
        delete_audience(Audience.objects.get(key="union_members"), by=secretary)
    assert Audience.objects.filter(key="union_members").exists()


def test_audience_that_a_record_is_for_is_not_deleted(secretary, occasion):
    audience = AudienceFactory(name="青年教师")
    GatheringFactory(source=SourceRef.to(occasion), audience=audience)
    with pytest.raises(Refused, match="“青年教师”已经有记录在用，不能删除"):
        delete_audience(audience, by=secretary)
    assert Audience.objects.filter(pk=audience.pk).exists()
