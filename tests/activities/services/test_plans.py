"""From the first draft to the announcement, and what is refused on the way."""

from datetime import date, time
from decimal import Decimal

import pytest

from activities import services
from activities.enums import ActivityStatus, SignUpStatus
from activities.models import Activity
from finance.enums import Fund
from members.enums import AudienceKey
from tests.activities.factories import ActivityFactory, DraftFactory, SignUpFactory, audience
from tests.activities.steps import draft, stored, told, verbs
from tests.conftest import TODAY, make_actor
from tests.members.factories import AccountFactory, UnionGroupFactory
from tests.unionoffice.attachments.files import PDF, upload
from unionoffice.attachments import Attachment, attach
from unionoffice.audit import trail_of
from unionoffice.numbering import NumberSeries
from unionoffice.refusal import Refused
from unionoffice.roles import Role
from unionoffice.rules import RuleSetting

OVER = (
    "每人每天230.00元，超过“春游、秋游等参观活动每人每天费用上限（元）”的200.00元。"
    "依据：基层工会经费收支管理办法（总工办发〔2017〕32号）关于会员春游秋游当日往返的规定，"
    "标准为各地实施细则的常见数额；请以本省现行规定为准。"
)


def drop_three_people():
    RuleSetting.objects.create(
        key="finance.three_people", label="三人分办", value=False, valid_from=date(2026, 1, 1), source="校工会决定"
    )


def approved(by, chair, **fields):
    activity = services.submit_activity(draft(by, **fields), by=by, on=TODAY)
    return services.approve_activity(activity, by=chair, on=TODAY)


class TestDraft:
    def test_has_its_planner_and_no_number(self, sports_officer):
        activity = stored(draft(sports_officer))
        assert (activity.status, activity.number, activity.planned_by) == ("draft", None, sports_officer)
        assert verbs(activity) == [("单志强", "起草活动")]

    @pytest.mark.parametrize(
        ("fields", "sentence"),
        [
            ({"ends_on": date(2026, 12, 5)}, "结束日期不能早于开始日期。"),
            ({"sign_up_until": date(2026, 12, 7)}, "报名截止日期不能晚于活动日期。"),
            ({"sign_up_until": None}, "填写了名额，请同时填写报名截止日期；不用报名的活动两项都留空。"),
            ({"starts_at": time(14), "ends_at": time(14)}, "结束时间要晚于开始时间。"),
            ({"fund": Fund.DONATION}, "人均费用只在使用工会经费、有预算时填写，否则请留空。"),
            ({"budget": Decimal(0)}, "人均费用只在使用工会经费、有预算时填写，否则请留空。"),
        ],
    )
    def test_is_refused(self, sports_officer, fields, sentence):
        with pytest.raises(Refused, match=f"^{sentence}$"):
            draft(sports_officer, **fields)
        assert Activity.objects.count() == 0

    def test_group_leader_plans_for_the_own_group_only(self, group_leader):
        own, other = group_leader.member.group_places.get().group, UnionGroupFactory()
        assert draft(group_leader, group=own).group == own
        for group in (other, None):
            with pytest.raises(Refused, match=r"^小组长只能办理本小组的活动，请把主办小组选为您的小组。$"):
                draft(group_leader, group=group)

    def test_deleted_draft_leaves_its_trail_and_no_row(self, sports_officer):
        activity = draft(sports_officer)
        key = activity.pk
        services.delete_activity(activity, by=sports_officer)
        activity.pk = key
        assert (Activity.objects.count(), verbs(activity)[-1]) == (0, ("单志强", "删除草稿"))

    def test_deleted_draft_takes_its_files_along(self, sports_officer):
        activity = draft(sports_officer)
        attach(activity, upload(PDF, "方案.pdf"), by=sports_officer)
        services.delete_activity(activity, by=sports_officer)
        assert not Attachment.objects.exists()

    @pytest.mark.parametrize("number", ["2026-001", None])
    def test_what_left_the_desk_once_is_not_deleted(self, sports_officer, number):
        activity = ActivityFactory() if number is None else DraftFactory(number=number)
        with pytest.raises(Refused, match=r"^只有没送审过的草稿可以删除；其他活动请办理取消。$"):
            services.delete_activity(activity, by=sports_officer)
        assert Activity.objects.count() == 1


