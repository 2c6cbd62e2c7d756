"""The list of accounts, blocking, opening many at once, and who can do what."""

from datetime import date

import pytest
from django.urls import reverse

from members.enums import Gender, ServiceStatus
from members.models import Account, FirstPasswordSheet
from tests.members.factories import AccountFactory, FirstPasswordSheetFactory, MemberFactory, RoleGrantFactory
from tests.members.views.forms import fill
from tests.unionoffice.documents.papers import pdf_pages
from unionoffice.roles import Role

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

LIST, ROLES, OPEN = "/members/accounts/", "/members/accounts/roles/", "/members/accounts/open/"


def send(client, url, **typed):
    """The page's form, filled in."""
    return client.post(url, fill(client, url, **typed))


def cells(response):
    return [[cell.text for cell in row.cells] for row in response.context["rows"]]


def names(response):
    return [row[1] for row in cells(response)]


class TestList:
    def test_tells_roles_and_state_of_each(self, secretary, signed_in, on):
        RoleGrantFactory(role=Role.AUDITOR, account=AccountFactory(employee_no="a1", name="冯岚"))
        AccountFactory(employee_no="a2", name="吴涛", is_active=False, blocked_on=on)
        AccountFactory(employee_no="a3", name="李雷", must_change_password=True)
        AccountFactory(employee_no="a4", name="韩梅", is_active=False)
        rows = {row[1]: row[2:4] for row in cells(signed_in(secretary).get(LIST))}
        assert rows == {
            "冯岚": ["经审委员", "可以登录"],
            "吴涛": ["—", "已停用"],
            "李雷": ["—", "待改初始密码"],
            "韩梅": ["—", "已关闭"],
            "陈静": ["工会秘书", "可以登录"],
        }

    @pytest.mark.parametrize(
        ("asked", "found"),
        [
            ({"q": "吴"}, ["吴涛"]),
            ({"q": "wutao"}, ["吴涛"]),
            ({"q": "wt"}, ["吴涛"]),
            ({"q": "a3"}, ["李雷"]),
            ({"role": "secretary"}, ["陈静"]),
            ({"role": "auditor"}, []),
            ({"state": "blocked"}, ["吴涛"]),
            ({"state": "first"}, ["李雷"]),
            ({"state": "closed"}, ["韩梅"]),
            ({"state": "active"}, ["陈静", "李雷"]),
        ],
    )
    def test_is_narrowed(self, secretary, signed_in, on, asked, found):
        member = MemberFactory(employee_no="a2", name="吴涛")
        AccountFactory(member=member, is_active=False, blocked_on=on)
        AccountFactory(employee_no="a3", name="李雷", must_change_password=True)
        ended = AccountFactory(employee_no="a4", name="韩梅", is_active=False)
        RoleGrantFactory(role=Role.AUDITOR, account=ended, to_on=date(2026, 11, 21))
        assert sorted(names(signed_in(secretary).get(LIST, asked))) == sorted(found)

    @pytest.mark.parametrize("count", [3, 60])
    def test_takes_10_queries_however_long_it_is(self, secretary, signed_in, count, django_assert_num_queries):
        for _ in range(count):
            RoleGrantFactory(role=Role.AUDITOR)
        client = signed_in(secretary)
        client.get(LIST)
        with django_assert_num_queries(10):
            client.get(LIST)


def test_block_signs_out_and_unblock_lets_in(secretary, signed_in):
    account = AccountFactory(name="韩梅")
    office = signed_in(secretary)
    answer = send(office, reverse("members:account-block", args=[account.member_id]), reason="手机丢失")
    assert (answer.status_code, answer.url) == (302, account.member.get_absolute_url())
    account.refresh_from_db()
    assert account.is_active is False
    send(office, reverse("members:account-unblock", args=[account.member_id]))
    account.refresh_from_db()
    assert account.is_active is True


def test_own_account_has_no_way_to_be_blocked(secretary, signed_in):
    assert signed_in(secretary).get(reverse("members:account-block", args=[secretary.member_id])).status_code == 403


