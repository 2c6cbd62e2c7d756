"""The demo school's surveys: one with results, one that too few answered, one that runs, one being written."""

from datetime import date, timedelta
from decimal import Decimal

from affairs import services
from affairs.enums import QuestionKind
from affairs.models import Survey, SurveyPlace, SurveyQuestion
from members.enums import AudienceKey
from members.models import Audience
from members.selectors import holder_of
from unionoffice.demo import as_of
from unionoffice.roles import Role

SINGLE, MULTIPLE, TEXT = QuestionKind.SINGLE, QuestionKind.MULTIPLE, QuestionKind.TEXT
SATISFACTION, SCALE = QuestionKind.SATISFACTION, QuestionKind.SCALE

Asked = tuple[QuestionKind, str, tuple[str, ...]]

CANTEEN: tuple[Asked, ...] = (
    (SATISFACTION, "您对食堂饭菜质量是否满意", ()),
    (SATISFACTION, "您对食堂卫生是否满意", ()),
    (SCALE, "请给食堂价格打分", ()),
    (SINGLE, "您每周在食堂就餐几次", ("5次以上", "3至4次", "1至2次", "基本不去")),
    (MULTIPLE, "您希望食堂增加什么", ("早餐品种", "清真窗口", "低糖菜品", "晚餐供应", "以上都没有")),
    (TEXT, "您对食堂还有什么建议", ()),
)
TRIP: tuple[Asked, ...] = (
    (SINGLE, "您希望今年春季活动去哪里", ("植物园", "博物馆", "登山", "都可以")),
    (MULTIPLE, "您方便参加的时间", ("周六上午", "周六下午", "周日上午", "都不方便")),
    (TEXT, "您对活动有什么建议", ()),
)
SUGGESTIONS = (
    "早餐希望有豆浆和杂粮。",
    "午餐高峰排队时间长，能否多开一个窗口。",
    "菜偏咸，请师傅少放盐。",
    "希望公布每周菜谱。",
    "餐具消毒后能否晾干再放出来。",
    "价格合适，继续保持。",
)
SHARES = {
    0: (4, 4, 2, 1),
    1: (6, 4, 2, 0),
    2: (0, 1, 3, 6, 4),
    3: (6, 3, 2, 1),
}
"""How often each choice is taken by the demo's people, in turn; of questions by their place."""


def ask_around(on: date) -> None:
    """Three surveys of the canteen, the spring trip and working conditions, and one from before the office."""
    demo = _Office(on)
    demo.record_old()
    demo.close("食堂满意度调查", CANTEEN, days=60, answered=42)
    demo.close("周末值班安排意见", TRIP[:1], days=30, answered=3)
    running = demo.open("春季活动意向调查", TRIP, days=4)
    demo.answer(running, 11)
    demo.draft("教职工工作生活状况调查", CANTEEN[:1], on)


class _Office:
    """The secretary, and whom the surveys are sent to."""

    def __init__(self, on: date) -> None:
        self.on, self.secretary = on, holder_of(Role.SECRETARY, on)
        self.staff = Audience.objects.get(key=AudienceKey.STAFF)

    def draft(self, title: str, asked: tuple[Asked, ...], day: date) -> Survey:
        """Written, but not sent."""
        survey = Survey(
            title=title,
            intro="工会想听听大家的意见，结果汇总后交有关部门改进，并在公开栏公布。",
            audience=self.staff,
            closes_on=day + timedelta(days=14),
        )
        with as_of(day):
            services.draft_survey(survey, by=self.secretary, on=day)
            for position, (kind, text, choices) in enumerate(asked, start=1):
                question = SurveyQuestion(
                    position=position, kind=kind, text=text, choices=list(choices), is_required=kind != TEXT
                )
                services.save_question(survey, question, by=self.secretary)
        return survey

    def open(self, title: str, asked: tuple[Asked, ...], *, days: int) -> Survey:
        """Sent out so many days ago."""
        day = self.on - timedelta(days=days)
        survey = self.draft(title, asked, day)
        with as_of(day):
            services.open_survey(survey, by=self.secretary, on=day)
        return survey

    def close(self, title: str, asked: tuple[Asked, ...], *, days: int, answered: int) -> None:
        """Answered by so many, and over."""
        survey = self.open(title, asked, days=days)
        self.answer(survey, answered)
        day = self.on - timedelta(days=days - 14)
        with as_of(day):
            services.close_survey(survey, by=None, on=day)

    def answer(self, survey: Survey, people: int) -> None:
        """The first of the roll answer; what they say turns with their place."""
        questions = list(survey.questions.all())
        places = SurveyPlace.objects.filter(survey=survey, member__isnull=False).order_by("pk")[1 : people + 1]
        for turn, member_id in enumerate(places.values_list("member_id", flat=True)):
            said = {question.pk: _said(question, turn) for question in questions}
            services.answer_survey(survey, said, member_id=member_id)

    def record_old(self) -> None:
        """On paper, before the office."""
        ended = self.on - timedelta(days=400)
        old = Survey(
            title="教职工对学校管理工作满意度测评",
            opened_on=ended - timedelta(days=7),
            closed_on=ended,
            sent=132,
            answered=126,
            satisfaction=Decimal("96.0"),
            intro="纸质问卷，由工会小组发放和回收。",
        )
        with as_of(self.on - timedelta(days=380)):
            services.record_survey(old, by=self.secretary, on=self.on)


def _said(question: SurveyQuestion, turn: int) -> services.Reply:
    if question.kind == TEXT:
        said = turn % len(SUGGESTIONS) == 0 and turn // len(SUGGESTIONS) < len(SUGGESTIONS)
        return services.Reply(text=SUGGESTIONS[turn // len(SUGGESTIONS)] if said else "")
    if question.kind == MULTIPLE:
        last = len(question.options) - 1
        return services.Reply(choices=(turn % last, (turn * 3 + 1) % last))
    weights = SHARES.get(question.position - 1, ())
    turns = [place for place, weight in enumerate(weights) for _one in range(weight)]
    fitting = [place for place in turns if place < len(question.options)]
    return services.Reply(choices=(fitting[turn * 5 % len(fitting)],))
