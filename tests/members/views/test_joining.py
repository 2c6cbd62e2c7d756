import re

import pytest
from django.urls import reverse

from members.forms.joining import PLEDGE
from members.models import JoinApplication, Member
from members.services import apply_to_join
from tests.members.factories import AccountFactory
from tests.members.views.forms import errors, fill, told

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def outsider():
    return AccountFactory(name="韩梅", member__name="韩梅", member__union_status="non_member", member__joined_on=None)


@pytest.fixture
def application(outsider, on):
    return apply_to_join(outsider.member, statement="我自愿加入工会。", by=outsider, on=on)


def test_person_applies_from_the_own_page(outsider, signed_in):
    client, url = signed_in(outsider), reverse("members:join-apply", args=[outsider.member_id])
    page = client.get(outsider.member.get_absolute_url()).content.decode()
    assert re.findall('class="btn btn-primary" href="([^"]*)"', page) == [url]
    response = client.post(url, fill(client, url, statement=str(PLEDGE)), follow=True)
    application = JoinApplication.objects.get()
    assert response.redirect_chain == [(application.get_absolute_url(), 302)]
    assert told(response) == ["申请已提交，工会审批后会通知您。"]
    assert application.statement == PLEDGE


def test_member_cannot_apply(teacher, signed_in):
    assert signed_in(teacher).get(reverse("members:join-apply", args=[teacher.member_id])).status_code == 403


def test_office_finds_it_on_the_desk_and_approves(application, secretary, signed_in):
    client = signed_in(secretary)
    tasks = client.get(reverse("reports:desk")).context["tasks"]
    assert ("韩梅申请入会", application.get_absolute_url()) in [(task.sentence, task.url) for task in tasks]
    url = reverse("members:join-approve", args=[application.pk])
    response = client.post(url, fill(client, url, joined="2026-11-20", card_no="3201"), follow=True)
    assert told(response) == ["已批准入会，并通知了本人。"]
    member = Member.objects.get(pk=application.member_id)
    assert (member.union_status, member.joined_on.isoformat(), member.card_no) == ("member", "2026-11-20", "3201")


def test_refusing_needs_a_reason(application, secretary, signed_in):
    client, url = signed_in(secretary), reverse("members:join-refuse", args=[application.pk])
    response = client.post(url, fill(client, url, reason=""))
    assert (response.status_code, list(errors(response))) == (422, ["reason"])
    client.post(url, fill(client, url, reason="劳动关系不在本单位"))
    application.refresh_from_db()
    assert (application.status, application.decision) == ("refused", "劳动关系不在本单位")


def test_person_withdraws(application, outsider, signed_in):
    client, url = signed_in(outsider), reverse("members:join-withdraw", args=[application.pk])
    client.post(url, fill(client, url))
    application.refresh_from_db()
    assert application.status == "withdrawn"
    assert client.get(url).status_code == 403


def test_application_is_for_the_person_and_the_office(application, outsider, teacher, chair, secretary, signed_in):
    users = (outsider, secretary, teacher, chair)
    answers = [signed_in(user).get(application.get_absolute_url()).status_code for user in users]
    assert answers == [200, 200, 404, 404]


@pytest.mark.parametrize("applications", [1, 3])
def test_list_takes_the_same_queries_however_long(
    applications, outsider, on, secretary, signed_in, django_assert_num_queries
):
    for place in range(applications):
        account = AccountFactory(member__union_status="non_member", member__joined_on=None)
        apply_to_join(account.member, statement=f"申请{place}", by=account, on=on)
    client, url = signed_in(secretary), reverse("members:join-list")
    client.get(url)
    with django_assert_num_queries(LIST_QUERIES):
        assert len(client.get(url).context["rows"]) == applications


LIST_QUERIES = 9


def test_papers_print_filled_in_and_empty(application, outsider, signed_in):
    client = signed_in(outsider)
    for url in (reverse("members:join-paper", args=[application.pk]), reverse("members:join-blank")):
        assert client.get(url).content.startswith(b"%PDF")
