"""Every write to disclosures: what it does, what it refuses, what it leaves in the trail, and whom it tells."""

from datetime import date, timedelta

import pytest

from affairs import services
from affairs.enums import DISCLOSURE_MOVES, DisclosureStatus, Reach, Stage
from affairs.models import CatalogueItem, Disclosure
from tests.affairs.factories import FUNDS, UNION_FUNDS, DisclosureFactory, PostedFactory, item
from tests.affairs.steps import approve, corrected, draft, handed_in, published, stored, told, verbs
from tests.conftest import TODAY, make_actor
from tests.finance.factories import EntryFactory
from tests.members.factories import RoleGrantFactory
from unionoffice.audit import trail_of
from unionoffice.refusal import Refused
from unionoffice.roles import Role
from unionoffice.sources import SourceRef

pytestmark = pytest.mark.django_db

TOMORROW = TODAY + timedelta(days=1)


@pytest.fixture
def writer(db):
    return make_actor(Role.PUBLICITY_OFFICER, "欧阳玥")


class TestDraft:
    def test_keeps_what_the_catalogue_says_of_the_matter(self, writer):
        disclosure = stored(draft(writer, FUNDS))
        catalogue = item(FUNDS)
        assert (disclosure.sphere, disclosure.category, disclosure.timing) == ("school", "finance", "regular")
        CatalogueItem.objects.filter(pk=catalogue.pk).update(category="other", timing="anytime", interval="")
        assert (stored(disclosure).category, stored(disclosure).timing) == ("finance", "regular")

    def test_takes_stage_and_reach_from_the_catalogue_where_nothing_is_chosen(self, writer):
        disclosure = draft(writer, "招生政策与录取结果", stage="", reach="")
        assert (disclosure.stage, disclosure.reach) == (Stage.DURING, Reach.PUBLIC)

    def test_bears_no_number_yet_and_says_who_began_it(self, writer):
        disclosure = stored(draft(writer))
        assert (disclosure.public_number, disclosure.edition) == ("校务公开 未编号", 1)
        assert (disclosure.drafted_by, disclosure.drafted_on, verbs(disclosure)) == (
            writer,
            TODAY,
            [("欧阳玥", "起草")],
        )

    def test_matter_that_is_no_longer_in_use_is_refused(self, writer):
        CatalogueItem.objects.filter(content=FUNDS).update(is_in_use=False)
        with pytest.raises(Refused, match=r"^“学校经费使用情况”已不在公开目录中，请另选一项。$"):
            draft(writer)

    @pytest.mark.parametrize(
        "days", [{"posted_until": TODAY - timedelta(days=1)}, {"publish_on": TOMORROW, "posted_until": TODAY}]
    )
    def test_end_before_the_beginning_is_refused(self, writer, days):
        with pytest.raises(Refused, match=r"^“公开至”不能早于公开的日子，请修改日期；长期公开的留空。$"):
            draft(writer, **days)

    def test_of_another_areas_record_keeps_the_way_back(self, treasurer):
        source = SourceRef.to(EntryFactory())
        disclosure = stored(draft(treasurer, UNION_FUNDS, source=source))
        assert (disclosure.source, disclosure.sphere) == (source, "union")

    def test_second_of_the_same_source_is_refused_until_the_first_is_given_up(self, treasurer):
        source = SourceRef.to(EntryFactory())
        first = draft(treasurer, UNION_FUNDS, source=source)
        with pytest.raises(Refused, match=r"^这份记录已经有一件公开事项，不用再起草。$"):
            draft(treasurer, UNION_FUNDS, source=source)
        services.discard_disclosure(first, reason="重报", by=treasurer)
        assert draft(treasurer, UNION_FUNDS, source=source).source == source


