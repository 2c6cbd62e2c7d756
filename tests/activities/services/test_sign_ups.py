"""Places and the waiting list: who gets one, in which order, and what two at the same moment get."""

from datetime import date

import pytest
from django.db import IntegrityError

from activities import services
from activities.enums import ActivityStatus, SignUpStatus
from activities.models import SignUp
from activities.selectors import position_in_queue
from members.enums import AudienceKey, Gender
from tests.activities.factories import ActivityFactory, SignUpFactory, audience
from tests.activities.steps import sign_up, standing, stored, told, verbs
from tests.conftest import TODAY
from tests.members.factories import AccountFactory, MemberFactory
from unionoffice.refusal import Refused

HAS, WAITS = SignUpStatus.SIGNED_UP, SignUpStatus.WAITING


def people(*names):
    return [AccountFactory(member__name=name, name=name).member for name in names]


class TestSignUp:
    def test_takes_a_place_and_says_so_in_the_trail(self, teacher):
        row = sign_up(ActivityFactory(), teacher.member)
        assert (row.status, row.place, row.signed_on) == (HAS, 1, TODAY)
        assert verbs(row) == [("韩梅", "报名")]

    def test_those_after_the_last_place_wait_in_order(self, db):
        activity = ActivityFactory(capacity=2)
        rows = [sign_up(activity, member) for member in people("甲", "乙", "丙", "丁")]
        assert standing(activity) == [("甲", HAS), ("乙", HAS), ("丙", WAITS), ("丁", WAITS)]
        assert [position_in_queue(row) for row in rows[2:]] == [1, 2]

    def test_without_a_capacity_nobody_waits(self, db):
        activity = ActivityFactory(capacity=None)
        for member in people("甲", "乙", "丙"):
            sign_up(activity, member)
        assert [status for _name, status in standing(activity)] == [HAS, HAS, HAS]

    def test_second_one_is_refused(self, teacher):
        activity = ActivityFactory()
        sign_up(activity, teacher.member)
        with pytest.raises(Refused, match=r"^韩梅已经报过名了。$"):
            sign_up(activity, teacher.member)
        assert SignUp.objects.count() == 1

    def test_whoever_is_not_meant_is_refused(self, db):
        activity = ActivityFactory(audience=audience(AudienceKey.WOMEN))
        man = AccountFactory(member__name="王磊", member__gender=Gender.MALE).member
        with pytest.raises(Refused, match=r"^这次活动面向女教职工，王磊不在其中。$"):
            sign_up(activity, man)

    def test_audience_is_that_of_the_activitys_day(self, db):
        """New teachers are so for a year: on the day of the activity this one isn't any more."""
        teacher = AccountFactory(
            member__post_category="teacher", member__hired_on=date(2025, 11, 30), member__joined_on=None
        ).member
        key = audience(AudienceKey.NEW_TEACHERS)
        assert sign_up(ActivityFactory(audience=key, starts_on=date(2026, 11, 29)), teacher).status == HAS
        with pytest.raises(Refused, match="不在其中"):
            sign_up(ActivityFactory(audience=key, starts_on=date(2026, 11, 30)), teacher)

    @pytest.mark.parametrize(
        ("fields", "sentence"),
        [
            ({"sign_up_until": date(2026, 11, 21)}, "报名已经截止。如需参加，请联系活动负责人。"),
            ({"status": ActivityStatus.CLOSED}, "报名已经截止。如需参加，请联系活动负责人。"),
            ({"sign_up_until": None}, "这次活动不用报名，到时直接参加。"),
            ({"status": ActivityStatus.DRAFT}, "报名已经截止。如需参加，请联系活动负责人。"),
            ({"status": ActivityStatus.CANCELLED}, "报名已经截止。如需参加，请联系活动负责人。"),
        ],
    )
    def test_is_refused_where_sign_up_is_not_open(self, teacher, fields, sentence):
        with pytest.raises(Refused, match=f"^{sentence}$"):
            sign_up(ActivityFactory(**fields), teacher.member)

    def test_last_day_still_counts(self, teacher):
        assert sign_up(ActivityFactory(sign_up_until=TODAY), teacher.member).status == HAS

    @pytest.mark.parametrize("status", [ActivityStatus.ANNOUNCED, ActivityStatus.CLOSED])
    def test_organiser_enters_somebody_also_after_it_closed(self, sports_officer, teacher, status):
        activity = ActivityFactory(status=status, sign_up_until=date(2026, 11, 21))
        row = sign_up(activity, teacher.member, by=sports_officer)
        assert verbs(row) == [("单志强", "代为报名")]

    def test_organiser_enters_nobody_once_it_was_held(self, sports_officer, teacher):
        days = {"starts_on": date(2026, 11, 21), "sign_up_until": date(2026, 11, 20)}
        activity = ActivityFactory(status=ActivityStatus.HELD, **days)
        with pytest.raises(Refused, match="报名已经截止"):
            sign_up(activity, teacher.member, by=sports_officer)


