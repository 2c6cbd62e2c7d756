"""Pages of sittings: what everybody reads, what their keeper does, the screen in the hall."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from congress import services
from congress.enums import DelegateKind, ItemOutcome, LeaveStatus, SittingStatus, Standing
from congress.models import Leave, Sitting
from congress.selectors import where_is
from tests.conftest import TODAY
from tests.congress.agenda import ItemFactory
from tests.congress.factories import DelegateFactory
from tests.congress.sittings import MORNING, NOON, arrive, attending, make_session, make_sitting, opened, voters
from tests.members.factories import AccountFactory
from unionoffice.templatetags.office import next_step, shown

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


def url(name, *args):
    return reverse(f"congress:{name}", args=args)


def post(client, address, **data):
    """What a press of the button sends, with the page's one-use key."""
    key = client.get(address).context["form"]["form_key"].value()
    return client.post(address, {"form_key": key, **data})


@pytest.fixture
def keeper(client, secretary):
    client.force_login(secretary)
    return client


@pytest.fixture
def queries(django_assert_num_queries):
    return django_assert_num_queries


class TestSitting:
    def test_is_arranged_from_the_session(self, keeper):
        session = make_session()
        post(
            keeper,
            url("sitting-create", session.pk),
            title="开幕式",
            day="2026-11-22",
            starts_at="08:30",
            place="礼堂",
        )
        sitting = Sitting.objects.get()
        assert (sitting.title, str(sitting.starts_at), sitting.place) == ("开幕式", "08:30:00", "礼堂")
        page = keeper.get(session.get_absolute_url())
        assert sitting.get_absolute_url() in page.content.decode()

    def test_of_all_staff_is_arranged_from_the_list(self, keeper):
        post(keeper, url("sitting-create-other"), kind="all_staff", title="全体会议", day="2026-11-22")
        assert Sitting.objects.get().kind == "all_staff"

    def test_goes_from_checking_in_to_the_close(self, keeper, secretary):
        sitting = make_sitting(by=secretary)
        post(keeper, url("sitting-door", sitting.pk))
        page = keeper.get(url("sitting-open", sitting.pk))
        assert page.context["question"] == "应到3人，实到0人，未达到法定人数2人，还差2人。现在还不能宣布开会。"
        answer = post(keeper, url("sitting-open", sitting.pk))
        assert (answer.status_code, Sitting.objects.get().status) == (422, SittingStatus.PLANNED)
        arrive(sitting, voters(sitting)[:2])
        post(keeper, url("sitting-open", sitting.pk))
        page = keeper.get(url("sitting-close", sitting.pk))
        assert page.context["question"] == (
            "结束后不能再签到，不能恢复。还没有登记的1人记为缺席。这是最后一个单元，结束后可以宣布大会闭幕。"
        )
        post(keeper, url("sitting-close", sitting.pk))
        post(keeper, url("session-close", sitting.session_id))
        assert Sitting.objects.get().session.get_status_display() == "已召开"

    def test_tells_who_is_due_what_to_do_and_keeps_the_numbers_for_who_leads(self, client, secretary):
        sitting = make_sitting(by=secretary)
        delegate = AccountFactory(member=voters(sitting)[0])
        client.force_login(delegate)
        page = client.get(sitting.get_absolute_url())
        assert (page.context["is_due"], page.context["quorums"]) == (True, [])
        assert "不能参加，请假" in page.content.decode()

    def test_reason_of_a_leave_is_for_the_person_and_for_who_decides(self, secretary, chair):
        sitting = make_sitting(by=secretary)
        delegate = AccountFactory(member=voters(sitting)[0])
        services.ask_leave(sitting, delegate.member, reason="住院检查", by=delegate, on=sitting.day)
        seen = {}
        for account in (delegate, secretary, chair, AccountFactory(member=voters(sitting)[1])):
            client = Client()
            client.force_login(account)
            pages = [client.get(sitting.get_absolute_url()), client.get(url("leave-list"))]
            seen[account.pk] = any("住院检查" in page.content.decode() for page in pages)
        assert list(seen.values()) == [True, True, False, False]

    def test_numbers_renew_themselves_while_people_check_in(self, keeper, secretary):
        sitting = make_sitting(by=secretary)
        renews = f'id="quorum" aria-label="到会情况" hx-get="{sitting.get_absolute_url()}" hx-trigger="every 5s"'
        before = renews in keeper.get(sitting.get_absolute_url()).content.decode()
        arrive(sitting, [])
        assert (before, renews in keeper.get(sitting.get_absolute_url()).content.decode()) == (False, True)

    def test_opening_is_told_in_the_time_of_the_school(self, keeper, secretary):
        sitting = opened(by=secretary)
        page = keeper.get(sitting.get_absolute_url())
        facts = {str(fact.label): shown(fact.value) for fact in page.context["facts"]}
        assert facts["宣布开会"] == "2026年11月22日 12:00"

    def test_leads_from_item_to_result_to_the_next_item_to_the_close(self, keeper, secretary):
        sitting = opened(by=secretary)
        first, second = (ItemFactory(session=sitting.session, sitting=sitting, place=place) for place in (1, 2))
        ItemFactory(session=sitting.session, sitting=make_sitting(session=sitting.session, by=secretary), place=3)

        def step():
            context = keeper.get(sitting.get_absolute_url()).context
            ends = next_step(context["actions"])
            return context["may_decide"], context["upcoming_item"], ends.label if ends else ""

        seen = [step()]
        for item in (first, second):
            services.call_item(item, by=secretary)
            seen.append(step())
            item.refresh_from_db()
            services.decide_item(item, outcome=ItemOutcome.HEARD, decided_on=TODAY, by=secretary, on=TODAY)
            seen.append(step())
        assert seen == [
            (False, first, ""),
            (True, second, ""),
            (False, second, ""),
            (True, None, ""),
            (False, None, "宣布结束"),
        ]

    @pytest.mark.parametrize("people", [3, 30])
    def test_costs_the_same_however_many_come(self, keeper, secretary, queries, people):
        sitting = make_sitting(people, by=secretary)
        arrive(sitting, voters(sitting))
        with queries(19):
            keeper.get(sitting.get_absolute_url())


