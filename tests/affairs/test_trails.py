"""How a record came about, which not all who see the record are told: on its page, and in the trail of everything."""

import pytest
from django.urls import reverse

from affairs import services
from affairs.enums import ConsultationStatus, MeetingKind, MeetingStatus, VersionStatus
from tests.affairs import meetings, oversight, public_notices, regulations
from tests.affairs.factories import PostedFactory
from tests.conftest import TODAY
from unionoffice import audit
from unionoffice.audit import LogEntry

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


def forwarded(account):
    return regulations.ForwardFactory(member=account.member).document


MADE = {
    "disclosure": lambda _account: PostedFactory(),
    "notice": lambda _account: public_notices.notice_at("posted", on=TODAY),
    "consultation": lambda _account: regulations.ConsultationFactory(status=ConsultationStatus.CONCLUDED),
    "agreement": lambda _account: oversight.signed(),
    "document": forwarded,
    "meeting": lambda _account: meetings.HeldFactory(kind=MeetingKind.ALL_STAFF, status=MeetingStatus.HELD),
    "version": lambda _account: regulations.HeldFactory(),
}
"""Of each kind one that every colleague sees, or that was handed to this one."""


@pytest.mark.parametrize("kind", MADE)
def test_auditor_who_sees_a_record_as_colleagues_do_reads_nothing_of_how_it_came_about(kind, auditor, secretary):
    record = MADE[kind](auditor)
    audit.record_event(record, verb="退回修改", by=secretary, note="数字有误")
    entries = LogEntry.objects.filter(note="数字有误")
    told = [entries.visible_to(account).count() for account in (auditor, secretary)]
    assert (type(record).objects.visible_to(auditor).filter(pk=record.pk).count(), told) == (1, [0, 1])


class TestVersion:
    @pytest.fixture
    def rewritten(self, secretary):
        version = regulations.drafted(secretary, text="<p>病假扣发全部绩效。</p>")
        services.mend_version(version, changes={"text": "<p>病假按规定发放绩效。</p>"}, by=secretary)
        told = {"from_on": TODAY, "adopted_by": "第九届教代会第一次会议", "adopted_on": TODAY}
        return services.enact_version(version, **told, by=secretary, on=TODAY)

    @pytest.mark.parametrize(("viewer", "told"), [("teacher", False), ("principal", True), ("secretary", True)])
    def test_what_a_draft_said_is_not_for_everybody_who_reads_what_holds(
        self, rewritten, viewer, told, signed_in, request
    ):
        page = signed_in(request.getfixturevalue(viewer)).get(rewritten.get_absolute_url()).content.decode()
        assert ("病假扣发全部绩效" in page, "病假按规定发放绩效" in page) == (told, True)

    @pytest.mark.parametrize(("viewer", "told"), [("teacher", ""), ("principal", "起草")])
    def test_list_tells_that_a_new_version_is_drafted_to_who_may_see_it(self, viewer, told, signed_in, request):
        held = regulations.HeldFactory()
        regulations.VersionFactory(regulation=held.regulation, number=2, status=VersionStatus.DRAFT)
        rows = signed_in(request.getfixturevalue(viewer)).get(reverse("affairs:regulation-list")).context["rows"]
        assert [cell.text for row in rows for cell in row.cells if cell.label == "正在办理"] == [told or "—"]
