from datetime import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from members.enums import AttendanceState
from members.models import Gathering, Member
from members.selectors import check_in_code
from members.services import close_gathering, mark_attendance
from tests.members.factories import AttendanceFactory, AudienceFactory, GatheringFactory, MemberFactory
from tests.members.views.forms import errors, fill
from unionoffice.roles import Role, holds
from unionoffice.sources import SourceRef

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

NOW = datetime(2026, 11, 22, 14, 5, tzinfo=timezone.get_default_timezone())
QUERIES = 20
PAGES = ("detail", "screen", "sheet", "add", "close", "reopen")


@pytest.fixture
def gathering(occasion) -> Gathering:
    """Women are waited for; three of them beside those whom a test brings."""
    for name in ("林芳", "韩雪", "王雪"):
        MemberFactory(name=name)
    audience = AudienceFactory(name="女职工", rule={"gender": ["female"]})
    return GatheringFactory(source=SourceRef.to(occasion), audience=audience)


@pytest.fixture
def client(secretary, signed_in):
    """The secretary's, who keeps attendance."""
    return signed_in(secretary)


def url(page, gathering):
    return reverse(f"members:gathering-{page}", args=[gathering.pk])


def person(name):
    return Member.objects.get(name=name)


def states(gathering):
    return {row.member.name: row.state for row in gathering.attendances.select_related("member")}


class TestRights:
    @pytest.mark.parametrize("page", PAGES)
    def test_pages_are_for_who_keeps_attendance_at_the_record(
        self, page, gathering, secretary, welfare_officer, chair, teacher, signed_in
    ):
        if page == "reopen":
            close_gathering(gathering, by=secretary, at=NOW)
        actors = (secretary, welfare_officer, chair, teacher)
        found = [signed_in(actor).get(url(page, gathering)).status_code for actor in actors]
        assert found == [200, 200, 403, 404]

    def test_named_reader_reads_roll_and_sheet_but_keeps_nothing(self, gathering, chair, signed_in, monkeypatch):
        monkeypatch.setattr(Member, "READS_ATTENDANCE", holds(Role.CHAIR), raising=False)
        reader = signed_in(chair)
        found = [reader.get(url(page, gathering)).status_code for page in PAGES]
        assert found == [200, 403, 200, 403, 403, 403]
        response = reader.get(url("detail", gathering))
        assert response.context["may_mark"] is False
        assert b'name="members"' not in response.content
        assert reader.post(url("detail", gathering), {"state": "present"}).status_code == 403

    def test_closed_gathering_can_only_be_read_printed_and_reopened(self, gathering, client, secretary):
        close_gathering(gathering, by=secretary, at=NOW)
        found = [client.get(url(page, gathering)).status_code for page in PAGES]
        assert found == [200, 403, 200, 403, 403, 200]
        assert client.post(url("detail", gathering), {"state": "present"}).status_code == 403


