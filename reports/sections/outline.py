"""The default outline: the sections in the order in which a summary prints them."""

from collections.abc import Callable
from dataclasses import dataclass

from reports.sections.care import care
from reports.sections.culture import culture
from reports.sections.democracy import democracy
from reports.sections.own_house import own_house
from reports.sections.women import women_and_retirees
from reports.selectors import Material
from unionoffice.documents.tree import Block


@dataclass(frozen=True)
class Section:
    """A heading of the first level and what stands under it."""

    key: str
    title: str
    build: Callable[[Material], list[Block]]


SECTIONS: tuple[Section, ...] = (
    Section("democracy", "民主管理", democracy),
    Section("care", "维权帮扶", care),
    Section("women_and_retirees", "女职工与离退休", women_and_retirees),
    Section("culture", "文体活动", culture),
    Section("own_house", "自身建设", own_house),
)
