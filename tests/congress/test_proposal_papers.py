"""The papers of proposals, with what each reader may know, and what the board is told."""

from datetime import date
from io import BytesIO

import openpyxl
import pytest
from django.urls import reverse

from affairs.models import Disclosure
from congress.enums import ProposalStatus, Result, SecondingStatus
from congress.models import Proposal, Seconding
from congress.models.disclosing import disclosed_handling
from congress.papers.proposals import Told, answer_letter, assignment_slip, proposal_form
from tests.affairs.factories import item
from tests.conftest import TODAY, make_actor
from tests.congress.factories import ProposalFactory
from unionoffice.documents import plain_text
from unionoffice.roles import Role

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

S = ProposalStatus


@pytest.fixture
def signed():
    """A case by 苏婉, who doesn't show the name, seconded by 王磊, answered and signed."""
    proposal = ProposalFactory(
        status=S.SIGNED, number="2026-007", show_name=False, originator=make_actor(Role.DELEGATE, "苏婉").member
    )
    for name, status in (("王磊", SecondingStatus.SECONDED), ("李静", SecondingStatus.DECLINED)):
        member = make_actor(Role.DELEGATE, name).member
        Seconding.objects.create(proposal=proposal, member=member, status=status, answered_on=TODAY)
    return proposal


def printed(paper, proposal, reader, *more):
    return plain_text(paper(Told.to(proposal, reader), *more))


class TestForm:
    def test_follower_has_all_names_on_it(self, signed, secretary):
        text = printed(proposal_form, signed, secretary)
        assert [part in text for part in ("苏婉", "王磊", "李静")] == [True, True, False]
        assert [part in text for part in ("2026-007", "改善食堂早餐", "下月增加两个窗口", "☑正在解决（B类）")] == [
            True
        ] * 4

    def test_colleague_has_neither_hidden_proposer_nor_seconders(self, signed, teacher):
        text = printed(proposal_form, signed, teacher)
        assert [part in text for part in ("苏婉", "王磊", "不公开姓名", "下月增加两个窗口")] == [
            False,
            False,
            True,
            True,
        ]

    def test_answer_that_is_not_signed_stays_open(self, delegate):
        text = printed(proposal_form, ProposalFactory(status=S.ANSWERED), delegate)
        assert ("下月增加两个窗口" in text, "☑" in text) == (False, False)

    def test_reason_of_refusal_is_for_the_authors(self, delegate):
        proposal = ProposalFactory(status=S.REFUSED, originator=delegate.member)
        assert "不属于学校职权" in printed(proposal_form, proposal, delegate)
        assert "不属于学校职权" not in printed(proposal_form, proposal, make_actor(Role.DELEGATE, "王磊"))


class TestLetter:
    def test_is_addressed_to_the_proposer_and_dated_by_the_signature(self, signed, secretary):
        letter = answer_letter(Told.to(signed, secretary))
        assert letter.title == "关于第九届第三次教职工代表大会\n第2026-007号提案的答复"
        assert letter.signature.date == date(2026, 11, 20)
        text = plain_text(letter)
        assert [part in text for part in ("苏婉代表：", "下月增加两个窗口", "答复类别：正在解决（B类）")] == [
            True
        ] * 3

    def test_to_who_may_not_know_it_names_nobody(self, signed, teacher):
        text = printed(answer_letter, signed, teacher)
        assert ("提案人：" in text, "苏婉" in text) == (True, False)

    def test_needs_a_signed_answer(self, secretary):
        with pytest.raises(ValueError, match="has no signed answer"):
            answer_letter(Told.to(ProposalFactory(status=S.HANDLING), secretary))


def test_slip_says_who_answers_by_when(secretary):
    proposal = ProposalFactory(status=S.ASSIGNED, due_on=date(2026, 12, 31))
    text = printed(assignment_slip, proposal, secretary, TODAY)
    assert [part in text for part in (str(proposal.lead), "2026年12月31日", "改善食堂早餐")] == [True] * 3


