"""Rounds of approval: what is kept of them, comments on passages, several at once."""

import pytest
from django.core.files.base import ContentFile

from affairs import services
from affairs.enums import RoundStatus
from affairs.models import Opened, PassageComment
from affairs.selectors import comments_in_hand
from tests.affairs.factories import DisclosureFactory
from tests.affairs.steps import approve, draft, handed_in, published, stored, verbs
from tests.conftest import TODAY, make_actor
from unionoffice.attachments import Attachment, attach, attachments_of, remove_attachment
from unionoffice.refusal import Refused
from unionoffice.roles import Role

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

BODY = "本季度收入200,000.00元。\n本季度支出120,000.00元。\n结余80,000.00元，转入下季度。"
TOMORROW = TODAY.replace(day=23)


@pytest.fixture
def writer(db):
    return make_actor(Role.PUBLICITY_OFFICER, "欧阳玥")


def say(disclosure, by, place=2, quote="", text="写明用途", **other):
    told = {"version": disclosure.version, "place": place, "quote": quote, "text": text, "by": by, "on": TODAY}
    return services.comment_on_passage(disclosure, **{**told, **other})


class TestRounds:
    def test_text_and_files_are_kept_as_they_were_handed_in(self, writer, principal):
        disclosure = draft(writer, body=BODY, posted_until=TOMORROW)
        attach(disclosure, ContentFile(b"a,b\n", name="明细.csv"), by=writer, label="分项")
        services.submit_disclosure(disclosure, by=writer, on=TODAY)
        submission = disclosure.submissions.get()
        assert (submission.round_no, submission.status, submission.submitted_by) == (1, RoundStatus.WAITING, writer)
        assert (submission.title, submission.body) == (disclosure.title, stored(disclosure).body)
        assert (submission.matter, submission.posted_until) == (disclosure.item.content, TOMORROW)
        assert [(file["name"], file["label"]) for file in submission.files] == [("明细.csv", "分项")]
        assert verbs(submission) == [("欧阳玥", "送审")]

    def test_answer_is_written_to_the_round_that_it_answers(self, writer, principal):
        disclosure = handed_in(writer)
        services.recall_disclosure(disclosure, by=writer, on=TODAY)
        services.submit_disclosure(disclosure, by=writer, on=TODAY)
        services.return_disclosure(disclosure, comment="改", by=principal, on=TODAY)
        services.mend_disclosure(disclosure, changes={"publish_on": TOMORROW}, by=writer, on=TODAY)
        services.submit_disclosure(disclosure, by=writer, on=TODAY)
        approve(disclosure, principal)
        services.return_disclosure(disclosure, comment="暂缓", by=principal, on=TODAY)
        rounds = disclosure.submissions.order_by("round_no")
        assert [(one.status, one.decider, one.comment) for one in rounds] == [
            ("recalled", "欧阳玥", ""),
            ("returned", "沈立", "改"),
            ("taken_back", "沈立", "暂缓"),
        ]

    def test_what_waited_before_rounds_were_kept_gets_its_round_with_the_answer(self, writer, principal):
        disclosure = DisclosureFactory(status="submitted", drafted_by=writer)
        approve(disclosure, principal)
        assert [(one.round_no, one.status) for one in disclosure.submissions.all()] == [(1, "approved")]

    def test_opening_is_noted_once_and_only_while_it_waits(self, writer, principal):
        disclosure, later = handed_in(writer), handed_in(writer)
        for one in (disclosure, disclosure):
            services.note_opened(one, by=principal, on=TODAY)
        services.recall_disclosure(later, by=writer, on=TODAY)
        services.note_opened(later, by=principal, on=TODAY)
        assert [(one.submission.disclosure, one.account) for one in Opened.objects.all()] == [(disclosure, principal)]