class TestMend:
    def test_changes_the_text_and_counts_the_saving(self, writer):
        disclosure = draft(writer)
        services.mend_disclosure(disclosure, changes={"title": "新标题", "body": "新正文"}, by=writer, on=TODAY)
        assert (stored(disclosure).title, stored(disclosure).words, stored(disclosure).version) == (
            "新标题",
            "新正文",
            2,
        )
        assert verbs(disclosure)[-1] == ("欧阳玥", "修改")

    def test_other_matter_brings_its_sphere_along(self, writer):
        disclosure = draft(writer)
        services.mend_disclosure(disclosure, changes={"item": item(UNION_FUNDS)}, by=writer, on=TODAY)
        assert (stored(disclosure).sphere, stored(disclosure).item.content) == ("union", UNION_FUNDS)

    def test_correction_stays_under_its_matter(self, writer, principal):
        correction = services.correct_disclosure(published(writer, principal), note="更正。", by=writer, on=TODAY)
        services.mend_disclosure(correction, changes={"item": item(UNION_FUNDS)}, by=writer, on=TODAY)
        assert (stored(correction).item.content, stored(correction).sphere) == (FUNDS, "school")

    def test_correction_says_what_it_corrects(self, writer, principal):
        correction = services.correct_disclosure(published(writer, principal), note="更正。", by=writer, on=TODAY)
        services.mend_disclosure(correction, changes={"correction_note": "更正第二段。"}, by=writer, on=TODAY)
        assert stored(correction).correction_note == "更正第二段。"
        with pytest.raises(Refused, match=r"^请写明更正了什么。$"):
            services.mend_disclosure(correction, changes={"correction_note": "  "}, by=writer, on=TODAY)

    @pytest.mark.parametrize("status", set(DisclosureStatus) - {DisclosureStatus.DRAFT, DisclosureStatus.RETURNED})
    def test_refused_once_it_is_out_of_hand(self, writer, status):
        disclosure = DisclosureFactory(status=status)
        with pytest.raises(Refused, match=r"，不能修改。待审批的请先撤回修改，已公开的请提交更正。$"):
            services.mend_disclosure(disclosure, changes={"body": "改"}, by=writer, on=TODAY)
        assert stored(disclosure).words == "本季度支出120,000.00元。"


class TestSubmit:
    @pytest.mark.parametrize(("content", "asked"), [(FUNDS, "principal"), (UNION_FUNDS, "chair")])
    def test_goes_to_whoever_answers_for_the_sphere(self, writer, principal, chair, content, asked):
        disclosure = handed_in(writer, content)
        people = {"principal": told(principal), "chair": told(chair)}
        expected = [("公开事项待审批：第三季度经费使用情况", f"/affairs/disclosures/{disclosure.pk}/review/")]
        assert people == {name: expected if name == asked else [] for name in people}
        assert (stored(disclosure).status, stored(disclosure).submitted_by) == ("submitted", writer)

    def test_every_round_is_told_once_more(self, writer, principal):
        disclosure = handed_in(writer)
        services.recall_disclosure(disclosure, by=writer, on=TODAY)
        services.submit_disclosure(disclosure, by=writer, on=TODAY)
        assert len(told(principal)) == 2

    def test_refused_where_only_the_writer_could_approve(self, writer):
        RoleGrantFactory(account=writer, role=Role.PRINCIPAL)
        disclosure = draft(writer)
        with pytest.raises(Refused, match=r"^没有可以审批的人：本人起草或提交的不能自己审批。"):
            services.submit_disclosure(disclosure, by=writer, on=TODAY)
        assert stored(disclosure).status == DisclosureStatus.DRAFT

    def test_refused_where_its_time_is_over(self, writer, principal):
        disclosure = draft(writer, posted_until=TODAY)
        with pytest.raises(Refused, match=r"^“公开至”不能早于公开的日子"):
            services.submit_disclosure(disclosure, by=writer, on=TOMORROW)

    def test_recalled_it_is_a_draft_again(self, writer, principal):
        disclosure = services.recall_disclosure(handed_in(writer), by=writer, on=TODAY)
        assert (stored(disclosure).status, stored(disclosure).submitted_by) == ("draft", None)


