"""What every list, form and move has from the pages they stand on, seen through real ones."""

import re
from decimal import Decimal

import pytest
import time_machine
from django.contrib.messages import get_messages
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from finance.enums import Direction, EntryStatus
from finance.models import Entry, Subject
from members.enums import Gender, UnionStatus
from tests.conftest import TODAY
from tests.finance.factories import BookedEntryFactory, EntryFactory
from tests.members.factories import MemberFactory
from tests.welfare.factories import MadeVisitFactory, VisitFactory
from unionoffice.formkeys import FormKey
from unionoffice.pages import file_response
from welfare.enums import VisitStatus

MEMBERS = "/members/"
VISITS = "/welfare/visits/"
LEDGER = "/finance/entries/"
DRAFT = "/finance/entries/draft/"
WRITE = "/congress/suggestions/hand-in/"
NOT_SHOWN = "这里只列出您有权查看的记录，可能少于总结中的数字。"


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(TODAY, tick=False):
        yield


@pytest.fixture
def at(signed_in):
    """The office as somebody sees it: `at(chair).get(url)`."""
    return signed_in


def shown(response):
    """The first cell of each row of a list."""
    return [row.cells[0].text for row in response.context["rows"]]


def key_of(response):
    return response.context["form"]["form_key"].value()


def told(response):
    return [str(message) for message in get_messages(response.wsgi_request)]


def line(key, **changes):
    """A filled-in form for spending."""
    return {
        "direction": Direction.SPENDING,
        "subject": Subject.objects.get(code="502").pk,
        "amount": "120.50",
        "counterparty": "城南文具店",
        "purpose": "购买会议用品",
        "handler": "陈静",
        "form_key": key,
        **changes,
    }