class TestRegister:
    @pytest.mark.parametrize(
        ("reader", "expected"),
        [
            ("secretary", [("2026-007", "苏婉"), ("2026-008", "陈晨"), ("2026-009", "陈晨")]),
            ("delegate", [("2026-007", "苏婉"), ("2026-009", "陈晨")]),
            ("teacher", [("2026-007", "不公开姓名")]),
        ],
    )
    def test_has_exactly_what_its_reader_may_see(self, signed, signed_in, request, reader, expected):
        for number, status in (("2026-008", S.REFUSED), ("2026-009", S.FILED)):
            ProposalFactory(number=number, status=status, originator__name="陈晨")
        query = {"session": signed.session_id, "format": "xlsx"}
        content = signed_in(request.getfixturevalue(reader)).get(reverse("congress:proposal-register"), query).content
        rows = list(openpyxl.load_workbook(BytesIO(content)).active.values)
        assert [(row[0], row[3]) for row in rows if str(row[0]).startswith("2026-")] == expected

    def test_asks_which_session_first(self, signed, teacher, signed_in):
        page = signed_in(teacher).get(reverse("congress:proposal-register"))
        assert page.context["choices"] == [(signed.session_id, "第九届第三次教职工代表大会")]

    def test_cells_never_start_a_formula(self, secretary, signed_in):
        proposal = ProposalFactory(status=S.ACCEPTED, title="=1+1")
        query = {"session": proposal.session_id, "format": "xlsx"}
        content = signed_in(secretary).get(reverse("congress:proposal-register"), query).content
        cells = [cell for row in openpyxl.load_workbook(BytesIO(content)).active.iter_rows() for cell in row]
        assert [cell.data_type for cell in cells if "1+1" in str(cell.value)] == ["s"]


class TestBoard:
    def test_one_proposal_with_its_answer_and_without_the_hidden_name(self, signed):
        draft = signed.as_disclosure()
        assert draft.title == "“改善食堂早餐”办理情况"
        assert [part in draft.body for part in ("下月增加两个窗口", "不公开姓名", "苏婉")] == [True, True, False]

    def test_answer_that_is_not_signed_is_not_told(self):
        assert "下月增加两个窗口" not in ProposalFactory(status=S.ANSWERED).as_disclosure().body

    def test_text_is_text(self):
        draft = ProposalFactory(status=S.ACCEPTED, reason="<script>x</script>").as_disclosure()
        assert ("<script>" in draft.body, "&lt;script&gt;" in draft.body) == (False, True)

    def test_session_tells_numbers_of_all_and_lines_of_what_all_may_read(self, signed):
        ProposalFactory(status=S.CLOSED, originator__name="陈晨", result=Result.SOLVED)
        ProposalFactory(status=S.REFUSED, title="提高补贴")
        ProposalFactory(status=S.WITHDRAWN, title="撤回的")
        draft = disclosed_handling("第九届第三次教职工代表大会", Proposal.objects.order_by("number"))
        opening = (
            "第九届第三次教职工代表大会共收到提案3件，立案2件，不予立案1件。立案的提案中，已答复2件，已办结1件。"
        )
        assert draft.body.startswith(f"<p>{opening}</p><table>")
        told = ("陈晨", "不公开姓名", "苏婉", "提高补贴", "撤回的")
        assert [part in draft.body for part in told] == [True, True, False, False, False]

    def test_session_reaches_the_board_as_a_draft_in_one_step_and_again_later(self, signed, secretary, signed_in):
        matter = item("教职工代表大会提案办理情况")
        url = f"{reverse('congress:proposal-publicise')}?session={signed.session_id}"
        client = signed_in(secretary)
        for count in (1, 2):
            form = client.get(url).context["form"]
            assert form["item"].value() == matter.pk
            sent = {name: form[name].value() or "" for name in form.fields} | {"item": matter.pk}
            assert client.post(url, sent).status_code == 302
            assert Disclosure.objects.count() == count
        assert "共收到提案1件" in Disclosure.objects.first().body

    def test_page_of_a_case_leads_there(self, signed, secretary, teacher, signed_in):
        address = f"?source=congress.Proposal:{signed.pk}"
        shown = [
            address in signed_in(one).get(signed.get_absolute_url()).content.decode() for one in (secretary, teacher)
        ]
        assert shown == [True, False]
