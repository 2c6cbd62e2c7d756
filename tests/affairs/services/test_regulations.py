"""Every write to regulations: versions come into force one after the other and never two at a time."""

from datetime import date, timedelta

import pytest
from django.core.files.base import ContentFile
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from affairs import services
from affairs.enums import Standing, VersionStatus
from affairs.models import Regulation, RegulationVersion
from tests.affairs.regulations import (
    CONGRESS,
    LATER,
    TEXT,
    HeldFactory,
    VersionFactory,
    drafted,
    enacted,
    stored_again,
)
from tests.affairs.steps import verbs
from tests.conftest import TODAY
from tests.members.factories import AccountFactory
from unionoffice.attachments import attach, attachments_of
from unionoffice.refusal import Refused
from unionoffice.richtext import compare, plain

pytestmark = pytest.mark.django_db

TOMORROW = TODAY + timedelta(days=1)
YESTERDAY = TODAY - timedelta(days=1)


def revised(regulation, by, *, text=LATER, from_on=TODAY, on=TODAY):
    version = services.begin_version(regulation, note="提高标准。", by=by, on=on)
    services.mend_version(version, changes={"text": text}, by=by)
    return services.enact_version(version, from_on=from_on, adopted_by=CONGRESS, by=by, on=on)


class TestDraft:
    def test_begins_with_a_first_version_of_the_same_title(self, secretary):
        version = stored_again(drafted(secretary))
        assert (version.number, version.status, version.title, version.regulation.title) == (
            1,
            "draft",
            "教职工慰问办法",
            "教职工慰问办法",
        )
        assert verbs(version) == [("陈静", "起草")]

    def test_second_of_a_title_is_refused(self, secretary):
        drafted(secretary)
        with pytest.raises(Refused, match=r"^已经有名为“教职工慰问办法”的制度，请在它之下起草新版本。$"):
            drafted(secretary)

    def test_new_title_of_a_draft_is_that_of_its_regulation(self, secretary):
        version = drafted(secretary)
        services.mend_version(version, changes={"title": "教职工慰问规定", "text": LATER}, by=secretary)
        kept = stored_again(version)
        assert (kept.regulation.title, plain(kept.text)) == ("教职工慰问规定", LATER)

    def test_mended_to_a_title_that_another_has_is_refused(self, secretary):
        drafted(secretary, title="考勤办法")
        version = drafted(secretary)
        with pytest.raises(Refused, match=r"^已经有名为“考勤办法”的制度"):
            services.mend_version(version, changes={"title": "考勤办法"}, by=secretary)
        assert stored_again(version).title == "教职工慰问办法"

    @pytest.mark.parametrize("status", set(VersionStatus) - {VersionStatus.DRAFT})
    def test_text_is_its_writers_only_as_a_draft(self, secretary, status):
        version = VersionFactory(status=status)
        with pytest.raises(Refused, match=r"，不能修改。需要改动的，请起草新版本。$"):
            services.mend_version(version, changes={"text": LATER}, by=secretary)
        assert plain(stored_again(version).text) == TEXT

    def test_given_up_for_a_reason(self, secretary):
        version = drafted(secretary)
        with pytest.raises(Refused, match=r"^请写明作废的原因。$"):
            services.discard_version(version, reason=" ", by=secretary)
        services.discard_version(version, reason="合并到别的制度。", by=secretary)
        assert (stored_again(version).status, verbs(version)[-1]) == ("discarded", ("陈静", "作废"))


