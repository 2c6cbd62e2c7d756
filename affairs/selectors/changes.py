"""What changed between two texts of a disclosure: between versions, and between rounds of approval."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from affairs.enums import Reach, Stage
from affairs.models import Disclosure, Submission
from unionoffice.attachments import attachments_of
from unionoffice.days import in_full
from unionoffice.periods import Period
from unionoffice.richtext import Difference, Kind, Piece, compare


@dataclass(frozen=True)
class ChangedFact:
    """A line of the facts that says something else now."""

    label: str
    before: str
    after: str


@dataclass(frozen=True)
class Changes:
    """What changed, as `affairs/board/_what_changed.html` shows it."""

    differences: tuple[Difference, ...]
    facts: tuple[ChangedFact, ...]
    files_added: tuple[str, ...]
    files_removed: tuple[str, ...]

    @property
    def text_changed(self) -> bool:
        """Whether any line of the text did."""
        return any(line.kind != Kind.SAME for line in self.differences)

    @property
    def near(self) -> list[Difference]:
        """The lines that changed with one around them; of a longer stretch between only how many stayed."""
        return list(_folded(self.differences))

    @property
    def anything(self) -> bool:
        """Whether there is anything to show."""
        return self.text_changed or bool(self.facts or self.files_added or self.files_removed)


@dataclass(frozen=True)
class _Text:
    """What is compared, of a disclosure as of a round."""

    body: str
    facts: Mapping[str, str]
    files: tuple[tuple[str, str], ...]
    """Name and digest of each."""


def changes_between(before: Disclosure, after: Disclosure) -> Changes:
    """What a version says that the one before it didn't: for those who may read both. Why it was corrected, and
    when it comes up, each version says for itself.
    """
    old, new = _of_disclosure(before), _of_disclosure(after)
    return _changes(old, new, leave_out={_("更正说明"), _("何日公开")})


def changes_since(submission: Submission, disclosure: Disclosure) -> Changes:
    """What the writer did since a round."""
    return _changes(_of_submission(submission), _of_disclosure(disclosure))


def _changes(before: _Text, after: _Text, *, leave_out: Collection[str] = ()) -> Changes:
    facts = (ChangedFact(label, before.facts[label], value) for label, value in after.facts.items())
    return Changes(
        differences=tuple(compare(before.body, after.body)),
        facts=tuple(fact for fact in facts if fact.before != fact.after and fact.label not in leave_out),
        files_added=_names_without(after.files, before.files),
        files_removed=_names_without(before.files, after.files),
    )


def _folded(lines: tuple[Difference, ...]) -> Iterator[Difference]:
    changed = [place for place, line in enumerate(lines) if line.kind != Kind.SAME]
    skipped = 0
    for place, line in enumerate(lines):
        if any(abs(place - other) <= 1 for other in changed):
            if skipped:
                yield _gap(skipped)
            skipped = 0
            yield line
        else:
            skipped += 1
    if skipped:
        yield _gap(skipped)


def _gap(count: int) -> Difference:
    said = (Piece(_("（%(count)d段没有改动）") % {"count": count}),)
    return Difference(Kind.SAME, said, said)


def _names_without(files: tuple[tuple[str, str], ...], others: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    """The files that the other side hasn't got: another content under the same name is another file."""
    rest = list(others)
    names = []
    for file in files:
        if file in rest:
            rest.remove(file)
        else:
            names.append(file[0])
    return tuple(names)


def _of_disclosure(disclosure: Disclosure) -> _Text:
    files = attachments_of(disclosure).filter(sensitive=False).values_list("name", "digest")
    return _Text(disclosure.body, _facts_of(disclosure, str(disclosure.item)), tuple(files))


def _of_submission(submission: Submission) -> _Text:
    files = tuple((file["name"], file["digest"]) for file in submission.files)
    return _Text(submission.body, _facts_of(submission, submission.matter), files)


def _facts_of(record: Any, matter: str) -> dict[str, str]:
    """What stands around the text, in the words of the board."""
    return {
        _("标题"): record.title,
        _("公开目录"): matter,
        _("更正说明"): record.correction_note,
        _("公开阶段"): str(Stage(record.stage).label),
        _("公开范围"): str(Reach(record.reach).label),
        _("所属时段"): Period.parse(record.period_code).label if record.period_code else "",
        _("何日公开"): in_full(record.publish_on) if record.publish_on else _("批准后立即公开"),
        _("公开至"): in_full(record.posted_until) if record.posted_until else _("长期"),
    }
