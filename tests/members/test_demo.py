"""The people of the demo school: each point of what the office does with them can be seen there by somebody."""

from datetime import timedelta

import pytest

from members.enums import MilestoneKind
from members.models import (
    Account,
    Audience,
    Committee,
    CommitteeTerm,
    CorrectionRequest,
    Department,
    FirstPasswordSheet,
    JoinApplication,
    Member,
    MergedMember,
    OfficeHolding,
    Portrait,
    RoleGrant,
    RosterImport,
    Tag,
    UnionGroup,
)
from members.selectors import duplicate_pairs, milestones_for, terms_to_renew
from members.services import take_back_import
from unionoffice.roles import Role
from unionoffice.sheets.answers import answers_for

pytestmark = pytest.mark.django_db


class TestPeople:
    @pytest.fixture
    def secretary(self, demo, db) -> Account:
        """Today's, in the school that was built."""
        return Account.objects.get(employee_no="1002")

    def test_somebody_stands_for_each_kind_of_work(self, secretary, on):
        assert {
            "applications": sorted(JoinApplication.objects.values_list("member__employee_no", "status")),
            "corrections": list(CorrectionRequest.objects.values_list("member__employee_no", "field", "status")),
            "duplicates": [sorted(member.employee_no for member in pair) for pair in duplicate_pairs()],
            "merged": list(MergedMember.objects.values_list("employee_no", "kept__employee_no")),
            "photos": sorted(Portrait.objects.values_list("member__employee_no", flat=True)),
            "blocked": list(Account.objects.exclude(blocked_on=None).values_list("employee_no", flat=True)),
            "passwords": [(sheet.count, sheet.is_open) for sheet in FirstPasswordSheet.objects.all()],
            "closed": [str(unit) for kind in (Department, UnionGroup) for unit in kind.objects.exclude(to_on=None)],
        } == {
            "applications": [("1087", "filed"), ("1130", "approved")],
            "corrections": [("1016", "phone", "open")],
            "duplicates": [["1135", "2035"]],
            "merged": [("2036", "1136")],
            "photos": ["1001", "1002", "1015", "1016"],
            "blocked": ["1024"],
            "passwords": [(3, True)],
            "closed": ["电教中心", "电教工会小组"],
        }

    def test_roles_have_dates(self, secretary, on):
        ended = RoleGrant.objects.exclude(to_on=None).order_by("to_on").values_list("account__name", "role", "to_on")
        assert list(ended) == [
            ("王雅文", Role.SECRETARY, on - timedelta(days=901)),
            ("康祎", Role.ORGANISATION_OFFICER, on + timedelta(days=60)),
        ]

    def test_organisation_is_nested_and_led(self, secretary):
        above = UnionGroup.objects.get(name="机关后勤分工会")
        assert sorted(str(group) for group in UnionGroup.objects.filter(parent=above)) == [
            "后勤工会小组",
            "机关工会小组",
        ]
        assert not UnionGroup.objects.open().filter(leader=None).exists()
        assert Department.objects.get(name="七年级组").places.filter(is_main=False, to_on=None).exists()
        assert Tag.objects.get(name="班主任").places.current().count() == 28
        assert [str(audience) for audience in Audience.objects.all() if not audience.is_seeded] == ["班主任"]

    def test_committees_have_a_past_and_one_comes_to_its_end(self, secretary, on):
        union = Committee.objects.get(name="工会委员会")
        chairs = OfficeHolding.objects.filter(term__committee=union, post="chair").order_by("from_on")
        assert [(office.term.number, office.member.name == "周敏") for office in chairs] == [(5, False), (6, True)]
        assert [str(term) for term in terms_to_renew(on)] == ["第二届劳动争议调解委员会"]
        complete = CommitteeTerm.objects.exclude(request_no="").exclude(approval_no="").exclude(reply_no="")
        assert [str(term) for term in complete] == ["第六届工会委员会"]

    def test_year_from_this_month_has_days_of_every_kind_that_the_rules_mark(self, secretary, on):
        found = milestones_for(secretary, on.replace(day=1), on + timedelta(days=365), on=on)
        assert {one.kind for one in found} == set(MilestoneKind) - {MilestoneKind.SILVER_WEDDING}

    def test_nobody_came_here_after_the_age_of_retirement(self, secretary):
        for member in Member.objects.exclude(hired_on=None):
            assert (member.hired_on - member.birth_date).days <= 60 * 365

    def test_rosters_were_taken_in_and_the_last_can_be_taken_back(self, secretary):
        told = RosterImport.objects.order_by("pk").values_list("name", "new", "changed", "taken_back_by__name")
        assert list(told) == [
            ("新进教师.xlsx", 3, 0, None),
            ("职称变动（初稿）.xlsx", 0, 2, "陈静"),
            ("职称变动.xlsx", 0, 2, None),
        ]
        assert answers_for("members:roster") == {"单位": "department", "毕业院校": ""}
        take_back_import(RosterImport.objects.latest("pk"), by=secretary)
        assert Member.objects.get(employee_no="1018").title == "一级教师"