class TestRoll:
    def test_shows_who_is_due_and_how_many_came(self, gathering, client, secretary):
        AttendanceFactory(gathering=gathering, member=person("林芳"))
        AttendanceFactory(gathering=gathering, member=person("韩雪"), state="on_leave", way="hand")
        AttendanceFactory(gathering=gathering, member=MemberFactory(name="吴涛", gender="male"), beyond=True)
        context = client.get(url("detail", gathering)).context
        assert [line.member.name for line in context["roll"]] == ["陈静", "韩雪", "林芳", "王雪", "座谈会", "吴涛"]
        numbers = {str(label): number for _key, label, number in context["groups"]}
        assert (context["count"].due, numbers) == (
            5,
            {"未到": 3, "实到": 1, "请假": 1, "缺席": 0, "范围外": 1},
        )

    @pytest.mark.parametrize(
        ("state", "names"),
        [
            ("present", {"林芳"}),
            ("on_leave", {"韩雪"}),
            ("absent", set()),
            ("beyond", {"吴涛"}),
            ("unknown", {"陈静", "王雪", "座谈会"}),
            ("other", set()),
        ],
    )
    def test_number_leads_to_exactly_its_people(self, gathering, client, state, names):
        AttendanceFactory(gathering=gathering, member=person("林芳"))
        AttendanceFactory(gathering=gathering, member=person("韩雪"), state="on_leave", way="hand")
        AttendanceFactory(gathering=gathering, member=MemberFactory(name="吴涛", gender="male"), beyond=True)
        context = client.get(url("detail", gathering), {"state": state}).context
        assert {line.member.name for line in context["roll"]} == names

    @pytest.mark.parametrize("state", AttendanceState)
    def test_button_notes_those_who_are_ticked(self, gathering, client, state):
        ticked = [person("林芳").pk, person("王雪").pk]
        response = client.post(
            url("detail", gathering), fill(client, url("detail", gathering), members=ticked, state=state)
        )
        assert response.url == url("detail", gathering)
        assert states(gathering) == {"林芳": state, "王雪": state}

    def test_nobody_ticked_is_told(self, gathering, client):
        response = client.post(url("detail", gathering), fill(client, url("detail", gathering), state="present"))
        assert (response.status_code, errors(response)) == (422, {"members": ["请先勾选至少一人。"]})
        assert "请先勾选至少一人。" in response.content.decode()

    def test_somebody_who_isnt_on_the_roll_cant_be_ticked(self, gathering, client):
        other = MemberFactory(name="吴涛", gender="male")
        data = fill(client, url("detail", gathering), members=[other.pk], state="present")
        assert client.post(url("detail", gathering), data).status_code == 422
        assert states(gathering) == {}

    @pytest.mark.parametrize("people", [3, 30])
    def test_takes_the_same_queries_however_many_people(self, gathering, client, people, django_assert_num_queries):
        AttendanceFactory.create_batch(people, gathering=gathering)
        with django_assert_num_queries(QUERIES):
            client.get(url("detail", gathering))


class TestAdd:
    def test_person_who_isnt_due_is_recorded_as_beyond(self, gathering, client):
        other = MemberFactory(name="吴涛", gender="male")
        response = client.post(url("add", gathering), fill(client, url("add", gathering), member=other.pk))
        assert response.url == url("detail", gathering)
        row = gathering.attendances.get()
        assert (row.member, row.state, row.way, row.beyond) == (other, "present", "hand", True)

    def test_who_is_known_already_is_not_offered(self, gathering, client):
        AttendanceFactory(gathering=gathering, member=person("林芳"))
        offered = client.get(url("add", gathering)).context["form"].fields["member"].queryset
        assert "林芳" not in {member.name for member in offered}


class TestCloseAndReopen:
    def test_question_says_how_many_will_be_absent(self, gathering, client, secretary):
        mark_attendance(gathering, [person("林芳")], AttendanceState.PRESENT, by=secretary, at=NOW)
        question = client.get(url("close", gathering)).context["question"]
        assert question == "结束后不能再签到，还没有登记的4人将记为缺席。"

    def test_question_says_nothing_of_absence_where_nobody_is_missing(self, occasion, client):
        gathering = GatheringFactory(source=SourceRef.to(occasion))
        assert client.get(url("close", gathering)).context["question"] == "结束后不能再签到。"

    def test_close_then_reopen(self, gathering, client):
        client.post(url("close", gathering), fill(client, url("close", gathering)))
        gathering.refresh_from_db()
        assert (gathering.is_open, set(states(gathering).values())) == (False, {"absent"})
        client.post(url("reopen", gathering), fill(client, url("reopen", gathering)))
        gathering.refresh_from_db()
        assert gathering.is_open is True


class TestScreen:
    def test_shows_code_digits_and_how_many_are_here(self, gathering, client):
        AttendanceFactory(gathering=gathering, member=person("林芳"))
        response = client.get(url("screen", gathering))
        text = response.content.decode()
        assert check_in_code(gathering, timezone.now()) in text
        assert '<svg viewBox="0 0' in text
        assert "已签到 <strong>1</strong> / 5 人" in text
        assert response["Cache-Control"] == "no-store"

    def test_part_that_changes_comes_alone(self, gathering, client):
        part = client.get(url("screen", gathering), headers={"HX-Request": "true"}).content.decode()
        assert (part.startswith('<div class="hall-code"'), "<html" in part) == (True, False)


class TestSheet:
    def test_is_a_pdf_named_after_the_gathering(self, gathering, client):
        response = client.get(url("sheet", gathering))
        assert (response["Content-Type"], response.content[:5]) == ("application/pdf", b"%PDF-")
