"""Regulations, documents and consultations as tests make them."""

from datetime import date, timedelta
from uuid import uuid4

import factory

from affairs import services
from affairs.enums import (
    ConsultationStatus,
    Decision,
    Direction,
    DocumentStatus,
    RegulationKind,
    VersionStatus,
    Voice,
)
from affairs.models import (
    Consultation,
    DocumentForward,
    OfficialDocument,
    Opinion,
    OpinionPoint,
    Regulation,
    RegulationVersion,
)
from affairs.services import Said
from members.enums import AudienceKey
from members.models import Audience
from tests.conftest import TODAY
from tests.members.factories import AccountFactory, MemberFactory

TEXT = "第一条 慰问标准为500元。\n第二条 由工会小组长提出。\n第三条 本办法自公布之日起施行。"
LATER = "第一条 慰问标准为1000元。\n第二条 由工会小组长提出。\n第三条 本办法自公布之日起施行。"
CONGRESS = "第九届教职工代表大会第一次会议"


class RegulationFactory(factory.django.DjangoModelFactory):
    """One that needs no congress."""

    class Meta:
        model = Regulation

    title = factory.Sequence(lambda n: f"教职工慰问办法{n}")
    kind = RegulationKind.UNION


class VersionFactory(factory.django.DjangoModelFactory):
    """A draft; at a later status with what that status asks for."""

    class Meta:
        model = RegulationVersion

    regulation = factory.SubFactory(RegulationFactory)
    status = VersionStatus.DRAFT
    title = factory.LazyAttribute(lambda made: made.regulation.title)
    text = TEXT
    drafted_by = factory.SubFactory(AccountFactory)
    drafted_on = date(2026, 1, 5)
    from_on = factory.LazyAttribute(
        lambda made: date(2026, 2, 1) if made.status in ("in_force", "abolished") else None
    )
    to_on = factory.LazyAttribute(lambda made: date(2026, 9, 30) if made.status == "abolished" else None)
    abolished_on = factory.LazyAttribute(lambda made: date(2026, 10, 1) if made.status == "abolished" else None)
    end_reason = factory.LazyAttribute(lambda made: "另有规定" if made.status == "abolished" else "")


class HeldFactory(VersionFactory):
    """One that is in force since February."""

    status = VersionStatus.IN_FORCE


class DocumentFactory(factory.django.DjangoModelFactory):
    """An incoming one that asks for nothing."""

    class Meta:
        model = OfficialDocument

    direction = Direction.INCOMING
    status = DocumentStatus.FILED
    year = factory.LazyAttribute(lambda made: made.handled_on.year)
    number = factory.Sequence(lambda n: n + 1)
    party = "市教育工会"
    title = "关于开展师德主题教育活动的通知"
    handled_on = date(2026, 11, 20)
    registered_by = factory.SubFactory(AccountFactory)
    asks_for = factory.LazyAttribute(lambda made: "报送总结" if made.status in ("pending", "done") else "")
    done_on = factory.LazyAttribute(lambda made: TODAY if made.status == "done" else None)
    outcome = factory.LazyAttribute(lambda made: "已报送" if made.status == "done" else "")
    void_reason = factory.LazyAttribute(lambda made: "重复登记" if made.status == "void" else "")


class ForwardFactory(factory.django.DjangoModelFactory):
    """One person who hasn't read it yet."""

    class Meta:
        model = DocumentForward

    document = factory.SubFactory(DocumentFactory)
    member = factory.SubFactory(MemberFactory)
    forwarded_on = date(2026, 11, 20)
    forwarded_by = factory.SubFactory(AccountFactory)


OPENED = (ConsultationStatus.OPEN, ConsultationStatus.ANSWERING, ConsultationStatus.CONCLUDED)


