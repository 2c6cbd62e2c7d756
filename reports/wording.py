"""From figures to sentences: a clause for which nothing was recorded is left out, not printed with a zero."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reports.selectors import Material
from unionoffice.documents import Paragraph, Text, Value

TOKEN = re.compile(r"\[\[([a-z0-9_.]+)\]\]")
"""`[[welfare.visits.illness]]`: the live figure of that key, with its unit."""

Runs = list[Text | Value]


@dataclass(frozen=True)
class Sentence:
    """An opening, clauses that stand or fall with their figures, and what closes it."""

    opening: str
    clauses: Sequence[str]
    closing: str = "。"

    def runs(self, material: Material) -> Runs:
        """The sentence with its figures; empty when no clause has anything to tell."""
        told = [clause for clause in self.clauses if tells(clause, material)]
        if not told:
            return []
        runs: Runs = [Text(self.opening)] if self.opening else []
        for position, clause in enumerate(told):
            if position:
                runs.append(Text("，"))
            runs += _filled(clause, material)
        return [*runs, Text(self.closing)]


def paragraph(material: Material, *sentences: Sentence) -> list[Paragraph]:
    """The sentences that have something to tell, as one paragraph; none when none has."""
    runs = [run for sentence in sentences for run in sentence.runs(material)]
    return [Paragraph(runs)] if runs else []


def tells(clause: str, material: Material) -> bool:
    """Whether every figure of the clause was counted and isn't nothing."""
    keys = TOKEN.findall(clause)
    return all(key in material.figures and not material.figures[key].is_nothing for key in keys)


def _filled(clause: str, material: Material) -> Runs:
    runs: Runs = []
    for position, part in enumerate(TOKEN.split(clause)):
        if position % 2:
            figure = material.figures[part]
            runs.append(Value(figure.text, figure.key, figure.url))
        elif part:
            runs.append(Text(part))
    return runs