class TestEnact:
    def test_holds_from_its_day_and_says_who_passed_it(self, secretary):
        version = enacted(secretary, from_on=TOMORROW)
        kept = stored_again(version)
        assert (kept.status, kept.from_on, kept.to_on, kept.adopted_by) == ("in_force", TOMORROW, None, CONGRESS)
        assert [kept.standing_on(day) for day in (TODAY, TOMORROW)] == [Standing.COMING, Standing.HOLDS]

    def test_one_that_the_congress_must_pass_is_refused_without_it(self, secretary):
        version = drafted(secretary, needs_congress=True)
        services.submit_version(version, by=secretary)
        with pytest.raises(Refused, match=r"^这项制度须经教代会讨论通过，.*；没有通过的不能施行。$"):
            services.enact_version(version, from_on=TODAY, adopted_by=" ", by=secretary, on=TODAY)
        assert stored_again(version).status == "deliberating"
        services.enact_version(version, from_on=TODAY, adopted_by=CONGRESS, by=secretary, on=TODAY)
        assert stored_again(version).status == "in_force"

    def test_day_of_passing_that_has_not_come_is_refused(self, secretary):
        with pytest.raises(Refused, match=r"^通过日期不能晚于今天，请核对。$"):
            services.enact_version(drafted(secretary), from_on=TOMORROW, adopted_on=TOMORROW, by=secretary, on=TODAY)

    def test_former_version_holds_until_the_day_before(self, secretary):
        first = enacted(secretary, from_on=date(2026, 1, 1))
        second = revised(first.regulation, secretary, from_on=date(2026, 9, 1))
        former = stored_again(first)
        assert (former.to_on, former.status) == (date(2026, 8, 31), "in_force")
        assert [former.standing_on(day) for day in (date(2026, 8, 31), date(2026, 9, 1))] == [
            Standing.HOLDS,
            Standing.REVISED,
        ]
        assert [stored_again(second).number, plain(stored_again(second).text)] == [2, LATER]
        assert verbs(first)[-1] == ("陈静", "被新版本代替")

    @pytest.mark.parametrize("day", [date(2026, 1, 1), date(2025, 12, 31)])
    def test_beginning_with_or_before_the_former_is_refused(self, secretary, day):
        first = enacted(secretary, from_on=date(2026, 1, 1))
        with pytest.raises(Refused, match=r"^第1版的施行日期是.*1月1日，新版本的施行日期要在它之后。$"):
            revised(first.regulation, secretary, from_on=day)
        assert stored_again(first).to_on is None

    def test_beginning_within_an_ended_version_is_refused(self, secretary):
        first = enacted(secretary, from_on=date(2026, 1, 1))
        services.abolish_version(first, abolished_on=date(2026, 6, 1), reason="试行期满", by=secretary)
        with pytest.raises(Refused, match=r"^第1版施行至.*5月31日，新版本的施行日期要在它之后。$"):
            revised(first.regulation, secretary, from_on=date(2026, 5, 31))
        second = RegulationVersion.objects.under_way().get()
        services.enact_version(second, from_on=date(2026, 6, 1), by=secretary, on=TODAY)
        assert RegulationVersion.objects.in_force_on(date(2026, 6, 1)).count() == 1

    def test_new_title_is_carried_when_it_takes_effect_and_not_before(self, secretary):
        first = enacted(secretary, title="考勤办法（试行）", from_on=date(2026, 1, 1))
        second = services.begin_version(first.regulation, note="转正。", by=secretary, on=TODAY)
        services.mend_version(second, changes={"title": "考勤办法"}, by=secretary)
        assert Regulation.objects.get().title == "考勤办法（试行）"
        services.enact_version(second, from_on=TODAY, by=secretary, on=TODAY)
        assert (Regulation.objects.get().title, stored_again(first).title) == ("考勤办法", "考勤办法（试行）")


class TestNewVersion:
    def test_begins_as_a_copy_with_its_files(self, secretary, django_capture_on_commit_callbacks):
        first = enacted(secretary)
        with django_capture_on_commit_callbacks(execute=True):
            attach(first, ContentFile("盖章件".encode(), name="签字盖章.txt"), by=secretary, label="原件")
        second = services.begin_version(first.regulation, note=" 提高标准。 ", by=secretary, on=TODAY)
        told = (second.number, plain(second.text), second.change_note, second.status)
        assert told == (2, TEXT, "提高标准。", "draft")
        assert [(file.name, file.label) for file in attachments_of(second)] == [("签字盖章.txt", "原件")]

    def test_without_a_word_why_is_refused(self, secretary):
        with pytest.raises(Refused, match=r"^请写明为什么修订、修订了什么。$"):
            services.begin_version(enacted(secretary).regulation, note=" ", by=secretary, on=TODAY)

    @pytest.mark.parametrize("status", [VersionStatus.DRAFT, VersionStatus.CONSULTING])
    def test_refused_while_one_is_under_way(self, secretary, status):
        version = VersionFactory(status=status)
        with pytest.raises(Refused, match=rf"^第1版还在“{status.label}”，请先办完这一版。$"):
            services.begin_version(version.regulation, note="改", by=secretary, on=TODAY)

    def test_refused_where_nothing_is_left_to_revise(self, secretary):
        version = VersionFactory(status=VersionStatus.DISCARDED)
        with pytest.raises(Refused, match=r"^这项制度没有可以修订的版本。$"):
            services.begin_version(version.regulation, note="改", by=secretary, on=TODAY)

    def test_takes_the_place_of_one_that_was_not_passed(self, secretary):
        version = VersionFactory(status=VersionStatus.DELIBERATING)
        second = services.begin_version(version.regulation, note="按讨论意见修改。", by=secretary, on=TODAY)
        assert (stored_again(version).status, second.status, second.number) == ("replaced", "draft", 2)


