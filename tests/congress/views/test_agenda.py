"""The pages of the agenda: entering it, deciding, saying and answering, resolving, and the minutes."""

import uuid
from datetime import date

import pytest
from django.urls import reverse

from affairs.enums import RegulationKind
from congress.enums import ItemKind, ItemOutcome, MinutesStatus, SessionStatus
from congress.models import AgendaItem, InterimDecision, ItemOpinion, Resolution, SessionMinutes
from congress.views.resolutions import ResolutionPaperView
from tests.affairs.regulations import ConsultationFactory, RegulationFactory, VersionFactory
from tests.congress.agenda import (
    MET_ON,
    HeldSessionFactory,
    InterimDecisionFactory,
    ItemFactory,
    ItemOpinionFactory,
    ResolutionFactory,
    SessionMinutesFactory,
    voted,
)
from tests.congress.factories import SessionFactory, TermFactory
from tests.congress.sittings import make_sitting

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


def address(name, *args, query=""):
    return reverse(f"congress:{name}", args=args) + query


def send(client, url, **data):
    return client.post(url, {"form_key": str(uuid.uuid4()), **data})


def errors(response):
    assert response.status_code == 422
    return {name: list(found) for name, found in response.context["form"].errors.items()}


def labels(client, record):
    return [str(one.label) for one in client.get(record.get_absolute_url()).context["actions"]]


class TestItem:
    def test_is_entered_and_leads_back_to_the_agenda(self, secretary, signed_in):
        session = SessionFactory()
        url = address("agenda-create", session.pk)
        told = {"kind": "hear", "matter": "work", "title": "学校工作报告", "covers": "安全建设\n教师待遇"}
        response = send(signed_in(secretary), url, **told)
        assert response.url == f"{session.get_absolute_url()}#agenda"
        assert AgendaItem.objects.get().fields_covered == ["安全建设", "教师待遇"]

    def test_what_has_to_be_passed_is_told_over_the_form(self, secretary, signed_in):
        url = address("agenda-create", SessionFactory().pk)
        response = send(signed_in(secretary), url, kind="hear", matter="welfare", title="福利办法")
        assert errors(response) == {
            "__all__": ["福利事项与教职工利益直接相关，须经教代会讨论通过，方式请选择“讨论通过”。"]
        }

    def test_once_decided_leads_on_to_the_next_of_its_sitting(self, secretary, signed_in):
        session = SessionFactory(status=SessionStatus.OPENED, due_count=80, present_count=60)
        client, later = signed_in(secretary), make_sitting(session=session, by=secretary, day=session.starts_on)
        current = ItemFactory(session=session, place=1, is_current=True)
        following = ItemFactory(session=session, place=2)
        before = labels(client, current)[0]
        AgendaItem.objects.filter(pk=current.pk).update(outcome=ItemOutcome.HEARD, decided_on=MET_ON)
        first = client.get(current.get_absolute_url()).context["actions"][0]
        assert (before, first.label, first.url) == ("登记结果", "进行下一项", address("agenda-call", following.pk))
        AgendaItem.objects.filter(pk=following.pk).update(sitting=later)
        assert "进行下一项" not in labels(client, current)

    def test_draft_fills_the_form(self, secretary, signed_in):
        regulation = RegulationFactory(title="绩效办法", kind=RegulationKind.PAY, needs_congress=True)
        version = VersionFactory(regulation=regulation)
        query = f"?source=affairs.RegulationVersion:{version.pk}"
        url = address("agenda-create", SessionFactory().pk, query=query)
        form = signed_in(secretary).get(url).context["form"]
        shown = [form[name].value() for name in ("title", "kind", "matter", "regulation_version")]
        assert shown == ["绩效办法", ItemKind.PASS, "pay", version.pk]

    def test_consultation_fills_the_form_with_its_draft(self, secretary, signed_in):
        version = VersionFactory(regulation__title="读书角办法")
        asked = ConsultationFactory(regulation_version=version, status="open")
        url = address("agenda-create", SessionFactory().pk, query=f"?source=affairs.Consultation:{asked.pk}")
        form = signed_in(secretary).get(url).context["form"]
        shown = [form[name].value() for name in ("title", "kind", "consultation", "regulation_version")]
        assert shown == ["读书角办法", ItemKind.DELIBERATE, asked.pk, version.pk]

    def test_source_that_is_not_there_is_no_page(self, secretary, signed_in):
        url = address("agenda-create", SessionFactory().pk, query="?source=congress.Topic:999")
        assert signed_in(secretary).get(url).status_code == 404

    def test_what_was_not_passed_goes_to_the_session_to_come_once(self, secretary, signed_in):
        failed, coming, client = voted(40, title="食堂补贴方案"), SessionFactory(number=4), signed_in(secretary)
        actions = client.get(failed.get_absolute_url()).context["actions"]
        (url,) = [one.url for one in actions if str(one.label) == "再次列入议程"]
        told = {"kind": "pass", "matter": "other", "title": "食堂补贴方案"}
        send(client, url, **told)
        assert coming.agenda.get().again_of == failed
        assert "再次列入议程" not in labels(client, failed)
        assert errors(send(client, url, **told)) == {"__all__": ["“食堂补贴方案”已经有结果，或已再次列入议程。"]}

    @pytest.mark.parametrize(("query", "titles"), [("", ["乙", "甲"]), ("?down", ["甲", "乙"])])
    def test_moves_as_the_address_says(self, secretary, signed_in, query, titles):
        session = HeldSessionFactory()
        ItemFactory(session=session, title="甲", place=1)
        second = ItemFactory(session=session, title="乙", place=2)
        client, url = signed_in(secretary), address("agenda-move", second.pk, query=query)
        up = client.get(url).context["form"]["up"].value()
        send(client, url, **({"up": "on"} if up else {}))
        assert [item.title for item in session.agenda.in_order()] == titles

    def test_draft_is_read_by_every_member_of_the_staff(self, teacher, signed_in):
        version = VersionFactory(regulation__title="绩效办法")
        item = ItemFactory(kind=ItemKind.PASS, regulation_version=version)
        page = signed_in(teacher).get(item.get_absolute_url())
        assert (page.context["opens_version"], "慰问标准为500元" in page.content.decode()) == (False, True)

    def test_page_offers_what_may_be_done(self, secretary, delegate, teacher, signed_in):
        item = ItemFactory(kind=ItemKind.PASS)
        secretarys = ["登记结果", "修改议程", "撤下议程", "记代表意见"]
        assert labels(signed_in(secretary), item) == secretarys
        assert labels(signed_in(delegate), item) == ["提意见"]
        assert labels(signed_in(teacher), item) == []

    def test_page_of_a_session_to_come_offers_no_result(self, secretary, signed_in):
        item = ItemFactory(session=SessionFactory(status=SessionStatus.PLANNED))
        assert labels(signed_in(secretary), item) == ["修改议程", "撤下议程", "记代表意见"]


