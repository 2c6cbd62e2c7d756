import pytest
from django.urls import reverse

from members.models import Audience, AudienceRule
from tests.members.factories import (
    AudienceFactory,
    DepartmentPlaceFactory,
    GatheringFactory,
    GroupPlaceFactory,
    MemberFactory,
)
from tests.members.views.forms import errors, fill
from unionoffice.sources import SourceRef

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

QUERIES_OF_LIST, QUERIES_OF_DETAIL = 15, 15
LIST, CREATE, PREVIEW = (reverse(f"members:audience-{page}") for page in ("list", "create", "preview"))


def url(page, audience):
    return reverse(f"members:audience-{page}", args=[audience.pk])


@pytest.fixture
def client(secretary, signed_in):
    """The secretary's."""
    return signed_in(secretary)


class TestList:
    def test_row_says_the_conditions_and_how_many_are_meant_today(self, client):
        MemberFactory.create_batch(2, gender="male")
        audience = AudienceFactory(name="男教职工", rule={"service": ["in_service"], "gender": ["male"]})
        row = client.get(LIST, {"q": "男"}).context["rows"][0]
        assert [cell.text for cell in row.cells] == ["男教职工", "在职；男", "2", "自建"]
        assert row.url == audience.get_absolute_url()

    def test_seeded_ones_come_first_and_are_named_as_such(self, client):
        AudienceFactory(name="男教职工")
        rows = [(row.cells[0].text, row.cells[3].text) for row in client.get(LIST).context["rows"]]
        assert rows[0] == ("全体在职教职工", "预置")
        assert rows[-1] == ("男教职工", "自建")
        assert client.get(LIST).context["measures"] == [("范围", "7个")]

    def test_workbook_has_the_same_columns(self, client):
        response = client.get(LIST, {"export": "xlsx"})
        assert (response.status_code, response["Content-Type"].split(".")[-1]) == (200, "sheet")

    def test_takes_as_many_queries_for_thirty_as_for_three(self, client, django_assert_num_queries):
        counts = []
        for more in (3, 27):
            for _number in range(more):
                AudienceFactory(rule={"gender": ["female"], "departments": [1], "included": [1]})
            with django_assert_num_queries(QUERIES_OF_LIST):
                counts.append(client.get(LIST).context["page"].paginator.count)
        assert counts == [9, 36]


class TestDetail:
    def test_shows_conditions_and_people_with_their_departments(self, client, chair):
        DepartmentPlaceFactory(member__name="林芳", member__gender="male", department__name="语文组")
        audience = AudienceFactory(rule={"gender": ["male"]})
        response = client.get(url("detail", audience))
        assert [(fact.label, fact.value) for fact in response.context["facts"]] == [("性别", "男")]
        assert [member.name for member in response.context["people"]] == ["林芳"]
        assert "语文组" in response.content.decode()

    @pytest.mark.parametrize("people", [3, 30])
    def test_takes_the_same_queries_however_many_people(self, client, people, django_assert_num_queries):
        for _number in range(people):
            DepartmentPlaceFactory(member__gender="male")
        audience = AudienceFactory(rule={"gender": ["male"]})
        with django_assert_num_queries(QUERIES_OF_DETAIL):
            client.get(url("detail", audience))

    def test_seeded_one_has_no_way_to_delete_it(self, client):
        seeded, own = Audience.objects.get(key="women"), AudienceFactory()
        offered = [
            [action.label for action in client.get(url("detail", one)).context["actions"]] for one in (seeded, own)
        ]
        assert offered == [["修改范围"], ["修改范围", "删除"]]


