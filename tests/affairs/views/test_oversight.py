"""Pages of supervision, agreements, inspections and surveys: what they show, take and how much they ask."""

from decimal import Decimal
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from affairs import services
from affairs.models import Agreement, AgreementCheck, Inspection, InspectionScheme, Supervision, SurveyQuestion
from tests.affairs.factories import PostedFactory
from tests.affairs.oversight import (
    agreement_at,
    check,
    closed_supervision,
    demand,
    inspection,
    marks,
    scheme,
    signed,
    supervision,
)
from tests.affairs.surveys import closed, running, survey
from tests.conftest import TODAY
from tests.members.factories import MemberFactory
from tests.members.views.forms import errors, fill
from unionoffice.sources import SourceRef

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


def page(name, *args):
    return reverse(f"affairs:{name}", args=args)


def labels(response):
    return [str(action.label) for action in response.context["actions"]]


def facts(response):
    return {str(fact.label): str(fact.value) for fact in response.context["facts"]}


LISTS = {
    "supervision-list": lambda n: [supervision(title=f"采购{i}") for i in range(n)],
    "agreement-list": lambda n: [signed(title=f"合同{i}") for i in range(n)],
    "agreement-check-list": lambda n: [check(signed()) for _turn in range(n)],
    "inspection-list": lambda n: [inspection(title=f"检查{i}") for i in range(n)],
    "rectification-list": lambda n: [demand(inspection()) for _turn in range(n)],
    "scheme-list": lambda n: [scheme(name=f"方案{i}", valid_from=2000 + n) for i in range(n)],
    "survey-list": lambda n: [survey(title=f"问卷{i}") for i in range(n)],
}


def queries(client, url):
    """How many the page asks, once everything that is kept in memory is there."""
    client.get(url)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(url).status_code == 200
    return len(asked)


@pytest.mark.parametrize("name", LISTS)
def test_list_asks_as_much_for_many_rows_as_for_few(name, chair, signed_in):
    client, asked = signed_in(chair), []
    for n in (3, 12):
        LISTS[name](n)
        asked.append(queries(client, page(name)))
    assert asked[0] == asked[1] <= 10
    assert len(client.get(page(name)).context["rows"]) == 15


def test_score_sheet_asks_as_much_for_much_evidence_as_for_little(secretary, chair, signed_in):
    made = inspection(secretary, scheme=scheme(secretary))
    services.score_inspection(made, marks=marks(made), by=secretary)
    client, asked = signed_in(chair), []
    for _turn in range(2):
        for score in made.scores.all():
            posted = PostedFactory()
            services.link_evidence(score, SourceRef.to(posted), note="", by=secretary)
        asked.append(queries(client, made.get_absolute_url()))
    assert asked[0] == asked[1]


def test_results_of_a_survey_ask_as_much_for_many_questions_as_for_few(secretary, signed_in):
    client = signed_in(secretary)
    few = closed(secretary, questions=(("scale", ()),) * 2, answers=[[n, n] for n in range(5)])
    many = closed(secretary, questions=(("scale", ()),) * 9, answers=[[n] * 9 for n in range(5)])
    assert queries(client, few.get_absolute_url()) == queries(client, many.get_absolute_url())