class TestDecide:
    def send(self, client, item, **changes):
        counts = {"due": 80, "present": 54, "in_favour": 40, "against": 10, "abstained": 4}
        told = {"decided_on": MET_ON.isoformat(), "result": "secret", **counts, **changes}
        return send(client, address("agenda-decide", item.pk), **told)

    def test_votes_decide(self, secretary, signed_in):
        item, client = ItemFactory(kind=ItemKind.PASS), signed_in(secretary)
        self.send(client, item)
        assert AgendaItem.objects.get().outcome == ItemOutcome.FAILED
        assert (
            "应到80人，赞成40票，未超过半数（须41票），未通过。"
            in client.get(item.get_absolute_url()).content.decode()
        )

    def test_missing_count_is_asked_for_at_its_field(self, secretary, signed_in):
        response = self.send(signed_in(secretary), ItemFactory(kind=ItemKind.PASS), abstained="")
        assert errors(response) == {"abstained": ["请填写弃权，没有的填0。"]}

    def test_due_and_present_are_those_of_the_opening(self, secretary, signed_in):
        url = address("agenda-decide", ItemFactory(kind=ItemKind.PASS).pk)
        form = signed_in(secretary).get(url).context["form"]
        assert (form["due"].value(), form["present"].value()) == (80, 60)

    def test_report_asks_for_no_votes(self, secretary, signed_in):
        item, client = ItemFactory(), signed_in(secretary)
        form = client.get(address("agenda-decide", item.pk)).context["form"]
        assert "due" not in form.fields
        send(client, address("agenda-decide", item.pk), decided_on=MET_ON.isoformat(), result="heard")
        assert AgendaItem.objects.get().outcome == ItemOutcome.HEARD

    def test_result_is_taken_back(self, secretary, signed_in):
        item = voted(50)
        send(signed_in(secretary), address("agenda-reopen", item.pk), reason="票数有误")
        assert AgendaItem.objects.get().outcome == ItemOutcome.OPEN

    def test_current_item_is_said_on_its_page(self, secretary, signed_in):
        item, client = ItemFactory(session__status=SessionStatus.OPENED), signed_in(secretary)
        send(client, address("agenda-call", item.pk))
        assert "会议正在进行这项议程。" in client.get(item.get_absolute_url()).content.decode()

    def test_passed_version_comes_into_force(self, principal, signed_in):
        version = VersionFactory(status="deliberating")
        item, client = voted(50, regulation_version=version), signed_in(principal)
        response = send(client, address("agenda-enact", item.pk), from_on="2026-12-01")
        assert response.url == version.get_absolute_url()
        shown = {str(fact.label): (fact.value, fact.url) for fact in client.get(response.url).context["facts"]}
        assert shown["通过或批准"] == ("第九届第三次教职工代表大会", item.get_absolute_url())


