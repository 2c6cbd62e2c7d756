"""The pages on which delegates are elected, from the constituency to the delegate's card."""

import uuid

import pytest
from django.urls import reverse

from congress import services
from congress.area.delegates import delegate_tasks
from congress.models import Constituency, Delegate, DelegateElection
from congress.papers.delegates import delegate_roll
from congress.selectors import in_stroke_order
from tests.conftest import TODAY
from tests.congress.elections import ConstituencyFactory, DelegationFactory, candidates_settled, constituency_of, vote
from tests.congress.factories import DelegateFactory, TermFactory
from tests.members.factories import GroupPlaceFactory, MemberFactory, UnionGroupFactory
from unionoffice.documents import plain_text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


def send(client, page_name, *args, query="", **data):
    url = reverse(f"congress:{page_name}", args=args) + query
    return client.post(url, {"form_key": str(uuid.uuid4()), **data})


def page(client, record):
    return client.get(record.get_absolute_url()).content.decode()


class TestWholeLife:
    def test_from_the_constituency_to_the_delegate(self, secretary, signed_in):
        client, term, group = signed_in(secretary), TermFactory(), UnionGroupFactory()
        first, second, *_rest = [
            GroupPlaceFactory(group=group, member=MemberFactory(name=f"教师{n}")).member for n in range(9)
        ]
        send(client, "constituency-create", term.pk, name="初中部", groups=[group.pk], position="1")
        constituency = Constituency.objects.get()
        send(client, "term-seats", term.pk, total="2")
        send(client, "constituency-adjust", constituency.pk, seats="1", reason="另一名留给后勤")
        told = {"occasion": "regular", "method": "direct", "seats": "1"}
        send(client, "election-create", term.pk, constituency=constituency.pk, **told)
        election = DelegateElection.objects.get()
        send(client, "election-names", election.pk, held_on=TODAY, members=[first.pk, second.pk])
        counts = {"due": 9, "present": 7, "issued": 7, "returned": 7, "valid": 6, "invalid": 1}
        votes = {f"votes_{first.pk}": 5, f"votes_{second.pk}": 1}
        send(client, "election-ballot", election.pk, held_on=TODAY, **counts, **votes)
        assert "超过应到人数半数须得5票，有1人达到；应选1名，当选1名。" in page(client, election)
        send(client, "election-conclude", election.pk)
        passed = {f"verdict_{first.pk}": "passed", f"reason_{first.pk}": ""}
        send(client, "election-check", election.pk, from_on=TODAY, **passed)
        delegate = Delegate.objects.get()
        assert (delegate.member, delegate.constituency, delegate.qualified_on) == (first, constituency, TODAY)
        assert "换届选举（直接选举）" in page(client, delegate)

    def test_refused_ballot_keeps_what_was_typed(self, secretary, signed_in):
        election, standing = candidates_settled(secretary)
        counts = {"due": 10, "present": 6, "issued": 6, "returned": 6, "valid": 6, "invalid": 0}
        votes = {f"votes_{one.pk}": 1 for one in standing}
        response = send(signed_in(secretary), "election-ballot", election.pk, held_on=TODAY, **counts, **votes)
        assert (response.status_code, response.context["form"]["present"].value()) == (422, "6")
        assert response.context["form"].non_field_errors() == [
            "应到10人，实到6人，不足三分之二（7人），选举无效。请另定时间再选。"
        ]

    def test_tie_is_told_in_words(self, secretary, signed_in):
        election, standing = candidates_settled(secretary)
        vote(election, standing, (8, 6, 6), secretary)
        told = "教师1、教师2得票相等，不能确定当选人，1个名额留待他们再次投票。"
        assert told in page(signed_in(secretary), election)

    @pytest.mark.parametrize(("actor", "reads"), [("secretary", True), ("chair", True), ("teacher", False)])
    def test_opinions_stay_with_those_who_oversee(self, request, secretary, signed_in, actor, reads):
        constituency, people = constituency_of(5)
        election = DelegateElection.objects.create(term=constituency.term, constituency=constituency, seats=1)
        services.record_names(election, people, held_on=TODAY, notes="有人提出异议", by=secretary, on=TODAY)
        user = request.getfixturevalue(actor)
        assert ("有人提出异议" in page(signed_in(user), election)) is reads