class TestApprove:
    def test_publishes_at_once_and_tells_the_writer(self, writer, principal):
        disclosure = published(writer, principal)
        kept = stored(disclosure)
        assert (kept.status, kept.published_on, kept.public_number) == ("published", TODAY, "校务公开 2026-001")
        assert (kept.approved_by, kept.approver, kept.approved_on) == (principal, "沈立", TODAY)
        assert verbs(disclosure) == [("欧阳玥", "起草"), ("欧阳玥", "提交审批"), ("沈立", "同意并公开")]
        assert told(writer) == [("公开事项已批准：第三季度经费使用情况", f"/affairs/disclosures/{disclosure.pk}/")]

    def test_waits_for_the_day_that_was_set(self, writer, principal):
        disclosure = published(writer, principal, publish_on=TOMORROW)
        assert (stored(disclosure).status, stored(disclosure).number) == ("approved", None)
        assert verbs(disclosure)[-1] == ("沈立", "同意公开")

    @pytest.mark.parametrize("day", [TODAY, TODAY - timedelta(days=3)])
    def test_day_that_has_come_or_passed_is_today(self, writer, principal, day):
        disclosure = published(writer, principal, publish_on=day)
        assert (stored(disclosure).status, stored(disclosure).published_on) == ("published", TODAY)

    def test_numbers_run_by_sphere_and_year(self, writer, principal, chair):
        later = date(2027, 1, 4)
        made = [
            published(writer, principal),
            published(writer, chair, UNION_FUNDS),
            published(writer, principal),
            published(writer, principal, on=later),
        ]
        assert [one.public_number for one in made] == [
            "校务公开 2026-001",
            "会务公开 2026-001",
            "校务公开 2026-002",
            "校务公开 2027-001",
        ]

    def test_text_that_was_changed_since_it_was_read_is_refused(self, writer, principal):
        disclosure = handed_in(writer)
        read = disclosure.version
        services.recall_disclosure(disclosure, by=writer, on=TODAY)
        services.mend_disclosure(disclosure, changes={"body": "改过"}, by=writer, on=TODAY)
        services.submit_disclosure(disclosure, by=writer, on=TODAY)
        with pytest.raises(Refused, match=r"^您打开这一页之后，内容又改过。请重新看过再审批。$"):
            services.approve_disclosure(disclosure, version=read, by=principal, on=TODAY)
        assert stored(disclosure).status == DisclosureStatus.SUBMITTED

    @pytest.mark.parametrize("hand", ["drafted_by", "submitted_by"])
    def test_own_text_is_refused(self, principal, hand):
        disclosure = DisclosureFactory(status=DisclosureStatus.SUBMITTED, **{hand: principal})
        with pytest.raises(Refused, match=r"^不能审批自己起草或提交的公开事项，请由另一位审批人办理。$"):
            approve(disclosure, principal)
        assert stored(disclosure).status == DisclosureStatus.SUBMITTED

    def test_returned_it_goes_back_with_the_comment(self, writer, principal):
        disclosure = services.return_disclosure(handed_in(writer), comment=" 请写明用途 ", by=principal, on=TODAY)
        assert (stored(disclosure).status, stored(disclosure).return_comment) == ("returned", "请写明用途")
        assert told(writer) == [("公开事项被退回修改：第三季度经费使用情况", disclosure.get_absolute_url())]
        assert (trail_of(disclosure)[0].verb, trail_of(disclosure)[0].note) == ("退回修改", "请写明用途")
        services.submit_disclosure(disclosure, by=writer, on=TODAY)
        assert stored(disclosure).return_comment == ""

    def test_approval_is_taken_back_before_the_day(self, writer, principal):
        disclosure = published(writer, principal, publish_on=TOMORROW)
        services.return_disclosure(disclosure, comment="暂缓", by=principal, on=TODAY)
        kept = stored(disclosure)
        assert (kept.status, kept.approved_by, kept.approver, kept.approved_on) == ("returned", None, "", None)

    def test_returned_without_a_comment_is_refused(self, writer, principal):
        disclosure = handed_in(writer)
        with pytest.raises(Refused, match=r"^请写明退回的意见，或者批注需要修改的段落。$"):
            services.return_disclosure(disclosure, comment=" ", by=principal, on=TODAY)
        assert stored(disclosure).status == DisclosureStatus.SUBMITTED