class TestApproval:
    def test_plan_goes_to_the_chair_and_gets_its_number(self, sports_officer, chair):
        activity = stored(approved(sports_officer, chair))
        assert (activity.status, activity.number, activity.approved_by) == ("approved", "2026-001", chair)
        assert verbs(activity) == [("单志强", "起草活动"), ("单志强", "送审"), ("周敏", "批准活动方案")]

    @pytest.mark.parametrize(
        ("fields", "sentence"),
        [
            ({"plan": " "}, "请先填写方案与安全预案，再送审。"),
            ({"cost_per_head": None}, "参观疗休养活动有人均费用标准，请先填写人均费用，再送审。"),
            (
                {"fund": Fund.ADMINISTRATION, "cost_per_head": None},
                "这次活动不用工会经费，不需要送审，可以直接发布。",
            ),
        ],
    )
    def test_is_not_asked_for_too_early_or_in_vain(self, sports_officer, fields, sentence):
        activity = draft(sports_officer, **fields)
        with pytest.raises(Refused, match=f"^{sentence}$"):
            services.submit_activity(activity, by=sports_officer, on=TODAY)
        assert (stored(activity).status, NumberSeries.objects.count()) == ("draft", 0)

    def test_chair_does_not_approve_the_own_plan(self, chair):
        activity = services.submit_activity(draft(chair), by=chair, on=TODAY)
        with pytest.raises(Refused, match=r"^不能批准自己策划的活动。请由文体委员或工会秘书起草后送审。$"):
            services.approve_activity(activity, by=chair, on=TODAY)
        drop_three_people()
        assert services.approve_activity(activity, by=chair, on=TODAY).approved_by == chair

    def test_trip_over_the_cap_needs_a_reason(self, sports_officer, chair):
        activity = services.submit_activity(
            draft(sports_officer, cost_per_head=Decimal(230)), by=sports_officer, on=TODAY
        )
        assert activity.finding == OVER
        with pytest.raises(Refused, match=r"^超出标准，请写明批准的理由。$"):
            services.approve_activity(activity, by=chair, on=TODAY, over_reason=" ")
        services.approve_activity(activity, by=chair, on=TODAY, over_reason=" 路途较远 ")
        assert stored(activity).over_reason == "路途较远"

    @pytest.mark.parametrize(
        ("fields", "finding"),
        [
            ({"cost_per_head": Decimal("200.00")}, False),
            ({"cost_per_head": Decimal("200.01")}, True),
            ({"cost_per_head": Decimal(600), "ends_on": date(2026, 12, 8)}, False),
            ({"cost_per_head": Decimal(603), "ends_on": date(2026, 12, 8)}, True),
            ({"cost_per_head": Decimal(500), "kind": "culture"}, False),
        ],
    )
    def test_cap_is_for_a_trip_and_by_the_day(self, sports_officer, fields, finding):
        activity = services.submit_activity(draft(sports_officer, **fields), by=sports_officer, on=TODAY)
        assert bool(activity.finding) is finding

    def test_school_may_set_another_cap(self, sports_officer):
        RuleSetting.objects.create(
            key="activities.trip_cap_per_head_and_day",
            label="春游上限",
            value=250,
            valid_from=date(2026, 12, 1),
            source="省总工会实施细则",
        )
        activity = draft(sports_officer, cost_per_head=Decimal(230))
        assert services.submit_activity(activity, by=sports_officer, on=TODAY).finding == ""

    def test_return_voids_the_approval(self, sports_officer, chair):
        activity = services.return_activity(approved(sports_officer, chair), by=sports_officer, reason="改时间")
        assert (stored(activity).status, stored(activity).approved_by) == ("draft", None)
        assert trail_of(activity).first().note == "改时间"
        services.submit_activity(activity, by=sports_officer, on=TODAY)
        assert stored(activity).number == "2026-001"

    def test_return_without_a_reason_is_refused(self, sports_officer, chair):
        with pytest.raises(Refused, match=r"^请写明退回的原因。$"):
            services.return_activity(approved(sports_officer, chair), by=chair, reason=" ")


