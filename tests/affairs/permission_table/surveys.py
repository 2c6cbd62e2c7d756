"""Surveys: to answer them, for who is on the roll, and to keep them."""

from tests.affairs.surveys import closed, running, survey
from tests.members.factories import AudienceFactory, MemberFactory


def key(made):
    return {"pk": made.pk}


def draft():
    return key(survey())


def of_others():
    """A survey that runs among six people, none of whom is in the table."""
    others = [member.pk for member in MemberFactory.create_batch(6)]
    return running(people=0, audience=AudienceFactory(rule={"included": others}))


def question():
    return key(survey().questions.get())


TABLE = """
                                    ch se tr ca au we sp wo or pu pr pa vi de gr dg st op stranger
affairs:survey-own                  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  s
affairs:survey-answer               -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  s
affairs:survey-list                 o  o  x  x  x  o  o  o  o  o  o  o  x  x  x  x  x  x  s
affairs:survey-draft                o  o  x  x  x  o  o  o  o  o  x  x  x  x  x  x  x  x  s
affairs:survey-record               o  o  x  x  x  o  o  o  o  o  x  x  x  x  x  x  x  x  s
affairs:survey-detail               o  o  x  x  x  o  o  o  o  o  o  o  x  x  x  x  x  x  s
affairs:survey-mend                 o  o  x  x  x  o  o  o  o  o  x  x  x  x  x  x  x  x  s
affairs:survey-open                 o  o  x  x  x  o  o  o  o  o  x  x  x  x  x  x  x  x  s
affairs:survey-remind               o  o  x  x  x  o  o  o  o  o  x  x  x  x  x  x  x  x  s
affairs:survey-close                o  o  x  x  x  o  o  o  o  o  x  x  x  x  x  x  x  x  s
affairs:survey-copy                 o  o  x  x  x  o  o  o  o  o  x  x  x  x  x  x  x  x  s
affairs:survey-discard              o  o  x  x  x  o  o  o  o  o  x  x  x  x  x  x  x  x  s
affairs:survey-paper                o  o  x  x  x  o  o  o  o  o  o  o  x  x  x  x  x  x  s
affairs:survey-workbook             o  o  x  x  x  o  o  o  o  o  o  o  x  x  x  x  x  x  s
affairs:question-add                o  o  x  x  x  o  o  o  o  o  x  x  x  x  x  x  x  x  s
affairs:question-mend               o  o  x  x  x  o  o  o  o  o  x  x  x  x  x  x  x  x  s
affairs:question-delete             o  o  x  x  x  o  o  o  o  o  x  x  x  x  x  x  x  x  s
"""

RECORDS = {
    "affairs:survey-answer": lambda: key(of_others()),
    "affairs:survey-detail": lambda: key(closed()),
    "affairs:survey-mend": draft,
    "affairs:survey-open": draft,
    "affairs:survey-discard": draft,
    "affairs:survey-remind": lambda: key(running()),
    "affairs:survey-close": lambda: key(running()),
    "affairs:survey-copy": lambda: key(closed()),
    "affairs:survey-paper": lambda: key(closed()),
    "affairs:survey-workbook": lambda: key(closed()),
    "affairs:question-add": draft,
    "affairs:question-mend": question,
    "affairs:question-delete": question,
}
