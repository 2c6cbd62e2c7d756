"""What waits for the demo school's principal: something that came back mended, a correction, and a plain list."""

from datetime import date, timedelta

from affairs.enums import Sphere
from affairs.models import CatalogueItem, Deputyship, Disclosure, PassageComment
from affairs.services import (
    comment_on_passage,
    correct_disclosure,
    draft_disclosure,
    end_deputyship,
    mend_disclosure,
    name_deputy,
    return_disclosure,
    submit_disclosure,
)
from members.models import Account
from members.selectors import holder_of
from unionoffice.demo import as_of
from unionoffice.roles import Role

FIRST = (
    "本学期食堂由总务处自主经营，伙食费收支每月结算一次，结余转入下月。",
    "食品原料由三家供应商供货，合同期一年，价格每周公示。",
    "教职工和家长代表每月检查食堂一次，结果在公开栏公布。",
)
SECOND = (
    "本学期食堂由总务处自主经营，伙食费收支每月结算一次，结余转入下月伙食费，不作他用。",
    "食品原料由市蔬菜公司、江城粮油公司和康达肉联厂供货，合同期一年，价格每周公示。",
    "教职工和家长代表每月检查食堂一次，结果在公开栏公布。",
)
CHECKED = "本月检查消防设施42处、用电线路8条，更换灭火器6具。实验楼二层应急灯损坏1盏，已于当天修复。"
SAID = (
    (1, "结余转入下月", "请写清楚用在哪里，不能让人误会。"),
    (2, "三家供应商", "供应商的名称也要公开。"),
)


def keep_reviews(on: date) -> None:
    """Three that wait for the principal, and a week in which somebody else approved."""
    principal, writer = holder_of(Role.PRINCIPAL, on), holder_of(Role.PUBLICITY_OFFICER, on)
    _mended(writer, principal, on)
    _corrected(writer, on)
    day = on - timedelta(days=1)
    with as_of(day):
        _submit(_draft("校园安全管理", "本月校园安全检查情况", CHECKED, writer, day), day)
    _away(principal, holder_of(Role.PARTY_SECRETARY, on), on - timedelta(days=40))


def _draft(matter: str, title: str, body: str, writer: Account, on: date) -> Disclosure:
    item = CatalogueItem.objects.get(content=matter)
    return draft_disclosure(Disclosure(item=item, title=title, body=body), by=writer, on=on)


def _submit(disclosure: Disclosure, on: date) -> None:
    submit_disclosure(disclosure, by=disclosure.drafted_by, on=on)


def _mended(writer: Account, principal: Account, on: date) -> None:
    """Returned with comments on two passages, and handed in again."""
    day = on - timedelta(days=5)
    with as_of(day):
        disclosure = _draft("食堂管理与伙食账目", "食堂经营与伙食费管理", "\n".join(FIRST), writer, day)
        _submit(disclosure, day)
    day += timedelta(days=1)
    with as_of(day):
        for place, quote, text in SAID:
            comment_on_passage(
                disclosure, version=disclosure.version, place=place, quote=quote, text=text, by=principal, on=day
            )
        return_disclosure(disclosure, comment="写得具体些，教职工最关心钱用在哪里。", by=principal, on=day)
    day += timedelta(days=2)
    with as_of(day):
        done = list(PassageComment.objects.filter(submission__disclosure=disclosure))
        mend_disclosure(disclosure, changes={"body": "\n".join(SECOND), "done": done}, by=writer, on=day)
        _submit(disclosure, day)


def _corrected(writer: Account, on: date) -> None:
    """A correction of something on the board."""
    published = Disclosure.objects.current().get(title="本学期收费项目与标准")
    day = on - timedelta(days=2)
    with as_of(day):
        correction = correct_disclosure(published, note="更正课后服务费的标准。", by=writer, on=day)
        body = published.body.replace("每月100元", "每月80元")
        mend_disclosure(correction, changes={"body": body}, by=writer, on=day)
        _submit(correction, day)


def _away(principal: Account, deputy: Account, on: date) -> None:
    """A week away, over two days early."""
    with as_of(on):
        deputyship = Deputyship(
            sphere=Sphere.SCHOOL, deputy=deputy, from_on=on, to_on=on + timedelta(days=6), reason="赴省城参加培训"
        )
        name_deputy(deputyship, by=principal, on=on)
    with as_of(on + timedelta(days=4)):
        end_deputyship(deputyship, by=principal, on=on + timedelta(days=4))
