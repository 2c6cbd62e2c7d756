"""Opinions: reading the text and saying something on a phone, then gathering and answering in the office."""

from typing import Any

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from affairs import permissions
from affairs.enums import ConsultationStatus, Voice
from affairs.forms import AnswerPointForm, GatherEachForm, GatherOpinionsForm, SayOpinionForm
from affairs.models import Consultation, OpinionPoint, label_of_passage
from affairs.selectors import opinions_on, own_opinions, points_of
from affairs.views.consultations import ConsultationMove, consultations_crumb, shown_text
from affairs.views.regulations import AREA
from unionoffice.pages import Crumb, FormPage, Page, TransitionPage


class AskedPage(Page):
    """A page of those who are asked, whoever else may see the consultation."""

    permission = permissions.opens_consultations
    area = AREA

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Find the consultation among those in which this person has a say, while it lasts or afterwards."""
        super().setup(request, *args, **kwargs)
        if request.user.is_authenticated:
            rows = Consultation.objects.asking(request.user).select_related("audience")
            self.record = rows.filter(pk=kwargs["pk"]).first()

    def ensure_found(self) -> None:
        """It isn't there for who isn't asked."""
        if self.record is None:
            raise Http404

    @property
    def is_open(self) -> bool:
        """Whether something can still be said."""
        return self.record.status == ConsultationStatus.OPEN and self.record.closes_on >= self.on

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The consultation, and whether it still takes opinions."""
        return super().get_context_data(record=self.record, is_open=self.is_open, **kwargs)


