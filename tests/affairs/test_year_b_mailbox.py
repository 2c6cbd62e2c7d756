"""A school's year as its union told it: its mailboxes are recorded, counted and told again."""

import json
from datetime import date

import pytest

from affairs import services
from affairs.enums import MailboxKind
from affairs.figures.mailbox import mailbox_figures
from affairs.models import BoxOpening, Mailbox
from reports.sections.mailbox import mailboxes
from reports.selectors import gather
from tests.affairs.letters import closed, on_paper
from tests.unionoffice.sheets.files import CASES
from unionoffice.areas import WHOLE_UNION
from unionoffice.documents import Document, plain_text
from unionoffice.periods import calendar_year
from unionoffice.roles import Role

pytestmark = pytest.mark.django_db

YEAR = calendar_year(2013)
HUNG = "Headmaster's mailbox hung in the teaching building; leaders' phone numbers posted"
OPINIONS = "Headmaster's opinion box"
PHONES = "校长 88001\n书记 88002\n工会主席 88003"


def fact(what):
    lines = (CASES / "year_b.jsonl").read_text(encoding="utf-8").splitlines()
    return next(told for told in map(json.loads, lines) if told["what"] == what)


def record(what, name, **fields):
    told = fact(what)["other_values"]
    place = told.get("place", "办公楼")
    phones = PHONES if told.get("phones") else ""
    mailbox = Mailbox(
        name=name,
        kind=MailboxKind.HUNG,
        role=Role.PRINCIPAL,
        place=place,
        phones=phones,
        takes_letters_here=False,
        in_use_from=date(2013, 3, 1),
    )
    return services.save_mailbox(mailbox, **fields)


def counted():
    return {figure.key: figure.text for figure in mailbox_figures(YEAR, WHOLE_UNION).figures if not figure.is_nothing}


def told_in_summary():
    section = mailboxes(gather(YEAR, WHOLE_UNION, on=date(2014, 1, 5)))
    return plain_text(Document(title="", blocks=section)).splitlines()


@pytest.mark.parametrize(("what", "name"), [(HUNG, "校长信箱"), (OPINIONS, "校长意见箱")])
def test_each_fact_comes_out_as_it_was_told(secretary, what, name):
    record(what, name, by=secretary)
    told = fact(what)
    assert Mailbox.objects.filter(in_use_from__isnull=False).count() == told["records"]
    assert counted()["affairs.mailbox"] == f"{told['count']}{told['unit']}"


def test_both_with_the_phones_stand_in_the_summary(secretary):
    record(HUNG, "校长信箱", by=secretary)
    record(OPINIONS, "校长意见箱", by=secretary)
    assert counted() == {
        "affairs.mailbox": "2个",
        "affairs.mailbox.kind.hung": "2个",
        "affairs.mailbox.phones": "3个",
    }
    assert told_in_summary() == ["（一）信箱与来信", "学校设有信箱2个，其中挂设2个，公布领导电话3个。"]


def test_twelve_letters_in_the_box_all_answered(secretary, principal, teacher):
    box = record(HUNG, "校长信箱", by=secretary)
    for month in range(1, 13):
        day = max(date(2013, month, 15), date(2013, 3, 1 + month))
        opening = BoxOpening(mailbox=box, opened_on=day, opener=secretary.member, witness=teacher.member, found=1)
        services.empty_box(opening, by=secretary, on=day)
        closed(on_paper(box, secretary, on=day), principal, on=day)
    told = counted()
    assert (told["affairs.letters"], told["affairs.letters.replied"]) == ("12封", "12封")
    assert told_in_summary()[1] == (
        "学校设有信箱1个，其中挂设1个，公布领导电话3个。一年来，收到来信12封，匿名12封。按内容分，后勤12封。"
        "已答复12封，按期答复率100.0%。"
    )