class TestSupervision:
    def test_is_entered_with_people_by_capacity(self, secretary, signed_in):
        MemberFactory(name="许晴晴"), MemberFactory(name="魏雅雅")
        client, url = signed_in(secretary), page("supervision-record")
        typed = {"kind": "canteen", "title": "大米询价", "part": "prices", "held_on": TODAY}
        people = {"people_committee": "许晴晴", "people_delegate": "魏雅雅"}
        made = Supervision.objects.get(pk=client.post(url, fill(client, url, **typed, **people)).url.split("/")[-2])
        shown = facts(client.get(made.get_absolute_url()))
        assert shown["参加人员"] == "工会委员许晴晴，教代会代表魏雅雅"
        mend = page("supervision-mend", made.pk)
        assert client.get(mend).context["form"]["people_delegate"].value() is not None
        wrong = client.post(url, fill(client, url, **typed, people_committee="许晴晴", people_delegate="许晴晴"))
        assert errors(wrong) == {"people_delegate": ["有人已经写在别的身份里，同一个人只写一次。"]}

    def test_auditor_enters_what_concerns_the_books_only(self, auditor, signed_in):
        form = signed_in(auditor).get(page("supervision-record")).context["form"]
        assert [value for value, _label in form.fields["kind"].choices] == ["finance"]

    def test_staff_see_what_they_took_part_in_and_nothing_else(self, teacher, signed_in):
        own = supervision(people=[(teacher.member_id, "delegate")], finding="缺报价单")
        client = signed_in(teacher)
        assert facts(client.get(own.get_absolute_url()))["监督意见"] == "缺报价单"
        assert client.get(closed_supervision().get_absolute_url()).status_code == 404

    def test_leads_to_the_board_once(self, secretary, signed_in):
        made, client = closed_supervision(secretary), signed_in(secretary)
        assert labels(client.get(made.get_absolute_url())) == ["起草公开", "打印记录表"]
        PostedFactory(title="监督情况", source=SourceRef.to(made))
        response = client.get(made.get_absolute_url())
        assert (labels(response), facts(response)["公开事项"]) == (["打印记录表"], "监督情况（公开中）")

    def test_paper_is_printed(self, secretary, signed_in):
        response = signed_in(secretary).get(page("supervision-paper", closed_supervision(secretary).pk))
        assert (response["Content-Type"], response.content[:4]) == ("application/pdf", b"%PDF")


class TestAgreement:
    def test_is_drafted_with_a_clause_a_line_and_recorded_when_signed(self, secretary, signed_in):
        client, url = signed_in(secretary), page("agreement-draft")
        typed = {"title": "集体合同", "employer": "明德中学", "clauses": "一条\n\n 二条 "}
        client.post(url, fill(client, url, **typed))
        assert [clause.text for clause in Agreement.objects.get().clauses.all()] == ["一条", "二条"]
        url = page("agreement-record")
        days = {"signed_on": "2026-03-02", "from_on": "2026-03-02", "to_on": "2029-03-01"}
        client.post(url, fill(client, url, **typed, **days, employer_signer="沈立", union_signer="周敏"))
        assert Agreement.objects.signed().get().term == "2026年3月2日至2029年3月1日"

    def test_staff_read_a_signed_one_without_talks_and_checks(self, teacher, chair, signed_in):
        made = agreement_at("filed")
        check(made)
        shown = [signed_in(viewer).get(made.get_absolute_url()).context for viewer in (teacher, chair)]
        assert [("rounds" in context, len(context["trail"]) > 0) for context in shown] == [
            (False, False),
            (True, True),
        ]
        assert signed_in(teacher).get(agreement_at("passed").get_absolute_url()).status_code == 404

    def test_is_checked_clause_by_clause(self, secretary, signed_in):
        made, client = signed(secretary), signed_in(secretary)
        url = page("agreement-check", made.pk)
        first, second = made.clauses.all()
        typed = {"checked_on": TODAY, "people": "周敏", f"kept_{first.pk}": "kept"}
        refused = client.post(url, fill(client, url, **typed))
        assert errors(refused) == {"": ["第2条还没有填写履行情况。"]}
        client.post(url, fill(client, url, **typed, **{f"kept_{second.pk}": "not_kept", f"note_{second.pk}": "超时"}))
        assert [str(one) for one in AgreementCheck.objects.get().findings.all()] == ["1 已履行", "2 未履行"]

    @pytest.mark.parametrize("status", ["draft", "filed"])
    def test_paper_is_printed(self, secretary, signed_in, status):
        made = agreement_at(status, secretary)
        assert signed_in(secretary).get(page("agreement-paper", made.pk)).content[:4] == b"%PDF"


