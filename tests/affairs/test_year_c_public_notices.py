"""Two rules that a school told of its year, recorded as what they ask for: honours and titles in three steps, and aid
under everybody's eyes. Then a busier year of the same kind.
"""

import json
from datetime import date

import pytest

from affairs import services
from affairs.enums import NameShown, NoticeObject, NoticeStatus, Sphere
from affairs.figures.public_notices import notice_figures
from affairs.models import PublicNotice
from affairs.services import Outcome
from reports.sections.public_notices import public_notices
from reports.selectors import gather
from tests.affairs.public_notices import anonymous, concluded, filed, outcomes_of, posted, settled
from tests.conftest import make_actor
from tests.members.factories import MemberFactory
from tests.unionoffice.sheets.files import CASES
from unionoffice.areas import WHOLE_UNION
from unionoffice.documents import Document, plain_text
from unionoffice.periods import calendar_year
from unionoffice.refusal import Refused
from unionoffice.roles import Role

pytestmark = pytest.mark.django_db

YEAR = calendar_year(2026)
STEPS = "three steps"
AID = "aid given is publicised"
MARCH = date(2026, 3, 2)
AFTER = date(2026, 3, 10)


def fact(words):
    lines = (CASES / "year_c.jsonl").read_text(encoding="utf-8").splitlines()
    return next(told for told in map(json.loads, lines) if words in told["what"])


def counted():
    return {figure.key: figure.text for figure in notice_figures(YEAR, WHOLE_UNION).figures if not figure.is_nothing}


class TestThreeSteps:
    @pytest.fixture
    def notice(self, secretary, principal):
        """评审小组评比, 公布栏公示无异议, 学校文件下发: each leaves its mark on the one record."""
        return posted(
            secretary,
            principal,
            NoticeObject.TITLES,
            on=MARCH,
            reviewed_on=date(2026, 2, 27),
            title="职称推荐人选公示",
        )

    def test_each_step_is_a_record_of_its_own(self, notice, secretary):
        concluded(notice, secretary, on=AFTER)
        services.document_notice(notice, document_no="校发〔2026〕3号", document_on=AFTER, by=secretary)
        steps = {
            "评审小组评比": (notice.reviewed_on, [one.name for one in notice.reviewers.filter(is_delegate=True)]),
            "公布栏公示无异议": (notice.span, notice.objections.count()),
            "学校文件下发": (notice.document_no, notice.document_on),
        }
        told = fact(STEPS)
        assert list(steps) == told["other_values"]["steps"]
        assert len(steps) == told["count"] == told["records"]
        assert steps == {
            "评审小组评比": (date(2026, 2, 27), ["王芳"]),
            "公布栏公示无异议": ("2026年3月2日至3月9日", 0),
            "学校文件下发": ("校发〔2026〕3号", AFTER),
        }

    def test_no_step_can_be_left_out(self, notice, secretary, teacher):
        with pytest.raises(Refused, match="现在是“公示中”状态，不能登记文件"):
            services.document_notice(notice, document_no="校发〔2026〕3号", document_on=AFTER, by=secretary)
        filed(notice, teacher, on=MARCH)
        with pytest.raises(Refused, match="还有1条异议没有认定"):
            concluded(notice, secretary, on=AFTER)

    def test_figures_and_summary_tell_them(self, notice, secretary):
        concluded(notice, secretary, on=AFTER)
        services.document_notice(notice, document_no="校发〔2026〕3号", document_on=AFTER, by=secretary)
        assert counted() == {
            "affairs.notices": "1次",
            "affairs.notices.people": "1人次",
            "affairs.notices.object.titles": "1次",
            "affairs.notices.people.titles": "1人次",
            "affairs.notices.delegates": "1次",
            "affairs.notices.documents": "1次",
            "affairs.notices.result.passed": "1次",
        }
        assert summary() == [
            "（一）公示",
            (
                "一年来，公示1次，涉及1人次。按公示对象分，职称评聘1次。"
                "评审小组有教职工代表参加的1次，结果已发文的1次。"
            ),
            "经公示通过的有“职称推荐人选公示”（校发〔2026〕3号）。",
        ]


