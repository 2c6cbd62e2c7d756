"""Suggestions and drives for tests, at the step that is asked for."""

from datetime import date

import factory

from congress.enums import (
    SUGGESTION_ADOPTED,
    SUGGESTION_ANSWERED,
    Adoption,
    Category,
    DriveStatus,
    SuggestionStatus,
)
from congress.models import Suggestion, SuggestionDrive
from tests.congress.factories import HeadedDepartmentFactory
from tests.members.factories import AccountFactory, AudienceFactory, MemberFactory

S = SuggestionStatus


class DriveFactory(factory.django.DjangoModelFactory):
    """A drive among the staff that runs on the day of the tests."""

    class Meta:
        model = SuggestionDrive

    title = "“我为学校献一策”合理化建议征集"
    theme = "围绕教学、后勤和教职工生活提出建议"
    status = DriveStatus.OPEN
    from_on = date(2026, 11, 16)
    to_on = date(2026, 11, 30)
    audience = factory.SubFactory(AudienceFactory)
    outcome = factory.LazyAttribute(lambda one: "收到建议，已逐条答复" if one.status == DriveStatus.CONCLUDED else "")
    concluded_on = factory.LazyAttribute(
        lambda one: date(2026, 12, 5) if one.status == DriveStatus.CONCLUDED else None
    )


class SuggestionFactory(factory.django.DjangoModelFactory):
    """A suggestion by 林芳, handed in and not given to anybody yet where no step is asked for."""

    class Meta:
        model = Suggestion

    status = S.FILED
    number = factory.Sequence(lambda n: f"2026-{n + 1:03}")
    category = Category.LOGISTICS
    title = "延长阅览室开放时间"
    text = "下班后阅览室已关门，建议开到晚上八点"
    author = factory.SubFactory(MemberFactory, name="林芳")
    may_publish = False
    handed_in_on = date(2026, 11, 18)
    department = factory.LazyAttribute(
        lambda one: HeadedDepartmentFactory() if one.status in (S.HANDLING, *SUGGESTION_ANSWERED) else None
    )
    due_on = factory.LazyAttribute(lambda one: date(2026, 12, 10) if one.department else None)
    adoption = factory.LazyAttribute(
        lambda one: (
            Adoption.ADOPTED
            if one.status in SUGGESTION_ADOPTED
            else Adoption.NOTED
            if one.status == S.ANSWERED
            else ""
        )
    )
    answer = factory.LazyAttribute(lambda one: "从下月起开到晚上八点" if one.adoption else "")
    answered_by = factory.LazyAttribute(lambda one: AccountFactory() if one.adoption else None)
    answered_on = factory.LazyAttribute(lambda one: date(2026, 11, 20) if one.adoption else None)
    fulfilment = factory.LazyAttribute(lambda one: "已按新时间开放" if one.status == S.DONE else "")
    done_on = factory.LazyAttribute(lambda one: date(2026, 11, 21) if one.status == S.DONE else None)