class TestOpinion:
    def test_delegate_says_it_in_one_field(self, delegate, signed_in):
        item, client = ItemFactory(), signed_in(delegate)
        url = address("item-opinion-create", item.pk)
        assert [name for name in client.get(url).context["form"].fields if name != "form_key"] == ["text"]
        response = send(client, url, text="请补充安全建设。")
        assert response.url == f"{item.get_absolute_url()}#opinions"
        assert ItemOpinion.objects.get().member == delegate.member

    def test_secretary_says_whose_words_they_are(self, secretary, delegate, signed_in):
        item, client = ItemFactory(), signed_in(secretary)
        url = address("item-opinion-create", item.pk)
        assert errors(send(client, url, text="请补充。")) == {"member": ["请选择提出人或代表团。"]}
        send(client, url, text="请补充。", member=delegate.member_id)
        assert ItemOpinion.objects.get().raised_by == delegate.name

    def test_answer_is_read_by_who_asked(self, principal, delegate, signed_in):
        opinion = ItemOpinionFactory(member=delegate.member)
        told = {"outcome": "adopted", "answer": "下学期执行。", "office": "总务处"}
        send(signed_in(principal), address("item-opinion-answer", opinion.pk), **told)
        assert "下学期执行。" in signed_in(delegate).get(opinion.item.get_absolute_url()).content.decode()

    def test_others_words_are_not_on_the_page_of_a_teacher(self, teacher, signed_in):
        opinion = ItemOpinionFactory()
        assert signed_in(teacher).get(opinion.item.get_absolute_url()).context["opinions"] == []


class TestResolution:
    def test_is_entered_from_what_was_passed(self, secretary, signed_in):
        item, client = voted(50, title="绩效办法"), signed_in(secretary)
        url = address("resolution-create", item.session_id, query=f"?item={item.pk}")
        form = client.get(url).context["form"]
        assert (form["title"].value(), form["adopted_on"].value()) == ("关于绩效办法的决议", MET_ON)
        told = {"title": "关于绩效办法的决议", "text": "<p>同意。</p>", "item": item.pk, "adopted_on": "2026-11-18"}
        resolution = Resolution.objects.get(pk=int(send(client, url, **told).url.rstrip("/").split("/")[-1]))
        assert (resolution.number, resolution.item) == (1, item)

    def test_what_was_done_may_end_it(self, secretary, signed_in):
        resolution = ResolutionFactory()
        url = address("resolution-note", resolution.pk)
        send(signed_in(secretary), url, text="已印发。", office="办公室", is_done="on")
        assert Resolution.objects.get().done_on == date(2026, 11, 22)

    def test_paper_says_when_it_was_passed(self, secretary, signed_in):
        resolution = ResolutionFactory()
        view = ResolutionPaperView()
        view.record = resolution
        assert view.get_document().subtitle == "（第九届第三次教职工代表大会决议第1号，2026年11月18日通过）"

    def test_goes_to_the_board_in_one_step(self, secretary, signed_in):
        resolution, client = ResolutionFactory(), signed_in(secretary)
        actions = client.get(resolution.get_absolute_url()).context["actions"]
        (board,) = [one.url for one in actions if str(one.label) == "起草公开"]
        form = client.get(board).context["form"]
        assert form["title"].value() == "关于学校工作报告的决议"


