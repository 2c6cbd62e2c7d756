"""What delegates say to an item, and what the school answers."""

import pytest

from congress import services
from congress.enums import Assembly, OpinionAnswer
from congress.models import Delegation, ItemOpinion
from congress.selectors import may_speak
from tests.conftest import TODAY
from tests.congress.agenda import HeldSessionFactory, ItemFactory, ItemOpinionFactory, SessionMinutesFactory
from tests.congress.factories import DelegateFactory, TermFactory
from tests.congress.steps import notices
from tests.members.factories import AccountFactory, MemberFactory
from unionoffice.audit import trail_of
from unionoffice.refusal import Refused

pytestmark = pytest.mark.django_db


def say(item, by, **fields):
    return services.raise_opinion(item, text=" 津贴应当分学段计算。 ", by=by, on=TODAY, **fields)


class TestRaise:
    def test_delegate_says_it_and_those_who_answer_are_told(self, delegate, principal, secretary):
        item = ItemFactory()
        opinion = say(item, delegate)
        assert (opinion.member, opinion.text, opinion.raised_on) == (delegate.member, "津贴应当分学段计算。", TODAY)
        sentence = f"代表对“{item.title}”提出意见，请答复"
        assert (notices(principal), notices(secretary), notices(delegate)) == ([sentence], [sentence], [])
        assert [entry.verb for entry in trail_of(opinion)] == ["提出意见"]

    @pytest.mark.parametrize("kind", ["attending", "invited"])
    def test_who_has_no_vote_has_a_voice(self, kind):
        account = AccountFactory()
        item = ItemFactory()
        DelegateFactory(term=item.session.term, member=account.member, kind=kind)
        assert say(item, account).member == account.member

    def test_everybody_speaks_where_everybody_meets(self, teacher):
        term = TermFactory(assembly=Assembly.EVERYBODY)
        assert say(ItemFactory(session=HeldSessionFactory(term=term)), teacher).pk

    def test_whom_the_congress_does_not_hear_is_refused(self, teacher):
        with pytest.raises(Refused, match=r"不是第九届教代会的代表，不能提意见。$"):
            say(ItemFactory(), teacher)

    def test_nobody_without_a_record_speaks(self):
        assert not may_speak(TermFactory(), None, TODAY)

    def test_word_of_a_delegation_is_nobodys_own(self, secretary):
        item = ItemFactory()
        delegation = Delegation.objects.create(term=item.session.term, name="第一代表团")
        opinion = say(item, secretary, delegation=delegation)
        assert (opinion.member, opinion.raised_by) == (None, "第一代表团")
        with pytest.raises(Refused, match=r"^提出人和代表团只填一项。$"):
            say(item, secretary, delegation=delegation, member=MemberFactory())

    def test_nothing_is_said_once_the_minutes_are_confirmed(self, delegate, secretary):
        minutes = SessionMinutesFactory()
        item = ItemFactory(session=minutes.session, outcome="heard")
        services.confirm_minutes(minutes, version=1, by=secretary, on=TODAY)
        item.refresh_from_db()
        with pytest.raises(Refused, match=r"^会议纪要已经确认，不能再提意见。$"):
            say(item, delegate)

    def test_empty_word_is_refused(self, delegate):
        with pytest.raises(Refused, match=r"^请写明意见。$"):
            services.raise_opinion(ItemFactory(), text=" ", by=delegate, on=TODAY)


class TestAnswer:
    def answer(self, opinion, by, **changes):
        told = {"outcome": OpinionAnswer.DECLINED, "answer": "本年度预算已定。", "office": "总务处", **changes}
        return services.answer_item_opinion(opinion, **told, by=by, on=TODAY)

    def test_who_said_it_is_told_and_the_last_answer_stands(self, delegate, principal):
        opinion = ItemOpinionFactory(member=delegate.member)
        self.answer(opinion, principal)
        self.answer(opinion, principal, outcome=OpinionAnswer.ADOPTED, answer="下学期起执行。")
        stored = ItemOpinion.objects.get()
        assert stored.answer_in_words == "采纳：下学期起执行（总务处，2026年11月22日）"
        assert notices(delegate) == [f"学校答复了对“{opinion.item.title}”的意见"] * 2

    def test_head_of_a_delegation_is_told(self, delegate, principal):
        item = ItemFactory()
        led = Delegation.objects.create(term=item.session.term, name="第一代表团", head=delegate.member)
        self.answer(ItemOpinionFactory(item=item, member=None, delegation=led), principal)
        assert len(notices(delegate)) == 1

    @pytest.mark.parametrize(
        ("changes", "sentence"),
        [
            ({"answer": " "}, "请写明采纳的做法，或不采纳的理由。"),
            ({"office": ""}, "请写明由哪个部门答复。"),
        ],
        ids=str,
    )
    def test_no_answer_without_words_and_an_office(self, principal, changes, sentence):
        with pytest.raises(Refused, match=f"^{sentence}$"):
            self.answer(ItemOpinionFactory(), principal, **changes)


class TestVisible:
    def test_delegates_and_leaders_read_all_and_others_their_own(self, delegate, principal, teacher):
        own = ItemOpinionFactory(member=teacher.member)
        ItemOpinionFactory()
        seen = [ItemOpinion.objects.visible_to(one).count() for one in (delegate, principal, teacher)]
        assert seen == [2, 2, 1]
        assert ItemOpinion.objects.visible_to(teacher).get() == own