class ConsultationFactory(factory.django.DjangoModelFactory):
    """A draft on a text of its own, for all of the staff; at a later status with what that asks for."""

    class Meta:
        model = Consultation

    status = ConsultationStatus.DRAFT
    title = "职工之家使用规则征求意见"
    text = TEXT
    audience = factory.LazyFunction(lambda: Audience.objects.get(key=AudienceKey.STAFF))
    closes_on = date(2026, 11, 30)
    drafted_by = factory.SubFactory(AccountFactory)
    drafted_on = date(2026, 11, 10)
    opened_on = factory.LazyAttribute(lambda made: date(2026, 11, 15) if made.status in OPENED else None)
    year = factory.LazyAttribute(lambda made: 2026 if made.status in OPENED else None)
    number = factory.LazyAttributeSequence(lambda made, n: n + 1 if made.status in OPENED else None)
    closed_on = factory.LazyAttribute(lambda made: TODAY if made.status in OPENED[1:] else None)
    concluded_on = factory.LazyAttribute(lambda made: TODAY if made.status == "concluded" else None)
    conclusion = factory.LazyAttribute(lambda made: "采纳一项。" if made.status == "concluded" else "")
    withdrawn_reason = factory.LazyAttribute(lambda made: "另行研究" if made.status == "withdrawn" else "")


class PointFactory(factory.django.DjangoModelFactory):
    """One that nobody has answered yet."""

    class Meta:
        model = OpinionPoint

    consultation = factory.SubFactory(ConsultationFactory, status=ConsultationStatus.ANSWERING)
    number = factory.Sequence(lambda n: n + 1)
    text = "标准偏低。"
    decision = ""
    reason = factory.LazyAttribute(lambda made: "已提高标准。" if made.decision else "")


class OpinionFactory(factory.django.DjangoModelFactory):
    """An anonymous one on the whole text."""

    class Meta:
        model = Opinion

    consultation = factory.SubFactory(ConsultationFactory, status=ConsultationStatus.ANSWERING)
    voice = Voice.ANONYMOUS
    text = "标准偏低。"


def staff_account(name="韩梅"):
    return AccountFactory(name=name, member__name=name)


def drafted(by, *, text=TEXT, on=TODAY, title="教职工慰问办法", **fields):
    regulation = Regulation(title=title, **{"kind": RegulationKind.UNION, **fields})
    return services.draft_regulation(regulation, text=text, by=by, on=on)


def enacted(by, *, from_on=TODAY, on=TODAY, adopted_by=CONGRESS, **fields):
    return services.enact_version(
        drafted(by, on=on, **fields), from_on=from_on, adopted_by=adopted_by, adopted_on=on, by=by, on=on
    )


def registered(by, *, direction=Direction.INCOMING, on=TODAY, **fields):
    told = {"party": "市教育工会", "title": "关于开展师德主题教育活动的通知", "handled_on": on}
    return services.register_document(OfficialDocument(direction=direction, **{**told, **fields}), by=by, on=on)


def asked(by, *, on=TODAY, days=10, version=None, **fields):
    """An open consultation of the whole staff."""
    told = {"title": "职工之家使用规则征求意见", "text": TEXT}
    consultation = Consultation(
        audience=Audience.objects.get(key=AudienceKey.STAFF),
        closes_on=on + timedelta(days=days),
        regulation_version=version,
        **{**told, **fields},
    )
    services.draft_consultation(consultation, by=by, on=on)
    return services.open_consultation(consultation, by=by, on=on)


def say(consultation, by, text="标准偏低。", *, voice=Voice.NAMED, on=TODAY, **fields):
    said = Said(**{"text": text, "voice": voice, "once": uuid4(), **fields})
    return services.give_opinion(consultation, said, by=by, on=on)


def answered(consultation, by, *, decision=Decision.ADOPTED, on=TODAY):
    """Closed, with every opinion a point of its own that is answered."""
    services.close_consultation(consultation, by=by, on=on)
    services.gather_each(consultation, by=by)
    for point in consultation.points.all():
        services.answer_point(point, decision=decision, reason="已提高标准。", by=by)
    return consultation


def concluded(consultation, by, *, revised_text="", on=TODAY):
    return services.conclude_consultation(
        answered(consultation, by, on=on), conclusion="采纳一项。", revised_text=revised_text, by=by, on=on
    )


def stored_again(record):
    return type(record).objects.get(pk=record.pk)


LINKS = {
    ("affairs.DocumentForward", "member"): lambda one: ForwardFactory(member=one),
    ("affairs.Opinion", "member"): lambda one: OpinionFactory(member=one, voice=Voice.NAMED),
}
"""What of documents and opinions points at a person."""