class TestBetween:
    def test_decision_is_entered_and_put_on_the_agenda(self, secretary, signed_in):
        term, client = TermFactory(), signed_in(secretary)
        told = {
            "term": term.pk,
            "decider": "heads",
            "title": "食堂补贴",
            "text": "同意。",
            "decided_on": "2026-10-08",
        }
        assert errors(send(client, address("interim-create"), **told, due_count="5")) == {
            "present_count": ["应到和实到人数要一起填写。"]
        }
        send(client, address("interim-create"), **told)
        session = SessionFactory(term=term)
        send(client, address("interim-report", session.pk))
        assert InterimDecision.objects.get().item == session.agenda.get()


class TestMinutes:
    def test_form_begins_with_the_records_and_keeps_what_was_written(self, secretary, signed_in):
        item, client = ItemFactory(outcome="heard"), signed_in(secretary)
        url = address("minutes-write", item.session_id)
        assert f"《{item.title}》" in client.get(url).context["form"]["text"].value()
        send(client, url, text="<p>改写的。</p>")
        assert client.get(url).context["form"]["text"].value() == "<p>改写的。</p>"
        assert f"《{item.title}》" in client.get(f"{url}?anew").context["form"]["text"].value()

    def test_are_not_written_before_the_session(self, secretary, signed_in):
        assert signed_in(secretary).get(address("minutes-write", SessionFactory().pk)).status_code == 403

    def test_are_confirmed_as_they_were_read(self, chair, signed_in):
        minutes, client = SessionMinutesFactory(), signed_in(chair)
        url = address("minutes-confirm", minutes.pk)
        read = client.get(url).context["form"]["read_version"].value()
        send(client, url, read_version=read)
        assert SessionMinutes.objects.get().status == MinutesStatus.CONFIRMED
        assert labels(client, minutes) == ["打印纪要", "纪要 Word"]


class TestSessionPage:
    def told(self, client, session):
        parts = client.get(session.get_absolute_url()).context["parts"]
        (told,) = [part.told for part in parts if part.template.endswith("_agenda.html")]
        return told

    def test_lists_items_in_order_with_what_they_lack(self, secretary, signed_in):
        session = SessionFactory()
        ItemFactory(session=session, title="乙", place=2, kind=ItemKind.PASS)
        ItemFactory(session=session, title="甲", place=1)
        lines = self.told(signed_in(secretary), session)["lines"]
        assert [(line["item"].title, bool(line["lack"])) for line in lines] == [("甲", False), ("乙", True)]

    def test_staff_see_the_agenda_without_what_is_only_for_its_keepers(self, teacher, signed_in):
        item = ItemFactory(kind=ItemKind.PASS)
        SessionMinutesFactory(session=item.session)
        told = self.told(signed_in(teacher), item.session)
        assert (len(told["lines"]), told["plans"], told["minutes"], told["reads_file"]) == (1, False, None, False)

    def test_tells_what_the_last_session_left(self, secretary, signed_in):
        ResolutionFactory(session=HeldSessionFactory(), title="关于绩效的决议")
        decision = InterimDecisionFactory(decided_on=date(2026, 11, 20))
        told = self.told(signed_in(secretary), SessionFactory(number=4))
        assert [one.title for one, _state in told["carried"]] == ["关于绩效的决议"]
        assert [one for one, _state in told["decisions"]] == [decision]


@pytest.mark.parametrize("count", [3, 12])
@pytest.mark.parametrize(
    ("name", "factory", "queries"),
    [
        ("agenda-list", ItemFactory, 10),
        ("item-opinion-list", ItemOpinionFactory, 10),
        ("resolution-list", ResolutionFactory, 10),
        ("interim-list", InterimDecisionFactory, 10),
    ],
)
def test_queries_of_lists_do_not_grow(name, factory, queries, count, secretary, signed_in, django_assert_num_queries):
    for _number in range(count):
        factory()
    client = signed_in(secretary)
    client.get(address(name))
    with django_assert_num_queries(queries):
        assert len(client.get(address(name)).context["rows"]) == count


@pytest.mark.parametrize("count", [3, 12])
def test_queries_of_an_item_do_not_grow(count, secretary, signed_in, django_assert_num_queries):
    item = ItemFactory()
    for _number in range(count):
        ItemOpinionFactory(item=item)
    client = signed_in(secretary)
    client.get(item.get_absolute_url())
    with django_assert_num_queries(15):
        client.get(item.get_absolute_url())
