"""The page of one entry: what it says, what can be done next, where it came from."""

import io

import pypdf
import pytest
from django.urls import reverse

from finance.enums import EntryStatus
from tests.finance.factories import BookedEntryFactory, EntryFactory
from tests.members.factories import MemberFactory
from tests.welfare.factories import MadeVisitFactory
from unionoffice.sources import SourceRef
from welfare.enums import VisitStatus

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


def detail(client, entry):
    return client.get(entry.get_absolute_url())


def facts(response):
    return {str(fact.label): fact for fact in response.context["facts"]}


@pytest.fixture
def posted():
    """An entry that a visit posted."""
    visit = MadeVisitFactory(number="2026-031", member=MemberFactory(name="林芳"))
    entry = EntryFactory.build(
        status=EntryStatus.APPROVED,
        requested_by=visit.requested_by,
        approved_by=visit.approved_by,
        subject=EntryFactory().subject,
        purpose="慰问支出（慰问 2026-031）",
        counterparty="林芳",
    )
    entry.source = SourceRef.to(visit)
    entry.save()
    visit.entry = entry
    visit.save()
    return entry


class TestFacts:
    def test_tell_the_line_and_the_people(self, chair, signed_in):
        entry = BookedEntryFactory(number=31)
        shown = {label: str(fact.value) for label, fact in facts(detail(signed_in(chair), entry)).items()}
        assert shown == {
            "方向": "支出",
            "金额": "300.00元",
            "大写": "人民币叁佰元整",
            "科目": "502 职工服务支出",
            "事由": "购买会议用品",
            "收付款方": "城南文具店",
            "发生日期": "2026-11-22",
            "账户": "工会基本户",
            "经办人": "陈静",
            "申请人": entry.requested_by.name,
            "批准人": entry.approved_by.name,
            "出纳": entry.paid_by.name,
            "收付日期": "2026-11-22",
            "记账人": entry.booked_by.name,
            "记账日期": "2026-11-22",
        }

    @pytest.mark.parametrize(
        ("viewer", "text", "linked"),
        [
            ("chair", "慰问 2026-031 林芳", True),
            ("secretary", "慰问 2026-031 林芳", True),
            ("auditor", "慰问 2026-031", False),
            ("cashier", "慰问 2026-031", False),
            ("treasurer", "慰问 2026-031", False),
        ],
    )
    def test_source_is_a_number_alone_to_those_who_may_not_see_it(
        self, posted, viewer, text, linked, signed_in, request
    ):
        response = detail(signed_in(request.getfixturevalue(viewer)), posted)
        source = facts(response)["来源"]
        assert (source.value, bool(source.url)) == (text, linked)
        assert (f'href="/welfare/visits/{posted.source.key}/"' in response.content.decode()) is linked


class TestActions:
    @pytest.mark.parametrize(
        ("status", "viewer", "labels"),
        [
            ("draft", "secretary", ["修改后重新提交", "撤销"]),
            ("draft", "treasurer", ["修改后重新提交", "撤销"]),
            ("draft", "chair", ["撤销"]),
            ("draft", "cashier", []),
            ("submitted", "chair", ["批准", "退回修改"]),
            ("submitted", "secretary", []),
            ("approved", "cashier", ["收付款"]),
            ("approved", "secretary", ["撤销"]),
            ("approved", "auditor", []),
            ("paid", "treasurer", ["记账"]),
            ("paid", "cashier", []),
            ("paid", "chair", []),
            ("booked", "treasurer", ["打印凭证"]),
            ("booked", "auditor", ["打印凭证"]),
            ("cancelled", "chair", []),
        ],
    )
    def test_are_the_next_steps_of_whoever_may_take_them(self, status, viewer, labels, signed_in, request):
        entry = BookedEntryFactory() if status == "booked" else EntryFactory(status=status)
        response = detail(signed_in(request.getfixturevalue(viewer)), entry)
        assert [action.label for action in response.context["actions"]] == labels

    def test_cashier_pays_what_a_visit_posted_on_the_visits_own_page(self, posted, cashier, signed_in):
        (action,) = detail(signed_in(cashier), posted).context["actions"]
        assert (action.label, action.url) == ("付款", f"/welfare/visits/{posted.source.key}/pay/")

    def test_cashier_waits_until_somebody_went(self, posted, cashier, signed_in):
        visit = posted.source.record()
        visit.status = VisitStatus.APPROVED
        visit.save()
        assert detail(signed_in(cashier), posted).context["actions"] == []

    def test_nobody_cancels_what_a_visit_posted_from_here(self, posted, chair, signed_in):
        client = signed_in(chair)
        assert detail(client, posted).context["actions"] == []
        assert client.get(reverse("finance:entry-cancel", args=[posted.pk])).status_code == 403


@pytest.mark.parametrize("viewer", ["welfare_officer", "group_leader", "principal", "teacher"])
def test_entry_is_not_for_others(viewer, signed_in, request):
    assert detail(signed_in(request.getfixturevalue(viewer)), BookedEntryFactory()).status_code == 403


class TestVoucher:
    def test_is_a_pdf_under_its_own_name(self, treasurer, signed_in):
        response = signed_in(treasurer).get(reverse("finance:entry-voucher", args=[BookedEntryFactory().pk]))
        assert (response.status_code, response["Content-Type"]) == (200, "application/pdf")
        assert response["Content-Disposition"].startswith("attachment; filename*=utf-8''%E6%94%AF%E5%87%BA")
        assert len(pypdf.PdfReader(io.BytesIO(response.content)).pages) == 1

    @pytest.mark.parametrize("status", [status for status in EntryStatus if status != "booked"])
    def test_comes_only_with_booking(self, status, treasurer, signed_in):
        url = reverse("finance:entry-voucher", args=[EntryFactory(status=status).pk])
        assert signed_in(treasurer).get(url).status_code == 403


def test_queries_of_a_page_are_counted(chair, signed_in, django_assert_num_queries):
    entry = BookedEntryFactory()
    client = signed_in(chair)
    with django_assert_num_queries(12):
        detail(client, entry)
