"""Pages of public notices: what each reader is shown of the names, and what an approver is asked."""

import re
from datetime import date

import pytest
from django.apps import apps
from django.urls import reverse

from affairs import services
from affairs.enums import NameShown, NoticeObject, NoticeStatus
from affairs.models import NoticeCandidate, Objection, PublicNotice
from affairs.selectors import open_notices
from affairs.views.tickets import NOTICE, ticket_of
from members.models import Account
from tests.affairs.public_notices import (
    MONDAY,
    anonymous,
    concluded,
    drafted,
    filed,
    notice_at,
    posted,
    submitted,
)
from tests.conftest import TODAY, make_actor
from tests.members.factories import MemberFactory
from unionoffice.codes import digest_of, new_slip, normalised
from unionoffice.formkeys import new_key
from unionoffice.roles import Role

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

FRIDAY = date(2026, 11, 20)
NAMES = ("张静怡", "欧阳玥", "阿依古丽·买买提", "玥")


def people():
    return [MemberFactory(name=name) for name in NAMES]


def names_on(response):
    """The names as the page tells them, in their order."""
    return [name for _one, name, _result in response.context["people"]]


@pytest.fixture
def hardship(secretary, principal):
    return posted(secretary, principal, NoticeObject.HARDSHIP, people=people(), on=FRIDAY, is_public=True)


class TestNames:
    MASKED = ("张某", "欧阳某", "阿某", "某某")

    def test_masked_object_is_masked_for_the_staff_on_board_and_record(self, hardship, teacher, signed_in):
        client = signed_in(teacher)
        for url in (hardship.get_board_url(), hardship.get_absolute_url()):
            response = client.get(url)
            assert tuple(names_on(response)) == self.MASKED
            page = response.content.decode()
            assert [name for name in NAMES[:3] if name in page] == []

    def test_masked_object_is_masked_for_strangers(self, hardship, client):
        assert tuple(names_on(client.get(hardship.get_board_url()))) == self.MASKED

    def test_office_sees_the_record_in_full_and_the_board_as_it_hangs(self, hardship, secretary, signed_in):
        client = signed_in(secretary)
        assert tuple(names_on(client.get(hardship.get_absolute_url()))) == NAMES
        assert tuple(names_on(client.get(hardship.get_board_url()))) == self.MASKED

    def test_honours_are_told_in_full_to_the_staff_and_never_to_strangers(
        self, secretary, principal, teacher, client, signed_in
    ):
        notice = posted(secretary, principal, people=people(), on=FRIDAY, is_public=True)
        assert tuple(names_on(signed_in(teacher).get(notice.get_board_url()))) == NAMES
        assert tuple(names_on(client.get(notice.get_board_url()))) == self.MASKED

    def test_masked_name_is_not_found_by_search(self, hardship, teacher, secretary):
        assert list(PublicNotice.objects.matching("张静怡", teacher)) == []
        assert list(PublicNotice.objects.matching("张静怡", secretary)) == [hardship]

    def test_name_in_full_is_found_once(self, secretary, principal, teacher):
        notice = posted(secretary, principal, people=people(), on=FRIDAY)
        assert list(PublicNotice.objects.matching("静怡", teacher)) == [notice]

    def test_choice_of_whom_an_objection_is_about_is_masked_too(self, hardship, teacher, signed_in):
        page = signed_in(teacher).get(reverse("affairs:notice-object", args=[hardship.pk])).content.decode()
        assert ("张某" in page, "张静怡" in page) == (True, False)

    def test_anonymous_page_masks_too(self, hardship, client):
        page = client.get(reverse("affairs:objection-anonymous", args=[ticket_of(NOTICE, hardship.pk, TODAY)]))
        assert ("张某" in page.content.decode(), "张静怡" in page.content.decode()) == (True, False)

    @pytest.mark.parametrize(
        ("how", "shown"),
        [
            (NameShown.FULL, NAMES),
            (NameShown.SURNAME, ("张某", "欧阳某", "阿某", "某某")),
            (NameShown.INITIAL, ("张**", "欧**", "阿**", "**")),
            (NameShown.HIDDEN, ("第1位", "第2位", "第3位", "第4位")),
        ],
    )
    def test_every_way_of_naming(self, how, shown):
        rows = [NoticeCandidate(name=name, place=place) for place, name in enumerate(NAMES, start=1)]
        assert tuple(row.shown_name(how) for row in rows) == shown

    def test_rare_character_keeps_its_own(self):
        assert NoticeCandidate(name="𬱖丽").shown_name(NameShown.INITIAL) == "𬱖**"

    def test_disclosure_of_the_result_is_masked(self, hardship, secretary):
        body = concluded(hardship, secretary, on=date(2026, 11, 28)).as_disclosure().body
        assert [name for name in NAMES[:3] if name in body] == []
        assert body.splitlines()[0] == "2026年11月20日至11月27日公示，结果如下："


