"""The congress opens: a delegate checks in by the code on the screen, and the keeper opens when enough are there."""

from django.urls import reverse
from django.utils import timezone

from congress import services
from congress.models import Session, Sitting
from congress.selectors import door_of, quorums
from members.models import Account
from members.selectors import check_in_token
from members.services import check_in
from tests.browser.conftest import PHONE, fits, follow, submit

SECRETARY, DELEGATE = "1002", "1008"


def test_session_opens_when_the_last_one_needed_has_checked_in(sign_in):
    keeper, phone = sign_in(SECRETARY), sign_in(DELEGATE, PHONE)
    sitting = sitting_of_today()
    keeper.goto(sitting.get_absolute_url())
    follow(keeper, "开始签到")
    submit(keeper, "开始签到")
    needed = let_in_all_but_one(sitting)

    screen = keeper.context.new_page()
    screen.goto(reverse("congress:sitting-screen", args=[sitting.pk]))
    screen.get_by_text("还差1人").wait_for()

    follow(keeper, "宣布开会")
    keeper.get_by_text("现在还不能宣布开会。").wait_for()
    submit(keeper, "宣布开会")
    keeper.get_by_text(f"未达到法定人数{needed}人，还差1人，不能开会。").wait_for()

    token = check_in_token(door_of(sitting), timezone.now())
    phone.goto(reverse("members:check-in-scan", args=[token]))
    submit(phone, "签到")
    phone.get_by_text("已签到").wait_for()
    assert fits(phone)

    screen.get_by_text("已达到法定人数").wait_for()
    submit(keeper, "宣布开会")
    keeper.get_by_text("已宣布开会。").wait_for()
    screen.get_by_text("会议正在进行").wait_for()
    assert screen.get_by_text(str(needed), exact=True).is_visible()


def sitting_of_today():
    """The demo school's next session, as if it were held today."""
    today = timezone.localdate()
    sitting = Sitting.objects.filter(status="planned", session__isnull=False).order_by("day", "number")[0]
    Session.objects.filter(pk=sitting.session_id).update(starts_on=today, ends_on=today)
    Sitting.objects.filter(session=sitting.session_id).update(day=today)
    sitting.refresh_from_db()
    return sitting


def let_in_all_but_one(sitting):
    """As many delegates as it takes, but for the one with the phone; gives how many it takes."""
    secretary, delegate = (Account.objects.get(employee_no=number) for number in (SECRETARY, DELEGATE))
    (quorum,) = quorums([sitting])
    door = services.open_door(sitting, by=secretary, at=timezone.now())
    others = sitting.due_on_its_day().exclude(pk=delegate.member_id)
    for member in others.order_by("pk")[: quorum.needed - 1]:
        check_in(door, member, by=secretary, at=timezone.now())
    return quorum.needed
