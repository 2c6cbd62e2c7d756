"""Public notices from the draft to the document, and everything that stands in their way."""

from datetime import date

import pytest

from affairs import services
from affairs.enums import NameShown, NoticeObject, NoticeStatus, Sphere
from affairs.models import Deputyship, NoticeCandidate, NoticeReviewer, PublicNotice
from tests.affairs.public_notices import (
    DAY_AFTER,
    LAST_DAY,
    MONDAY,
    approved,
    concluded,
    drafted,
    posted,
    submitted,
    unsaved_notice,
)
from tests.affairs.steps import told, verbs
from tests.conftest import make_actor
from tests.members.factories import MemberFactory
from unionoffice.audit import trail_of
from unionoffice.refusal import Refused
from unionoffice.roles import Role
from unionoffice.rules import set_rule

pytestmark = pytest.mark.django_db


def stored(notice):
    return PublicNotice.objects.get(pk=notice.pk)


class TestDraft:
    def test_hangs_for_the_days_of_its_rule_and_shows_names_as_the_rules_say(self, secretary):
        notice = services.draft_notice(unsaved_notice(NoticeObject.HARDSHIP), by=secretary, on=MONDAY)
        assert (notice.days, notice.names_to_staff, notice.names_outside) == (5, NameShown.SURNAME, NameShown.SURNAME)
        assert (notice.status, notice.public_number) == (NoticeStatus.DRAFT, "公示 未编号")
        assert verbs(notice) == [("陈静", "起草公示")]

    def test_longer_than_the_rule_is_kept(self, secretary):
        assert services.draft_notice(unsaved_notice(days=7), by=secretary, on=MONDAY).days == 7

    def test_shorter_than_the_rule_is_refused(self, secretary):
        with pytest.raises(Refused, match="“评优评先”的公示不少于5个工作日，现在填的是4个。"):
            services.draft_notice(unsaved_notice(days=4), by=secretary, on=MONDAY)

    def test_goes_by_the_rule_of_its_day(self, secretary):
        set_rule(
            "affairs.notice_days.commendation", 7, valid_from=date(2026, 11, 10), source="评选通知", by=secretary
        )
        assert services.draft_notice(unsaved_notice(), by=secretary, on=MONDAY).days == 5
        assert services.draft_notice(unsaved_notice(), by=secretary, on=date(2026, 11, 10)).days == 7


class TestMend:
    def test_keeps_what_the_writer_may_change(self, secretary):
        notice = drafted(secretary)
        services.mend_notice(notice, changes={"title": "改过", "number": 9}, by=secretary, on=MONDAY)
        assert (stored(notice).title, stored(notice).number) == ("改过", None)

    def test_another_object_brings_its_own_names(self, secretary):
        notice = drafted(secretary)
        services.mend_notice(notice, changes={"object": NoticeObject.HARDSHIP}, by=secretary, on=MONDAY)
        assert stored(notice).names_to_staff == NameShown.SURNAME

    def test_refused_while_it_waits(self, secretary, principal):
        notice = submitted(secretary)
        with pytest.raises(Refused, match="现在是“待审批”状态，不能修改"):
            services.mend_notice(notice, changes={"title": "改过"}, by=secretary, on=MONDAY)


class TestNames:
    def test_department_is_that_of_the_day(self, secretary):
        notice = drafted(secretary, people=[MemberFactory(name="欧阳玥")])
        assert [(one.place, one.name) for one in notice.candidates.all()] == [(1, "欧阳玥")]

    def test_rows_that_stay_are_left_alone(self, secretary):
        first, second = MemberFactory(name="甲甲"), MemberFactory(name="乙乙")
        notice = drafted(secretary, people=[first, second])
        before = list(notice.candidates.values_list("pk", flat=True))
        wanted = [
            NoticeCandidate(member=first, proposed="市级优秀教师"),
            NoticeCandidate(name="丙丙", department="江城大学", proposed="特邀专家"),
        ]
        services.name_candidates(notice, wanted, by=secretary, on=MONDAY)
        rows = list(notice.candidates.all())
        assert [(row.pk, row.name) for row in rows] == [(before[0], "甲甲"), (before[1], "丙丙")]

    def test_what_is_left_over_goes(self, secretary):
        notice = drafted(secretary, people=[MemberFactory(), MemberFactory()])
        services.name_candidates(notice, [NoticeCandidate(name="丙丙")], by=secretary, on=MONDAY)
        assert notice.candidates.count() == 1

    def test_twice_for_the_same_is_refused_but_not_for_something_else(self, secretary):
        notice, one = drafted(secretary), MemberFactory(name="甲甲")
        twice = [NoticeCandidate(member=one, proposed="先进"), NoticeCandidate(member=one, proposed="先进")]
        with pytest.raises(Refused, match="名单里甲甲写了两次，拟定内容也相同。"):
            services.name_candidates(notice, twice, by=secretary, on=MONDAY)
        twice[1].proposed = "优秀"
        services.name_candidates(notice, twice, by=secretary, on=MONDAY)
        assert notice.candidates.count() == 2

    def test_reviewer_twice_is_refused(self, secretary):
        notice, one = drafted(secretary), MemberFactory(name="甲甲")
        with pytest.raises(Refused, match="评审小组里甲甲写了两次。"):
            services.name_reviewers(notice, [NoticeReviewer(member=one), NoticeReviewer(member=one)], by=secretary)


