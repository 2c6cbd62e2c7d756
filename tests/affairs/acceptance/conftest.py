"""An office of one year, and what comes out of what it recorded."""

from datetime import date

import pytest

from reports.papers import summary
from reports.selectors import gather
from tests.affairs.acceptance.facts import YEAR, Office
from tests.conftest import make_actor
from unionoffice.areas import WHOLE_UNION
from unionoffice.documents import Paragraph, Value, plain_text
from unionoffice.roles import Role


@pytest.fixture
def office(secretary, chair, principal, teacher):
    return Office(secretary, make_actor(Role.PUBLICITY_OFFICER, "欧阳玥"), chair, principal, teacher)


@pytest.fixture
def told():
    """What the office makes of the year: its figures, those that the summary prints, and all of its words."""

    def tell():
        material = gather(YEAR, WHOLE_UNION, on=date(2027, 1, 5))
        paper = summary(material, draft=True)
        runs = [run for block in paper.blocks if isinstance(block, Paragraph) for run in block.content]
        printed = {run.key: run.text for run in runs if isinstance(run, Value)}
        return material.figures, printed, plain_text(paper)

    return tell
