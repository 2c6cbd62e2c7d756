"""校务公开 in a summary: one matter, several of one kind, several of many, and nothing."""

from decimal import Decimal

import pytest

from reports.sections.board import board
from tests.reports.material import figure, material
from unionoffice.documents import Document, plain_text

ONE = {"": 1, ".categories": 1, ".sphere.union": 1, ".category.finance": 1, ".timing.regular": 1, ".stage.after": 1}
ALIKE = {**ONE, "": 3, ".sphere.union": 3, ".category.finance": 3, ".timing.regular": 3, ".stage.after": 3}
MANY = {
    "": 4,
    ".categories": 2,
    ".sphere.school": 3,
    ".sphere.union": 1,
    ".category.party": 3,
    ".category.finance": 1,
    ".timing.long": 1,
    ".timing.anytime": 3,
    ".stage.before": 1,
    ".stage.during": 3,
}


def told(values, corrections=0):
    figures = [
        figure(f"affairs.disclosures{key}", value, "类" if key == ".categories" else "项")
        for key, value in values.items()
    ]
    figures.append(figure("affairs.corrections", corrections, "项"))
    return plain_text(Document(title="", blocks=board(material(*figures)))).splitlines()


def test_nothing_is_told_of_nothing():
    assert (board(material()), told({})) == ([], [])


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        (ONE, "一年来，会务公开1项，内容为财务。"),
        (ALIKE, "一年来，会务公开3项，内容为财务。其中，定期公开3项。从公开的阶段看，事后公开3项。"),
        (
            MANY,
            (
                "一年来，校务公开3项，会务公开1项，涉及2类。按内容分，党建3项，财务1项。其中，长期公开1项，随时公开3项。"
                "从公开的阶段看，事前公开1项，事中公开3项。"
            ),
        ),
    ],
    ids=["one", "several of one kind", "many"],
)
def test_sentence_varies_with_what_was_disclosed(values, sentence):
    assert told(values) == ["（一）校务公开", sentence]


def test_what_is_overdue_is_told_beside_the_rate_that_it_lowers():
    kept = {"on_time": (17, "项次"), "late": (5, "项次"), "overdue": (2, "项次"), "rate": (Decimal("70.8"), "%")}
    figures = [figure(f"affairs.coverage.{key}", value, unit) for key, (value, unit) in kept.items()]
    assert plain_text(Document(title="", blocks=board(material(*figures)))).splitlines()[1] == (
        "定期公开的内容按期公开17项次，逾期公开5项次，逾期未公开2项次，按期公开率70.8%。"
    )


def test_corrections_are_told_last_and_alone_where_nothing_new_was_disclosed():
    correction = "对已公开的内容作出更正2项，原文予以保留。"
    assert told(ONE, corrections=2)[1] == f"一年来，会务公开1项，内容为财务。{correction}"
    assert told({}, corrections=2) == ["（一）校务公开", correction]