class TestBoard:
    def test_stranger_sees_only_what_was_approved_for_everybody(self, secretary, principal, client):
        inside = posted(secretary, principal, on=FRIDAY)
        assert client.get(inside.get_board_url()).status_code == 404
        assert client.get(reverse("affairs:board-notice", args=["2026-999"])).status_code == 404

    def test_days_left_are_told_and_the_button_leads_to_objecting(self, secretary, principal, teacher, signed_in):
        notice = posted(secretary, principal, on=FRIDAY)
        response = signed_in(teacher).get(notice.get_board_url())
        assert response.context["notice"].days_left == 5
        assert response.context["may_object"]

    @pytest.fixture
    def called_off(self, hardship, principal):
        return services.withdraw_notice(hardship, reason="名单有误，将重新公示。", by=principal, on=TODAY)

    @pytest.mark.parametrize("inside", [True, False])
    def test_of_what_was_called_off_it_tells_why_and_nobodys_name(
        self, called_off, teacher, client, signed_in, inside
    ):
        page = (signed_in(teacher) if inside else client).get(called_off.get_board_url()).content.decode()
        assert "2026年11月22日已终止：名单有误，将重新公示。" in page
        told = (called_off.contact_phone, "张某", "欧阳某", "公示名单")
        assert [words for words in told if words in page] == []

    def test_record_paper_and_files_of_what_was_called_off_are_gone_for_colleagues(
        self, called_off, teacher, secretary, signed_in
    ):
        urls = (called_off.get_absolute_url(), reverse("affairs:notice-paper", args=[called_off.pk]))
        for account, status in ((teacher, 404), (secretary, 200)):
            assert [signed_in(account).get(url).status_code for url in urls] == [status, status]

    def test_what_was_called_off_is_forgotten_in_time(self, called_off, client, time_machine):
        time_machine.move_to("2026-12-23 09:00+08:00")
        assert client.get(called_off.get_board_url()).status_code == 404

    def test_what_was_called_off_inside_is_not_there_for_strangers(self, secretary, principal, client):
        inside = posted(secretary, principal, on=FRIDAY)
        services.withdraw_notice(inside, reason="名单有误。", by=principal, on=TODAY)
        assert client.get(inside.get_board_url()).status_code == 404

    def test_stranger_is_not_offered_to_object(self, hardship, client):
        assert not client.get(hardship.get_board_url()).context["may_object"]

    def test_over_it_waits_for_its_result(self, secretary, principal, teacher, signed_in):
        notice = posted(secretary, principal, on=MONDAY)
        response = signed_in(teacher).get(notice.get_board_url())
        assert (response.context["notice"].days_left, response.context["may_object"]) == (0, False)
        assert "公示期已满，结果待公布。" in response.content.decode()

    def test_result_hangs_as_long_as_the_rule_says(self, secretary, principal, teacher, signed_in):
        fresh = concluded(posted(secretary, principal, on=date(2026, 10, 15)), secretary, on=date(2026, 10, 23))
        gone = concluded(posted(secretary, principal, on=date(2026, 10, 14)), secretary, on=date(2026, 10, 22))
        client = signed_in(teacher)
        assert [client.get(one.get_board_url()).status_code for one in (fresh, gone)] == [200, 404]
        assert client.get(gone.get_absolute_url()).status_code == 404

    def test_what_hangs_comes_before_results_and_the_next_to_end_first(self, secretary, principal, teacher):
        later = posted(secretary, principal, on=FRIDAY)
        sooner = posted(secretary, principal, on=date(2026, 11, 18))
        over = concluded(posted(secretary, principal, on=MONDAY), secretary)
        told = open_notices(teacher, TODAY)
        assert [one.pk for one in told] == [sooner.pk, later.pk, over.pk]
        assert [getattr(one, "days_left", None) for one in told] == [3, 5, None]

    def test_front_page_asks_the_same_for_one_and_for_three(
        self, secretary, principal, teacher, django_assert_num_queries
    ):
        for _more in (1, 3):
            while PublicNotice.objects.count() < _more:
                posted(secretary, principal, on=FRIDAY)
            with django_assert_num_queries(2):
                open_notices(teacher, TODAY)


