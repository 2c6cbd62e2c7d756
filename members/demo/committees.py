"""The demo school's committees: two terms of the union's own with a complete file, one that is about to end, and one
seat that was handed over.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from members.enums import CommitteeKind, CommitteePost, Gender, HowChosen, UnionStatus
from members.models import Committee, CommitteeTerm, Member, OfficeHolding
from members.selectors import years_after
from members.services import HandoverTerms, appoint, hand_over_office, open_term, save_committee

PRESENT_SINCE = timedelta(days=900)
YEARS = 5
CHAIR, SECRETARY, AUDITOR, WOMEN_OFFICER, PRINCIPAL = "1001", "1002", "1005", "1008", "1011"
OFFICERS = (("1006", "生活"), ("1007", "文体"), (WOMEN_OFFICER, "女工"), ("1009", "组织"), ("1010", "宣传"))
CAST_END = "1020"
"""Employee numbers below it belong to people whom the demo gives a part of their own."""

Seat = tuple[Member, CommitteePost, str]


def set_up_committees(on: date) -> None:
    """Committees with terms, people and papers, through the services that the pages use."""
    start = on - PRESENT_SINCE
    before = start.replace(year=start.year - YEARS, day=1)
    cast = {member.employee_no: member for member in Member.objects.filter(employee_no__lt=CAST_END)}
    others = list(
        Member.objects.in_service()
        .filter(joined_on__lt=before, union_status=UnionStatus.MEMBER, employee_no__gte=CAST_END)
        .order_by("joined_on", "employee_no")
    )
    officers = [(cast[number], CommitteePost.MEMBER, duty) for number, duty in OFFICERS]
    heads: list[Seat] = [
        (cast[CHAIR], CommitteePost.CHAIR, ""),
        (cast[SECRETARY], CommitteePost.VICE_CHAIR, ""),
    ]
    union = _committee(CommitteeKind.UNION, "工会委员会")
    _term(union, 5, before, [(others[0], CommitteePost.CHAIR, ""), *_plain(others[1:5])])
    _term(union, 6, start, [*heads, *officers], papers=True)

    audit = _term(_committee(CommitteeKind.AUDIT, "经费审查委员会"), 6, start, _led(cast[AUDITOR], others[5:7]))
    _hand_over(audit[-1], others[7], on)
    women = [member for member in others[8:] if member.gender == Gender.FEMALE]
    _term(_committee(CommitteeKind.WOMEN, "女职工委员会"), 3, start, _led(cast[WOMEN_OFFICER], women[:2]))
    ending = on - timedelta(days=3 * 365 - 100)
    mediation = _committee(CommitteeKind.MEDIATION, "劳动争议调解委员会")
    _term(mediation, 2, ending, _led(cast[SECRETARY], [cast[PRINCIPAL], others[1]]), years=3)


def _committee(kind: CommitteeKind, name: str) -> Committee:
    return save_committee(Committee(), kind=kind, name=name, by=None)


def _led(director: Member, people: Iterable[Member]) -> list[Seat]:
    return [(director, CommitteePost.DIRECTOR, ""), *_plain(people)]


def _plain(people: Iterable[Member]) -> list[Seat]:
    return [(member, CommitteePost.MEMBER, "") for member in people]


def _term(
    committee: Committee, number: int, start: date, seats: list[Seat], *, years: int = YEARS, papers: bool = False
) -> list[OfficeHolding]:
    """A term from a day on, everybody elected on its eve; with `papers` its file is complete."""
    term = CommitteeTerm(
        committee=committee,
        number=number,
        from_on=start,
        to_on=years_after(start, years),
        years=years,
        size_approved=len(seats),
        requested_on=start - timedelta(days=45),
        request_no=f"明德工〔{start.year}〕{number}号",
        approved_on=start - timedelta(days=25),
        approval_no=f"江教工〔{start.year}〕{number + 6}号",
        elected_on=start - timedelta(days=1),
        elected_how="会员大会无记名投票，学校礼堂",
    )
    if papers:
        term.guided_by = "区教育工会 高建平"
        term.report_no, term.reported_on = f"明德工〔{start.year}〕{number + 2}号", start + timedelta(days=6)
        term.reply_no, term.replied_on = f"江教工函〔{start.year}〕{number}号", start + timedelta(days=15)
    open_term(term, by=None)
    return [
        appoint(term, member, post, duty=duty, how=HowChosen.ELECTED, by=None, on=start)
        for member, post, duty in seats
    ]


def _hand_over(office: OfficeHolding, taker: Member, on: date) -> None:
    things = ("审查记录2本", "档案柜钥匙1把")
    terms = HandoverTerms(taker, on - timedelta(days=120), things, note="岗位调整，不再担任经审委员。")
    hand_over_office(office, terms, today=on, by=None, how=HowChosen.ADDED)