class TestList:
    def test_page_has_fifty_rows_and_measures_count_all(self, at, chair):
        for _ in range(52):
            MemberFactory()
        response = at(chair).get(MEMBERS)
        assert (len(response.context["rows"]), response.context["page"].paginator.num_pages) == (50, 2)
        assert response.context["measures"] == [("人数", "53人")]
        assert "共53条，第1/2页" in response.content.decode()

    @pytest.mark.parametrize(("asked", "number"), [("2", 2), ("9", 2), ("0", 2), ("x", 1), ("", 1), ("9" * 30, 2)])
    def test_page_that_is_not_there_is_the_nearest_one(self, at, chair, asked, number):
        for _ in range(52):
            MemberFactory()
        assert at(chair).get(MEMBERS, {"page": asked}).context["page"].number == number

    def test_measures_follow_the_filter(self, at, chair):
        BookedEntryFactory(amount=Decimal("100.00"))
        BookedEntryFactory(amount=Decimal("20.50"))
        EntryFactory(amount=Decimal("999.00"))
        response = at(chair).get(LEDGER, {"status": EntryStatus.BOOKED})
        assert response.context["measures"] == [("笔数", "2笔"), ("金额", "120.50元")]

    def test_measures_of_nothing_are_zero(self, at, chair):
        assert at(chair).get(LEDGER).context["measures"] == [("笔数", "0笔"), ("金额", "0.00元")]

    def test_list_is_ordered_by_the_column_asked_for_both_ways(self, at, secretary):
        for amount in ("30.00", "9.00", "200.00"):
            EntryFactory(amount=Decimal(amount), purpose=amount)
        purposes = [
            [row.cells[4].text for row in at(secretary).get(LEDGER, {"sort": sort}).context["rows"]]
            for sort in ("amount", "-amount")
        ]
        assert purposes == [["9.00", "30.00", "200.00"], ["200.00", "30.00", "9.00"]]

    @pytest.mark.parametrize(
        "sort", ["phone", "-id_digest", "--employee_no", "?", "account__password", "department", "pk", "-", "x'; --"]
    )
    def test_order_that_no_column_offers_is_ignored(self, at, secretary, sort):
        MemberFactory(name="赵一")
        MemberFactory(name="白二")
        assert shown(at(secretary).get(MEMBERS, {"sort": sort})) == shown(at(secretary).get(MEMBERS))

    def test_filter_that_cannot_be_read_leaves_all_and_says_so(self, at, chair):
        MemberFactory()
        response = at(chair).get(MEMBERS, {"on": "2026-13-40"})
        assert len(response.context["rows"]) == 2
        assert "日期不正确，请按年-月-日填写" in response.content.decode()

    @pytest.mark.parametrize(
        "url",
        [
            f"{MEMBERS}?change=joined&changed_in={10**30}",
            f"{MEMBERS}?group={10**30}",
            f"{MEMBERS}?department=x&on=2026-01-01&q=%00",
            f"{VISITS}?group={10**30}",
            f"{VISITS}?group=-1&visited_from=0001-01-01",
            f"{LEDGER}?subject={10**30}&booked_to=9999-12-31",
        ],
    )
    def test_address_that_no_page_of_ours_makes_is_no_fault_of_ours(self, at, chair, url):
        assert at(chair).get(url).status_code == 200

    def test_measure_of_one_figure_stands_only_behind_it(self, at, chair):
        MemberFactory(union_status=UnionStatus.NON_MEMBER, joined_on=None)
        behind = at(chair).get(MEMBERS, {"figure": "members.rate", "in_rate": "true"})
        assert behind.context["measures"] == [("人数", "2人"), ("入会率", "50.0%")]
        assert at(chair).get(MEMBERS, {"figure": "members.staff"}).context["measures"] == [("人数", "2人")]

    def test_filters_work_together(self, at, chair):
        MemberFactory(name="林芳", gender=Gender.FEMALE)
        man = MemberFactory(name="林峰", gender=Gender.MALE)
        assert shown(at(chair).get(MEMBERS, {"q": "林", "gender": Gender.MALE})) == [man.employee_no]

    def test_empty_list_says_what_to_do_and_filtered_list_what_to_change(self, at, chair):
        everything = at(chair).get(LEDGER)
        narrowed = at(chair).get(LEDGER, {"q": "没有"})
        assert "还没有收支记录。" in everything.content.decode()
        assert narrowed.context["empty"] == "没有符合条件的记录，请放宽筛选条件。"

    def test_button_is_for_those_who_may_press_it(self, at, secretary, auditor):
        labels = [
            [str(action.label) for action in at(user).get(LEDGER).context["actions"]] for user in (secretary, auditor)
        ]
        assert labels == [["登记收支"], []]

    @pytest.mark.parametrize(
        ("query", "said"),
        [
            ({"made": "true", "figure": "welfare.visits"}, True),
            ({"made": "true", "occasion": "wedding", "figure": "welfare.visits.wedding"}, True),
            ({"made": "true"}, False),
            ({"made": "true", "figure": "welfare.visits", "q": "林芳"}, True),
        ],
        ids=["figure", "figure of other records", "no figure", "a name tried out"],
    )
    def test_list_behind_a_figure_says_that_records_may_not_be_shown(self, at, auditor, query, said):
        MadeVisitFactory(status=VisitStatus.PAID, entry=BookedEntryFactory())
        MadeVisitFactory()
        MadeVisitFactory()
        VisitFactory()
        response = at(auditor).get(VISITS, query)
        assert response.context["is_partial"] is said
        assert (NOT_SHOWN in response.content.decode()) is said