class TestDailyRound:
    def test_puts_up_what_is_due_and_takes_down_what_is_over(self, writer, principal):
        due = published(writer, principal, publish_on=TOMORROW)
        over = published(writer, principal, posted_until=TODAY)
        stays = published(writer, principal, posted_until=TOMORROW)
        assert services.keep_board(on=TODAY) == 0
        assert services.keep_board(on=TOMORROW) == 2
        assert [stored(one).status for one in (due, over, stays)] == ["published", "taken_down", "published"]
        assert (stored(due).published_on, stored(due).public_number) == (TOMORROW, "校务公开 2026-003")
        assert (stored(over).taken_down_on, stored(over).take_down_reason) == (TOMORROW, "公开期限已到")
        assert verbs(due)[-1] == ("", "公开")
        assert services.keep_board(on=TOMORROW) == 0

    def test_before_its_day_nobody_puts_it_up(self, writer, principal):
        disclosure = published(writer, principal, publish_on=TOMORROW)
        with pytest.raises(Refused, match=r"^还没有到批准的公开日期，到期自动公开。$"):
            services.publish_disclosure(disclosure, by=writer, on=TODAY)
        assert services.publish_disclosure(disclosure, by=writer, on=TOMORROW).status == DisclosureStatus.PUBLISHED

    def test_correction_of_what_came_down_meanwhile_waits_for_somebody_to_decide(self, writer, principal):
        original = published(writer, principal)
        correction = services.correct_disclosure(original, note="更正。", by=writer, on=TODAY)
        services.mend_disclosure(correction, changes={"publish_on": TOMORROW}, by=writer, on=TODAY)
        approve(services.submit_disclosure(correction, by=writer, on=TODAY), principal)
        services.take_down_disclosure(original, reason="有误", by=writer, on=TODAY)
        assert services.keep_board(on=TOMORROW) == 0
        assert stored(correction).status == DisclosureStatus.APPROVED


class TestCorrect:
    def test_takes_the_place_and_the_number_of_what_it_corrects(self, writer, principal):
        original = published(writer, principal)
        correction = corrected(original, writer, principal, body="本季度支出130,000.00元。")
        old, new = stored(original), stored(correction)
        assert (old.status, old.words, old.public_number) == (
            "corrected",
            "本季度支出120,000.00元。",
            "校务公开 2026-001",
        )
        assert (new.status, new.words, new.public_number) == (
            "published",
            "本季度支出130,000.00元。",
            "校务公开 2026-001（第2版）",
        )
        assert (new.corrects, new.edition, new.correction_note) == (old, 2, "更正金额。")
        assert verbs(original)[-1] == ("沈立", "更正")

    def test_original_hangs_on_until_the_correction_is_approved(self, writer, principal):
        original = published(writer, principal)
        services.correct_disclosure(original, note="更正。", by=writer, on=TODAY)
        assert stored(original).status == DisclosureStatus.PUBLISHED

    def test_next_matter_gets_the_next_number(self, writer, principal):
        corrected(published(writer, principal), writer, principal)
        assert published(writer, principal).public_number == "校务公开 2026-002"

    def test_keeps_number_and_source_in_the_next_year(self, writer, chair):
        source = SourceRef.to(EntryFactory())
        original = approve(
            services.submit_disclosure(draft(writer, UNION_FUNDS, source=source), by=writer, on=TODAY), chair
        )
        correction = corrected(original, writer, chair, on=date(2027, 2, 1))
        assert (stored(correction).public_number, stored(correction).source) == ("会务公开 2026-001（第2版）", source)

    def test_second_at_the_same_time_is_refused(self, writer, principal):
        original = published(writer, principal)
        services.correct_disclosure(original, note="更正。", by=writer, on=TODAY)
        with pytest.raises(Refused, match=r"^这件事项的更正已在办理，现在是“草稿”状态。$"):
            services.correct_disclosure(original, note="再更正。", by=writer, on=TODAY)

    def test_given_up_correction_makes_room_for_another(self, writer, principal):
        original = published(writer, principal)
        first = services.correct_disclosure(original, note="更正。", by=writer, on=TODAY)
        services.discard_disclosure(first, reason="写错", by=writer)
        assert corrected(original, writer, principal).edition == 2

    @pytest.mark.parametrize("status", set(DisclosureStatus) - {DisclosureStatus.PUBLISHED})
    def test_only_what_hangs_there_is_corrected(self, writer, status):
        with pytest.raises(Refused, match=r"^只有公开中的事项可以更正。$"):
            services.correct_disclosure(DisclosureFactory(status=status), note="更正。", by=writer, on=TODAY)

    def test_without_a_note_is_refused(self, writer):
        with pytest.raises(Refused, match=r"^请写明更正了什么。$"):
            services.correct_disclosure(PostedFactory(), note=" ", by=writer, on=TODAY)