class TestSubmit:
    def test_approver_is_told(self, secretary, principal):
        notice = submitted(secretary)
        assert (notice.status, notice.submitted_by) == (NoticeStatus.SUBMITTED, secretary)
        assert told(principal) == [("公示待审批：市级优秀教师推荐人选公示", notice.get_review_url())]

    def test_without_names_is_refused(self, secretary, principal):
        notice = services.draft_notice(unsaved_notice(), by=secretary, on=MONDAY)
        with pytest.raises(Refused, match="还没有填写公示名单"):
            services.submit_notice(notice, by=secretary, on=MONDAY)

    def test_without_a_staff_delegate_is_refused_where_the_rule_wants_one(self, secretary, principal):
        notice = drafted(secretary)
        services.name_reviewers(notice, [NoticeReviewer(member=MemberFactory())], by=secretary)
        with pytest.raises(Refused, match="应有至少1名教职工代表，现在有0名"):
            services.submit_notice(notice, by=secretary, on=MONDAY)

    def test_without_anybody_to_approve_is_refused(self, secretary):
        with pytest.raises(Refused, match="没有可以审批的人"):
            submitted(secretary)

    def test_union_affair_goes_to_the_chair(self, secretary, chair, principal):
        submitted(secretary, sphere=Sphere.UNION)
        assert (len(told(chair)), told(principal)) == (1, [])


class TestApprove:
    def test_hangs_with_number_and_days(self, secretary, principal):
        notice = stored(posted(secretary, principal))
        assert (notice.status, notice.public_number) == (NoticeStatus.POSTED, "公示 2026-001")
        assert (notice.posted_on, notice.ends_on, notice.is_public) == (MONDAY, LAST_DAY, False)
        assert (notice.approver, verbs(notice)[-1]) == ("沈立", ("沈立", "同意公示"))
        assert told(secretary)[-1] == ("公示已批准：市级优秀教师推荐人选公示", notice.get_absolute_url())

    def test_numbers_are_unbroken_over_both_spheres(self, secretary, principal, chair):
        numbers = [
            posted(secretary, principal).short_number,
            posted(secretary, chair, sphere=Sphere.UNION).short_number,
            posted(secretary, principal, on=date(2027, 1, 5)).short_number,
        ]
        assert numbers == ["2026-001", "2026-002", "2027-001"]

    def test_not_by_who_drafted_it(self, secretary, principal, chair):
        notice = submitted(secretary)
        with pytest.raises(Refused, match="不能审批自己起草或提交的公示"):
            approved(notice, secretary)
        assert (stored(notice).status, stored(notice).number) == (NoticeStatus.SUBMITTED, None)

    def test_what_was_changed_since_it_was_read_is_refused(self, secretary, principal):
        notice = submitted(secretary)
        with pytest.raises(Refused, match="内容又改过"):
            services.approve_notice(notice, version=notice.version - 1, is_public=False, by=principal, on=MONDAY)

    def test_deputy_signs_as_one(self, secretary, principal):
        deputy = make_actor(Role.VICE_PRINCIPAL, "许晓峰")
        Deputyship.objects.create(
            sphere=Sphere.SCHOOL,
            deputy=deputy,
            named_by=principal,
            from_on=MONDAY,
            to_on=LAST_DAY,
            reason="出差",
            named_on=MONDAY,
        )
        notice = posted(secretary, deputy)
        assert (notice.approver, trail_of(notice)[0].note) == ("许晓峰（代）", "代沈立审批")

    def test_for_everybody_only_where_the_approver_says_so(self, secretary, principal):
        assert posted(secretary, principal, is_public=True).is_public

    def test_return_says_why(self, secretary, principal):
        notice = services.return_notice(submitted(secretary), comment=" 请补充依据。 ", by=principal)
        assert (notice.status, notice.return_comment) == (NoticeStatus.RETURNED, "请补充依据。")
        assert told(secretary)[-1][0] == "公示被退回修改：市级优秀教师推荐人选公示"

    def test_return_without_a_comment_is_refused(self, secretary, principal):
        with pytest.raises(Refused, match="请写明退回的意见"):
            services.return_notice(submitted(secretary), comment=" ", by=principal)

    def test_recalled_it_is_a_draft_again(self, secretary, principal):
        notice = services.recall_notice(submitted(secretary), by=secretary)
        assert (notice.status, notice.submitted_by) == (NoticeStatus.DRAFT, None)


