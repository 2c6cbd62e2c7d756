"""The board and the work on it."""

from affairs.enums import DisclosureStatus
from tests.affairs.factories import (
    UNION_FUNDS,
    DeputyshipFactory,
    DisclosureFactory,
    PassageCommentFactory,
    SubmissionFactory,
    item,
)
from tests.conftest import TODAY
from tests.members.factories import AccountFactory
from unionoffice.sheets.uploads import keep_upload


def disclosure(status, **fields):
    return {"pk": DisclosureFactory(status=status, **fields).pk}


def both_spheres():
    """What waits for each of the two approvers, as their page asks for it."""
    school = DisclosureFactory(status=DisclosureStatus.SUBMITTED)
    union = DisclosureFactory(status=DisclosureStatus.SUBMITTED, item=item(UNION_FUNDS))
    return f"{school.pk}&pick={union.pk}"


TABLE = """
                                    ch se tr ca au we sp wo or pu pr pa vi de gr dg st op stranger
affairs:disclosure-list             o  o  x  x  x  x  x  x  x  o  o  x  x  o  x  x  x  x  s
affairs:disclosure-draft            x  o  x  x  x  x  x  x  x  o  x  x  x  o  x  x  x  x  s
affairs:disclosure-import           x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
affairs:disclosure-template         x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
affairs:disclosure-columns          x  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
affairs:disclosure-plan             x  -  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
affairs:disclosure-detail           o  o  -  -  -  -  -  -  -  o  o  -  -  -  -  -  -  -  s
affairs:disclosure-detail/posted    o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  s
affairs:disclosure-mend             x  o  -  -  -  -  -  -  -  o  x  -  -  -  -  -  -  -  s
affairs:disclosure-submit           x  o  -  -  -  -  -  -  -  o  x  -  -  -  -  -  -  -  s
affairs:disclosure-recall           x  o  -  -  -  -  -  -  -  o  x  -  -  -  -  -  -  -  s
affairs:disclosure-review           x  x  x  x  x  x  x  x  x  x  o  x  x  x  x  x  x  x  s
affairs:disclosure-review/union     o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
affairs:disclosure-return           x  x  -  -  -  -  -  -  -  x  o  -  -  -  -  -  -  -  s
affairs:disclosure-publish          x  o  -  -  -  -  -  -  -  o  o  -  -  -  -  -  -  -  s
affairs:disclosure-correct          x  o  x  x  x  x  x  x  x  o  x  x  x  x  x  x  x  x  s
affairs:disclosure-take-down        x  o  x  x  x  x  x  x  x  o  o  x  x  x  x  x  x  x  s
affairs:disclosure-archive          x  o  -  -  -  -  -  -  -  o  x  -  -  -  -  -  -  -  s
affairs:disclosure-discard          x  o  -  -  -  -  -  -  -  o  x  -  -  -  -  -  -  -  s
affairs:disclosure-countersign      x  x  x  x  x  x  x  x  x  x  x  o  -  x  x  x  x  x  s
affairs:disclosure-opened           x  x  x  x  x  x  x  x  x  x  o  x  x  x  x  x  x  x  s
affairs:disclosure-comment          x  x  x  x  x  x  x  x  x  x  o  x  x  x  x  x  x  x  s
affairs:disclosure-round            o  o  -  -  -  -  -  -  -  o  o  -  -  -  -  -  -  -  s
affairs:comment-mend                -  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
affairs:comment-remove              -  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
affairs:review-together             o  x  x  x  x  x  x  x  x  x  o  x  x  x  x  x  x  x  s
affairs:deputyship-list             o  o  x  x  x  x  x  x  x  o  o  x  x  x  x  x  x  x  s
affairs:deputyship-name             o  x  x  x  x  x  x  x  x  x  o  x  x  x  x  x  x  x  s
affairs:deputyship-end              -  x  x  x  x  x  x  x  x  x  -  x  x  x  x  x  x  x  s
affairs:review                      o  x  x  x  x  x  x  x  x  x  o  x  x  x  x  x  x  x  s
"""

RECORDS = {
    "affairs:disclosure-plan": lambda: {
        "pk": keep_upload("affairs:disclosure", "公开事项.xlsx", b"-", by=AccountFactory()).pk
    },
    "affairs:disclosure-detail": lambda: disclosure(DisclosureStatus.DRAFT),
    "affairs:disclosure-detail/posted": lambda: disclosure(DisclosureStatus.PUBLISHED),
    "affairs:disclosure-mend": lambda: disclosure(DisclosureStatus.DRAFT),
    "affairs:disclosure-submit": lambda: disclosure(DisclosureStatus.RETURNED),
    "affairs:disclosure-recall": lambda: disclosure(DisclosureStatus.SUBMITTED),
    "affairs:disclosure-review": lambda: disclosure(DisclosureStatus.SUBMITTED),
    "affairs:disclosure-review/union": lambda: disclosure(DisclosureStatus.SUBMITTED, item=item(UNION_FUNDS)),
    "affairs:disclosure-countersign": lambda: disclosure(DisclosureStatus.ENDORSED),
    "affairs:disclosure-opened": lambda: disclosure(DisclosureStatus.SUBMITTED),
    "affairs:disclosure-comment": lambda: {**disclosure(DisclosureStatus.SUBMITTED), "place": 1},
    "affairs:disclosure-round": lambda: {"pk": SubmissionFactory().disclosure_id, "round_no": 1},
    "affairs:comment-mend": lambda: {"pk": PassageCommentFactory().pk},
    "affairs:comment-remove": lambda: {"pk": PassageCommentFactory().pk},
    "affairs:review-together": lambda: {"?": f"pick={both_spheres()}"},
    "affairs:deputyship-end": lambda: {"pk": DeputyshipFactory().pk},
    "affairs:disclosure-return": lambda: disclosure(DisclosureStatus.APPROVED),
    "affairs:disclosure-publish": lambda: disclosure(DisclosureStatus.APPROVED, publish_on=TODAY),
    "affairs:disclosure-correct": lambda: disclosure(DisclosureStatus.PUBLISHED),
    "affairs:disclosure-take-down": lambda: disclosure(DisclosureStatus.PUBLISHED),
    "affairs:disclosure-archive": lambda: disclosure(DisclosureStatus.TAKEN_DOWN),
    "affairs:disclosure-discard": lambda: disclosure(DisclosureStatus.DRAFT),
}
