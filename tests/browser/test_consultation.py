"""Having a say on a phone: one passage, anonymously, and a clear end."""

from affairs.enums import ConsultationStatus, Voice
from affairs.models import Consultation, Opinion
from tests.browser.conftest import fits, follow, submit

TEACHER = "1016"
PHONE = {"width": 390, "height": 844}


def test_teacher_says_something_about_a_passage_anonymously(sign_in):
    page = sign_in(TEACHER, viewport=PHONE)
    consultation = Consultation.objects.get(status=ConsultationStatus.OPEN)
    before = set(Opinion.objects.filter(consultation=consultation).values_list("pk", flat=True))
    page.goto(consultation.get_opinion_url())
    assert fits(page)
    follow(page, "逐条看")
    follow(page, "没有意见，看下一条")
    assert fits(page)
    page.get_by_label("您的意见").fill("家属使用的时间请写清楚。")
    page.get_by_label("匿名，谁也查不到是我").check()
    submit(page, "提交意见")
    page.get_by_text("您的意见已提交").wait_for()
    assert fits(page)
    kept = Opinion.objects.exclude(pk__in=before).get(consultation=consultation)
    assert (kept.text, kept.voice, kept.passage, kept.member) == (
        "家属使用的时间请写清楚。",
        Voice.ANONYMOUS,
        2,
        None,
    )
    follow(page, "再提一条")
    assert page.get_by_text("您署名提交了").count() == 0
