"""The surface of audiences and of who came to something."""

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext_lazy as _

from members.models import Audience, Gathering
from members.selectors import audience_sizes, rules_in_words
from unionoffice.pages import Badge, Column, Footer, Table
from unionoffice.tones import Tone


def gathering_badge(gathering: Gathering) -> Badge:
    """Whether people can still check in, in words and colour."""
    return Badge(str(_("正在签到")), Tone.ACTIVE) if gathering.is_open else Badge(str(_("已结束")), Tone.CLOSED)


def audience_table(audiences: Iterable[Audience], on: date) -> type[Table]:
    """One line an audience, with its conditions in words and its people of a day: a few queries for all audiences."""
    audiences = list(audiences)
    sizes = audience_sizes(audiences, on)
    rules = rules_in_words(audience.asks for audience in audiences)
    words = {
        audience.pk: "；".join(text for _label, text in said) for audience, said in zip(audiences, rules, strict=True)
    }

    class AudienceTable(Table):
        columns = (
            Column(_("名称"), lambda audience: audience.name, order_by="name", primary=True),
            Column(_("条件"), lambda audience: words[audience.pk]),
            Column(_("今天的人数"), lambda audience: sizes[audience.pk]),
            Column(_("来源"), lambda audience: _("预置") if audience.is_seeded else _("自建")),
        )
        footers = (Footer(_("范围"), _("个")),)
        empty = _("还没有范围。请先新建一个。")

    return AudienceTable
