"""Disclosures as rows: what the database refuses, what nobody changes any more, and who sees what."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError, models, transaction

from affairs.enums import APPROVED_ONCE, OFF_BOARD, ON_BOARD, PUBLISHED_ONCE, DisclosureStatus, Reach
from affairs.models import FROZEN, CatalogueItem, Disclosure
from tests.affairs.factories import FUNDS, UNION_FUNDS, DisclosureFactory, PostedFactory, PublicFactory, item
from tests.conftest import TODAY, make_actor
from tests.finance.factories import EntryFactory
from tests.members.factories import AccountFactory, DepartmentFactory
from unionoffice.refusal import Refused
from unionoffice.roles import Role
from unionoffice.sources import SourceRef

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

STRANGER = AnonymousUser()
FROZEN_SENTENCE = r"^已公开的内容不能修改或删除。内容有误请提交更正，不宜继续公开请撤下。$"
NEW_VALUES = {
    "sphere": "union",
    "category": "party",
    "timing": "long",
    "title": "改过的标题",
    "body": "改过的正文",
    "words": "改过的正文",
    "stage": "before",
    "reach": "public",
    "period_code": "2026",
    "publish_on": date(2027, 1, 1),
    "posted_until": date(2027, 1, 1),
    "source_model": "finance.Entry",
    "source_key": 7,
    "drafted_on": date(2026, 1, 1),
    "submitted_on": date(2026, 1, 1),
    "correction_note": "改",
    "edition": 2,
    "year": 2025,
    "number": 999,
    "published_on": date(2026, 1, 1),
    "second_role": "party_secretary",
    "endorser": "别人",
    "endorsed_on": date(2026, 1, 1),
    "approver": "别人",
    "approved_on": date(2026, 1, 1),
}


def save_past_every_check(disclosure, **fields):
    """Changes a row as if no service and no guard existed."""
    with transaction.atomic():
        models.QuerySet(Disclosure).filter(pk=disclosure.pk).update(**fields)


def correction_of(original, **fields):
    told = {"corrects": original, "edition": original.edition + 1, "correction_note": "更正金额。"}
    kept = {"year": original.year, "number": original.number} if fields.get("status") in PUBLISHED_ONCE else {}
    return DisclosureFactory(**{**told, **kept, **fields})


class TestConstraints:
    @pytest.mark.parametrize("status", PUBLISHED_ONCE)
    @pytest.mark.parametrize("field", ["year", "number", "published_on"])
    def test_what_was_published_has_number_and_day(self, status, field):
        with pytest.raises(IntegrityError, match="numbered_exactly_when_published"):
            save_past_every_check(DisclosureFactory(status=status), **{field: None})

    @pytest.mark.parametrize("status", set(DisclosureStatus) - set(PUBLISHED_ONCE))
    def test_what_was_not_published_has_none(self, status):
        with pytest.raises(IntegrityError, match="numbered_exactly_when_published"):
            save_past_every_check(DisclosureFactory(status=status), year=2026, number=1, published_on=TODAY)

    def test_number_and_edition_are_given_once_in_a_sphere(self):
        first = PostedFactory(number=3)
        PostedFactory(number=3, item=item(UNION_FUNDS))
        with pytest.raises(IntegrityError), transaction.atomic():
            PostedFactory(number=3)
        assert correction_of(first, status=DisclosureStatus.PUBLISHED).short_number == "2026-003（第2版）"

    @pytest.mark.parametrize("status", APPROVED_ONCE)
    @pytest.mark.parametrize("nobody", [{"approver": ""}, {"approved_on": None}], ids=str)
    def test_nothing_is_public_without_an_approval(self, status, nobody):
        with pytest.raises(IntegrityError, match="approved_before_it_is_public"):
            save_past_every_check(DisclosureFactory(status=status), **nobody)

    @pytest.mark.parametrize(
        ("hand", "name"),
        [
            ("drafted_by", "nobody_approves_what_they_drafted"),
            ("submitted_by", "nobody_approves_what_they_submitted"),
        ],
    )
    def test_nobody_approves_their_own(self, hand, name):
        disclosure = PostedFactory(submitted_by=AccountFactory())
        with pytest.raises(IntegrityError, match=name):
            save_past_every_check(disclosure, approved_by=getattr(disclosure, hand))

    @pytest.mark.parametrize("status", OFF_BOARD)
    @pytest.mark.parametrize("missing", [{"taken_down_on": None}, {"take_down_reason": ""}], ids=str)
    def test_what_came_down_did_so_on_a_day_for_a_reason(self, status, missing):
        with pytest.raises(IntegrityError, match="taken_down_on_a_day_for_a_reason"):
            save_past_every_check(DisclosureFactory(status=status), **missing)

    def test_what_hangs_there_did_not_come_down(self):
        with pytest.raises(IntegrityError, match="taken_down_on_a_day_for_a_reason"):
            save_past_every_check(PostedFactory(), taken_down_on=TODAY, take_down_reason="到期")

    @pytest.mark.parametrize("wrong", [{"edition": 1}, {"corrects": None}, {"correction_note": ""}], ids=str)
    def test_later_edition_corrects_an_earlier_one(self, wrong):
        with pytest.raises(IntegrityError, match="later_edition_corrects_an_earlier_one"):
            save_past_every_check(correction_of(PostedFactory()), **wrong)

    def test_version_has_one_correction_that_was_not_given_up(self):
        original = PostedFactory()
        correction_of(original, status=DisclosureStatus.DISCARDED)
        correction_of(original)
        with pytest.raises(IntegrityError), transaction.atomic():
            correction_of(original)

    def test_source_has_one_disclosure_that_still_stands(self):
        source = {"source_model": "finance.Entry", "source_key": 7}
        DisclosureFactory(status=DisclosureStatus.TAKEN_DOWN, **source)
        DisclosureFactory(**source)
        with pytest.raises(IntegrityError), transaction.atomic():
            DisclosureFactory(**source)

    @pytest.mark.parametrize(
        "interval", [{"timing": "regular", "interval": ""}, {"timing": "long", "interval": "year"}]
    )
    def test_regular_matter_says_how_often(self, interval):
        with pytest.raises(IntegrityError, match="interval_exactly_when_regular"), transaction.atomic():
            CatalogueItem.objects.create(category="other", content="某事", **interval)


class TestPublishedText:
    @pytest.mark.parametrize("status", PUBLISHED_ONCE)
    @pytest.mark.parametrize("name", NEW_VALUES)
    def test_is_not_changed_any_more(self, status, name):
        disclosure = DisclosureFactory(status=status)
        old = getattr(disclosure, name)
        setattr(disclosure, name, NEW_VALUES[name])
        with pytest.raises(Refused, match=FROZEN_SENTENCE):
            disclosure.save()
        with pytest.raises(Refused, match=FROZEN_SENTENCE):
            Disclosure.objects.filter(pk=disclosure.pk).update(**{name: NEW_VALUES[name]})
        assert getattr(Disclosure.objects.get(pk=disclosure.pk), name) == old

    @pytest.mark.parametrize("name", ["item", "corrects", "drafted_by", "submitted_by", "endorsed_by", "approved_by"])
    def test_does_not_change_its_people_and_its_matter_either(self, name):
        disclosure = PostedFactory()
        others = {"item": item(UNION_FUNDS), "corrects": PostedFactory()}
        setattr(disclosure, name, others.get(name) or AccountFactory())
        with pytest.raises(Refused, match=FROZEN_SENTENCE):
            disclosure.save()

    def test_is_not_changed_by_its_columns_in_bulk_or_as_if_it_were_new(self):
        disclosure, other = PostedFactory(), item(UNION_FUNDS)
        copy = Disclosure(pk=disclosure.pk, item=other, title="另一件", body="另一件")
        disclosure.title = "改过的标题"
        ways = (
            lambda: Disclosure.objects.filter(pk=disclosure.pk).update(item_id=other.pk),
            lambda: Disclosure.objects.bulk_update([disclosure], ["title"]),
            lambda: Disclosure.objects.bulk_create(
                [disclosure], update_conflicts=True, update_fields=["title"], unique_fields=["id"]
            ),
            lambda: disclosure.save(update_fields=["title"]),
            copy.save,
        )
        for way in ways:
            with pytest.raises(Refused, match=FROZEN_SENTENCE), transaction.atomic():
                way()
        kept = Disclosure.objects.get(pk=disclosure.pk)
        assert (kept.title, kept.item.content) == ("第三季度经费使用情况", FUNDS)

    def test_every_frozen_field_is_tried_here(self):
        people = {"item", "corrects", "drafted_by", "submitted_by", "endorsed_by", "approved_by"}
        assert NEW_VALUES.keys() | people == FROZEN

    @pytest.mark.parametrize("status", PUBLISHED_ONCE)
    def test_is_not_deleted(self, status):
        disclosure = DisclosureFactory(status=status)
        for delete in (disclosure.delete, Disclosure.objects.all().delete):
            with pytest.raises(Refused, match=FROZEN_SENTENCE):
                delete()
        assert Disclosure.objects.count() == 1

    def test_draft_may_still_be_changed_and_deleted(self):
        disclosure = DisclosureFactory()
        Disclosure.objects.update(title="新标题")
        disclosure.refresh_from_db()
        disclosure.body = "新正文"
        disclosure.save()
        disclosure.delete()
        assert (disclosure.title, Disclosure.objects.count()) == ("新标题", 0)


class TestVisibleTo:
    @pytest.mark.parametrize("role", [Role.CHAIR, Role.SECRETARY, Role.PUBLICITY_OFFICER, Role.PRINCIPAL])
    def test_those_who_run_or_approve_the_board_see_all(self, role):
        for status in DisclosureStatus:
            DisclosureFactory(status=status)
        assert Disclosure.objects.visible_to(make_actor(role, "周敏")).count() == len(DisclosureStatus)

    @pytest.mark.parametrize("role", [None, Role.TREASURER, Role.VICE_PRINCIPAL, Role.DEPARTMENT_HEAD])
    def test_other_staff_see_what_hangs_on_the_board(self, role):
        for status in set(DisclosureStatus) - set(ON_BOARD):
            DisclosureFactory(status=status)
        posted = [PostedFactory(), PublicFactory()]
        assert list(Disclosure.objects.visible_to(make_actor(role, "韩梅")).order_by("pk")) == posted

    @pytest.mark.parametrize("status", DisclosureStatus)
    def test_stranger_sees_what_is_published_for_everybody(self, status):
        DisclosureFactory(status=status)
        DisclosureFactory(status=status, reach=Reach.PUBLIC)
        seen = Disclosure.objects.visible_to(STRANGER)
        assert [one.reach for one in seen] == (["public"] if status == DisclosureStatus.PUBLISHED else [])

    def test_writer_sees_their_own_at_every_step(self, teacher):
        for status in DisclosureStatus:
            DisclosureFactory(status=status, drafted_by=teacher)
        assert Disclosure.objects.visible_to(teacher).count() == len(DisclosureStatus)

    def test_head_sees_what_the_department_answers_for(self):
        head = make_actor(Role.DEPARTMENT_HEAD, "曹喆")
        CatalogueItem.objects.filter(content=UNION_FUNDS).update(department=DepartmentFactory(head=head.member))
        own = DisclosureFactory(item=item(UNION_FUNDS))
        DisclosureFactory()
        assert list(Disclosure.objects.visible_to(head)) == [own]

    @pytest.mark.parametrize(("until", "seen"), [(TODAY, 1), (TODAY - timedelta(days=1), 0), (None, 1)])
    def test_last_day_is_one_on_the_board_whether_or_not_the_daily_round_was_made(self, teacher, until, seen):
        PublicFactory(posted_until=until)
        assert [Disclosure.objects.visible_to(reader).count() for reader in (STRANGER, teacher)] == [seen, seen]

    def test_earlier_version_is_read_as_long_as_the_later_one(self, teacher):
        original = PublicFactory(status=DisclosureStatus.CORRECTED)
        assert list(Disclosure.objects.visible_to(STRANGER)) == []
        correction_of(original, status=DisclosureStatus.PUBLISHED, reach=Reach.PUBLIC)
        assert [Disclosure.objects.visible_to(reader).count() for reader in (STRANGER, teacher)] == [2, 2]

    def test_what_was_corrected_to_be_for_the_staff_only_is_closed_to_strangers_altogether(self, teacher):
        original = PublicFactory(status=DisclosureStatus.CORRECTED)
        correction_of(original, status=DisclosureStatus.PUBLISHED, reach=Reach.STAFF)
        assert [Disclosure.objects.visible_to(reader).count() for reader in (STRANGER, teacher)] == [0, 2]


class TestNames:
    def test_number_is_all_that_others_are_told(self, teacher):
        disclosure = DisclosureFactory()
        shown = SourceRef.to(disclosure).shown_to(teacher)
        assert (shown.text, shown.url) == ("校务公开 未编号", "")

    def test_address_on_the_board_stays_when_it_is_corrected(self):
        original = PostedFactory(number=3, status=DisclosureStatus.CORRECTED)
        correction = correction_of(original, status=DisclosureStatus.PUBLISHED)
        assert (original.get_board_url(), correction.get_board_url()) == (
            "/board/school/2026-003/1/",
            "/board/school/2026-003/",
        )

    def test_source_is_the_record_it_came_from(self):
        entry = EntryFactory()
        disclosure = DisclosureFactory(source_model="finance.Entry", source_key=entry.pk)
        assert disclosure.source.record() == entry
