"""The demo school: whole, repeatable, and never among real records."""

from collections import Counter
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import models
from django.utils import timezone

from congress.enums import Body
from congress.models import Session, Term
from congress.selectors import composition, voters_of
from finance.models import Entry
from members.models import Account, Member
from tests.conftest import TODAY
from tests.members.factories import MemberFactory
from tests.unionoffice.documents.papers import typefaces
from unionoffice.audit import own_models, trail_of
from unionoffice.demo import build_demo, is_demo
from unionoffice.documents import Document, Paragraph, render_pdf
from unionoffice.refusal import Refused
from unionoffice.roles import Role, roles_of
from welfare.enums import VisitStatus
from welfare.models import Visit


def counts() -> dict[type[models.Model], int]:
    return {model: model._default_manager.count() for model in own_models()}


def said_by_command(*arguments) -> str:
    out = StringIO()
    call_command("demo", *arguments, stdout=out)
    return out.getvalue()


@pytest.mark.django_db
class TestSchool:
    def test_has_the_people_of_a_school(self, demo):
        told = {"in_service": 128, "retired": 16, "left": 2, "dead": 1}
        assert Counter(Member.objects.values_list("service_status", flat=True)) == told
        assert Member.objects.filter(name__contains="·").exists()

    def test_has_an_account_for_every_role(self, demo):
        assert [account.role for account in demo] == [str(role.label) for role in Role]
        for account, role in zip(demo, Role, strict=True):
            holder = Account.objects.get(employee_no=account.login)
            assert role in roles_of(holder)
            assert holder.check_password(account.password)

    def test_has_a_visit_at_every_step_that_somebody_waits_for(self, demo):
        waiting = {VisitStatus.REQUESTED, VisitStatus.CHECKED, VisitStatus.APPROVED, VisitStatus.VISITED}
        assert waiting <= set(Visit.objects.values_list("status", flat=True))

    def test_books_without_a_gap_in_the_order_of_booking(self, demo):
        booked = Entry.objects.booked().order_by("year", "number")
        for year in {entry.year for entry in booked}:
            of_year = [entry for entry in booked if entry.year == year]
            assert [entry.number for entry in of_year] == list(range(1, len(of_year) + 1))
            assert [entry.booked_on for entry in of_year] == sorted(entry.booked_on for entry in of_year)

    def test_nobody_approves_or_books_their_own(self, demo):
        for visit in Visit.objects.exclude(approved_by=None):
            assert visit.approved_by != visit.requested_by
        for entry in Entry.objects.booked():
            assert len({entry.approved_by, entry.paid_by, entry.booked_by}) == 3

    @pytest.mark.parametrize("body", Body)
    def test_has_delegates_as_the_rules_ask_for_them(self, demo, body):
        term = Term.objects.get(body=body)
        shares = composition(voters_of(term, TODAY), TODAY, body=body)
        assert [share.key for share in shares if share.is_judged and not share.is_met] == []
        assert Session.objects.joint().filter(term=term, status="held").count() == 2

    def test_history_reads_as_it_would_have_grown(self, demo):
        for visit in Visit.objects.filter(status=VisitStatus.PAID).select_related("entry"):
            days = [(entry.verb, timezone.localdate(entry.timestamp)) for entry in trail_of(visit)]
            assert days == [
                ("支付慰问", visit.entry.paid_on),
                ("登记慰问", visit.visited_on),
                ("批准慰问", visit.requested_on),
                ("核对标准", visit.requested_on),
                ("申请慰问", visit.requested_on),
            ]

    def test_repeated_changes_nothing(self, demo, on):
        before = counts()
        assert build_demo(on) == demo
        assert counts() == before

    def test_every_name_prints(self, demo):
        names = "、".join(Member.objects.values_list("name", flat=True))
        drawn = typefaces(render_pdf(Document("名册", [Paragraph(f"{names}￥")])))
        assert [character for character, fonts in drawn.items() if None in fonts] == []
        assert set(names) <= drawn.keys()


@pytest.mark.django_db
class TestRefusal:
    def test_among_real_records_is_refused(self, on):
        MemberFactory()
        with pytest.raises(Refused, match=r"^数据库里已有真实数据，不能建立演示学校。$"):
            build_demo(on)
        assert (Member.objects.count(), is_demo()) == (1, False)

    def test_on_a_server_for_others_is_refused(self, on, settings):
        settings.ALLOWED_HOSTS = ["localhost", "office.example.cn"]
        with pytest.raises(Refused, match=r"office\.example\.cn"):
            build_demo(on)
        assert (Member.objects.count(), is_demo()) == (0, False)

    def test_what_fails_halfway_leaves_nothing(self, on, monkeypatch):
        monkeypatch.setattr("welfare.demo.YEAR", ("no visit",))
        with pytest.raises(AttributeError):
            build_demo(on)
        assert (Member.objects.count(), is_demo()) == (0, False)


@pytest.mark.django_db
class TestCommand:
    def test_tells_one_account_for_each_role(self):
        lines = said_by_command().splitlines()
        assert lines[0] == "演示学校的账号（密码相同）："
        assert [line.split("\t")[0].strip() for line in lines[1:]] == [str(role.label) for role in Role]

    def test_says_the_same_again(self):
        assert said_by_command() == said_by_command("--if-empty")

    def test_leaves_a_real_school_in_peace(self):
        MemberFactory()
        assert said_by_command("--if-empty") == ""
        with pytest.raises(CommandError, match="已有真实数据"):
            said_by_command()