class TestEnd:
    def test_comes_down_with_its_earlier_versions(self, writer, principal):
        original = published(writer, principal)
        correction = corrected(original, writer, principal)
        services.take_down_disclosure(correction, reason="不宜继续公开", by=writer, on=TODAY)
        kept = [
            (one.status, one.taken_down_on, one.take_down_reason) for one in (stored(original), stored(correction))
        ]
        assert kept == [("taken_down", TODAY, "不宜继续公开")] * 2

    @pytest.mark.parametrize("deed", [services.take_down_disclosure, services.discard_disclosure])
    def test_reason_is_asked(self, writer, deed):
        disclosure = PostedFactory() if deed is services.take_down_disclosure else DisclosureFactory()
        day = {"on": TODAY} if deed is services.take_down_disclosure else {}
        with pytest.raises(Refused, match=r"^请写明(撤下|作废)的原因。$"):
            deed(disclosure, reason=" ", by=writer, **day)
        assert stored(disclosure).status == disclosure.status

    def test_filed_after_it_came_down(self, writer):
        disclosure = DisclosureFactory(status=DisclosureStatus.TAKEN_DOWN)
        services.archive_disclosure(disclosure, by=writer)
        assert (stored(disclosure).status, verbs(disclosure)[-1]) == ("archived", ("欧阳玥", "归档"))


def test_every_move_that_the_table_does_not_allow_is_refused(writer, principal):
    deeds = {
        DisclosureStatus.SUBMITTED: lambda one: services.submit_disclosure(one, by=writer, on=TODAY),
        DisclosureStatus.DRAFT: lambda one: services.recall_disclosure(one, by=writer, on=TODAY),
        DisclosureStatus.RETURNED: lambda one: services.return_disclosure(one, comment="改", by=principal, on=TODAY),
        DisclosureStatus.TAKEN_DOWN: lambda one: services.take_down_disclosure(
            one, reason="到期", by=writer, on=TODAY
        ),
        DisclosureStatus.ARCHIVED: lambda one: services.archive_disclosure(one, by=writer),
        DisclosureStatus.DISCARDED: lambda one: services.discard_disclosure(one, reason="不用", by=writer),
        DisclosureStatus.PUBLISHED: lambda one: services.publish_disclosure(one, by=writer, on=TODAY),
    }
    for to, deed in deeds.items():
        for status in DisclosureStatus:
            if to not in DISCLOSURE_MOVES[status]:
                with pytest.raises(Refused, match=r"状态，不能"):
                    deed(DisclosureFactory(status=status))


def test_two_approvals_at_the_same_moment_give_one_number(at_the_same_moment):
    writer, principal = make_actor(Role.PUBLICITY_OFFICER, "欧阳玥"), make_actor(Role.PRINCIPAL, "沈立")
    disclosure = handed_in(writer)
    outcomes = at_the_same_moment(*[lambda: approve(stored(disclosure), principal)] * 3)
    assert [isinstance(outcome, Refused) for outcome in outcomes].count(True) == 2
    assert list(Disclosure.objects.values_list("number", flat=True)) == [1]