class TestRoll:
    def test_one_tap_says_where_somebody_is(self, keeper, secretary):
        sitting = make_sitting(by=secretary)
        arrive(sitting, [])
        one = voters(sitting)[0]
        for standing in (Standing.PRESENT, Standing.LEFT, Standing.PRESENT):
            post(keeper, url("sitting-roll", sitting.pk), mark=f"{standing}-{one.pk}")
            assert where_is(sitting, one.pk) == standing

    @pytest.mark.parametrize("mark", ["", "present-999999", "absent-1", "present-"])
    def test_what_is_no_button_of_the_roll_is_refused(self, keeper, secretary, mark):
        sitting = make_sitting(by=secretary)
        arrive(sitting, [])
        answer = post(keeper, url("sitting-roll", sitting.pk), mark=mark)
        assert answer.context["form"].errors == {"mark": ["请点名册里的按钮登记。"]}

    def test_is_narrowed_to_who_has_not_come_by_delegation(self, keeper, secretary):
        sitting = make_sitting(by=secretary)
        guest = attending(sitting, DelegateKind.INVITED)
        arrive(sitting, [*voters(sitting)[:2], guest])
        page = keeper.get(url("sitting-roll", sitting.pk), {"state": "missing"})
        (unit,) = page.context["units"]
        assert [line.member for line in unit.lines] == voters(sitting)[2:]
        page = keeper.get(url("sitting-roll", sitting.pk))
        assert [(line.member, line.kind_label) for line in page.context["guests"]] == [(guest, "特邀代表")]

    @pytest.mark.parametrize("people", [3, 30])
    def test_costs_the_same_however_many_are_on_it(self, keeper, secretary, queries, people):
        sitting = make_sitting(people, by=secretary)
        arrive(sitting, voters(sitting))
        with queries(21):
            keeper.get(url("sitting-roll", sitting.pk))

    def test_is_printed_and_exported(self, keeper, secretary):
        sitting = opened(by=secretary)
        paper, book = (keeper.get(url(name, sitting.pk)) for name in ("sitting-paper", "sitting-workbook"))
        assert (paper["Content-Type"], book.status_code) == ("application/pdf", 200)


