"""Inspections: schemes that add up, marks that follow from items, evidence, and what is set right."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from affairs import services
from affairs.forms.schemes import ItemsField, as_table
from affairs.models import Evidence, Inspection, InspectionScheme, marks_text
from affairs.selectors import ItemLine, found_records, item_lines, record_at, score_sheet
from affairs.services import Mark, Result
from tests.affairs.factories import DisclosureFactory, PostedFactory
from tests.affairs.oversight import ITEMS, demand, inspection, marks, scheme
from tests.affairs.steps import told, verbs
from tests.conftest import TODAY
from unionoffice.refusal import Refused
from unionoffice.sources import SourceRef

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


def scored(by, **by_title):
    made = inspection(by, scheme=scheme(by))
    return services.score_inspection(made, marks=marks(made, **by_title), by=by)


class TestScheme:
    def test_first_level_sums_up_what_stands_under_it(self, secretary):
        made = scheme(secretary)
        assert [(str(item), marks_text(item.full_mark)) for item in made.items.all()] == [
            ("组织建设", "60"),
            ("按期换届", "40"),
            ("入会率", "20"),
            ("校务公开", "40"),
        ]
        assert item_lines(made) == list(ITEMS)

    def test_items_that_do_not_add_up_are_refused(self, secretary):
        with pytest.raises(Refused, match=r"^各项分值合计100分，与满分1000分不符，请核对。$"):
            scheme(secretary, full_mark=Decimal(1000))
        with pytest.raises(Refused, match=r"^请填写评分指标。$"):
            scheme(secretary, items=())
        assert InspectionScheme.objects.count() == 0

    def test_second_of_a_name_in_a_year_is_refused(self, secretary):
        scheme(secretary)
        with pytest.raises(Refused, match=r"^这一年已经有同名的方案，请换一个名称。$"):
            scheme(secretary)
        assert scheme(secretary, valid_from=2027).pk is not None

    def test_is_changed_until_something_is_scored_by_it(self, secretary):
        made = scheme(secretary)
        services.save_scheme(made, items=[ItemLine("", "全部", Decimal(100))], by=secretary)
        assert [str(item) for item in made.items.all()] == ["全部"]
        inspection(secretary, scheme=made)
        with pytest.raises(Refused, match=r"^已经有检查按这个方案评分，方案不能修改。请复制一份再改。$"):
            services.save_scheme(made, items=ITEMS, by=secretary)


LINES = st.lists(
    st.builds(
        ItemLine,
        parent=st.sampled_from(["", "组织", "民主"]),
        title=st.text("换届公开活动", min_size=1, max_size=8),
        full_mark=st.decimals(Decimal("0.1"), Decimal(1000), places=1),
        standard=st.sampled_from(["", "齐全得满分"]),
    ),
    min_size=1,
    max_size=12,
)


class TestItemsAsTable:
    @given(LINES)
    def test_is_read_as_it_is_written(self, lines):
        assert ItemsField().clean(as_table(lines)) == lines

    def test_head_and_blank_cells_of_a_paste_are_understood(self):
        pasted = "一级指标\t二级指标\t分值\t评分标准\n组织\t换届\t40分\t齐全\n\t入会率\t20\t\n\n公开\t\t40"
        assert ItemsField().clean(pasted) == [
            ItemLine("组织", "换届", Decimal(40), "齐全"),
            ItemLine("组织", "入会率", Decimal(20)),
            ItemLine("", "公开", Decimal(40)),
        ]

    def test_each_wrong_line_is_named(self):
        with pytest.raises(Exception, match="第1行") as refused:
            ItemsField().clean("组织|换届|四十\n公开||5\n||3")
        assert refused.value.messages == [
            "第1行：分值“四十”应为大于0的数，最多一位小数。",
            "第3行：没有写指标名称。",
        ]


class TestRecord:
    def test_past_one_without_a_scheme_has_its_result_at_once(self, secretary):
        made = inspection(secretary, score=Decimal(914), full_mark=Decimal(1000), result="优秀")
        assert (made.status, made.public_number) == ("concluded", "检查评估 2026-001")
        assert made.sentence == "接受市教育工会“建家检查”，得914分（满分1000分），结果为“优秀”"

    def test_one_to_come_is_prepared_for(self, secretary):
        made = inspection(secretary, held_on=TODAY + timedelta(days=9))
        assert made.status == "preparing"
        with pytest.raises(Refused, match=r"^检查还没有进行，不能登记结果。"):
            services.conclude_inspection(made, Result(result="优秀"), by=secretary, on=TODAY)
        with pytest.raises(Refused, match=r"^检查还没有进行，不能填写结果。请核对日期。$"):
            inspection(secretary, held_on=TODAY + timedelta(days=9), result="优秀")

    @pytest.mark.parametrize(
        ("score", "full_mark", "sentence"),
        [
            (Decimal(90), None, "得分和满分要一起填写；没有评分的都留空。"),
            (None, Decimal(100), "得分和满分要一起填写；没有评分的都留空。"),
            (Decimal(101), Decimal(100), "得分应在0到满分之间，请核对。"),
        ],
    )
    def test_total_stands_with_its_full_mark(self, secretary, score, full_mark, sentence):
        with pytest.raises(Refused, match=f"^{sentence}$"):
            inspection(secretary, score=score, full_mark=full_mark)

    def test_typed_total_is_dropped_where_items_give_one(self, secretary):
        made = inspection(secretary, scheme=scheme(secretary), score=Decimal(99), full_mark=Decimal(100))
        assert (made.score, made.full_mark, made.status) == (None, None, "preparing")
        assert [str(score) for score in made.scores.all()] == ["按期换届", "入会率", "校务公开"]

    def test_is_changed_until_the_result_is_known(self, secretary):
        made = inspection(secretary, held_on=TODAY + timedelta(days=9))
        services.mend_inspection(made, changes={"held_on": TODAY, "score": 5}, by=secretary)
        kept = Inspection.objects.get()
        assert (kept.held_on, kept.score) == (TODAY, None)
        services.conclude_inspection(kept, Result(result="合格"), by=secretary, on=TODAY)
        with pytest.raises(Refused, match=r"^已经有结果的检查不能修改。$"):
            services.mend_inspection(kept, changes={"title": "改"}, by=secretary)


class TestScore:
    def test_total_is_the_sum_of_the_items(self, secretary):
        made = scored(secretary, 入会率=Mark(Decimal("15.5"), "两人未入会"))
        kept = Inspection.objects.get()
        assert (kept.score, kept.full_mark, kept.score_text) == (Decimal("95.5"), 100, "95.5分（满分100分）")
        sheet = [(line.item.title, line.got_text, line.is_head) for line in score_sheet(made)]
        assert sheet == [
            ("组织建设", "55.5", True),
            ("按期换届", "40", False),
            ("入会率", "15.5", False),
            ("校务公开", "40", False),
        ]

    @pytest.mark.parametrize(
        ("mark", "sentence"),
        [
            (Mark(Decimal(21)), "“入会率”应在0到20分之间。"),
            (Mark(Decimal(-1), "错"), "“入会率”应在0到20分之间。"),
            (Mark(Decimal(19), " "), "“入会率”没有得满分，请写明扣分原因。"),
        ],
    )
    def test_marks_that_do_not_fit_are_refused(self, secretary, mark, sentence):
        with pytest.raises(Refused, match=f"^{sentence}$"):
            scored(secretary, 入会率=mark)

    def test_half_scored_is_kept_but_not_concluded(self, secretary):
        made = scored(secretary, 入会率=Mark(None), 校务公开=Mark(None))
        assert made.score == 40
        with pytest.raises(Refused, match=r"^还有2项指标没有评分。$"):
            services.conclude_inspection(made, Result(), by=secretary, on=TODAY)
        services.score_inspection(made, marks=marks(made), by=secretary)
        services.conclude_inspection(made, Result(result="优秀", score=Decimal(1)), by=secretary, on=TODAY)
        kept = Inspection.objects.get()
        assert (kept.status, kept.score, kept.result) == ("concluded", 100, "优秀")
        with pytest.raises(Refused, match=r"^只有准备中的、按方案评分的检查可以评分。$"):
            services.score_inspection(made, marks=marks(made), by=secretary)

    def test_database_holds_the_marks_within_their_bounds(self, secretary):
        made = inspection(secretary, score=Decimal(90), full_mark=Decimal(100))
        for broken in ({"score": 101}, {"score": None}, {"full_mark": None}, {"closed_on": TODAY}):
            with pytest.raises(IntegrityError), transaction.atomic():
                Inspection.objects.filter(pk=made.pk).update(**broken)


class TestEvidence:
    def test_record_is_linked_once_and_taken_away(self, secretary):
        shows, posted = scored(secretary).scores.last(), PostedFactory(number=7)
        evidence = services.link_evidence(shows, SourceRef.to(posted), note="附照片", by=secretary)
        with pytest.raises(Refused, match=r"^这条记录已经是佐证，不用重复添加。$"):
            services.link_evidence(shows, SourceRef.to(posted), note="", by=secretary)
        services.unlink_evidence(evidence, by=secretary)
        assert Evidence.objects.count() == 0
        assert [verb for _name, verb in verbs(shows)][-2:] == ["添加佐证", "移除佐证"]

    def test_record_that_one_may_not_see_is_refused(self, secretary, welfare_officer):
        shows, hidden = scored(secretary).scores.last(), DisclosureFactory()
        with pytest.raises(Refused, match=r"^没有找到这条记录，请重新查找。$"):
            services.link_evidence(shows, SourceRef.to(hidden), note="", by=welfare_officer)

    def test_records_are_found_by_the_offices_own_search_as_far_as_they_are_seen(self, secretary, welfare_officer):
        posted, hidden = PostedFactory(title="食堂账目", number=7), DisclosureFactory(title="食堂草案")
        own = inspection(secretary, title="食堂检查")
        seen = [
            {(one.ref, one.title) for one in found_records(viewer, "食堂")} for viewer in (secretary, welfare_officer)
        ]
        everyone = {(SourceRef.to(posted), "食堂账目"), (SourceRef.to(own), "食堂检查")}
        assert seen == [everyone | {(SourceRef.to(hidden), "食堂草案")}, everyone]
        assert found_records(secretary, " ") == []

    def test_page_of_a_record_tells_which_it_is_of(self, secretary):
        made = inspection(secretary)
        assert record_at(made.get_absolute_url() + "?figure=x") == SourceRef.to(made)
        assert [record_at(url) for url in ("/affairs/inspections/", "/board/", "/nowhere/1/")] == [None] * 3


class TestRectification:
    def test_is_asked_for_settled_and_then_the_inspection_closed(self, secretary):
        made = inspection(secretary)
        asked = demand(made, secretary)
        assert Inspection.objects.get().status == "rectifying"
        with pytest.raises(Refused, match=r"^还有1件整改没有完成，不能办结。$"):
            services.close_inspection(made, by=secretary, on=TODAY)
        services.settle_rectification(asked, outcome="已补齐", by=secretary, on=TODAY)
        with pytest.raises(Refused, match=r"^这件整改已经完成，不用再登记。$"):
            services.settle_rectification(asked, outcome="又", by=secretary, on=TODAY)
        services.close_inspection(made, by=secretary, on=TODAY)
        assert Inspection.objects.get().closed_on == TODAY
        assert [verb for _name, verb in verbs(made)] == ["登记检查", "提出整改", "完成整改", "办结"]

    def test_second_one_is_told_in_the_trail_too(self, secretary):
        made = inspection(secretary)
        demand(made, secretary)
        demand(made, secretary, demand="制度上墙")
        assert verbs(made)[-1] == ("陈静", "提出整改")
        assert made.rectifications.count() == 2

    def test_refused_without_outcome_before_its_day_and_while_nothing_is_known(self, secretary):
        made = inspection(secretary)
        with pytest.raises(Refused, match=r"^整改期限不能早于检查的日期。$"):
            demand(made, secretary, due_on=date(2026, 5, 5))
        with pytest.raises(Refused, match=r"^请写明整改结果。$"):
            services.settle_rectification(demand(made, secretary), outcome=" ", by=secretary, on=TODAY)
        coming = inspection(secretary, held_on=TODAY + timedelta(days=9))
        with pytest.raises(Refused, match=r"^登记结果之后、办结之前才能添加整改事项。$"):
            demand(coming, secretary, due_on=TODAY + timedelta(days=20))

    def test_overdue_one_is_told_once(self, secretary):
        made = inspection(secretary)
        demand(made, secretary, due_on=TODAY)
        for days in range(3):
            services.remind_of_rectifications(on=TODAY + timedelta(days=days))
        assert told(secretary) == [("“建家检查”的整改已逾期", made.get_absolute_url())]