class TestAbolish:
    def test_ends_the_day_before_and_stays_to_be_read(self, secretary, teacher):
        version = enacted(secretary, from_on=date(2026, 1, 1))
        services.abolish_version(version, abolished_on=date(2026, 6, 1), reason="另有规定", by=secretary)
        kept = RegulationVersion.objects.visible_to(teacher).get(pk=version.pk)
        assert (kept.to_on, kept.standing_on(date(2026, 6, 1))) == (date(2026, 5, 31), Standing.ABOLISHED)

    def test_on_its_first_day_is_refused(self, secretary):
        version = enacted(secretary)
        with pytest.raises(Refused, match=r"^废止日期要晚于施行日期，请核对。$"):
            services.abolish_version(version, abolished_on=TODAY, reason="另有规定", by=secretary)

    def test_without_a_reason_is_refused(self, secretary):
        version = enacted(secretary)
        with pytest.raises(Refused, match=r"^请写明废止的原因或依据。$"):
            services.abolish_version(version, abolished_on=TOMORROW, reason="", by=secretary)

    def test_of_a_version_that_was_followed_is_refused(self, secretary):
        first = enacted(secretary, from_on=date(2026, 1, 1))
        revised(first.regulation, secretary)
        with pytest.raises(Refused, match=r"^第1版已被后来的版本代替，请废止现行的版本。$"):
            services.abolish_version(first, abolished_on=TOMORROW, reason="另有规定", by=secretary)


def test_what_held_before_the_office_is_recorded_as_in_force(secretary):
    def known():
        regulation = Regulation(title="考勤办法", kind="personnel")
        return RegulationVersion(regulation=regulation, text=TEXT, from_on=date(2019, 9, 1))

    services.record_regulations([known()], by=secretary, on=TODAY)
    kept = RegulationVersion.objects.get()
    assert (kept.status, kept.title, kept.drafted_on, verbs(kept)) == (
        "in_force",
        "考勤办法",
        date(2019, 9, 1),
        [("陈静", "补录")],
    )
    with pytest.raises(Refused, match=r"^已经有名为“考勤办法”的制度"):
        services.record_regulations([known()], by=secretary, on=TODAY)


@pytest.mark.parametrize(
    ("status", "move"),
    [
        (VersionStatus.IN_FORCE, lambda version, by: services.submit_version(version, by=by)),
        (VersionStatus.IN_FORCE, lambda version, by: services.discard_version(version, reason="误", by=by)),
        (
            VersionStatus.CONSULTING,
            lambda version, by: services.enact_version(version, from_on=TODAY, by=by, on=TODAY),
        ),
        (
            VersionStatus.DRAFT,
            lambda version, by: services.abolish_version(version, abolished_on=TODAY, reason="误", by=by),
        ),
    ],
)
def test_move_that_the_table_does_not_have_is_refused(secretary, status, move):
    version = VersionFactory(status=status)
    with pytest.raises(Refused, match=r"^现在是“.*”状态，不能.*。请刷新页面查看最新情况。$"):
        move(version, secretary)
    assert stored_again(version).status == status


DAYS = st.integers(min_value=0, max_value=30).map(lambda n: date(2026, 1, 1) + timedelta(days=n))


@given(steps=st.lists(st.tuples(st.sampled_from(["revise", "abolish"]), DAYS), min_size=1, max_size=6))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_on_any_day_at_most_one_version_is_in_force(steps):
    """Whatever is enacted and abolished in whatever order, refused or not."""
    by = AccountFactory()
    first = HeldFactory(from_on=date(2026, 1, 3))
    for step, day in steps:
        latest = RegulationVersion.objects.filter(regulation=first.regulation).enacted().order_by("-from_on").first()
        try:
            if step == "revise":
                version = VersionFactory(regulation=first.regulation, number=latest.number + 1)
                services.enact_version(version, from_on=day, by=by, on=TODAY)
            else:
                services.abolish_version(latest, abolished_on=day, reason="另有规定", by=by)
        except Refused:
            RegulationVersion.objects.filter(regulation=first.regulation).under_way().delete()
    days = [date(2025, 12, 30) + timedelta(days=n) for n in range(40)]
    rows = RegulationVersion.objects.filter(regulation=first.regulation)
    assert max(rows.in_force_on(day).count() for day in days) <= 1


LINES = st.lists(st.text(alphabet="第一二三条标准元。abc ", min_size=1, max_size=12), max_size=8)


@given(before=LINES, after=LINES)
def test_comparing_loses_no_word(before, after):
    old, new = "\n".join(before), "\n".join(after)
    lines = compare(old, new)
    left = [line for line in ("".join(piece.text for piece in one.before) for one in lines) if line]
    right = [line for line in ("".join(piece.text for piece in one.after) for one in lines) if line]
    assert (left, right) == (
        [line for line in plain(old).splitlines() if line],
        [line for line in plain(new).splitlines() if line],
    )