class TestAnnounce:
    def test_what_costs_nothing_is_announced_from_the_draft(self, sports_officer, teacher):
        activity = draft(sports_officer, budget=Decimal(0), cost_per_head=None)
        services.announce_activity(activity, by=sports_officer, on=TODAY)
        assert (stored(activity).number, stored(activity).announced_on) == ("2026-001", TODAY)
        assert told(teacher) == ["活动“春游”开始报名，12月6日举行，11月29日截止。"]

    def test_without_sign_up_people_are_told_of_the_day_alone(self, sports_officer, teacher):
        activity = DraftFactory(sign_up_until=None, starts_at=time(14), ends_at=time(16, 30))
        services.announce_activity(activity, by=sports_officer, on=TODAY)
        assert told(teacher) == ["活动“趣味运动会”已发布，12月6日14:00至16:30举行。"]

    def test_only_the_audience_is_told(self, sports_officer, teacher):
        man = AccountFactory(member__name="王磊", member__gender="male")
        services.announce_activity(DraftFactory(audience=audience(AudienceKey.WOMEN)), by=sports_officer, on=TODAY)
        assert (len(told(teacher)), told(man)) == (1, [])

    def test_union_money_waits_for_the_chair(self, sports_officer, chair, teacher):
        activity = draft(sports_officer)
        with pytest.raises(Refused, match=r"^使用工会经费的活动，方案和预算经主席批准后才能发布。请先送审。$"):
            services.announce_activity(activity, by=sports_officer, on=TODAY)
        assert told(teacher) == []
        services.submit_activity(activity, by=sports_officer, on=TODAY)
        services.approve_activity(activity, by=chair, on=TODAY)
        assert services.announce_activity(activity, by=sports_officer, on=TODAY).status == "announced"

    @pytest.mark.parametrize(
        ("fields", "sentence"),
        [
            (
                {"starts_on": date(2026, 11, 21), "sign_up_until": None},
                "活动日期已过。请修改日期；已经办完的活动请用“补登活动”。",
            ),
            ({"sign_up_until": date(2026, 11, 21)}, "报名截止日期已过，请先修改。"),
        ],
    )
    def test_what_is_over_is_refused(self, sports_officer, fields, sentence):
        with pytest.raises(Refused, match=f"^{sentence}$"):
            services.announce_activity(DraftFactory(**fields), by=sports_officer, on=TODAY)

    def test_numbers_run_through_the_year_of_the_announcement(self, sports_officer):
        numbers = [
            services.announce_activity(DraftFactory(), by=sports_officer, on=on).number
            for on in (TODAY, TODAY, date(2026, 11, 29))
        ]
        assert numbers == ["2026-001", "2026-002", "2026-003"]


class TestAmend:
    def amend(self, activity, by, **changes):
        return services.amend_activity(activity, changes=changes, by=by, on=TODAY)

    def test_those_who_signed_up_are_told_of_a_new_place(self, sports_officer, teacher):
        activity, other = ActivityFactory(capacity=1), AccountFactory()
        SignUpFactory(activity=activity)
        SignUpFactory(activity=activity, member=teacher.member, status=SignUpStatus.WAITING)
        self.amend(activity, sports_officer, place="体育馆")
        assert told(teacher) == ["活动“趣味运动会”的安排有变动：12月6日，体育馆。"]
        assert told(other) == []

    def test_each_change_is_told_once(self, sports_officer, teacher):
        activity = ActivityFactory(sign_up_until=None)
        for place in ("体育馆", "体育馆", "礼堂"):
            self.amend(activity, sports_officer, place=place)
        assert told(teacher) == [
            "活动“趣味运动会”的安排有变动：12月6日，体育馆。",
            "活动“趣味运动会”的安排有变动：12月6日，礼堂。",
        ]

    def test_other_corrections_are_not_told(self, sports_officer, teacher):
        self.amend(ActivityFactory(sign_up_until=None), sports_officer, description="带好水杯")
        assert told(teacher) == []

    def test_plan_may_change_in_a_draft(self, sports_officer):
        assert self.amend(DraftFactory(), sports_officer, budget=Decimal(500)).budget == 500

    @pytest.mark.parametrize("changes", [{"budget": Decimal(9000)}, {"fund": Fund.DONATION}, {"kind": "other"}])
    def test_what_the_chair_was_asked_for_stays(self, sports_officer, chair, changes):
        activity = approved(sports_officer, chair)
        with pytest.raises(Refused, match=r"^类别、经费来源、预算和人均费用已经送审"):
            self.amend(activity, sports_officer, **changes)

    def test_fewer_days_may_not_lift_a_trip_over_the_cap(self, sports_officer, chair):
        activity = approved(sports_officer, chair, cost_per_head=Decimal(600), ends_on=date(2026, 12, 8))
        with pytest.raises(Refused, match=r"^天数改变后人均费用超出或不再超出标准"):
            self.amend(activity, sports_officer, ends_on=date(2026, 12, 7))

    @pytest.mark.parametrize("status", [ActivityStatus.HELD, ActivityStatus.SETTLED, ActivityStatus.CANCELLED])
    def test_what_was_held_or_called_off_stays(self, sports_officer, status):
        with pytest.raises(Refused, match=r"^活动已经举办或取消，不能再修改安排。$"):
            self.amend(ActivityFactory(status=status), sports_officer, place="礼堂")

    def test_end_of_sign_up_stays_while_somebody_stands_on_the_list(self, sports_officer):
        activity = SignUpFactory().activity
        with pytest.raises(Refused, match=r"^已经有人报名，报名截止日期不能留空。$"):
            self.amend(activity, sports_officer, sign_up_until=None)


