"""Rounds and comments as rows: what was read and said is never changed, and who sees it."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError, models, transaction

from affairs import services
from affairs.enums import RoundStatus
from affairs.models import Deputyship, PassageComment, Submission
from tests.affairs.steps import handed_in
from tests.conftest import TODAY, make_actor
from tests.members.factories import AccountFactory
from unionoffice.refusal import Refused
from unionoffice.roles import Role

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

KEPT = r"^送审的内容和批注是审批记录，不能修改或删除。$"


@pytest.fixture
def writer(db):
    return make_actor(Role.PUBLICITY_OFFICER, "欧阳玥")


@pytest.fixture
def disclosure(writer, principal):
    return handed_in(writer)


@pytest.fixture
def comment(disclosure, principal):
    return services.comment_on_passage(
        disclosure, version=disclosure.version, place=1, quote="", text="写明用途", by=principal, on=TODAY
    )


def send_back(disclosure, principal):
    return services.return_disclosure(disclosure, comment="见批注", by=principal, on=TODAY)


class TestSubmission:
    @pytest.mark.parametrize(
        ("name", "value"), [("body", "改过"), ("title", "改过"), ("files", [1]), ("round_no", 9)]
    )
    def test_what_was_read_is_not_changed(self, disclosure, name, value):
        submission = disclosure.submissions.get()
        setattr(submission, name, value)
        for way in (submission.save, lambda: Submission.objects.update(**{name: value})):
            with pytest.raises(Refused, match=KEPT):
                way()

    def test_is_not_deleted(self, disclosure):
        for way in (disclosure.submissions.get().delete, Submission.objects.all().delete):
            with pytest.raises(Refused, match=KEPT):
                way()

    def test_one_waits_at_a_time(self, disclosure):
        first = disclosure.submissions.get()
        told = {field.name: getattr(first, field.name) for field in Submission._meta.fields if field.name != "id"}
        with pytest.raises(IntegrityError), transaction.atomic():
            Submission.objects.create(**{**told, "round_no": 2})

    @pytest.mark.parametrize(
        ("wrong", "constraint"),
        [
            ({"status": RoundStatus.APPROVED}, "round_decided_exactly_when_over"),
            ({"decided_on": TODAY}, "round_decided_exactly_when_over"),
            ({"status": RoundStatus.RETURNED, "decided_on": TODAY, "decider": "沈立"}, "round_given_back_says_why"),
        ],
    )
    def test_answer_is_whole(self, disclosure, wrong, constraint):
        rows = models.QuerySet(Submission).filter(disclosure=disclosure)
        with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
            rows.update(**wrong)

    def test_is_seen_by_its_writer_and_those_of_the_board(self, disclosure, writer, principal, chair, teacher):
        seen = [
            Submission.objects.visible_to(user).count()
            for user in (writer, principal, chair, teacher, AnonymousUser())
        ]
        assert seen == [1, 1, 1, 0, 0]


class TestPassageComment:
    def test_is_changed_until_it_is_sent_and_never_afterwards(self, disclosure, comment, principal):
        comment.text = "写明金额"
        comment.save()
        PassageComment.objects.update(text="写明两项金额")
        send_back(disclosure, principal)
        comment.refresh_from_db()
        comment.text = "改口"
        ways = (
            comment.save,
            lambda: PassageComment.objects.update(text="改口"),
            comment.delete,
            PassageComment.objects.all().delete,
        )
        for way in ways:
            with pytest.raises(Refused, match=KEPT):
                way()
        assert PassageComment.objects.get().text == "写明两项金额"

    def test_is_the_approvers_alone_until_it_is_sent(self, disclosure, comment, writer, principal, chair, teacher):
        def seen():
            return [PassageComment.objects.visible_to(one).count() for one in (principal, writer, chair, teacher)]

        before = seen()
        send_back(disclosure, principal)
        assert [before, seen()] == [[1, 0, 0, 0], [1, 1, 1, 0]]
        assert PassageComment.objects.visible_to(AnonymousUser()).count() == 0


class TestDeputyship:
    @pytest.mark.parametrize(
        ("wrong", "constraint"),
        [
            ({"to_on": TODAY.replace(day=1)}, "deputyship_in_order"),
            ({"reason": ""}, "deputyship_has_a_reason"),
            ({"deputy": None}, "nobody_deputises_for_themselves"),
        ],
    )
    def test_is_whole(self, principal, wrong, constraint):
        told = {"sphere": "school", "named_by": principal, "deputy": AccountFactory(), "reason": "外出"}
        days = {"from_on": TODAY, "to_on": TODAY, "named_on": TODAY}
        changed = {"deputy": principal} if "deputy" in wrong else wrong
        with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
            Deputyship.objects.create(**{**told, **days, **changed})

    def test_is_not_in_force_once_its_giver_lost_the_role(self, principal):
        vice = make_actor(Role.VICE_PRINCIPAL, "许晓峰")
        deputyship = Deputyship(sphere="school", deputy=vice, from_on=TODAY, to_on=TODAY, reason="外出")
        services.name_deputy(deputyship, by=principal, on=TODAY)
        grant = principal.grants.get()
        before = list(Deputyship.objects.in_force(TODAY))
        grant.to_on = TODAY.replace(day=1)
        grant.save()
        assert (before, list(Deputyship.objects.in_force(TODAY))) == ([deputyship], [])

    def test_is_known_to_both_and_to_those_who_hand_texts_in(self, principal, chair, secretary, teacher):
        vice = make_actor(Role.VICE_PRINCIPAL, "许晓峰")
        deputyship = Deputyship(sphere="school", deputy=vice, from_on=TODAY, to_on=TODAY, reason="外出")
        services.name_deputy(deputyship, by=principal, on=TODAY)
        viewers = (principal, vice, secretary, chair, teacher, AnonymousUser())
        assert [Deputyship.objects.visible_to(one).count() for one in viewers] == [1, 1, 1, 0, 0, 0]
