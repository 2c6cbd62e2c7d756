"""Writes to the catalogue: its history, and the editions that are issued of it."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from affairs import services
from affairs.enums import Interval, Timing
from affairs.models import CatalogueDuty, CatalogueEdition, CatalogueItem
from affairs.seeds import seed
from tests.affairs.catalogue import LONG_AGO, EditionFactory, matter
from tests.affairs.factories import FUNDS, item
from tests.affairs.steps import verbs
from tests.conftest import TODAY
from tests.members.factories import DepartmentFactory
from unionoffice.audit import trail_of
from unionoffice.refusal import Refused

pytestmark = pytest.mark.django_db

JULY = date(2026, 7, 1)


def rows(matter):
    return [
        (row.from_on, row.to_on, row.interval) for row in CatalogueDuty.objects.filter(item=matter).order_by("pk")
    ]


class TestSaveItem:
    def test_new_matter_begins_today(self, secretary):
        made = matter("食堂收支", on=TODAY, by=secretary)
        assert rows(made) == [(TODAY, None, "month")]

    def test_change_ends_the_row_the_day_before(self, secretary):
        funds = item(FUNDS)
        funds.interval = Interval.MONTH
        services.save_item(funds, by=secretary, on=TODAY, since=JULY)
        assert rows(funds) == [(None, JULY - timedelta(days=1), "quarter"), (JULY, None, "month")]
        assert [entry.what for entry in trail_of(funds)] == ["修改公开周期"]

    def test_change_of_words_leaves_the_history_alone(self, secretary):
        funds = item(FUNDS)
        funds.content, funds.ways = "经费使用情况", ["web"]
        services.save_item(funds, by=secretary, on=TODAY)
        assert rows(funds) == [(None, None, "quarter")]

    def test_second_change_of_a_day_takes_the_place_of_the_first(self, secretary):
        funds = item(FUNDS)
        for interval in (Interval.MONTH, Interval.TERM):
            funds.interval = interval
            services.save_item(funds, by=secretary, on=TODAY)
        assert rows(funds) == [(None, TODAY - timedelta(days=1), "quarter"), (TODAY, None, "term")]

    def test_matter_that_goes_out_of_use_and_comes_back_has_a_gap(self, secretary):
        funds = item(FUNDS)
        funds.is_in_use = False
        services.save_item(funds, by=secretary, on=TODAY, since=JULY)
        funds.is_in_use = True
        services.save_item(funds, by=secretary, on=TODAY)
        assert rows(funds) == [(None, JULY - timedelta(days=1), "quarter"), (TODAY, None, "quarter")]

    def test_coming_back_before_it_went_is_refused(self, secretary):
        funds = item(FUNDS)
        funds.is_in_use = False
        services.save_item(funds, by=secretary, on=TODAY)
        funds.is_in_use = True
        with pytest.raises(Refused, match="到2026-11-21为止已有记录"):
            services.save_item(funds, by=secretary, on=TODAY, since=JULY)
        assert not CatalogueItem.objects.get(pk=funds.pk).is_in_use

    def test_day_to_come_is_refused(self, secretary):
        with pytest.raises(Refused, match="不能晚于今天"):
            services.save_item(item(FUNDS), by=secretary, on=TODAY, since=TODAY + timedelta(days=1))

    def test_change_before_the_last_one_is_refused_and_nothing_is_saved(self, secretary):
        made = matter("食堂收支", on=JULY, by=secretary)
        made.department = DepartmentFactory()
        with pytest.raises(Refused, match="2026-07-01起已经这样施行"):
            services.save_item(made, by=secretary, on=TODAY, since=JULY - timedelta(days=1))
        assert CatalogueItem.objects.get(pk=made.pk).department is None


class TestConstraints:
    def test_matter_has_one_standing_row(self):
        with pytest.raises(IntegrityError), transaction.atomic():
            CatalogueDuty.of(item(FUNDS)).save()

    def test_row_has_an_interval_exactly_where_it_is_regular(self):
        row = CatalogueDuty.objects.get(item__content=FUNDS)
        row.timing = Timing.LONG
        with pytest.raises(IntegrityError), transaction.atomic():
            row.save()

    def test_row_does_not_end_before_it_begins(self):
        row = CatalogueDuty.objects.get(item__content=FUNDS)
        row.from_on, row.to_on = TODAY, JULY
        with pytest.raises(IntegrityError), transaction.atomic():
            row.save()


class TestIssueCatalogue:
    def test_keeps_the_words_of_the_day(self, secretary):
        edition = services.issue_catalogue(from_on=TODAY, note=" 经审定。 ", by=secretary, on=TODAY)
        funds = item(FUNDS)
        funds.content = "改了名的"
        services.save_item(funds, by=secretary, on=TODAY)
        kept = CatalogueEdition.objects.get(pk=edition.pk)
        assert (kept.number, kept.note, len(kept.rows)) == (1, "经审定。", CatalogueItem.objects.in_use().count())
        assert next(row for row in kept.rows if row["content"] == FUNDS) == {
            "sphere": "school",
            "category": "财务",
            "content": FUNDS,
            "department": "",
            "ways": "公开栏",
            "reach": "全体教职工",
            "timing": "定期公开（每季度）",
            "stage": "事后公开",
        }
        assert verbs(edition) == [("陈静", "发布")]

    def test_next_edition_has_the_next_number(self, secretary):
        EditionFactory(number=4)
        assert services.issue_catalogue(from_on=TODAY, by=secretary, on=TODAY).number == 5

    def test_edition_in_force_before_the_last_one_is_refused(self, secretary):
        EditionFactory()
        with pytest.raises(Refused, match="要晚于上一版的2024-01-01"):
            services.issue_catalogue(from_on=LONG_AGO, by=secretary, on=TODAY)

    def test_empty_catalogue_is_refused(self, secretary):
        CatalogueItem.objects.update(is_in_use=False)
        with pytest.raises(Refused, match="还是空的"):
            services.issue_catalogue(from_on=TODAY, by=secretary, on=TODAY)


class TestSeed:
    def test_is_a_usual_catalogue_of_both_spheres(self):
        counted = [CatalogueItem.objects.filter(sphere=sphere).count() for sphere in ("school", "union")]
        assert counted == [46, 14]

    def test_names_each_matter_with_a_way_to_disclose_it(self):
        assert not CatalogueItem.objects.filter(ways=[]).exists()

    def test_again_leaves_what_the_school_changed(self, secretary):
        funds = item(FUNDS)
        funds.content = "改了名的"
        services.save_item(funds, by=secretary, on=TODAY)
        before = CatalogueItem.objects.count(), CatalogueDuty.objects.count()
        seed()
        assert (CatalogueItem.objects.count(), CatalogueDuty.objects.count()) == before