class TestForm:
    def test_new_one_means_what_was_chosen(self, client):
        place, group = DepartmentPlaceFactory(), GroupPlaceFactory()
        chen, lin = MemberFactory(name="陈晨"), MemberFactory(name="林芳", employee_no="A-17")
        data = fill(
            client,
            CREATE,
            name="语文组青年教师",
            service=["in_service"],
            gender=["female"],
            political=["party_member", "probationary"],
            departments=[place.department_id],
            groups=[group.group_id],
            age_to="35",
            hired_within="12",
            included="陈晨",
            excluded="林芳（A-17）",
        )
        response = client.post(CREATE, data)
        audience = Audience.objects.get(name="语文组青年教师")
        assert response.url == audience.get_absolute_url()
        assert audience.asks == AudienceRule(
            service=("in_service",),
            gender=("female",),
            political=("party_member", "probationary"),
            departments=(place.department_id,),
            groups=(group.group_id,),
            age_to=35,
            hired_within=12,
            included=(chen.pk,),
            excluded=(lin.pk,),
        )

    def test_form_of_a_stored_one_shows_its_rule_and_sent_back_untouched_changes_nothing(self, client):
        member = MemberFactory(name="林芳", employee_no="20011")
        rule = {"service": ["retired"], "age_from": 60, "departments": [], "included": [member.pk]}
        place = DepartmentPlaceFactory()
        audience = AudienceFactory(rule=rule | {"departments": [place.department_id]})
        asked = audience.asks
        data = fill(client, url("update", audience))
        assert (data["service"], data["age_from"], data["included"]) == (("retired",), 60, "林芳（20011）")
        assert client.post(url("update", audience), data).status_code == 302
        audience.refresh_from_db()
        assert audience.asks == asked

    @pytest.mark.parametrize(
        ("typed", "told"),
        [
            ("无名氏", "没有找到“无名氏”，请核对姓名或工号。"),
            ("林芳", "有不止一位“林芳”，请改写工号。"),
            ("99999", "没有找到“99999”，请核对姓名或工号。"),
        ],
    )
    def test_person_who_cant_be_told_is_named(self, client, typed, told):
        MemberFactory.create_batch(2, name="林芳")
        response = client.post(CREATE, fill(client, CREATE, name="合唱团", included=f"20001\n{typed}"))
        MemberFactory(employee_no="20001")
        response = client.post(CREATE, fill(client, CREATE, name="合唱团", included=f"20001、{typed}"))
        assert errors(response) == {"included": [told]}

    def test_people_may_be_listed_in_any_usual_way(self, client):
        people = [
            MemberFactory(name=name, employee_no=no) for name, no in (("陈晨", "1"), ("林芳", "2"), ("韩雪", "3"))
        ]
        data = fill(
            client, CREATE, name="合唱团", service=[], included="陈晨、2\n韩 雪（3）\n陈晨".replace("韩 雪", "韩雪")
        )
        client.post(CREATE, data)
        assert Audience.objects.get(name="合唱团").asks.included == tuple(member.pk for member in people)

    def test_rule_that_means_nobody_is_told_over_the_form(self, client):
        response = client.post(CREATE, fill(client, CREATE, name="没有人", service=[]))
        assert errors(response) == {"": ["请至少选择一个条件，或者点名列入至少一人。"]}

    def test_name_that_is_taken_is_told(self, client):
        response = client.post(CREATE, fill(client, CREATE, name="全体会员"))
        assert errors(response) == {"": ["已经有名为“全体会员”的范围，请换一个名称。"]}

    def test_name_of_a_seeded_one_stays(self, client):
        audience = Audience.objects.get(key="new_teachers")
        data = fill(client, url("update", audience), name="青年教师", hired_within="36")
        assert client.post(url("update", audience), data).status_code == 302
        audience.refresh_from_db()
        assert (audience.name, audience.asks.hired_within) == ("新教师", 36)

    def test_stale_form_overwrites_nothing(self, client, secretary):
        audience = AudienceFactory(rule={"gender": ["female"]})
        data = fill(client, url("update", audience), age_to="35")
        audience.rule = {"gender": ["male"]}
        audience.save()
        response = client.post(url("update", audience), data)
        audience.refresh_from_db()
        assert (response.status_code, audience.rule) == (422, {"gender": ["male"]})


class TestPreview:
    def test_counts_and_names_the_first(self, client):
        MemberFactory.create_batch(14, name="林芳", gender="male")
        response = client.post(PREVIEW, {"gender": ["male"]})
        assert (response.context["size"], len(response.context["people"])) == (14, 12)
        assert "今天有<strong>14</strong>人" in response.content.decode()
        assert response.content.decode().count("林芳") == 12

    def test_says_what_is_wrong_and_counts_nobody(self, client):
        text = client.post(PREVIEW, {}).content.decode()
        assert "请至少选择一个条件" in text
        assert "今天有" not in text

    def test_writes_nothing(self, client):
        before = Audience.objects.count()
        client.post(PREVIEW, {"gender": ["male"]})
        assert Audience.objects.count() == before


class TestDelete:
    def test_own_one_goes(self, client):
        audience = AudienceFactory(name="男教职工")
        response = client.post(url("delete", audience), fill(client, url("delete", audience)))
        assert (response.url, Audience.objects.filter(pk=audience.pk).exists()) == (LIST, False)

    def test_seeded_one_is_not_offered(self, client):
        assert client.get(url("delete", Audience.objects.get(key="women"))).status_code == 403

    def test_one_in_use_is_told(self, client, occasion):
        audience = AudienceFactory(name="男教职工")
        GatheringFactory(source=SourceRef.to(occasion), audience=audience)
        response = client.post(url("delete", audience), fill(client, url("delete", audience)))
        assert errors(response) == {"": ["“男教职工”已经有记录在用，不能删除。"]}
