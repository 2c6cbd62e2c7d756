"""信箱与来信 in a summary: a box alone, phones alone, letters of one kind and of several, and nothing."""

import pytest

from reports.sections.mailbox import mailboxes
from tests.reports.material import figure, material
from unionoffice.documents import Document, plain_text

UNITS = {"affairs.mailbox": "个", "affairs.letters": "封"}
BOX = {"affairs.mailbox": 1, "affairs.mailbox.kind.hung": 1}
PHONES = {"affairs.mailbox.phones": 3}
LETTER = {
    "affairs.letters": 1,
    "affairs.letters.anonymous": 1,
    "affairs.letters.category.logistics": 1,
    "affairs.letters.replied": 1,
}
LETTERS = {
    "affairs.letters": 12,
    "affairs.letters.signed": 9,
    "affairs.letters.anonymous": 3,
    "affairs.letters.category.teaching": 5,
    "affairs.letters.category.treatment": 7,
    "affairs.letters.replied": 12,
    "affairs.letters.in_time": 11,
    "affairs.letters.published": 4,
    "affairs.letters.satisfaction.satisfied": 8,
    "affairs.letters.satisfaction.fairly": 1,
}


def told(values):
    figures = [
        figure(key, value, next(unit for name, unit in UNITS.items() if key.startswith(name)))
        for key, value in values.items()
    ]
    return plain_text(Document(title="", blocks=mailboxes(material(*figures)))).splitlines()


def test_nothing_is_told_of_nothing():
    assert (mailboxes(material()), told({})) == ([], [])


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        (BOX, "学校设有信箱1个，其中挂设1个。"),
        (PHONES, "学校公布领导电话3个。"),
        (BOX | PHONES, "学校设有信箱1个，其中挂设1个，公布领导电话3个。"),
        (BOX | LETTER, "学校设有信箱1个，其中挂设1个。一年来，收到来信1封，匿名1封。已答复1封。"),
        (
            LETTERS,
            (
                "一年来，收到来信12封，署名9封，匿名3封。按内容分，教学5封，待遇7封。已答复12封，按期答复11封，公开答复4封。"
                "来信人评价中，满意8封，基本满意1封。"
            ),
        ),
    ],
    ids=["box", "phones", "both", "one letter", "letters"],
)
def test_sentence_varies_with_what_was_recorded(values, sentence):
    assert told(values) == ["（一）信箱与来信", sentence]
