"""Every write to the register: numbers without a gap, who reads what, and what is refused."""

from datetime import date, timedelta

import pytest

from affairs import services
from affairs.enums import Direction, DocumentStatus, Secrecy
from affairs.models import DocumentForward, OfficialDocument
from tests.affairs.regulations import DocumentFactory, ForwardFactory, registered, stored_again
from tests.affairs.steps import told, verbs
from tests.conftest import TODAY, make_actor
from tests.members.factories import DepartmentFactory, DepartmentPlaceFactory
from unionoffice.refusal import Refused
from unionoffice.roles import Role

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

TOMORROW = TODAY + timedelta(days=1)
YESTERDAY = TODAY - timedelta(days=1)


class TestRegister:
    def test_each_direction_and_year_has_numbers_of_its_own(self, secretary):
        made = [
            registered(secretary, document_no="1"),
            registered(secretary, document_no="2"),
            registered(secretary, direction=Direction.OUTGOING),
            registered(secretary, document_no="3", handled_on=date(2025, 12, 31)),
        ]
        numbers = [document.short_number for document in made]
        assert numbers == ["收2026-001", "收2026-002", "发2026-001", "收2025-001"]
        assert verbs(made[0]) == [("陈静", "登记")]

    def test_what_asks_for_something_is_to_be_done(self, secretary):
        assert registered(secretary).status == DocumentStatus.FILED
        assert registered(secretary, asks_for="报送总结", due_on=TOMORROW).status == DocumentStatus.PENDING

    @pytest.mark.parametrize(
        ("fields", "sentence"),
        [
            ({"handled_on": TOMORROW}, "收文日期不能晚于今天，请核对。"),
            ({"handled_on": TOMORROW, "direction": "outgoing"}, "发文日期不能晚于今天，请核对。"),
            ({"due_on": TOMORROW}, "填写了办理期限，请同时写明办理要求。"),
            ({"asks_for": "报送", "due_on": YESTERDAY}, "办理期限不能早于收发日期，请核对。"),
        ],
    )
    def test_days_that_do_not_fit_are_refused(self, secretary, fields, sentence):
        with pytest.raises(Refused, match=f"^{sentence}$"):
            registered(secretary, **fields)
        assert OfficialDocument.objects.count() == 0

    def test_same_document_twice_is_refused_until_the_first_is_struck(self, secretary):
        first = registered(secretary, document_no="市教工〔2026〕4号")
        with pytest.raises(Refused, match=r"^市教工〔2026〕4号已经登记过，登记号收2026-001，不用再登记。$"):
            registered(secretary, document_no="市教工〔2026〕4号")
        services.void_document(first, reason="登记有误", by=secretary)
        assert registered(secretary, document_no="市教工〔2026〕4号").short_number == "收2026-002"

    def test_mended_it_keeps_its_number_and_what_it_asks_for_decides_its_state(self, secretary):
        document = registered(secretary)
        services.mend_document(document, changes={"asks_for": "报送"}, by=secretary, on=TODAY)
        assert (stored_again(document).status, document.short_number) == ("pending", "收2026-001")
        services.mend_document(document, changes={"asks_for": ""}, by=secretary, on=TODAY)
        assert stored_again(document).status == "filed"

    def test_mended_into_another_year_is_refused(self, secretary):
        document = registered(secretary)
        with pytest.raises(Refused, match=r"^收2026-001是2026年的登记号"):
            services.mend_document(document, changes={"handled_on": date(2025, 1, 1)}, by=secretary, on=TODAY)

    def test_struck_one_is_neither_mended_nor_forwarded(self, secretary, teacher):
        document = DocumentFactory(status=DocumentStatus.VOID, number=5)
        with pytest.raises(Refused, match=r"^收2026-005已作废，不能修改。$"):
            services.mend_document(document, changes={}, by=secretary, on=TODAY)
        with pytest.raises(Refused, match=r"^收2026-005已作废，不能传阅。$"):
            services.forward_document(document, members=[teacher.member], by=secretary, on=TODAY)

    def test_done_with_an_outcome(self, secretary):
        document = registered(secretary, asks_for="报送总结")
        with pytest.raises(Refused, match=r"^请写明办理结果。$"):
            services.finish_document(document, outcome=" ", by=secretary, on=TODAY)
        services.finish_document(document, outcome="已报送", by=secretary, on=TODAY)
        assert (stored_again(document).status, stored_again(document).done_on) == ("done", TODAY)

    def test_struck_without_a_reason_is_refused(self, secretary):
        with pytest.raises(Refused, match=r"^请写明作废的原因。$"):
            services.void_document(DocumentFactory(), reason="", by=secretary)