class TestOpeningMany:
    def test_chosen_people_get_accounts_and_one_sheet(self, secretary, signed_in):
        chosen = [MemberFactory(name=name) for name in ("韩梅", "李雷")]
        MemberFactory(name="旁人")
        url = f"{OPEN}?{'&'.join(f'chosen={member.pk}' for member in chosen)}"
        client = signed_in(secretary)
        page = client.get(url)
        assert (page.context["count"], sorted(page.context["named"])) == (2, ["李雷", "韩梅"])
        answer = send(client, url, standing=page.context["form"]["standing"].value())
        sheet = FirstPasswordSheet.objects.get()
        assert (answer.status_code, answer.url, sheet.count) == (302, sheet.get_absolute_url(), 2)
        assert sorted(Account.objects.filter(must_change_password=True).values_list("name", flat=True)) == [
            "李雷",
            "韩梅",
        ]

    @pytest.mark.parametrize(
        ("gender", "note"),
        [
            ("female", "其中1人还没有账号，这次开通。已有账号和已离校、去世的人不受影响。"),
            ("male", "选中的人都已有账号，或者已经离校，没有需要开通的。"),
        ],
    )
    def test_page_says_how_many_have_none_yet(self, secretary, signed_in, gender, note):
        MemberFactory(name="韩梅", gender=Gender.FEMALE)
        AccountFactory(member=MemberFactory(name="林芳", gender=Gender.FEMALE))
        MemberFactory(name="李雷", gender=Gender.MALE, service_status=ServiceStatus.LEFT)
        page = signed_in(secretary).get(OPEN, {"all": "1", "within": f"gender={gender}"})
        assert page.context["note"] == note

    def test_all_of_a_filter_are_meant_where_all_is_ticked(self, secretary, signed_in):
        MemberFactory(name="韩梅", gender=Gender.FEMALE)
        MemberFactory(name="李雷", gender=Gender.MALE)
        page = signed_in(secretary).get(OPEN, {"all": "1", "within": "gender=male&page=1"})
        assert page.context["named"] == ["李雷"]

    def test_list_that_changed_meanwhile_is_shown_again(self, secretary, signed_in):
        MemberFactory(name="李雷", gender=Gender.MALE)
        client, url = signed_in(secretary), f"{OPEN}?all=1&within=gender%3Dmale"
        standing = client.get(url).context["form"]["standing"].value()
        MemberFactory(name="王伟", gender=Gender.MALE)
        answer = send(client, url, standing=standing)
        assert (answer.status_code, FirstPasswordSheet.objects.count()) == (422, 0)
        assert "名单在这期间有变化" in answer.content.decode()
        send(client, url, standing=answer.context["form"]["standing"].value())
        assert FirstPasswordSheet.objects.get().count == 2

    @pytest.mark.parametrize("asked", [{}, {"chosen": "x"}, {"chosen": "999999"}])
    def test_nobody_chosen_leads_back_to_the_list(self, secretary, signed_in, asked):
        answer = signed_in(secretary).get(OPEN, asked)
        assert (answer.status_code, answer.url) == (302, "/members/")

    def test_way_back_is_the_list_as_it_was_filtered(self, secretary, signed_in):
        member = MemberFactory()
        page = signed_in(secretary).get(OPEN, {"chosen": member.pk, "within": "gender=female&sort=-pinyin"})
        assert page.context["cancel_url"] == "/members/?gender=female&sort=-pinyin"


class TestFirstPasswords:
    def test_sheet_is_its_makers_alone(self, secretary, signed_in):
        sheet = FirstPasswordSheetFactory(made_by=RoleGrantFactory(role=Role.SECRETARY).account)
        client = signed_in(secretary)
        assert [client.get(f"{sheet.get_absolute_url()}{part}").status_code for part in ("", "paper/")] == [404, 404]

    def test_page_shows_no_password_and_the_paper_all(self, secretary, signed_in):
        sheet = FirstPasswordSheetFactory(made_by=secretary)
        client = signed_in(secretary)
        assert "k7m2x" not in client.get(sheet.get_absolute_url()).content.decode()
        text = "".join(pdf_pages(client.get(f"{sheet.get_absolute_url()}paper/").content))
        assert ("k7m2x-9qp3t" in text, "韩梅" in text, "1001" in text) == (True, True, True)

    def test_destroyed_sheet_prints_no_more(self, secretary, signed_in):
        sheet = FirstPasswordSheetFactory(made_by=secretary)
        client = signed_in(secretary)
        send(client, f"{sheet.get_absolute_url()}destroy/")
        assert client.get(f"{sheet.get_absolute_url()}paper/").status_code == 403
        assert client.get(sheet.get_absolute_url()).context["badge"].text == "已销毁"


class TestRoles:
    def test_says_who_holds_which_role_since_when(self, secretary, signed_in):
        RoleGrantFactory(role=Role.AUDITOR, account__name="冯岚", from_on=date(2024, 3, 1))
        RoleGrantFactory(role=Role.AUDITOR, account__name="旧人", from_on=date(2020, 3, 1), to_on=date(2024, 2, 29))
        entries = {entry["role"]: entry for entry in signed_in(secretary).get(ROLES).context["roles"]}
        assert list(entries) == list(Role)
        assert [grant.account.name for grant in entries[Role.AUDITOR]["grants"]] == ["冯岚"]
        assert [role for role, entry in entries.items() if entry["by_record"]] == [
            Role.DEPARTMENT_HEAD,
            Role.GROUP_LEADER,
            Role.DELEGATE,
            Role.STAFF,
        ]

    def test_what_a_role_opens_is_what_the_pages_enforce(self, secretary, signed_in):
        entries = {entry["role"]: dict(entry["opens"]) for entry in signed_in(secretary).get(ROLES).context["roles"]}
        assert "导入花名册" not in str(entries[Role.STAFF])
        assert {"导入花名册", "纪念日", "批量开通账号"} <= set(entries[Role.SECRETARY]["人员"])
        assert "批量开通账号" not in str(entries[Role.CHAIR])
        assert "账号" in entries[Role.CHAIR]["人员"]