class TestReview:
    def answer(self, notice, **fields):
        return {"form_key": new_key(), "read_version": notice.version, "comment": "", **fields}

    def test_preview_shows_what_will_be_read(self, secretary, principal, signed_in):
        notice = submitted(secretary, NoticeObject.HARDSHIP, people=people(), on=FRIDAY)
        response = signed_in(principal).get(notice.get_review_url())
        assert tuple(names_on(response)) == TestNames.MASKED
        assert (response.context["ends_on"], response.context["outside"]) == (
            date(2026, 11, 27),
            list(TestNames.MASKED),
        )

    @pytest.mark.parametrize(("ticked", "is_public"), [({}, False), ({"is_public": "on"}, True)])
    def test_for_strangers_only_where_it_is_ticked(self, secretary, principal, signed_in, ticked, is_public):
        notice = submitted(secretary, on=FRIDAY)
        data = self.answer(notice, decision="approve", **ticked)
        response = signed_in(principal).post(notice.get_review_url(), data)
        assert (response.status_code, response.url) == (302, reverse("affairs:review"))
        notice.refresh_from_db()
        assert (notice.status, notice.is_public, notice.posted_on) == (NoticeStatus.POSTED, is_public, TODAY)

    def test_return_wants_a_comment(self, secretary, principal, signed_in):
        notice = submitted(secretary, on=FRIDAY)
        response = signed_in(principal).post(notice.get_review_url(), self.answer(notice, decision="return"))
        assert response.context["form"].errors == {"comment": ["请写明退回的意见。"]}

    def test_it_waits_in_the_one_queue(self, secretary, principal, signed_in):
        notice = submitted(secretary, on=FRIDAY)
        waiting = signed_in(principal).get(reverse("affairs:review")).context["waiting"]
        assert [(one.kind, one.title, one.url) for one in waiting] == [
            ("公示", notice.title, notice.get_review_url())
        ]


class TestAnonymousPage:
    def post(self, client, notice, **fields):
        url = reverse("affairs:objection-anonymous", args=[ticket_of(NOTICE, notice.pk, TODAY)])
        return client.post(url, {"text": "评分表没有公布。", "slip": new_slip(), **fields})

    def test_author_is_in_no_table(self, hardship, delegate, signed_in):
        client = signed_in(delegate)
        before = naming(delegate)
        assert self.post(client, hardship).status_code == 200
        assert naming(delegate) == before
        assert Objection.objects.get().is_anonymous

    def test_code_shows_what_became_of_it(self, hardship, delegate, secretary, signed_in, client):
        page = self.post(signed_in(delegate), hardship)
        code = page.context["code"]
        assert re.fullmatch(r"[0-9A-Z]{4}(-[0-9A-Z]{4}){3}", code)
        assert Objection.objects.get().code_digest == digest_of(normalised(code))
        followed = client.post(reverse("affairs:objection-follow"), {"code": code.lower()})
        assert followed.context["objection"] == Objection.objects.get()
        assert "no-store" in page["Cache-Control"]

    def test_wrong_code_is_answered_like_none(self, client):
        response = client.post(reverse("affairs:objection-follow"), {"code": "AAAA-BBBB-CCCC-DDDD"})
        assert (response.status_code, response.context["form"].errors) == (
            200,
            {"code": ["没有这个查询码，请核对后重新输入。"]},
        )

    def test_what_is_over_takes_none(self, secretary, principal, client):
        notice = posted(secretary, principal, on=MONDAY)
        response = self.post(client, notice)
        assert response.status_code == 200
        assert "公示期已过" in response.content.decode()
        assert not Objection.objects.exists()

    def test_page_opened_too_long_ago_can_be_sent_with_the_slip_that_it_shows_then(self, hardship, client):
        refused = self.post(client, hardship, slip="gone")
        assert "再按一次" in refused.content.decode()
        assert self.post(client, hardship, slip=refused.context["slip"]).context["code"]

    def test_ticket_of_another_kind_or_of_last_month_admits_to_nothing(self, hardship, client):
        for ticket in (ticket_of("m", hardship.pk, TODAY), ticket_of(NOTICE, hardship.pk, date(2026, 10, 1))):
            assert client.get(reverse("affairs:objection-anonymous", args=[ticket])).status_code == 404


def naming(account: Account) -> dict[str, int]:
    """How many rows of each table hold the account's or the member's key in a link, or the name in a text."""
    found = {}
    for model in apps.get_models():
        links = [field.attname for field in model._meta.concrete_fields if field.related_model is Account]
        own = [field.attname for field in model._meta.concrete_fields if field.related_model is type(account.member)]
        count = 0
        for row in model._default_manager.values():
            count += any(row[name] == account.pk for name in links)
            count += any(row[name] == account.member_id for name in own)
            count += any(account.name in str(value) or account.employee_no in str(value) for value in row.values())
        if count:
            found[model._meta.label] = count
    return found