class TestForward:
    def test_reaches_people_and_everybody_of_a_department_once(self, secretary, teacher):
        department = DepartmentFactory()
        place = DepartmentPlaceFactory(department=department)
        DepartmentPlaceFactory(department=department, member=teacher.member)
        document = registered(secretary)
        rows = services.forward_document(
            document, members=[teacher.member], departments=[department], by=secretary, on=TODAY
        )
        assert {row.member_id for row in rows} == {teacher.member_id, place.member_id}
        assert told(teacher) == [
            ("有文件请您阅读：关于开展师德主题教育活动的通知", f"/affairs/documents/{document.pk}/")
        ]
        assert verbs(document)[-1] == ("陈静", "传阅")

    def test_notice_of_an_internal_one_tells_its_number_only(self, secretary, teacher):
        document = registered(secretary, secrecy=Secrecy.INTERNAL)
        services.forward_document(document, members=[teacher.member], by=secretary, on=TODAY)
        assert told(teacher)[0][0] == "有文件请您阅读：收文 收2026-001"

    def test_who_has_it_is_not_given_it_twice(self, secretary, teacher):
        document = registered(secretary)
        services.forward_document(document, members=[teacher.member], by=secretary, on=TODAY)
        with pytest.raises(Refused, match=r"^所选的人都已经传阅过，没有新的传阅对象。$"):
            services.forward_document(document, members=[teacher.member], by=secretary, on=TODAY)

    def test_due_before_today_is_refused(self, secretary, teacher):
        with pytest.raises(Refused, match=r"^阅读期限不能早于今天。$"):
            services.forward_document(
                registered(secretary), members=[teacher.member], due_on=YESTERDAY, by=secretary, on=TODAY
            )

    def test_read_by_its_reader_and_once(self, secretary, teacher):
        forward = ForwardFactory(member=teacher.member)
        with pytest.raises(Refused, match=r"^只能标记自己的传阅文件。$"):
            services.read_document(forward, by=secretary, on=TODAY)
        services.read_document(forward, remark=" 同意。 ", by=teacher, on=TODAY)
        assert (stored_again(forward).read_on, stored_again(forward).remark) == (TODAY, "同意。")
        with pytest.raises(Refused, match=r"^您已经标记过已阅。$"):
            services.read_document(forward, by=teacher, on=TODAY)

    def test_taken_back_until_it_was_read(self, secretary, teacher):
        forward = ForwardFactory(member=teacher.member)
        services.read_document(forward, by=teacher, on=TODAY)
        with pytest.raises(Refused, match=r"^韩梅已经阅读，不能取消传阅。$"):
            services.recall_forward(forward, by=secretary)
        services.recall_forward(ForwardFactory(), by=secretary)
        assert list(DocumentForward.objects.all()) == [forward]


def test_internal_one_is_for_those_who_must_know(chair, secretary, principal, teacher):
    party_secretary = make_actor(Role.PARTY_SECRETARY, "高远")
    plain, internal = DocumentFactory(), DocumentFactory(secrecy=Secrecy.INTERNAL)
    ForwardFactory(document=internal, member=party_secretary.member)
    seen = {
        person.name: set(OfficialDocument.objects.visible_to(person))
        for person in (chair, secretary, principal, party_secretary, teacher)
    }
    assert seen == {
        "周敏": {plain, internal},
        "陈静": {plain, internal},
        "沈立": {plain},
        "高远": {plain, internal},
        "韩梅": set(),
    }
