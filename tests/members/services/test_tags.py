import pytest

from members.models import AudienceRule, Tag
from members.services import delete_tag, save_tag
from tests.members.factories import AudienceFactory, TagFactory, TagPlaceFactory
from tests.members.trails import last_changes, trail
from unionoffice.audit import LogEntry
from unionoffice.refusal import Refused

pytestmark = pytest.mark.django_db


def test_new_tag_is_kept(secretary):
    tag = save_tag(Tag(), name="评委", note="学校各类评比的评委。", position=100, by=secretary)
    assert (Tag.objects.get(name="评委"), trail(tag)) == (tag, [("", "陈静", "")])


def test_correction_is_told_in_the_trail(secretary):
    tag = TagFactory(name="评委")
    save_tag(tag, name="评委", note="评优课评委", position=100, by=secretary)
    assert last_changes(tag) == {"note": ["", "评优课评委"]}


def test_name_of_another_tag_is_refused(secretary):
    TagFactory(name="评委")
    with pytest.raises(Refused, match="已经有“评委”"):
        save_tag(TagFactory(), name="评委", note="", position=100, by=secretary)


def test_tag_that_nobody_bore_is_deleted(secretary):
    tag = TagFactory(name="评委")
    delete_tag(tag, by=secretary)
    assert not Tag.objects.filter(name="评委").exists()
    assert LogEntry.objects.get(verb="删除标签").object_repr == "评委"


def test_tag_that_somebody_bears_stays(secretary):
    place = TagPlaceFactory(tag__name="评委")
    with pytest.raises(Refused, match="“评委”已经有人用过"):
        delete_tag(place.tag, by=secretary)
    assert Tag.objects.filter(name="评委").exists()


def test_tag_that_an_audience_asks_for_stays(secretary):
    tag = TagFactory(name="评委")
    AudienceFactory(name="评委们", rule=AudienceRule(tags=(tag.pk,)).stored())
    with pytest.raises(Refused, match="范围“评委们”在用这个标签"):
        delete_tag(tag, by=secretary)