class TestForm:
    def test_acts_and_leads_to_the_record(self, at, secretary):
        client = at(secretary)
        response = client.post(DRAFT, line(key_of(client.get(DRAFT))))
        entry = Entry.objects.get()
        assert (response.status_code, response.url) == (302, entry.get_absolute_url())
        assert told(response) == ["已提交，等待主席批准。"]
        assert (entry.amount, entry.requested_by) == (Decimal("120.50"), secretary)

    def test_that_is_not_filled_in_right_comes_back_as_typed(self, at, secretary):
        client = at(secretary)
        key = key_of(client.get(DRAFT))
        response = client.post(DRAFT, line(key, amount="-3", purpose="会议用品"))
        assert response.status_code == 422
        assert response.context["form"].errors == {"amount": ["不能小于0.01。"]}
        assert response.context["form"]["purpose"].value() == "会议用品"
        assert key_of(response) == key
        assert Entry.objects.count() == 0

    def test_takes_text_that_is_too_long_whole_and_says_by_how_much(self, at, secretary):
        client = at(secretary)
        typed = "长" * 2001
        response = client.get(WRITE)
        assert re.search(r"<textarea[^>]*maxlength", response.content.decode()) is None
        answer = client.post(WRITE, {"form_key": key_of(response), "text": typed})
        assert answer.context["form"]["text"].value() == typed
        assert answer.context["form"].errors["text"] == ["最多2000个字，现在有2001个。"]

    def test_that_a_rule_refuses_comes_back_with_the_reason_and_can_be_sent_again(self, at, secretary):
        client = at(secretary)
        key = key_of(client.get(DRAFT))
        refused = client.post(DRAFT, line(key, direction=Direction.INCOME))
        assert refused.status_code == 422
        assert refused.context["form"].non_field_errors() == ["科目“职工服务支出”不是收入科目，请重新选择。"]
        assert (Entry.objects.count(), FormKey.objects.count()) == (0, 0)
        assert client.post(DRAFT, line(key)).status_code == 302

    def test_sent_twice_acts_once_and_leads_to_the_same_record(self, at, secretary):
        client = at(secretary)
        key = key_of(client.get(DRAFT))
        first, second = client.post(DRAFT, line(key)), client.post(DRAFT, line(key))
        assert (first.url, second.url) == (Entry.objects.get().get_absolute_url(),) * 2
        assert told(second)[-1] == "这份表单已经提交过，没有重复办理。"

    def test_with_another_key_is_another_form(self, at, secretary):
        client = at(secretary)
        for _ in range(2):
            client.post(DRAFT, line(key_of(client.get(DRAFT))))
        assert Entry.objects.count() == 2

    def test_with_the_key_of_somebody_else_is_refused(self, at, secretary, treasurer):
        key = key_of(at(secretary).get(DRAFT))
        at(secretary).post(DRAFT, line(key))
        response = at(treasurer).post(DRAFT, line(key))
        assert response.status_code == 422
        assert response.context["form"].non_field_errors() == ["这一页是别人登录时打开的，请刷新页面后重新填写。"]
        assert Entry.objects.count() == 1

    @pytest.mark.parametrize("key", ["", "abc", "\0", "00000000-0000-0000-0000-00000000000g"])
    def test_without_a_proper_key_does_nothing(self, at, secretary, key):
        assert at(secretary).post(DRAFT, line(key)).status_code == 422
        assert Entry.objects.count() == 0

    def test_ignores_an_address_to_go_on_to(self, at, secretary):
        client = at(secretary)
        key = key_of(client.get(DRAFT))
        response = client.post(f"{DRAFT}?next=https://evil.example/", line(key, next="https://evil.example/"))
        assert response.url == Entry.objects.get().get_absolute_url()

    def test_can_be_left_by_the_last_crumb(self, at, secretary):
        assert at(secretary).get(DRAFT).context["cancel_url"] == LEDGER


