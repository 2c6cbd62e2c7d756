"""Proposals in numbers: lines and rates, how soon they were answered, the page and its workbook."""

from datetime import date
from decimal import Decimal
from io import BytesIO

import openpyxl
import pytest
from django.urls import reverse

from congress.enums import Category, Grade, ProposalStatus
from congress.models import Proposal
from congress.selectors.proposal_statistics import COLUMNS, promptness, proposal_cases, proposal_statistics
from tests.conftest import TODAY
from tests.congress.factories import DelegateFactory, HeadedDepartmentFactory, ProposalFactory, SessionFactory
from tests.members.factories import MemberFactory, UnionGroupFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

S = ProposalStatus
URL = reverse("congress:proposal-statistics")


@pytest.fixture
def proposals():
    """Seven of this year by two people, one of last year, and a draft."""
    office = HeadedDepartmentFactory(name="总务处")
    lin = MemberFactory(name="林芳")
    DelegateFactory(member=lin, group=UnionGroupFactory(name="第一工会小组"))
    by = {"originator": lin, "lead": office}
    ProposalFactory(status=S.CLOSED, grade=Grade.SATISFIED, due_on=date(2026, 11, 20), **by)
    ProposalFactory(status=S.FOLLOWED, grade=Grade.UNSATISFIED, due_on=date(2026, 11, 19), **by)
    ProposalFactory(status=S.HANDLING, due_on=date(2026, 11, 21), category=Category.PAY)
    ProposalFactory(status=S.HANDLING, due_on=TODAY, category=Category.PAY)
    ProposalFactory(status=S.MERGED, merged_into=ProposalFactory(status=S.ACCEPTED))
    ProposalFactory(status=S.REFUSED)
    ProposalFactory(status=S.CLOSED, filed_on=date(2025, 12, 31), session=SessionFactory(number=1))
    ProposalFactory()


def cases():
    return proposal_cases(Proposal.objects.filter(filed_on__year=2026))


def counts(line):
    return {key: count for (key, _label, _of), count in zip(COLUMNS, line.counts, strict=True) if count}


class TestTables:
    def test_each_proposal_stands_in_one_line_those_with_most_first(self, proposals):
        by_category, by_lead, by_delegation, by_session = proposal_statistics(cases())
        assert [(line.label, line.counts[0]) for line in by_category.lines] == [("生活福利", 5), ("薪酬待遇", 2)]
        assert counts(by_category.lines[0]) == {
            "received": 5,
            "accepted": 3,
            "merged": 1,
            "refused": 1,
            "answered": 2,
            "closed": 1,
        }
        assert [line.counts[0] for line in by_lead.lines] == [2, 1, 1]
        assert [(line.label, line.counts[0]) for line in by_delegation.lines] == [
            ("未编入代表团", 5),
            ("第一工会小组", 2),
        ]
        assert [(line.label, line.counts[0]) for line in by_session.lines] == [("第九届第三次", 7)]
        assert [table.total.counts[0] for table in (by_category, by_delegation, by_session)] == [7, 7, 7]

    def test_rates_are_of_what_they_are_rates_of(self, proposals):
        whole = proposal_statistics(cases())[0].total
        assert whole.rates == (Decimal("71.4"), Decimal("40.0"), Decimal("20.0"), Decimal("50.0"))

    def test_rate_of_nothing_is_not_zero(self):
        ProposalFactory(status=S.FILED)
        assert proposal_statistics(cases())[0].total.rates == (Decimal("0.0"), None, None, None)

    def test_lines_lead_to_their_proposals_but_not_by_delegation(self, proposals, chair, signed_in):
        tables = proposal_statistics(cases(), filed_from=date(2026, 1, 1), filed_to=date(2026, 12, 31))
        client = signed_in(chair)
        for table in tables:
            for line in table.lines:
                if table.key == "delegation":
                    assert line.url == ""
                else:
                    assert len(client.get(line.url).context["rows"]) == line.counts[0]

    def test_one_query_however_many(self, proposals, django_assert_num_queries):
        with django_assert_num_queries(1):
            proposal_statistics(cases())


class TestPromptness:
    def test_in_time_late_and_still_open(self, proposals):
        prompt = promptness(cases(), TODAY)
        assert (prompt.in_time, prompt.late, prompt.overdue) == (1, 1, 1)

    def test_average_counts_working_days_from_acceptance_to_answer(self):
        ProposalFactory(status=S.SIGNED, reviewed_on=date(2026, 11, 12), answered_on=date(2026, 11, 13))
        ProposalFactory(status=S.SIGNED, reviewed_on=date(2026, 11, 13), answered_on=date(2026, 11, 17))
        assert promptness(cases(), TODAY).average == Decimal("1.5")

    def test_nothing_answered_has_no_average(self):
        ProposalFactory(status=S.ACCEPTED)
        prompt = promptness(cases(), TODAY)
        assert (prompt.average, prompt.has_any) == (None, False)


class TestPage:
    def test_this_year_or_another_or_a_session(self, proposals, chair, signed_in):
        client, first = signed_in(chair), SessionFactory(number=1)
        for query, received in (({}, 7), ({"year": "2025"}, 1), ({"session": first.pk}, 1), ({"year": "x"}, 7)):
            assert client.get(URL, query).context["whole"][0] == ("收到", received), query

    def test_year_without_proposals_says_so(self, chair, signed_in):
        assert "这段时间没有收到提案" in signed_in(chair).get(URL).content.decode()

    def test_queries_do_not_grow(self, chair, signed_in, django_assert_num_queries):
        client = signed_in(chair)
        for more in (3, 6):
            ProposalFactory.create_batch(more, status=S.SIGNED)
            client.get(URL)
            with django_assert_num_queries(PAGE_QUERIES):
                client.get(URL)

    def test_workbook_has_the_same_tables(self, proposals, chair, signed_in):
        book = openpyxl.load_workbook(BytesIO(signed_in(chair).get(URL, {"export": "xlsx"}).content))
        assert book.sheetnames == ["按类别", "按主办部门", "按代表团", "按会议", "答复时限"]
        rows = [row for row in book["按类别"].values if row[0] in ("生活福利", "薪酬待遇", "合计")]
        assert [row[:3] for row in rows] == [("生活福利", 5, 3), ("薪酬待遇", 2, 2), ("合计", 7, 5)]
        assert list(book["答复时限"].values)[-1] == ("从立案到答复平均用时（工作日）", 5)


PAGE_QUERIES = 10
