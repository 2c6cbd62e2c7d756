"""Agreements from the first draft to their end, and how they are kept."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from affairs import services
from affairs.enums import AGREEMENT_MOVES, AgreementStatus, Fulfilment
from affairs.models import Agreement, AgreementCheck
from affairs.selectors import agreement_doubts
from tests.affairs.oversight import CLAUSES, agreement_at, check, draft, signed, signing, talks
from tests.affairs.steps import told, verbs
from tests.conftest import TODAY
from unionoffice.refusal import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

PASSED = {"passed_on": date(2026, 10, 20), "passed_at": "第七届教代会"}


def clauses(agreement):
    return [clause.text for clause in agreement.clauses.all()]


def test_goes_from_draft_to_filing(secretary):
    agreement = agreement_at(AgreementStatus.FILED, secretary)
    kept = Agreement.objects.get()
    assert (kept.public_number, kept.status, kept.filing_no) == ("集体合同 2026-001", "filed", "36号")
    assert (kept.term, clauses(kept)) == ("2026年11月1日至2029年10月31日", list(CLAUSES))
    assert [verb for _name, verb in verbs(agreement)] == [
        "起草",
        "开始协商",
        "登记协商",
        "登记审议通过",
        "登记签订",
        "登记备案",
    ]


class TestTalks:
    def test_sides_must_be_named(self, secretary):
        with pytest.raises(Refused, match=r"^请先修改记录，填写双方的协商代表。$"):
            services.begin_talks(draft(secretary, union_side=" "), by=secretary)

    def test_rounds_are_counted_and_stand_in_order(self, secretary):
        agreement = agreement_at(AgreementStatus.NEGOTIATING, secretary)
        for day in (date(2026, 10, 8), date(2026, 10, 9)):
            services.record_round(agreement, talks(day), by=secretary, on=TODAY)
        assert [str(one) for one in agreement.rounds.all()] == ["第1轮协商", "第2轮协商"]
        for day, sentence in (
            (date(2026, 10, 1), "协商日期不能早于上一轮（2026-10-09）。"),
            (TODAY + timedelta(days=1), "协商日期不能晚于今天。"),
        ):
            with pytest.raises(Refused, match=f"^{sentence}$"):
                services.record_round(agreement, talks(day), by=secretary, on=TODAY)

    def test_round_outside_talks_is_refused(self, secretary):
        with pytest.raises(Refused, match=r"^只有协商中的合同可以登记协商记录。$"):
            services.record_round(draft(secretary), talks(), by=secretary, on=TODAY)

    def test_passed_one_goes_back_with_a_reason(self, secretary):
        agreement = agreement_at(AgreementStatus.PASSED, secretary)
        with pytest.raises(Refused, match=r"^请写明重新协商的原因。$"):
            services.reopen_talks(agreement, reason=" ", by=secretary)
        services.reopen_talks(agreement, reason="条款有误", by=secretary)
        kept = Agreement.objects.get()
        assert (kept.status, kept.passed_on, kept.passed_at) == ("negotiating", None, "")


class TestPass:
    def test_before_any_talks_is_refused(self, secretary):
        agreement = agreement_at(AgreementStatus.NEGOTIATING, secretary)
        with pytest.raises(Refused, match=r"^还没有协商记录。"):
            services.pass_agreement(agreement, **PASSED, by=secretary, on=TODAY)

    def test_without_clauses_is_refused(self, secretary):
        agreement = draft(secretary, clauses=())
        services.begin_talks(agreement, by=secretary)
        services.record_round(agreement, talks(), by=secretary, on=TODAY)
        with pytest.raises(Refused, match=r"^还没有条款。"):
            services.pass_agreement(agreement, **PASSED, by=secretary, on=TODAY)

    @pytest.mark.parametrize("day", [date(2026, 10, 7), TODAY + timedelta(days=1)])
    def test_outside_of_talks_and_today_is_refused(self, secretary, day):
        agreement = agreement_at(AgreementStatus.NEGOTIATING, secretary)
        services.record_round(agreement, talks(), by=secretary, on=TODAY)
        with pytest.raises(Refused, match=r"^审议通过的日期不能早于最后一轮协商，也不能晚于今天。$"):
            services.pass_agreement(agreement, passed_on=day, passed_at="教代会", by=secretary, on=TODAY)


class TestSign:
    @pytest.mark.parametrize(
        ("changes", "sentence"),
        [
            ({"employer_signer": " "}, "请填写学校方签字人。"),
            ({"union_signer": ""}, "请填写职工方签字人。"),
            ({"union_signer": "沈立"}, "双方签字人不能是同一个人。"),
            ({"to_on": date(2026, 11, 1)}, "合同期限的截止日期应晚于起始日期。"),
            ({"signed_on": TODAY + timedelta(days=1)}, "签订日期不能晚于今天。"),
            ({"signed_on": date(2026, 10, 19)}, "签订日期不能早于审议通过的日期。"),
        ],
    )
    def test_two_signers_and_a_term(self, secretary, changes, sentence):
        agreement = agreement_at(AgreementStatus.PASSED, secretary)
        with pytest.raises(Refused, match=f"^{sentence}$"):
            services.sign_agreement(agreement, signing=signing(**changes), by=secretary, on=TODAY)
        assert Agreement.objects.get().status == AgreementStatus.PASSED

    @pytest.mark.parametrize("day", [date(2026, 10, 31), TODAY + timedelta(days=1)])
    def test_filed_after_the_signing(self, secretary, day):
        agreement = agreement_at(AgreementStatus.SIGNED, secretary)
        with pytest.raises(Refused, match=r"^备案日期不能早于签订日期，也不能晚于今天。$"):
            services.file_agreement(agreement, filed_on=day, filing_no="", by=secretary, on=TODAY)

    def test_clauses_of_a_passed_one_stay(self, secretary):
        agreement = agreement_at(AgreementStatus.PASSED, secretary)
        with pytest.raises(Refused, match=r"^现在是“已审议通过”状态，条款不能修改。$"):
            services.mend_agreement(agreement, changes={}, clauses=["改"], by=secretary)
        assert clauses(agreement) == list(CLAUSES)

    def test_draft_is_changed_with_its_clauses(self, secretary):
        agreement = draft(secretary)
        services.mend_agreement(agreement, changes={"title": "新"}, clauses=["甲"], by=secretary)
        assert (Agreement.objects.get().title, clauses(agreement)) == ("新", ["甲"])


class TestPast:
    @pytest.mark.parametrize(
        ("fields", "status"),
        [
            ({}, "signed"),
            ({"filed_on": date(2026, 3, 9)}, "filed"),
            ({"signed_on": date(2020, 1, 1), "from_on": date(2020, 1, 1), "to_on": date(2022, 1, 1)}, "expired"),
        ],
    )
    def test_stands_where_its_days_say(self, fields, status):
        assert signed(**fields).status == status

    def test_without_its_days_is_refused(self):
        with pytest.raises(Refused, match=r"^请填写签订日期和合同期限。$"):
            signed(to_on=None)


class TestEnd:
    def test_ended_for_a_reason(self, secretary):
        agreement = signed(secretary)
        with pytest.raises(Refused, match=r"^请写明终止的原因。$"):
            services.end_agreement(agreement, reason="", by=secretary, on=TODAY)
        services.end_agreement(agreement, reason="协商一致", by=secretary, on=TODAY)
        assert [Agreement.objects.in_force_on(day).count() for day in (date(2026, 11, 21), TODAY)] == [1, 0]

    def test_over_the_day_after_its_term(self):
        signed()
        assert services.expire_agreements(on=date(2029, 3, 1)) == 0
        assert services.expire_agreements(on=date(2029, 3, 2)) == 1
        assert services.expire_agreements(on=date(2029, 3, 2)) == 0
        assert Agreement.objects.get().status == "expired"

    def test_renewed_once_with_what_it_says(self, secretary):
        agreement = signed(secretary, employer_side="沈立", union_side="周敏")
        renewal = services.renew_agreement(agreement, by=secretary, on=TODAY)
        assert (renewal.renews, renewal.from_on, clauses(renewal)) == (agreement, date(2029, 3, 2), list(CLAUSES))
        with pytest.raises(Refused, match=r"^已经有续签的合同“集体合同”。$"):
            services.renew_agreement(agreement, by=secretary, on=TODAY)
        services.discard_agreement(renewal, reason="重来", by=secretary)
        assert services.renew_agreement(agreement, by=secretary, on=TODAY).status == "draft"

    def test_draft_is_not_renewed(self, secretary):
        with pytest.raises(Refused, match=r"^只有生效中或已到期的合同可以续签。$"):
            services.renew_agreement(draft(secretary), by=secretary, on=TODAY)


def test_every_move_that_the_table_does_not_allow_is_refused(secretary):
    deeds = {
        AgreementStatus.NEGOTIATING: lambda one: services.begin_talks(one, by=secretary),
        AgreementStatus.PASSED: lambda one: services.pass_agreement(one, **PASSED, by=secretary, on=TODAY),
        AgreementStatus.SIGNED: lambda one: services.sign_agreement(one, signing=signing(), by=secretary, on=TODAY),
        AgreementStatus.FILED: lambda one: services.file_agreement(
            one, filed_on=TODAY, filing_no="", by=secretary, on=TODAY
        ),
        AgreementStatus.ENDED: lambda one: services.end_agreement(one, reason="止", by=secretary, on=TODAY),
        AgreementStatus.DISCARDED: lambda one: services.discard_agreement(one, reason="废", by=secretary),
    }
    tried = 0
    for status in AgreementStatus:
        made = agreement_at(status, secretary)
        for to, deed in deeds.items():
            if to not in AGREEMENT_MOVES[status]:
                with pytest.raises(Refused, match=r"状态，不能"):
                    deed(made)
                tried += 1
    assert tried == len(AgreementStatus) * len(deeds) - sum(
        len(moves & deeds.keys()) for moves in AGREEMENT_MOVES.values()
    )


def test_database_holds_two_signatures_and_days(secretary):
    made = signed(secretary)
    for broken in (
        {"union_signer": ""},
        {"to_on": made.from_on},
        {"status": "filed"},
        {"filed_on": date(2026, 3, 1)},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            Agreement.objects.filter(pk=made.pk).update(**broken)


@pytest.mark.parametrize(
    ("fields", "sentences"),
    [
        ({}, []),
        ({"union_side": "周敏、陈静"}, ["双方协商代表每方至少3人，请补充。"]),
        (
            {"union_side": "周敏、陈静、许晴、冯岚"},
            ["双方协商代表人数应当对等，现在学校方3人，职工方4人。"],
        ),
        ({"from_on": date(2026, 1, 1), "to_on": date(2028, 12, 31)}, []),
        ({"from_on": date(2026, 1, 1), "to_on": date(2029, 1, 1)}, ["期限一般为1至3年，请核对。"]),
        ({"from_on": date(2026, 1, 1), "to_on": date(2026, 12, 30)}, ["期限一般为1至3年，请核对。"]),
    ],
)
def test_doubts_warn_of_what_the_rules_want(fields, sentences):
    assert agreement_doubts(draft(**fields), TODAY) == sentences


def test_reminds_to_file_and_to_renew_once(secretary):
    agreement = signed(to_on=TODAY + timedelta(days=90), from_on=date(2026, 3, 2))
    later = signed(title="远", to_on=TODAY + timedelta(days=91), filed_on=date(2026, 3, 9))
    for _turn in range(2):
        services.remind_of_agreements(on=TODAY)
    url = agreement.get_absolute_url()
    assert told(secretary) == [
        ("“集体合同”2027-02-20到期，请准备续签", url),
        ("“集体合同”请在2026-03-12前报送备案", url),
    ]
    services.renew_agreement(agreement, by=secretary, on=TODAY)
    services.remind_of_agreements(on=TODAY + timedelta(days=1))
    assert told(secretary)[2:] == [("“远”2027-02-21到期，请准备续签", later.get_absolute_url())]


class TestChecks:
    def test_every_clause_has_its_finding(self, secretary):
        agreement = signed(secretary)
        made = check(agreement, secretary)
        assert [str(one) for one in made.findings.all()] == ["1 已履行", "2 已履行"]
        assert verbs(agreement)[-1] == ("陈静", "登记履行检查")

    @pytest.mark.parametrize(
        ("changes", "sentence"),
        [
            ({"fulfilment": ""}, "第1条还没有填写履行情况。"),
            ({"fulfilment": Fulfilment.PARTLY}, "第1条没有完全履行，请写明情况。"),
            ({"fulfilment": Fulfilment.NOT_KEPT, "note": " "}, "第1条没有完全履行，请写明情况。"),
            ({"checked_on": date(2026, 3, 1)}, "检查日期不能早于签订日期，也不能晚于今天。"),
            ({"checked_on": TODAY + timedelta(days=1)}, "检查日期不能早于签订日期，也不能晚于今天。"),
            ({"follow_up": "补公布"}, "整改要求和整改期限要一起填写；没有整改要求的都留空。"),
            ({"due_on": TODAY}, "整改要求和整改期限要一起填写；没有整改要求的都留空。"),
            ({"follow_up": "补", "due_on": TODAY - timedelta(days=1)}, "整改期限不能早于检查日期。"),
        ],
    )
    def test_what_does_not_fit_is_refused(self, secretary, changes, sentence):
        agreement = signed(secretary)
        with pytest.raises(Refused, match=f"^{sentence}$"):
            check(agreement, secretary, **changes)
        assert AgreementCheck.objects.count() == 0

    def test_unsigned_one_is_not_checked(self, secretary):
        with pytest.raises(Refused, match=r"^还没有签订的合同不用检查履行情况。$"):
            check(draft(secretary), secretary)

    def test_what_it_asks_for_is_settled_once(self, secretary):
        made = check(signed(secretary), secretary, follow_up="补公布", due_on=TODAY)
        services.remind_of_checks(on=TODAY + timedelta(days=1))
        assert told(secretary) == [("“集体合同”检查提出的整改已逾期", made.get_absolute_url())]
        with pytest.raises(Refused, match=r"^请写明整改结果。$"):
            services.settle_check(made, outcome=" ", by=secretary, on=TODAY)
        services.settle_check(made, outcome="已公布", by=secretary, on=TODAY)
        assert (AgreementCheck.objects.get().done_on, AgreementCheck.objects.unsettled().count()) == (TODAY, 0)
        with pytest.raises(Refused, match=r"^整改已经完成，不用再登记。$"):
            services.settle_check(made, outcome="又", by=secretary, on=TODAY)

    def test_check_that_asked_for_nothing_is_not_settled(self, secretary):
        with pytest.raises(Refused, match=r"^这次检查没有提出整改要求。$"):
            services.settle_check(check(signed(secretary), secretary), outcome="好", by=secretary, on=TODAY)