class TestMove:
    def url(self, entry):
        return reverse("finance:entry-approve", args=[entry.pk])

    def test_asks_first_naming_what_will_happen_and_moves_nothing(self, at, chair):
        entry = EntryFactory(status=EntryStatus.SUBMITTED)
        response = at(chair).get(self.url(entry))
        assert response.context["question"] == "购买会议用品，城南文具店，300.00元。批准后由出纳办理。"
        assert response.context["title"] == f"批准收支：{entry}"
        entry.refresh_from_db()
        assert entry.status == EntryStatus.SUBMITTED

    def test_moves_when_it_is_confirmed(self, at, chair):
        entry, client = EntryFactory(status=EntryStatus.SUBMITTED), at(chair)
        response = client.post(self.url(entry), {"form_key": key_of(client.get(self.url(entry)))})
        entry.refresh_from_db()
        assert (response.status_code, entry.status) == (302, EntryStatus.APPROVED)

    def test_confirmed_twice_leads_to_the_record_though_it_has_moved_on(self, at, chair):
        entry, client = EntryFactory(status=EntryStatus.SUBMITTED), at(chair)
        data = {"form_key": key_of(client.get(self.url(entry)))}
        answers = [client.post(self.url(entry), data) for _ in range(2)]
        assert [(answer.status_code, answer.url) for answer in answers] == [(302, entry.get_absolute_url())] * 2

    def test_from_a_state_that_does_not_allow_it_is_forbidden(self, at, chair):
        assert at(chair).get(self.url(EntryFactory(status=EntryStatus.DRAFT))).status_code == 403

    @pytest.mark.parametrize("pk", [999_999, 10**30])
    def test_of_a_record_that_is_not_there_is_not_found(self, at, chair, pk):
        assert at(chair).get(f"/finance/entries/{pk}/approve/").status_code == 404


class TestRecord:
    def test_shows_facts_state_next_step_and_trail(self, at, chair):
        entry = EntryFactory(status=EntryStatus.SUBMITTED)
        context = at(chair).get(entry.get_absolute_url()).context
        facts = {str(fact.label): fact.value for fact in context["facts"]}
        assert facts["金额"] == "300.00元"
        assert context["badge"].text == "待批准"
        assert [str(action.label) for action in context["actions"]] == ["批准", "退回修改"]
        assert [logged.what for logged in context["trail"]] == ["新建"]

    @pytest.mark.parametrize("pk", [999_999, 10**30])
    def test_that_is_not_there_is_not_found(self, at, chair, pk):
        assert at(chair).get(f"/finance/entries/{pk}/").status_code == 404


class TestFrame:
    def doors(self, client):
        return {door["url"] for area in client.get("/").context["navigation"] for door in area["doors"]}

    def test_has_the_doors_that_the_user_may_open_and_no_others(self, at, cashier, teacher):
        everybodys = self.doors(at(teacher))
        assert "/" in everybodys
        assert self.doors(at(cashier)) == everybodys | {LEDGER}

    @pytest.mark.django_db
    def test_of_a_stranger_has_no_door(self, client):
        assert client.get(reverse("account_login")).context["navigation"] == []

    def test_page_may_load_only_our_own_files(self, at, chair):
        policy = at(chair).get(MEMBERS).headers["Content-Security-Policy"]
        directives = dict(part.strip().split(" ", 1) for part in policy.split(";"))
        assert (directives["default-src"], directives["script-src"]) == ("'none'", "'self'")
        assert {directives[name] for name in ("form-action", "style-src", "connect-src")} == {"'self'"}

    def test_looking_at_a_page_writes_nothing(self, at, chair):
        client = at(chair)
        with CaptureQueriesContext(connection) as statements:
            client.get(MEMBERS)
        reading = re.compile(r'\(?SELECT|DECLARE "\w+" NO SCROLL CURSOR FOR SELECT')
        assert [query["sql"] for query in statements if not reading.match(query["sql"])] == []


def test_file_is_handed_out_under_its_chinese_name_and_never_opened_in_a_page():
    response = file_response(b"PK", name="花名册模板.xlsx", content_type="application/zip")
    assert response.content == b"PK"
    assert response["Content-Disposition"] == (
        "attachment; filename*=utf-8''%E8%8A%B1%E5%90%8D%E5%86%8C%E6%A8%A1%E6%9D%BF.xlsx"
    )
    assert (response["X-Content-Type-Options"], response["Cache-Control"]) == ("nosniff", "no-store")


class TestKeeping:
    @pytest.mark.parametrize("url", ["/", MEMBERS, DRAFT, "/search/?q=林"])
    def test_page_inside_is_kept_by_nobody_between(self, at, secretary, url):
        response = at(secretary).get(url)
        assert (response.status_code, response["Cache-Control"]) == (200, "private, no-cache")
