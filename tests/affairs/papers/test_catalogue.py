"""The catalogue as a paper."""

import pytest

from affairs.papers import catalogue_paper
from tests.affairs.catalogue import ROW, EditionFactory
from tests.conftest import TODAY
from unionoffice.documents import Table, plain_text

pytestmark = pytest.mark.django_db


def paper(*rows, edition=None):
    return catalogue_paper(rows, edition=edition, on=TODAY)


def test_each_sphere_has_its_table_and_one_without_matters_none():
    both = paper(ROW, ROW | {"sphere": "union", "content": "工会经费收支情况"})
    assert len([block for block in both.blocks if isinstance(block, Table)]) == 2
    assert "工会会务公开" not in plain_text(paper(ROW))


def test_category_stands_once_beside_its_matters_which_are_numbered_through():
    [table] = [
        block
        for block in paper(ROW, ROW | {"content": "审计结果"}, ROW | {"category": "后勤"}).blocks
        if isinstance(block, Table)
    ]
    first, second, third = table.rows
    assert (first[0].content, first[0].rowspan, len(second), third[0].content) == ("财务", 2, 7, "后勤")
    assert [first[1].content, second[0].content, third[1].content] == ["1", "2", "3"]


def test_edition_says_number_and_days_and_a_catalogue_without_one_is_a_draft():
    issued = paper(ROW, edition=EditionFactory(number=2, note="经审定。"))
    assert not issued.draft
    assert "第2版　2024年1月1日发布　自2024年1月1日起施行\n经审定。" in plain_text(issued)
    assert paper(ROW).draft
    assert "截至2026年11月22日，尚未发布" in plain_text(paper(ROW))