class TestScreen:
    def part(self, client, sitting):
        return client.get(url("sitting-screen", sitting.pk), headers={"HX-Request": "true"})

    def test_shows_the_code_and_the_numbers_but_no_name(self, keeper, secretary):
        sitting = make_sitting(by=secretary)
        arrive(sitting, voters(sitting)[:1])
        text = self.part(keeper, sitting).content.decode()
        assert ("<svg" in text, "法定人数2人，还差1人" in text) == (True, True)
        assert not any(member.name in text for member in voters(sitting))

    def test_shows_no_code_once_the_sitting_opened(self, keeper, secretary):
        text = self.part(keeper, opened(by=secretary)).content.decode()
        assert ("<svg" in text, "会议正在进行" in text) == (False, True)

    @pytest.mark.parametrize(
        ("title", "outcome", "told"),
        [
            ("学校工作报告", "", ("hall-item", True)),
            ("学校三年发展规划中期调整方案及其实施细则", "", ("hall-item is-long", True)),
            ("学校三年发展规划中期调整方案及其实施细则", "heard", ("hall-item is-decided is-long", False)),
        ],
    )
    def test_makes_room_for_long_titles_and_for_the_result(self, keeper, secretary, title, outcome, told):
        sitting = opened(by=secretary)
        decided = {"outcome": outcome, "decided_on": TODAY} if outcome else {}
        ItemFactory(session=sitting.session, title=title, presented_by="校长", is_current=True, **decided)
        text = self.part(keeper, sitting).content.decode()
        assert (re.search(r'class="(hall-item[^"]*)"', text)[1], "报告人" in text) == told

    def test_is_not_found_under_the_number_of_the_other_body(self, keeper):
        assert keeper.get(url("sitting-screen", 999)).status_code == 404

    @pytest.mark.parametrize("people", [3, 30])
    def test_poll_costs_the_same_however_many_come(self, keeper, secretary, queries, people):
        sitting = make_sitting(people, by=secretary)
        arrive(sitting, voters(sitting))
        with queries(10):
            self.part(keeper, sitting)
        services.open_sitting(sitting, by=secretary, at=NOON)
        with queries(9):
            self.part(keeper, sitting)


class TestCard:
    def test_says_whose_it_is_and_lets_them_in_with_one_tap(self, keeper, secretary):
        sitting = make_sitting(by=secretary)
        arrive(sitting, [])
        delegate = sitting.session.term.delegates.first()
        address = url("sitting-scan", delegate.card_key)
        assert delegate.member.name in keeper.get(address).content.decode()
        post(keeper, address)
        assert where_is(sitting, delegate.member_id) == Standing.PRESENT

    def test_of_another_term_finds_nothing_to_check_in_to(self, keeper, secretary):
        arrive(make_sitting(by=secretary), [])
        card = DelegateFactory(term__number=5, term__body="union").card_key
        answer = post(keeper, url("sitting-scan", card))
        assert answer.context["form"].non_field_errors() == ["现在没有这位代表应参加的会议在签到。"]

    def test_read_by_the_phone_leads_whoever_presides_today_on_to_the_door(self, client, secretary):
        sitting = make_sitting(by=secretary)
        presider, other = AccountFactory(), AccountFactory()
        Sitting.objects.filter(pk=sitting.pk).update(presider=presider.member)
        key = sitting.session.term.delegates.first().card_key
        offered = []
        for account in (presider, other):
            client.force_login(account)
            offered.append(client.get(url("delegate-card", key)).context["scan_url"])
        assert offered == [url("sitting-scan", key), ""]

    def test_nobody_ever_had_is_not_found(self, keeper):
        assert keeper.get(url("sitting-scan", "abc")).status_code == 404


class TestOwnSittings:
    def test_lists_where_one_is_due_or_invited(self, secretary):
        sitting = make_sitting(by=secretary)
        guest = attending(sitting, DelegateKind.ATTENDING)
        for member, rows in ((voters(sitting)[0], 1), (guest, 1), (AccountFactory().member, 0)):
            client = Client()
            client.force_login(getattr(member, "account", None) or AccountFactory(member=member))
            assert len(client.get(url("own-sittings")).context["rows"]) == rows

    def test_leave_is_asked_there(self, client, secretary):
        sitting = make_sitting(by=secretary)
        delegate = AccountFactory(member=voters(sitting)[0])
        client.force_login(delegate)
        post(client, url("leave-ask", sitting.pk), reason="出差")
        assert Leave.objects.get().reason == "出差"

    def test_leave_is_decided_by_the_secretary(self, keeper, secretary):
        sitting = make_sitting(by=secretary)
        delegate = AccountFactory(member=voters(sitting)[0])
        leave = services.ask_leave(sitting, delegate.member, reason="出差", by=delegate, on=MORNING["day"])
        post(keeper, url("leave-decline", leave.pk), comment="议程须您报告")
        assert Leave.objects.get().status == LeaveStatus.DECLINED
        post(keeper, url("leave-grant", leave.pk))
        assert Leave.objects.get().status == LeaveStatus.GRANTED