class TestCloseAndCancel:
    def test_close_and_reopen(self, sports_officer):
        activity = services.close_sign_up(ActivityFactory(), by=sports_officer)
        assert activity.status == "closed"
        services.reopen_sign_up(activity, until=date(2026, 12, 1), by=sports_officer, on=TODAY)
        assert (stored(activity).status, stored(activity).sign_up_until) == ("announced", date(2026, 12, 1))

    def test_closing_without_sign_up_is_refused(self, sports_officer):
        with pytest.raises(Refused, match=r"^这次活动不用报名。$"):
            services.close_sign_up(ActivityFactory(sign_up_until=None), by=sports_officer)

    @pytest.mark.parametrize("until", [date(2026, 11, 21), date(2026, 12, 7)])
    def test_reopening_until_a_day_that_cannot_be_is_refused(self, sports_officer, until):
        activity = ActivityFactory(status=ActivityStatus.CLOSED)
        with pytest.raises(Refused, match=r"^报名截止日期不能早于今天，也不能晚于活动日期。$"):
            services.reopen_sign_up(activity, until=until, by=sports_officer, on=TODAY)

    @pytest.mark.parametrize("status", [ActivityStatus.APPROVED, ActivityStatus.DRAFT])
    def test_reopening_announces_nothing(self, sports_officer, status):
        with pytest.raises(Refused, match="才能重新开放"):
            services.reopen_sign_up(ActivityFactory(status=status), until=TODAY, by=sports_officer, on=TODAY)

    def test_those_who_signed_up_are_told_why_it_is_called_off(self, sports_officer, teacher):
        activity, other = ActivityFactory(), AccountFactory()
        SignUpFactory(activity=activity, member=teacher.member)
        services.cancel_activity(activity, by=sports_officer, reason="暴雨红色预警。")
        assert (stored(activity).status, stored(activity).cancelled_because) == ("cancelled", "暴雨红色预警。")
        assert (told(teacher), told(other)) == (["活动“趣味运动会”已取消：暴雨红色预警。"], [])

    def test_nobody_is_told_of_what_nobody_knew(self, sports_officer, chair, teacher):
        services.cancel_activity(approved(sports_officer, chair), by=chair, reason="预算调整")
        assert told(teacher) == []

    def test_without_a_reason_is_refused(self, sports_officer):
        with pytest.raises(Refused, match=r"^请写明取消的原因。$"):
            services.cancel_activity(ActivityFactory(), by=sports_officer, reason="")

    def test_draft_without_a_number_is_not_cancelled(self, sports_officer):
        with pytest.raises(Refused, match=r"^草稿还没有编号，不需要取消，可以直接删除。$"):
            services.cancel_activity(DraftFactory(), by=sports_officer, reason="不办了")


def test_women_officer_organises_too(db):
    assert draft(make_actor(Role.WOMEN_OFFICER, "尉迟婉清")).status == "draft"