class TestObjectionPages:
    def test_author_reads_the_reply_but_not_how_it_was_found(self, secretary, principal, teacher, signed_in):
        notice = posted(secretary, principal, on=FRIDAY)
        objection = filed(notice, teacher, on=FRIDAY)
        signed_in(secretary).post(
            reverse("affairs:objection-settle", args=[objection.pk]),
            {"form_key": new_key(), "finding": "untrue", "text": "内部核查情况", "reply": "材料属实。"},
        )
        page = signed_in(teacher).get(objection.get_absolute_url()).content.decode()
        assert ("材料属实。" in page, "内部核查情况" in page) == (True, False)

    def test_colleague_cannot_open_somebody_elses(self, secretary, principal, teacher, delegate, signed_in):
        objection = filed(posted(secretary, principal, on=FRIDAY), teacher, on=FRIDAY)
        assert signed_in(delegate).get(objection.get_absolute_url()).status_code == 404

    def test_record_page_shows_objections_only_to_who_looks_into_them(self, secretary, principal, teacher, signed_in):
        notice = posted(secretary, principal, on=FRIDAY)
        anonymous(notice, on=FRIDAY)
        publicity = make_actor(Role.PUBLICITY_OFFICER, "宣传")
        seen = [
            len(signed_in(account).get(notice.get_absolute_url()).context["objections"])
            for account in (secretary, principal, publicity, teacher)
        ]
        assert seen == [1, 1, 0, 0]


class TestWriting:
    def names(self, client, notice, text):
        return client.post(reverse("affairs:notice-names", args=[notice.pk]), {"form_key": new_key(), "names": text})

    def test_list_is_read_line_by_line(self, secretary, signed_in):
        MemberFactory(name="赵敏", employee_no="00801")
        MemberFactory(name="钱伟", employee_no="00802")
        notice = drafted(secretary)
        text = "赵敏，市级优秀教师\n00802\t困难帮扶\t2,000.00\n\n王芳（校外：江城大学），特邀专家"
        assert self.names(signed_in(secretary), notice, text).status_code == 302
        told = [(one.name, one.department, one.proposed, one.amount) for one in notice.candidates.all()]
        assert told == [
            ("赵敏", "", "市级优秀教师", None),
            ("钱伟", "", "困难帮扶", 2000),
            ("王芳", "江城大学", "特邀专家", None),
        ]

    def test_each_wrong_line_is_told(self, secretary, signed_in):
        MemberFactory(name="赵敏", employee_no="00801")
        MemberFactory(name="赵敏", employee_no="00802")
        response = self.names(signed_in(secretary), drafted(secretary), "赵敏\n没这个人\n孙明（00801）")
        assert response.context["form"].errors["names"] == [
            "第1行：有2位赵敏，请写工号：00801、00802。",
            "第2行：教职工名册里没有“没这个人”。校外人员请写成“没这个人（校外：单位）”。",
            "第3行：工号00801不是孙明，请核对。",
        ]

    def test_department_head_writes_for_the_department(self, principal, signed_in):
        head = make_actor(Role.DEPARTMENT_HEAD, "部门")
        form = signed_in(head).get(reverse("affairs:notice-draft")).context["form"]
        assert [value for value, _label in form.fields["sphere"].choices] == ["school"]


class TestListAndPapers:
    def test_list_asks_the_same_for_three_and_for_six(
        self, secretary, principal, signed_in, django_assert_num_queries
    ):
        client = signed_in(secretary)
        url = reverse("affairs:notice-list")
        for count in (3, 6):
            while PublicNotice.objects.count() < count:
                posted(secretary, principal, on=FRIDAY)
            client.get(url)
            with django_assert_num_queries(11):
                client.get(url)

    def test_record_asks_the_same_for_one_and_for_four(
        self, secretary, principal, teacher, signed_in, django_assert_num_queries
    ):
        client = signed_in(secretary)
        few = posted(secretary, principal, on=FRIDAY)
        many = posted(secretary, principal, on=FRIDAY, people=people())
        filed(few, teacher, on=FRIDAY)
        for _more in range(3):
            filed(many, teacher, on=FRIDAY, text="又一条。")
        for notice in (few, many):
            client.get(notice.get_absolute_url())
            with django_assert_num_queries(19):
                client.get(notice.get_absolute_url())

    @pytest.mark.parametrize(("query", "kind"), [("", "pdf"), ("?format=docx", "docx")])
    def test_paper_is_handed_out(self, hardship, teacher, signed_in, query, kind):
        response = signed_in(teacher).get(reverse("affairs:notice-paper", args=[hardship.pk]) + query)
        assert response["Content-Disposition"].endswith(f".{kind}")

    def test_every_state_opens(self, secretary, signed_in):
        client = signed_in(secretary)
        for status in NoticeStatus:
            assert client.get(notice_at(status).get_absolute_url()).status_code == 200