class TestHanging:
    @pytest.mark.parametrize("name", ["title", "text", "days", "is_public", "posted_on"])
    def test_posted_text_cannot_change(self, secretary, principal, name):
        notice = posted(secretary, principal)
        setattr(notice, name, {"days": 9, "is_public": True, "posted_on": date(2026, 1, 1)}.get(name, "改过"))
        with pytest.raises(Refused, match="已公示的内容和名单不能修改或删除"):
            notice.save()

    def test_posted_text_cannot_change_in_bulk(self, secretary, principal):
        posted(secretary, principal)
        with pytest.raises(Refused):
            PublicNotice.objects.update(title="改过")
        with pytest.raises(Refused):
            PublicNotice.objects.all().delete()

    def test_names_cannot_change_come_or_go(self, secretary, principal):
        notice = posted(secretary, principal)
        one = notice.candidates.get()
        with pytest.raises(Refused):
            one.delete()
        one.name = "别人"
        with pytest.raises(Refused):
            one.save()
        with pytest.raises(Refused):
            NoticeCandidate.objects.create(notice=notice, place=2, name="别人")

    def test_extension_is_counted_from_the_last_day_and_kept(self, secretary, principal):
        notice = posted(secretary, principal)
        extension = services.extend_notice(notice, days=3, reason="补充材料", by=secretary, on=MONDAY)
        assert (extension.ended_on, extension.ends_on) == (LAST_DAY, date(2026, 11, 19))
        assert stored(notice).ends_on == date(2026, 11, 19)
        assert verbs(notice)[-1] == ("陈静", "延长公示")

    def test_extension_of_what_is_over_is_counted_from_today(self, secretary, principal):
        notice = posted(secretary, principal)
        extension = services.extend_notice(notice, days=1, reason="补充材料", by=secretary, on=date(2026, 11, 20))
        assert extension.ends_on == date(2026, 11, 23)

    @pytest.mark.parametrize(
        ("days", "reason", "sentence"), [(0, "补充", "至少延长1个工作日"), (1, " ", "请写明延长的原因")]
    )
    def test_extension_wants_days_and_a_reason(self, secretary, principal, days, reason, sentence):
        with pytest.raises(Refused, match=sentence):
            services.extend_notice(posted(secretary, principal), days=days, reason=reason, by=secretary, on=MONDAY)

    def test_draft_cannot_be_extended(self, secretary):
        with pytest.raises(Refused, match="只有公示中的可以延长"):
            services.extend_notice(drafted(secretary), days=1, reason="补充", by=secretary, on=MONDAY)

    def test_withdrawn_it_says_so_for_a_time(self, secretary, principal):
        notice = posted(secretary, principal)
        services.withdraw_notice(notice, reason="名单有误", by=principal, on=date(2026, 11, 10))
        assert (notice.status, notice.shown_until) == (NoticeStatus.WITHDRAWN, date(2026, 12, 10))

    def test_draft_is_given_up_without_a_number(self, secretary):
        notice = services.withdraw_notice(drafted(secretary), reason="评选取消", by=secretary, on=MONDAY)
        assert (notice.status, notice.number, notice.shown_until) == (NoticeStatus.WITHDRAWN, None, None)

    def test_what_is_concluded_cannot_be_withdrawn(self, secretary, principal):
        notice = concluded(posted(secretary, principal), secretary)
        with pytest.raises(Refused, match="现在是“公示结束”状态，不能终止"):
            services.withdraw_notice(notice, reason="名单有误", by=principal, on=DAY_AFTER)
