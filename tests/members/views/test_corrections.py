"""Asking for a correction on the phone, and the office's pages for it."""

from datetime import date

import pytest
from django.urls import reverse

from members.area import tasks
from members.enums import CorrectionStatus
from members.models import OTHER, CorrectionRequest
from tests.members.factories import CorrectionRequestFactory, MemberFactory
from tests.members.views.forms import errors, fill

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


def ask(client, field, **typed):
    url = reverse("members:correction-ask", args=[field])
    return client.post(url, fill(client, url, **typed))


def decide(client, correction, way, **typed):
    url = reverse(f"members:correction-{way}", args=[correction.pk])
    return client.post(url, fill(client, url, **typed))


def test_everything_that_can_be_wrong_is_offered_with_what_the_record_says(teacher, signed_in):
    teacher.member.phone = "13900001234"
    teacher.member.save()
    choices = signed_in(teacher).get(reverse("members:correction-choose")).context["choices"]
    said = {str(choice.fact.label): choice.fact.value for choice in choices}
    assert (said["工号"], said["性别"], said["手机号码"].masked) == (teacher.member.employee_no, "女", "139****1234")
    assert list(said)[-1] == "其他资料"


def test_request_is_kept_as_it_was_read_and_led_to(teacher, signed_in):
    response = ask(signed_in(teacher), "phone", phone=" 13900009016 ", explanation="换了号码")
    correction = CorrectionRequest.objects.get()
    assert response.url == correction.get_absolute_url()
    told = (correction.member, correction.field, correction.proposed, correction.explanation)
    assert told == (teacher.member, "phone", "13900009016", "换了号码")


@pytest.mark.parametrize("typed", ["1981/1/26", "1981-1-26"])
def test_day_in_any_writing_can_be_read_by_the_office(typed, teacher, secretary, signed_in):
    ask(signed_in(teacher), "birth_date", birth_date=typed)
    correction = CorrectionRequest.objects.get()
    assert (correction.proposed, correction.proposal) == ("1981-01-26", date(1981, 1, 26))
    decide(signed_in(secretary), correction, "accept")
    teacher.member.refresh_from_db()
    assert teacher.member.birth_date == date(1981, 1, 26)


@pytest.mark.parametrize(
    ("field", "typed", "wrong"),
    [
        ("phone", {"phone": "1390000"}, {"phone": ["手机号码应为11位数字，请核对。"]}),
        ("title", {"title": ""}, {"title": ["这一项必须填写。"]}),
        ("gender", {"gender": "female"}, {"gender": ["与现在登记的内容相同，无需更正。"]}),
        ("joined_on", {"joined_on": "1980-01-01"}, {"joined_on": ["入会日期应晚于出生日期，请核对。"]}),
        ("birth_date", {"birth_date": "2012-01-01"}, {"": ["入会日期应晚于出生日期，请核对。"]}),
        (OTHER, {"explanation": ""}, {"explanation": ["这一项必须填写。"]}),
    ],
)
def test_what_cannot_be_right_is_told_at_once(field, typed, wrong, teacher, signed_in):
    assert errors(ask(signed_in(teacher), field, **typed)) == wrong
    assert not CorrectionRequest.objects.exists()


def test_id_number_is_checked_against_the_rest_of_the_record(teacher, signed_in):
    said = errors(ask(signed_in(teacher), "id_number", id_number="43010419810126998X"))
    assert said == {"id_number": ["出生日期与身份证号不符，身份证号上是1981-01-26。"]}


@pytest.mark.parametrize("field", ["service_status", "pinyin", "department", "nonsense"])
def test_what_no_request_can_be_about_is_not_there(field, teacher, signed_in):
    assert signed_in(teacher).get(reverse("members:correction-ask", args=[field])).status_code == 404


def test_secret_is_not_put_into_the_form(teacher, signed_in):
    teacher.member.phone = "13900001234"
    teacher.member.save()
    page = signed_in(teacher).get(reverse("members:correction-ask", args=["phone"])).content.decode()
    assert ("13900001234" in page, "139****1234" in page) == (False, True)


def test_request_waits_on_the_desks_of_those_who_decide(teacher, secretary, chair, today):
    correction = CorrectionRequestFactory(member=teacher.member)
    CorrectionRequestFactory(status=CorrectionStatus.CORRECTED, decided_by=secretary, decided_on=today)
    waiting = [(task.sentence, task.button, task.url) for task in tasks(secretary, today)]
    assert waiting == [("韩梅申请更正手机号码", "核对", correction.get_absolute_url())]
    assert (list(tasks(chair, today)), list(tasks(teacher, today))) == ([], [])