class TestTermPage:
    @pytest.mark.parametrize("count", [3, 12])
    def test_queries_do_not_grow(self, count, secretary, signed_in, django_assert_num_queries):
        term = TermFactory()
        for _place in range(count):
            group = UnionGroupFactory()
            one = ConstituencyFactory(groups=[group])
            DelegateFactory(constituency=one, delegation=DelegationFactory(head=MemberFactory()), group=group)
            DelegateElection.objects.create(term=term, constituency=one, seats=1)
        client = signed_in(secretary)
        client.get(term.get_absolute_url())
        with django_assert_num_queries(21):
            client.get(term.get_absolute_url())

    def test_where_everybody_meets_it_says_how_many(self, teacher, signed_in):
        term = TermFactory(assembly="everybody")
        MemberFactory.create_batch(3)
        shown = page(signed_in(teacher), term)
        assert "全体人员，现有4人" in shown
        assert "选举单位" not in shown
        assert "代表构成" not in shown


class TestForm:
    @pytest.mark.parametrize(("staff", "form"), [(79, "everybody"), (80, "delegates")])
    def test_law_asks_for_delegates_from_eighty_staff_on(self, staff, form, secretary, signed_in):
        MemberFactory.create_batch(staff - 1)
        shown = signed_in(secretary).get(reverse("congress:term-create")).context["form"]
        assert shown["assembly"].value() == form
        assert shown.fields["assembly"].help_text.startswith(f"现有在册教职工{staff}人。")

    @pytest.mark.parametrize(
        ("members", "words"),
        [
            (99, "工会会员99人，不足100人，召开会员大会，宜选“全体大会”。"),
            (100, "工会会员100人，满100人，召开会员代表大会或者会员大会都可以。"),
        ],
    )
    def test_union_has_a_number_of_its_own(self, members, words, secretary, signed_in):
        MemberFactory.create_batch(members - 1)
        shown = signed_in(secretary).get(reverse("congress:term-create")).context["form"]
        assert shown.fields["assembly"].help_text.endswith(words)


class TestCard:
    def test_key_leads_to_its_delegate_and_no_other(self, teacher, signed_in):
        delegate, client = DelegateFactory(member__name="魏雅琴"), signed_in(teacher)
        assert "魏雅琴" in client.get(reverse("congress:delegate-card", args=[delegate.card_key])).content.decode()
        assert client.get(reverse("congress:delegate-card", args=["x" * 24])).status_code == 404

    def test_card_of_who_left_is_void(self, teacher, signed_in):
        delegate = DelegateFactory(to_on=TODAY.replace(day=1))
        shown = signed_in(teacher).get(reverse("congress:delegate-card", args=[delegate.card_key])).content.decode()
        assert "这张代表证现在无效" in shown


class TestPapers:
    @pytest.mark.parametrize("name", ["delegate-roll", "delegate-cards", "qualification-report"])
    @pytest.mark.parametrize(("query", "begins"), [("", b"%PDF"), ("?format=docx", b"PK")])
    def test_is_printed_and_to_be_gone_on_with(self, secretary, signed_in, name, query, begins):
        delegate = DelegateFactory(constituency=ConstituencyFactory(), delegation=DelegationFactory())
        url = reverse(f"congress:{name}", args=[delegate.term_id]) + query
        assert signed_in(secretary).get(url).content.startswith(begins)

    def test_where_everybody_meets_there_is_none(self, secretary, signed_in):
        url = reverse("congress:delegate-roll", args=[TermFactory(assembly="everybody").pk])
        assert signed_in(secretary).get(url).status_code == 404


def test_many_are_seated_from_the_list(secretary, signed_in):
    delegation, delegates = DelegationFactory(), DelegateFactory.create_batch(2)
    chosen = "&".join(f"chosen={one.pk}" for one in delegates)
    client = signed_in(secretary)
    standing = client.get(f"{reverse('congress:delegate-seat')}?{chosen}").context["form"]["standing"].value()
    send(client, "delegate-seat", query=f"?{chosen}", delegation=delegation.pk, standing=standing)
    assert delegation.delegates.count() == 2


def test_secretary_is_told_what_waits(secretary):

    election, standing = candidates_settled(secretary)
    vote(election, standing, (8, 7, 1), secretary)
    services.conclude_election(election, by=secretary)
    told = [task.sentence for task in delegate_tasks(secretary, TODAY)]
    assert told == [f"{election}已选出代表，待资格审查"]


def test_roll_stands_in_stroke_order_under_each_delegation():

    delegation = DelegationFactory(name="第一代表团")
    for name in ("魏雅琴", "丁一", "林芳"):
        DelegateFactory(member__name=name, delegation=delegation)
    rows = in_stroke_order(Delegate.objects.select_related("member", "term", "delegation__head"), TODAY)
    words = plain_text(delegate_roll(delegation.term, list(rows)))
    assert words.index("丁一") < words.index("林芳") < words.index("魏雅琴")
    assert "正式代表（3名，以姓氏笔画为序）" in words
