"""Pages of the supervision group's checks."""

import pytest

from affairs.models import BoardCheck, CheckIssue, CheckPerson
from affairs.papers import check_paper
from affairs.views.checks import with_parts
from members.models import Committee, CommitteeTerm, OfficeHolding
from tests.affairs.catalogue import ChannelFactory, CheckFactory, IssueFactory
from tests.affairs.factories import item
from tests.conftest import TODAY
from tests.members.factories import MemberFactory
from unionoffice.documents import plain_text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

TOLD = {"checked_on": "2026-11-20", "scope": "定期公开的内容", "finding": "完整。"}


def sent(client, url, **fields):
    form = client.get(url).context["form"]
    hidden = {field.html_name: field.value() for field in form.hidden_fields()}
    return client.post(url, {**hidden, **fields})


class TestRecording:
    def test_leads_to_the_check(self, auditor, signed_in):
        person, channel = MemberFactory(), ChannelFactory()
        told = TOLD | {"people": [person.pk], "channels": [channel.pk], "items": [item().pk]}
        answer = sent(signed_in(auditor), "/affairs/checks/add/", **told)
        check = BoardCheck.objects.get()
        assert answer.url == check.get_absolute_url()
        assert [one.member for one in check.people.all()] == [person]

    def test_without_people_is_refused(self, auditor, signed_in):
        answer = sent(signed_in(auditor), "/affairs/checks/add/", **TOLD)
        assert answer.context["form"].errors == {"people": ["请选择检查人。"]}

    def test_supervision_group_is_ticked_where_the_school_keeps_it_as_a_committee(self, auditor, signed_in):
        member, former = MemberFactory(), MemberFactory()
        group = Committee.objects.create(kind="other", name="公务公开监督小组")
        term = CommitteeTerm.objects.create(committee=group, number=1, from_on="2024-01-01", to_on="2029-01-01")
        OfficeHolding.objects.create(term=term, member=member, post="member", from_on="2024-01-01")
        OfficeHolding.objects.create(
            term=term, member=former, post="member", from_on="2024-01-01", to_on="2025-01-01"
        )
        form = signed_in(auditor).get("/affairs/checks/add/").context["form"]
        assert form.initial["people"] == [member.pk]

    def test_mending_keeps_what_is_no_longer_offered(self, auditor, signed_in):
        gone = ChannelFactory(to_on="2026-01-01")
        check = CheckFactory()
        check.channels.add(gone)
        person = MemberFactory()
        CheckPerson.objects.create(check_held=check, member=person)
        url = f"/affairs/checks/{check.pk}/mend/"
        form = signed_in(auditor).get(url).context["form"]
        assert (form.initial["people"], gone in form.fields["channels"].queryset) == ([person.pk], True)
        told = TOLD | {"people": [person.pk], "channels": [gone.pk], "scope": "改了"}
        assert sent(signed_in(auditor), url, **told).status_code == 302
        assert list(BoardCheck.objects.get().channels.all()) == [gone]


class TestIssues:
    def test_is_added_and_finished(self, auditor, teacher, signed_in):
        check = CheckFactory()
        told = {"problem": "字号小", "demand": "放大", "handler": teacher.member.pk, "due_on": "2026-11-30"}
        answer = sent(signed_in(auditor), f"/affairs/checks/{check.pk}/issues/add/", **told)
        issue = CheckIssue.objects.get()
        assert (answer.url, issue.handler) == (check.get_absolute_url(), teacher.member)
        url = f"/affairs/checks/issues/{issue.pk}/finish/"
        assert sent(signed_in(teacher), url, done_on="2026-11-22", outcome="已放大").status_code == 302
        assert CheckIssue.objects.get().done_on == TODAY

    def test_handler_opens_the_check_and_others_do_not_know_of_it(self, teacher, delegate, signed_in):
        issue = IssueFactory(handler=teacher.member)
        url = issue.get_absolute_url()
        assert [signed_in(who).get(url).status_code for who in (teacher, delegate)] == [200, 404]

    def test_person_of_the_check_adds_but_does_not_mend(self, teacher, signed_in):
        check = CheckFactory()
        CheckPerson.objects.create(check_held=check, member=teacher.member)
        client = signed_in(teacher)
        pages = [client.get(f"/affairs/checks/{check.pk}/{page}/").status_code for page in ("issues/add", "mend")]
        assert pages == [200, 403]


class TestPages:
    def test_list_in_a_constant_number_of_queries(self, chair, signed_in, django_assert_num_queries):
        client = signed_in(chair)
        for _one in range(3):
            IssueFactory()
        client.get("/affairs/checks/")
        with django_assert_num_queries(11):
            client.get("/affairs/checks/")
        for _one in range(5):
            issue = IssueFactory()
            CheckPerson.objects.create(check_held=issue.check_held, member=MemberFactory())
        with django_assert_num_queries(11):
            assert len(client.get("/affairs/checks/").context["rows"]) == 8

    def test_badge_says_whether_all_was_put_right(self, chair, signed_in):
        client = signed_in(chair)
        check = CheckFactory()
        assert client.get(check.get_absolute_url()).context["badge"] is None
        IssueFactory(check_held=check, done_on=TODAY, outcome="好了")
        assert client.get(check.get_absolute_url()).context["badge"].text == "已完成"
        IssueFactory(check_held=check)
        assert client.get(check.get_absolute_url()).context["badge"].text == "整改中"

    def test_paper_tells_all_of_it(self):
        issue = IssueFactory(handler__name="曹喆", done_on=TODAY, outcome="已放大")
        issue.check_held.channels.add(ChannelFactory(name="大厅公开栏"))
        CheckPerson.objects.create(check_held=issue.check_held, member=MemberFactory(name="冯岚"))
        told = plain_text(check_paper(with_parts(issue.check_held)))
        for words in (
            "2026年11月10日",
            "冯岚",
            "大厅公开栏",
            "内容完整。",
            "字号太小",
            "放大后重新张贴",
            "曹喆",
            "2026-11-22 已放大",
        ):
            assert told.count(words) == 1, words