class ReadConsultationView(AskedPage):
    """The text, passage by passage, each with its way to say something about it."""

    def get(self, request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        """Show it with what this person signed so far."""
        self.ensure_found()
        own = list(own_opinions(self.record, request.user))
        context = self.get_context_data(
            passages=self.record.passages,
            text=shown_text(self.record.text),
            own=[(opinion, label_of_passage(self.record.passages, opinion.passage)) for opinion in own],
        )
        return TemplateResponse(request, "affairs/consultation_read.html", context)

    def get_title(self) -> str:
        """Its own."""
        return self.record.title

    def get_crumbs(self) -> list[Crumb]:
        """To the list."""
        return [consultations_crumb()]


class SayOpinionView(AskedPage, FormPage):
    """One opinion: on the passage of the address, or on the whole.

    It has no one-use key of the usual kind, which would be kept with the account: the form's own key goes into the
    opinion and says nothing of anybody. Nor does it leave a message in the session.
    """

    form_class = SayOpinionForm
    title = _("提意见")
    template_name = "affairs/consultation_say.html"
    button = _("提交意见")

    def post(self, request: HttpRequest, *_args: Any, **_kwargs: Any) -> HttpResponse:
        """Act; a form sent twice is one opinion."""
        return self.answer(request)

    def prepare(self) -> None:
        """Only while opinions are taken, or to be told that they aren't."""
        self.ensure_found()

    @transaction.atomic
    def act(self, form: Any) -> str:
        """Keep it and lead to the end."""
        return self.get_success_url(form.save(by=self.request.user, on=self.on))

    def show(self, form: Any, **extra: Any) -> HttpResponse:
        """The form; no browser keeps a copy of what was typed into it."""
        response = super().show(form, **extra)
        response["Cache-Control"] = "no-store"
        return response

    def get_form(self, data: Any = None, files: Any = None) -> Any:
        """Without the usual key."""
        return self.form_class(data, files, user=self.request.user, on=self.on, **self.get_form_kwargs())

    def get_form_kwargs(self) -> dict[str, Any]:
        """On which passage, and signed by default: anonymous is what one chooses."""
        initial = {"passage": self.passage, "question": self.question, "voice": Voice.NAMED}
        return {"record": self.record, "initial": initial}

    @property
    def passage(self) -> int | None:
        """The passage of the address; none for what can't be understood."""
        return self._asked("passage", len(self.record.passages))

    @property
    def question(self) -> int | None:
        """The question of the address."""
        return self._asked("question", len(self.record.questions_asked))

    def _asked(self, name: str, most: int) -> int | None:
        asked = self.request.GET.get(name, "")
        number = int(asked) if asked.isascii() and asked.isdigit() else 0
        return number if 1 <= number <= most else None

    def get_success_url(self, record: Consultation) -> str:
        """A clear end."""
        return reverse("affairs:consultation-thanks", args=[record.pk])

    def get_crumbs(self) -> list[Crumb]:
        """To the text."""
        return [Crumb(self.record.title, self.record.get_opinion_url())]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The passage with its neighbours, and the question."""
        passages, number = self.record.passages, self.passage
        asked = self.question
        return super().get_context_data(
            passage=passages[number - 1] if number else None,
            before=number - 1 if number and number > 1 else None,
            after=number + 1 if number and number < len(passages) else None,
            question=self.record.questions_asked[asked - 1] if asked else "",
            count=len(passages),
            **kwargs,
        )


class OpinionThanksView(AskedPage):
    """It was taken: what comes next, and the way to say more."""

    title = _("意见已提交")

    def get(self, request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        """The end."""
        self.ensure_found()
        return TemplateResponse(request, "affairs/consultation_thanks.html", self.get_context_data())

    def get_crumbs(self) -> list[Crumb]:
        """To the text."""
        return [Crumb(self.record.title, self.record.get_opinion_url())]


class GatherOpinionsView(ConsultationMove):
    """All opinions with boxes: alike ones are gathered into points; each point is answered."""

    rule = permissions.may_answer_consultation
    title, button = _("归并和答复"), _("归并所选意见")
    form_class = GatherOpinionsForm
    template_name = "affairs/consultation_gather.html"
    done = _("已归并。")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """What is in no point yet, and the points with what they hold."""
        record = self.record
        passages, points = record.passages, list(points_of(record))
        told = [
            (opinion, label_of_passage(passages, opinion.passage), opinion.shown_name(names=True))
            for opinion in opinions_on(record)
        ]
        of_point: dict[int | None, list[Any]] = {}
        for line in told:
            of_point.setdefault(line[0].point_id, []).append(line)
        return super().get_context_data(
            left=of_point.get(None, []),
            points=[
                (point, label_of_passage(passages, point.passage), of_point.get(point.pk, [])) for point in points
            ],
            answered=sum(bool(point.decision) for point in points),
            **kwargs,
        )

    def get_success_url(self, record: Consultation) -> str:
        """On with the next ones."""
        return reverse("affairs:consultation-gather", args=[record.pk])


class GatherEachView(GatherOpinionsView):
    """A point for each opinion that is in none."""

    title, button = _("逐条列为要点"), _("逐条列为要点")
    form_class = GatherEachForm
    template_name = "office/transition.html"
    question = _("每条还没有归并的意见各成一个要点，用原话。之后仍可归并。")

    def get_crumbs(self) -> list[Crumb]:
        """To the gathering."""
        url = reverse("affairs:consultation-gather", args=[self.record.pk])
        return [*super().get_crumbs(), Crumb(gettext("归并和答复"), url)]


class AnswerPointView(TransitionPage):
    """What becomes of one point."""

    permission = permissions.opens_consultations
    area = AREA
    title, button = _("答复"), _("保存答复")
    model = OpinionPoint
    form_class = AnswerPointForm
    template_name = "affairs/point_answer.html"
    done = _("已保存答复。公布前还可以修改。")

    def prepare(self) -> None:
        """A point of a consultation that this user answers."""
        seen = Consultation.objects.visible_to(self.request.user)
        rows = OpinionPoint.objects.filter(consultation__in=seen).select_related("consultation")
        self.record = rows.filter(pk=self.kwargs["pk"]).first()
        user = self.request.user
        if self.record is None or not permissions.may_answer_consultation.test(user, self.record.consultation):
            raise Http404

    def get_crumbs(self) -> list[Crumb]:
        """To the gathering."""
        consultation = self.record.consultation
        url = reverse("affairs:consultation-gather", args=[consultation.pk])
        return [consultations_crumb(), Crumb(consultation.title, url)]

    def get_success_url(self, record: Consultation) -> str:
        """On to the next point."""
        return reverse("affairs:consultation-gather", args=[record.pk])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the passage and what was said."""
        consultation = self.record.consultation
        number = self.record.passage
        passages = consultation.passages
        return super().get_context_data(
            passage=passages[number - 1] if number and number <= len(passages) else None,
            opinions=[
                (opinion, opinion.shown_name(names=True))
                for opinion in opinions_on(consultation).filter(point=self.record)
            ],
            **kwargs,
        )