def facts(client, correction):
    shown = client.get(correction.get_absolute_url()).context["facts"]
    return {str(fact.label): fact.value for fact in shown}


def test_office_compares_what_is_with_what_should_be(secretary, signed_in):
    member = MemberFactory(name="林芳", birth_date=date(1985, 3, 12))
    correction = CorrectionRequestFactory(member=member, field="birth_date", proposed="1985-03-21")
    said = facts(signed_in(secretary), correction)
    assert (said["现在登记的内容"], said["应为"]) == (date(1985, 3, 12), date(1985, 3, 21))


def test_proposed_secret_is_masked_until_asked_for(secretary, signed_in):
    correction, client = CorrectionRequestFactory(member__phone="13900001234"), signed_in(secretary)
    said = facts(client, correction)
    assert (said["现在登记的内容"].masked, said["应为"].masked) == ("139****1234", "139****9016")
    page = client.get(correction.get_absolute_url()).content.decode()
    assert [number for number in ("13900001234", "13900009016") if number in page] == []
    assert "13900009016" in client.post(said["应为"].reveal_url).content.decode()


def test_plain_proposal_needs_no_revealing(secretary, signed_in):
    correction = CorrectionRequestFactory(field="title", proposed="高级教师")
    url = reverse("members:correction-reveal", args=[correction.pk])
    assert signed_in(secretary).post(url).status_code == 404


def test_question_says_what_the_record_will_say(secretary, signed_in):
    client = signed_in(secretary)
    asked = {
        field: client.get(
            reverse("members:correction-accept", args=[CorrectionRequestFactory(field=field, proposed=proposed).pk])
        ).context["question"]
        for field, proposed in (("birth_date", "1985-03-21"), ("phone", "13900009016"), (OTHER, ""))
    }
    assert asked == {
        "birth_date": "林芳的出生日期将改为“1985年3月21日”。同意更正？",
        "phone": "林芳的手机号码将改为申请的内容。同意更正？",
        OTHER: "请先按申请修改有关资料，再在这里答复。资料已经改好？",
    }


def test_granted_value_is_read_as_the_field_reads_it(teacher, secretary, signed_in):
    correction = CorrectionRequestFactory(member=teacher.member, field="birth_date", proposed="1985-03-21")
    decide(signed_in(secretary), correction, "accept")
    teacher.member.refresh_from_db()
    assert teacher.member.birth_date == date(1985, 3, 21)


def test_proposal_that_no_longer_fits_the_record_is_told_and_waits(teacher, secretary, signed_in):
    correction = CorrectionRequestFactory(member=teacher.member, field="joined_on", proposed="2004-01-01")
    teacher.member.birth_date = date(2005, 1, 1)
    teacher.member.save()
    response = decide(signed_in(secretary), correction, "accept")
    assert errors(response) == {"": ["入会日期应晚于出生日期，请核对。"]}
    correction.refresh_from_db()
    assert correction.status == CorrectionStatus.OPEN


def test_declining_needs_a_reason(teacher, secretary, signed_in):
    correction, client = CorrectionRequestFactory(member=teacher.member), signed_in(secretary)
    assert errors(decide(client, correction, "decline")) == {"answer": ["这一项必须填写。"]}
    decide(client, correction, "decline", answer="请先到人事处办理")
    assert facts(signed_in(teacher), correction)["答复"] == "请先到人事处办理"


def test_person_reads_the_answer_and_decides_nothing(teacher, signed_in):
    correction = CorrectionRequestFactory(member=teacher.member)
    response = signed_in(teacher).get(correction.get_absolute_url())
    assert (response.context["actions"], [crumb.url for crumb in response.context["crumbs"]]) == (
        [],
        [reverse("members:me")],
    )


def test_list_shows_what_waits_first_and_no_proposal(secretary, signed_in, on, django_assert_num_queries):
    def add(**told):
        return CorrectionRequestFactory(requested_on=on, **told)

    answered = {"status": CorrectionStatus.CORRECTED, "decided_by": secretary, "decided_on": on}
    first = [add(), add(**answered), add()]
    client, url = signed_in(secretary), reverse("members:correction-list")
    with django_assert_num_queries(9):
        page = client.get(url)
    assert [row.key for row in page.context["rows"]] == [first[2].pk, first[0].pk, first[1].pk]
    assert "9016" not in page.content.decode()
    for _ in range(4):
        add()
    with django_assert_num_queries(9):
        client.get(url)
    assert [row.key for row in client.get(url, {"status": "corrected"}).context["rows"]] == [first[1].pk]
