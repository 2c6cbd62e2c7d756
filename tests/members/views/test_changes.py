from datetime import date

import pytest
from django.urls import reverse

from members.enums import ChangeKind
from members.models import StatusChange
from members.services import change_status
from tests.members.factories import AccountFactory, MemberFactory
from tests.members.views.forms import fill, told

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def change(secretary, on):
    """Somebody goes to another school."""
    member = AccountFactory(member__name="林芳", member__birth_date=date(1985, 3, 12)).member
    return change_status(
        member,
        ChangeKind.TRANSFERRED_OUT,
        on=date(2026, 11, 1),
        today=on,
        by=secretary,
        other_union="江城市第三中学工会",
        reason="工作调动",
    )


def _facts(response) -> dict:
    return {str(fact.label): fact.value for fact in response.context["record"] and response.context["facts"]}


def _steps(response) -> list[str]:
    return [str(action.label) for action in response.context["actions"]]


def test_page_tells_the_change_and_offers_its_papers(change, secretary, signed_in):
    response = signed_in(secretary).get(change.get_absolute_url())
    facts = _facts(response)
    assert (facts["转往单位工会"], facts["介绍信编号"]) == ("江城市第三中学工会", "2026-001")
    assert _steps(response) == ["打印介绍信", "打印变动登记表", "更正", "撤销登记"]


def test_page_of_ones_own_change_has_nothing_to_do(change, signed_in):
    account = change.member.account
    account.is_active = True
    account.save()
    response = signed_in(account).get(change.get_absolute_url())
    assert (response.status_code, _steps(response)) == (200, [])


def test_page_of_a_colleagues_change_isnt_there(change, teacher, group_leader, signed_in):
    answers = [signed_in(user).get(change.get_absolute_url()).status_code for user in (teacher, group_leader)]
    assert answers == [404, 404]


def test_first_record_can_be_corrected_but_not_withdrawn(secretary, signed_in):
    first = MemberFactory().status_changes.get()
    client = signed_in(secretary)
    assert _steps(client.get(first.get_absolute_url())) == ["打印变动登记表", "更正"]
    assert client.get(reverse("members:change-withdraw", args=[first.pk])).status_code == 403


def test_correction_asks_for_what_the_kind_has_and_why(change, secretary, signed_in):
    client, url = signed_in(secretary), reverse("members:change-correct", args=[change.pk])
    typed = fill(client, url, on="2026-11-02", why="看错日期")
    assert [name for name in typed if name not in ("form_key", "seen")] == ["on", "other_union", "reason", "why"]
    response = client.post(url, typed, follow=True)
    assert told(response) == ["已更正，以后各次变动已重新推算。"]
    change.refresh_from_db()
    assert (change.on, change.letter_no) == (date(2026, 11, 2), "2026-001")


def test_withdrawal_names_what_goes_and_leads_to_the_person(change, secretary, signed_in):
    client, url = signed_in(secretary), reverse("members:change-withdraw", args=[change.pk])
    assert client.get(url).context["question"] == (
        "2026年11月1日的“转出”将被撤销，所附材料一并删除，在职和会籍状态退回到变动之前。"
        "介绍信第2026-001号作废，编号不再使用。"
    )
    response = client.post(url, fill(client, url, reason="误登"), follow=True)
    assert response.redirect_chain == [(change.member.get_absolute_url(), 302)]
    assert StatusChange.objects.filter(pk=change.pk).count() == 0


def test_member_page_leads_to_each_change(change, secretary, signed_in):
    page = signed_in(secretary).get(change.member.get_absolute_url()).content.decode()
    assert f'href="{change.get_absolute_url()}"' in page


@pytest.mark.parametrize(
    ("name", "status"), [("change-letter", 200), ("change-sheet", 200), ("change-application", 403)]
)
def test_papers_of_a_transfer_are_its_letter_and_its_sheet(name, status, change, secretary, signed_in):
    response = signed_in(secretary).get(reverse(f"members:{name}", args=[change.pk]))
    assert response.status_code == status
    assert response.content.startswith(b"%PDF") == (status == 200)


def test_list_as_of_a_day_shows_that_days_status_and_says_so(change, secretary, signed_in):
    client, url = signed_in(secretary), reverse("members:member-list")
    before, after = (client.get(url, {"on": day, "q": "林芳"}) for day in ("2026-10-31", "2026-11-01"))
    states = [
        [cell.text for cell in row.cells][-2:] for response in (before, after) for row in response.context["rows"]
    ]
    assert states == [["在职", "会员"], ["调离", "非会员"]]
    assert "显示截至2026年10月31日的情况" in before.content.decode()
    assert client.get(url).context["notice"] == ""
