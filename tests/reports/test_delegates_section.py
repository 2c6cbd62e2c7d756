"""代表 in a summary: elections with the make-up of who sits, and nothing where nobody was elected."""

import pytest

from reports.sections.delegates import delegates
from tests.reports.material import figure, material
from unionoffice.documents import Document, plain_text

MADE_UP = {"congress.delegates.teachers": 31, "congress.delegates.women": 20, "congress.delegates.leaders": 8}
ONE = {"congress.elections": 1, "congress.elections.twice": 1, "congress.elections.by": 1}


def told(values):
    figures = [figure(key, value, "次" if ".elections" in key else "名") for key, value in values.items()]
    return plain_text(Document(title="", blocks=delegates(material(*figures)))).splitlines()


@pytest.mark.parametrize(
    ("values", "lines"),
    [
        ({}, []),
        (MADE_UP, []),
        (ONE, ["一年来，举行代表选举1次，其中补选1次。从选举方式看，二上二下1次。"]),
        (
            {
                "congress.delegates.departed": 2,
                "congress.delegates.recalled": 1,
                "congress.delegates.departed.left": 1,
            }
            | MADE_UP,
            [
                "一年来，终止代表资格2名，调离或离职1名，撤换1名。",
                "正式代表中，教师31名，女代表20名，学校和中层领导干部8名。",
            ],
        ),
    ],
    ids=["nothing", "no election", "by-election", "recall"],
)
def test_tells_what_happened_and_beside_it_the_make_up(values, lines):
    assert told(values) == lines