class TestComment:
    def test_keeps_its_words_and_its_place(self, writer, principal):
        disclosure = handed_in(writer, body=BODY)
        comment = say(disclosure, principal, quote=" 支出 \n120,000.00元")
        assert (comment.place, comment.quote, comment.text) == (2, "支出 120,000.00元", "写明用途")
        assert (comment.submission, comment.made_by, comment.made_on) == (
            disclosure.submissions.get(),
            principal,
            TODAY,
        )
        assert verbs(comment) == [("沈立", "批注")]

    def test_without_words_it_is_about_the_whole_passage(self, writer, principal):
        assert say(handed_in(writer, body=BODY), principal, place=3).quote == "结余80,000.00元，转入下季度。"

    def test_long_passage_is_quoted_by_its_beginning(self, writer, principal):
        quote = say(handed_in(writer, body="长" * 500), principal, place=1).quote
        assert quote == "长" * 299 + "…"

    @pytest.mark.parametrize(
        ("wrong", "sentence"),
        [
            ({"place": 4}, "没有找到这一段，请回到正文重新选择。"),
            ({"place": 0}, "没有找到这一段，请回到正文重新选择。"),
            ({"quote": "支出130,000"}, "选中的文字不在这一段里，请回到正文重新选择。"),
            ({"text": "  "}, "请写明批注。"),
            ({"version": 1}, "您打开这一页之后，内容又改过。请重新看过再审批。"),
        ],
    )
    def test_is_refused_for_what_does_not_stand_there(self, writer, principal, wrong, sentence):
        disclosure = handed_in(writer, body=BODY)
        with pytest.raises(Refused, match=f"^{sentence}$"):
            say(disclosure, principal, **wrong)
        assert PassageComment.objects.count() == 0

    def test_is_refused_once_it_does_not_wait_any_more(self, writer, principal):
        with pytest.raises(Refused, match=r"^现在不是待审批状态，不能批注。请刷新页面查看最新情况。$"):
            say(draft(writer), principal, place=1)

    def test_is_mended_and_removed_by_its_author_alone(self, writer, principal, secretary):
        comment = say(handed_in(writer, body=BODY), principal)
        for change in (
            lambda: services.mend_comment(comment, text="改口", by=secretary),
            lambda: services.remove_comment(comment, by=secretary),
        ):
            with pytest.raises(Refused, match=r"^这条批注是沈立写的，只能由本人修改。$"):
                change()
        assert services.mend_comment(comment, text=" 写明两项 ", by=principal).text == "写明两项"
        services.remove_comment(comment, by=principal)
        assert PassageComment.objects.count() == 0

    def test_says_enough_to_send_a_text_back(self, writer, principal):
        disclosure = handed_in(writer, body=BODY)
        say(disclosure, principal)
        say(disclosure, principal, place=3)
        services.return_disclosure(disclosure, comment="", by=principal, on=TODAY)
        assert stored(disclosure).return_comment == "共2条批注，见正文旁。"
        assert list(comments_in_hand(disclosure)) == []

    def test_writer_marks_what_is_done_and_takes_the_mark_away(self, writer, principal):
        disclosure = handed_in(writer, body=BODY)
        first, second = say(disclosure, principal), say(disclosure, principal, place=3)
        services.return_disclosure(disclosure, comment="", by=principal, on=TODAY)

        def done_after(*done):
            services.mend_disclosure(disclosure, changes={"done": list(done)}, by=writer, on=TODAY)
            return [(one.done_by, one.done_on) for one in PassageComment.objects.order_by("place")]

        assert done_after(first, second) == [(writer, TODAY), (writer, TODAY)]
        assert done_after(second) == [(None, None), (writer, TODAY)]
        assert verbs(first) == [("沈立", "批注"), ("欧阳玥", "批注已改"), ("欧阳玥", "批注未改")]

    def test_comments_of_an_earlier_round_are_not_asked_about_again(self, writer, principal):
        disclosure = handed_in(writer, body=BODY)
        comment = say(disclosure, principal)
        services.return_disclosure(disclosure, comment="", by=principal, on=TODAY)
        services.submit_disclosure(disclosure, by=writer, on=TODAY)
        services.return_disclosure(disclosure, comment="再改", by=principal, on=TODAY)
        services.mend_disclosure(disclosure, changes={"done": [comment]}, by=writer, on=TODAY)
        comment.refresh_from_db()
        assert comment.done_on is None


class TestReturn:
    def test_of_a_text_that_was_changed_since_it_was_read_is_refused(self, writer, principal):
        disclosure = handed_in(writer)
        read = disclosure.version
        services.recall_disclosure(disclosure, by=writer, on=TODAY)
        services.submit_disclosure(disclosure, by=writer, on=TODAY)
        with pytest.raises(Refused, match=r"^您打开这一页之后，内容又改过。请重新看过再审批。$"):
            services.return_disclosure(disclosure, comment="改", by=principal, on=TODAY, version=read)
        assert stored(disclosure).status == "submitted"


class TestTogether:
    def test_approves_what_it_can_and_says_what_it_could_not(self, writer, principal):
        good, changed, own = handed_in(writer), handed_in(writer), handed_in(writer, posted_until=TODAY)
        decided = services.approve_together(
            [(good, good.version), (changed, changed.version - 1), (own, own.version)], by=principal, on=TOMORROW
        )
        assert [(one.disclosure, one.problem) for one in decided] == [
            (good, ""),
            (changed, "您打开这一页之后，内容又改过。请重新看过再审批。"),
            (own, "“公开至”不能早于公开的日子，请修改日期；长期公开的留空。"),
        ]
        assert [stored(one).status for one in (good, changed, own)] == ["published", "submitted", "submitted"]
        assert (stored(good).number, own.submissions.get().status) == (1, "waiting")


class TestFilesOfWhatWasPublished:
    @pytest.fixture
    def posted(self, writer, principal, django_capture_on_commit_callbacks):
        disclosure = draft(writer)
        with django_capture_on_commit_callbacks(execute=True):
            attach(disclosure, ContentFile(b"a,b\n", name="明细.csv"), by=writer)
        services.submit_disclosure(disclosure, by=writer, on=TODAY)
        return approve(disclosure, principal)

    @pytest.mark.parametrize("after", ["published", "corrected", "taken_down"])
    def test_are_neither_added_nor_removed(self, posted, writer, principal, after):
        if after == "corrected":
            correction = services.correct_disclosure(posted, note="更正。", by=writer, on=TODAY)
            approve(services.submit_disclosure(correction, by=writer, on=TODAY), principal)
        elif after == "taken_down":
            services.take_down_disclosure(posted, reason="有误", by=writer, on=TODAY)
        file = attachments_of(posted).get()
        for change in (
            lambda: attach(posted, ContentFile(b"c", name="补充.txt"), by=writer),
            lambda: remove_attachment(file, by=writer),
        ):
            with pytest.raises(Refused, match=r"^这条记录现在不能添加或删除文件。请刷新页面查看最新情况。$"):
                change()
        assert (stored(posted).status, list(attachments_of(posted))) == (after, [file])

    def test_correction_has_copies_of_its_own(self, posted, writer, django_capture_on_commit_callbacks):
        with django_capture_on_commit_callbacks(execute=True):
            correction = services.correct_disclosure(posted, note="更正。", by=writer, on=TODAY)
        old, new = attachments_of(posted).get(), attachments_of(correction).get()
        assert (old.digest, old.name) == (new.digest, new.name)
        remove_attachment(new, by=writer)
        assert list(Attachment.objects.all()) == [old]


def test_published_answer_is_printed_with_its_approver(writer, principal):
    assert stored(published(writer, principal)).approver == "沈立"
