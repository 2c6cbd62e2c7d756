"""Minutes of a session: written, confirmed, and unchanged from then on."""

import pytest

from congress import services
from congress.enums import MinutesStatus, SessionStatus
from congress.models import SessionMinutes
from tests.conftest import TODAY
from tests.congress.agenda import HeldSessionFactory, ItemFactory, SessionMinutesFactory
from tests.congress.factories import SessionFactory
from unionoffice.audit import trail_of
from unionoffice.refusal import Refused

pytestmark = pytest.mark.django_db


def confirm(minutes, by, **changes):
    return services.confirm_minutes(minutes, **{"version": minutes.version, "on": TODAY, **changes}, by=by)


def test_text_is_kept_and_written_anew(secretary):
    session = HeldSessionFactory()
    services.write_minutes(session, text="<p>一</p>", by=secretary)
    services.write_minutes(session, text="<p>二</p>", by=secretary)
    minutes = SessionMinutes.objects.get()
    assert (minutes.text, minutes.version) == ("<p>二</p>", 2)


def test_nothing_is_written_before_the_session(secretary):
    with pytest.raises(Refused, match=r"^会议召开以后才能编写纪要。$"):
        services.write_minutes(SessionFactory(), text="<p>一</p>", by=secretary)


def test_confirmed_ones_are_nobodys_to_change(chair):
    minutes = confirm(SessionMinutesFactory(), chair)
    assert (minutes.status, minutes.confirmed_by, minutes.confirmed_on) == (MinutesStatus.CONFIRMED, chair, TODAY)
    assert trail_of(minutes).first().verb == "确认纪要"
    rows = SessionMinutes.objects.filter(pk=minutes.pk)
    for change in (
        lambda: services.write_minutes(minutes.session, text="<p>别的</p>", by=chair),
        minutes.delete,
        rows.delete,
        lambda: rows.update(text="<p>别的</p>"),
    ):
        with pytest.raises(Refused, match=r"^会议纪要已经确认，不能修改或删除。$"):
            change()


def test_text_that_changed_meanwhile_is_not_confirmed(chair):
    with pytest.raises(Refused, match="纪要又改过"):
        confirm(SessionMinutesFactory(), chair, version=7)


def test_teacher_confirms_nothing(teacher):
    with pytest.raises(Refused, match=r"^纪要由工会主席或工会秘书确认。$"):
        confirm(SessionMinutesFactory(), teacher)


def test_session_that_goes_on_has_no_confirmed_minutes(chair):
    with pytest.raises(Refused, match=r"^会议还没有结束"):
        confirm(SessionMinutesFactory(session__status=SessionStatus.OPENED), chair)


def test_item_without_a_result_is_asked_for(chair):
    item = ItemFactory()
    with pytest.raises(Refused, match=f"^议程“{item.title}”还没有登记结果。$"):
        confirm(SessionMinutesFactory(session=item.session), chair)


def test_drafts_are_for_those_who_write_them(chair, secretary, teacher):
    draft = SessionMinutesFactory()
    seen = [SessionMinutes.objects.visible_to(one).count() for one in (chair, secretary, teacher)]
    confirm(draft, chair)
    assert (seen, SessionMinutes.objects.visible_to(teacher).count()) == ([1, 1, 0], 1)