class TestInspection:
    def test_scheme_is_pasted_and_copied(self, secretary, signed_in):
        client, url = signed_in(secretary), page("scheme-add")
        typed = {"name": "评分", "issuer": "市教育工会", "full_mark": "100", "items": "甲\t一\t60\t标准\n\t二\t30"}
        refused = client.post(url, fill(client, url, **typed))
        assert errors(refused) == {"": ["各项分值合计90分，与满分100分不符，请核对。"]}
        client.post(url, fill(client, url, **{**typed, "items": f"{typed['items']}\n乙\t\t10"}))
        made = InspectionScheme.objects.get()
        copied = client.get(f"{url}?copy={made.pk}").context["form"]
        assert copied["items"].value().splitlines() == ["甲\t一\t60\t标准", "甲\t二\t30\t", "乙\t\t10\t"]
        assert client.get(f"{url}?copy=99").status_code == 404

    def test_is_scored_and_concluded(self, secretary, signed_in):
        made, client = inspection(secretary, scheme=scheme(secretary)), signed_in(secretary)
        url = page("inspection-score", made.pk)
        given = {f"score_{score.item_id}": score.item.full_mark for score in made.scores.all()}
        lost = made.scores.get(item__title="入会率").item_id
        client.post(url, fill(client, url, **{**given, f"score_{lost}": "18.5", f"reason_{lost}": "两人"}))
        assert Inspection.objects.get().score == Decimal("98.5")
        end = page("inspection-conclude", made.pk)
        client.post(end, fill(client, end, result="优秀"))
        assert Inspection.objects.get().score_text == "98.5分（满分100分）"

    def test_sheet_goes_out_as_paper_and_workbook(self, secretary, signed_in):
        made, client = inspection(secretary, scheme=scheme(secretary)), signed_in(secretary)
        services.score_inspection(made, marks=marks(made), by=secretary)
        assert client.get(page("inspection-paper", made.pk)).content[:4] == b"%PDF"
        book = load_workbook(BytesIO(client.get(page("inspection-workbook", made.pk)).content))
        rows = [[cell for cell in row if cell is not None] for row in book.active.iter_rows(values_only=True)]
        assert ["组织建设", 60, 60] in rows
        assert client.get(page("inspection-paper", inspection(secretary).pk)).status_code == 403

    def test_evidence_is_found_and_linked(self, secretary, signed_in):
        made, client = inspection(secretary, scheme=scheme(secretary)), signed_in(secretary)
        score, posted = made.scores.last(), PostedFactory(title="食堂账目", number=5)
        url = f"{page('evidence-link', score.pk)}?q=食堂"
        response = client.post(url, fill(client, url, found=f"affairs.Disclosure:{posted.pk}", note="附照片"))
        assert response.url == score.get_absolute_url()
        ((evidence, shown),) = client.get(response.url).context["evidence"]
        assert (shown.text, evidence.note) == ("食堂账目", "附照片")
        client.post(page("evidence-unlink", evidence.pk), fill(client, page("evidence-unlink", evidence.pk)))
        assert score.evidence.count() == 0


class TestSurvey:
    def test_question_is_added_changed_and_taken_out(self, secretary, signed_in):
        made, client = survey(secretary, questions=()), signed_in(secretary)
        url = page("question-add", made.pk)
        client.post(url, fill(client, url, text="去哪里", kind="single", choices="甲\n乙", position=1))
        question = SurveyQuestion.objects.get()
        mend = page("question-mend", question.pk)
        client.post(mend, fill(client, mend, choices="甲\n乙\n丙"))
        assert SurveyQuestion.objects.get().options == ["甲", "乙", "丙"]
        gone = page("question-delete", question.pk)
        assert client.post(gone, fill(client, gone)).url == made.get_absolute_url()
        assert SurveyQuestion.objects.count() == 0

    def test_results_stand_with_charts_and_go_out(self, secretary, signed_in):
        questions, client = (("satisfaction", ()), ("text", ())), signed_in(secretary)
        made = closed(secretary, questions=questions, answers=[[0, f"话{n}"] for n in range(5)])
        shown = client.get(made.get_absolute_url()).content.decode()
        assert ("data-chart" in shown, "话0" in shown) == (True, True)
        assert client.get(page("survey-paper", made.pk)).content[:4] == b"%PDF"
        book = load_workbook(BytesIO(client.get(page("survey-workbook", made.pk)).content))
        assert book.sheetnames == ["合计", "第2题"]

    def test_too_few_answers_show_nothing(self, secretary, signed_in):
        made = closed(secretary, answers=[3, 3])
        shown = signed_in(secretary).get(made.get_absolute_url()).content.decode()
        assert ("答卷不足5份" in shown, "占比" in shown) == (True, False)

    def test_keeper_of_a_running_one_sees_a_number_alone(self, secretary, signed_in):
        response = signed_in(secretary).get(running(secretary).get_absolute_url())
        assert (facts(response)["回收份数"], response.context["totals"]) == ("0", [])