class TestWithdraw:
    def test_whoever_waits_longest_moves_up_and_is_told(self, db):
        activity = ActivityFactory(capacity=1)
        first, second, third = people("甲", "乙", "丙")
        rows = [sign_up(activity, member) for member in (first, second, third)]
        services.withdraw(rows[0], by=first.account, on=TODAY)
        assert standing(activity) == [("乙", HAS), ("丙", WAITS)]
        assert told(second.account) == [
            "您候补的活动“趣味运动会”有了名额，您已报上名，12月6日举行。不能参加的，请在报名截止前取消。"
        ]
        assert (told(first.account), told(third.account)) == ([], [])
        assert verbs(rows[1]) == [("乙", "报名"), ("甲", "候补转正")]

    def test_leaving_the_waiting_list_moves_nobody_up(self, db):
        activity = ActivityFactory(capacity=1)
        first, second, third = people("甲", "乙", "丙")
        rows = [sign_up(activity, member) for member in (first, second, third)]
        services.withdraw(rows[1], by=second.account, on=TODAY)
        assert standing(activity) == [("甲", HAS), ("丙", WAITS)]
        assert position_in_queue(stored(rows[2])) == 1

    def test_who_comes_back_stands_at_the_end(self, db):
        activity = ActivityFactory(capacity=1)
        first, second, third = people("甲", "乙", "丙")
        rows = [sign_up(activity, member) for member in (first, second, third)]
        services.withdraw(rows[0], by=first.account, on=TODAY)
        again = sign_up(activity, first)
        assert (again.place, position_in_queue(again)) == (4, 2)
        assert standing(activity) == [("乙", HAS), ("丙", WAITS), ("甲", WAITS)]

    @pytest.mark.parametrize(
        "fields", [{"status": ActivityStatus.CLOSED}, {"sign_up_until": date(2026, 11, 21)}], ids=["closed", "over"]
    )
    def test_is_refused_to_oneself_after_sign_up_closed(self, teacher, fields):
        row = SignUpFactory(activity=ActivityFactory(**fields), member=teacher.member)
        with pytest.raises(Refused, match=r"^报名已经截止，不能自己取消。请联系活动负责人。$"):
            services.withdraw(row, by=teacher, on=TODAY)
        assert stored(row).status == HAS

    def test_of_somebody_else_is_refused_without_the_right(self, teacher):
        with pytest.raises(Refused, match="不能自己取消"):
            services.withdraw(SignUpFactory(), by=teacher, on=TODAY)

    def test_by_the_organiser_is_told_to_whom_it_concerns(self, sports_officer, teacher):
        activity = ActivityFactory(status=ActivityStatus.CLOSED, capacity=1)
        row = SignUpFactory(activity=activity, member=teacher.member, place=1)
        waiting = people("乙")[0]
        SignUpFactory(activity=activity, member=waiting, status=WAITS, place=2)
        services.withdraw(row, by=sports_officer, on=TODAY)
        assert told(teacher) == ["活动“趣味运动会”的负责人取消了您的报名。如有疑问，请与负责人联系。"]
        assert told(waiting.account) == ["您候补的活动“趣味运动会”有了名额，您已报上名，12月6日举行。"]
        assert verbs(row)[-1] == ("单志强", "代为取消报名")

    def test_twice_is_refused(self, teacher):
        row = sign_up(ActivityFactory(), teacher.member)
        services.withdraw(row, by=teacher, on=TODAY)
        with pytest.raises(Refused, match="已取消"):
            services.withdraw(row, by=teacher, on=TODAY)


class TestMorePlaces:
    def amend(self, activity, by, **changes):
        return services.amend_activity(activity, changes=changes, by=by, on=TODAY)

    def test_waiting_list_moves_up_by_as_many(self, sports_officer):
        activity = ActivityFactory(capacity=1)
        for member in people("甲", "乙", "丙", "丁"):
            sign_up(activity, member)
        self.amend(activity, sports_officer, capacity=3)
        assert standing(activity) == [("甲", HAS), ("乙", HAS), ("丙", HAS), ("丁", WAITS)]

    def test_no_limit_takes_everybody(self, sports_officer):
        activity = ActivityFactory(capacity=1)
        for member in people("甲", "乙", "丙"):
            sign_up(activity, member)
        self.amend(activity, sports_officer, capacity=None)
        assert {status for _name, status in standing(activity)} == {HAS}

    def test_fewer_than_are_taken_is_refused(self, sports_officer):
        activity = ActivityFactory(capacity=3)
        for member in people("甲", "乙"):
            sign_up(activity, member)
        with pytest.raises(Refused, match=r"^已有2人报名，名额不能少于这个数。请先办理代为取消。$"):
            self.amend(activity, sports_officer, capacity=1)
        assert stored(activity).capacity == 3


class TestAtTheSameMoment:
    def test_last_place_goes_to_one_and_the_others_wait(self, at_the_same_moment):
        activity = ActivityFactory(capacity=1)
        members = people("甲", "乙", "丙")
        rows = at_the_same_moment(*(lambda one=one: sign_up(stored(activity), one) for one in members))
        assert sorted(row.status for row in rows) == [HAS, WAITS, WAITS]
        assert sorted(row.place for row in rows) == [1, 2, 3]

    def test_one_person_pressing_twice_stands_once(self, at_the_same_moment):
        activity, (member,) = ActivityFactory(), people("甲")
        outcomes = at_the_same_moment(*(lambda: sign_up(stored(activity), member) for _ in range(2)))
        assert sorted(type(outcome).__name__ for outcome in outcomes) == ["Refused", "SignUp"]
        assert SignUp.objects.count() == 1

    def test_free_place_is_given_once_when_one_withdraws_and_another_comes(self, at_the_same_moment):
        activity = ActivityFactory(capacity=1)
        first, second, third = people("甲", "乙", "丙")
        row, _waiting = sign_up(activity, first), sign_up(activity, second)
        at_the_same_moment(
            lambda: services.withdraw(stored(row), by=first.account, on=TODAY),
            lambda: sign_up(stored(activity), third),
        )
        assert standing(activity) == [("乙", HAS), ("丙", WAITS)]


class TestConstraints:
    def test_nobody_stands_twice(self, db):
        row = SignUpFactory()
        with pytest.raises(IntegrityError):
            SignUpFactory(activity=row.activity, member=row.member)

    def test_nobody_shares_a_place_in_the_order(self, db):
        row = SignUpFactory()
        with pytest.raises(IntegrityError):
            SignUpFactory(activity=row.activity, member=MemberFactory(), place=row.place)