class TestAid:
    def test_is_put_up_with_masked_names_and_told_to_the_congress(self, secretary, chair):
        told = fact(AID)
        assert (told["other_values"]["object"], NoticeObject.HARDSHIP.label) == ("帮扶救助", "困难帮扶")
        people = [MemberFactory() for _three in range(3)]
        notice = posted(
            secretary,
            chair,
            NoticeObject.HARDSHIP,
            sphere=Sphere.UNION,
            people=people,
            on=MARCH,
            title="帮扶名单公示",
        )
        assert notice.names_to_staff == NameShown.SURNAME
        concluded(notice, secretary, on=AFTER)
        assert PublicNotice.objects.filter(object=NoticeObject.HARDSHIP).count() == told["records"]
        assert counted()["affairs.notices.people.hardship"] == "3人次"
        assert summary()[1].endswith("困难帮扶名单公示3人次，接受教职工监督。")


class TestBusierYear:
    @pytest.fixture
    def year(self, secretary, principal, chair, teacher):
        """Honours with an objection found true, candidates without any, a notice that was given up."""
        honours = posted(
            secretary, principal, people=[MemberFactory(name="甲甲"), MemberFactory(name="乙乙")], on=MARCH
        )
        first, _second = honours.candidates.all()
        settled(anonymous(honours, candidate=first, on=MARCH), secretary, finding="true", on=MARCH)
        settled(filed(honours, teacher, on=MARCH), secretary, finding="unverifiable", on=MARCH)
        outcomes = outcomes_of(honours) | {first.pk: Outcome("failed", "材料不实，取消推荐。")}
        services.conclude_notice(honours, outcomes=outcomes, conclusion="", by=secretary, on=AFTER)
        candidates = posted(
            secretary,
            chair,
            NoticeObject.CANDIDATES,
            sphere=Sphere.UNION,
            people=[MemberFactory() for _nine in range(9)],
            on=date(2026, 9, 30),
            title="工会委员会委员候选人公示",
        )
        assert candidates.ends_on == date(2026, 10, 13)
        concluded(candidates, secretary, on=date(2026, 10, 14))
        given_up = posted(secretary, principal, NoticeObject.CADRES, on=date(2026, 6, 1), title="任职公示")
        services.withdraw_notice(given_up, reason="任职条件有误。", by=principal, on=date(2026, 6, 2))

    def test_figures(self, year):
        assert counted() == {
            "affairs.notices": "3次",
            "affairs.notices.people": "12人次",
            "affairs.notices.object.commendation": "1次",
            "affairs.notices.object.candidates": "1次",
            "affairs.notices.object.cadres": "1次",
            "affairs.notices.people.commendation": "2人次",
            "affairs.notices.people.candidates": "9人次",
            "affairs.notices.people.cadres": "1人次",
            "affairs.notices.delegates": "3次",
            "affairs.notices.result.passed": "1次",
            "affairs.notices.result.partly": "1次",
            "affairs.objections": "2条",
            "affairs.objections.named": "1条",
            "affairs.objections.anonymous": "1条",
            "affairs.objections.finding.true": "1条",
            "affairs.objections.finding.unverifiable": "1条",
        }

    def test_who_was_objected_to_with_reason_does_not_pass(self, year):
        notice = PublicNotice.objects.get(object=NoticeObject.COMMENDATION)
        assert [(one.name, one.result) for one in notice.candidates.all()] == [("甲甲", "failed"), ("乙乙", "passed")]
        assert notice.status == NoticeStatus.CONCLUDED

    def test_party_secretary_is_told_in_the_schools_own_affairs(self, year):
        party = make_actor(Role.PARTY_SECRETARY, "书记")
        assert PublicNotice.objects.visible_to(party).count() == 3


def summary():
    blocks = public_notices(gather(YEAR, WHOLE_UNION, on=date(2027, 1, 5)))
    return plain_text(Document(title="", blocks=blocks)).splitlines()
