"""Nobody can find out who wrote an anonymous letter or objection: every table is looked through before and after.

The letter is sent by somebody who is signed in, in a browser with all of its cookies, a quarter of an hour after
their last page, when any page that looked at the session would renew it.
"""

import re
from datetime import date, datetime, timedelta
from io import BytesIO
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.conf import settings
from django.core.files.storage import default_storage
from django.db import connection
from django.test import Client
from django.urls import reverse
from PIL import Image, ImageCms

from affairs import services
from affairs.enums import Voice
from affairs.models import Letter, LetterFile, Objection, Opinion
from affairs.urls import urlpatterns
from affairs.views.incognito import IncognitoPage
from affairs.views.tickets import DISCLOSURE, MAILBOX, NOTICE, ticket_of
from tests.affairs.factories import PostedFactory
from tests.affairs.letters import BODY, SUBJECT, anonymous, answered, open_mailbox, photo, signed, taken_up
from tests.affairs.public_notices import posted
from tests.affairs.regulations import asked
from tests.affairs.steps import told
from tests.conftest import TODAY
from unionoffice.codes import new_slip

pytestmark = pytest.mark.django_db

MORNING = datetime(2026, 11, 22, 10, 30, 12, 345678, tzinfo=ZoneInfo("Asia/Shanghai"))
AGENT, ADDRESS = "Mozilla/5.0 (HanMeiPhone 15)", "203.0.113.77"
BROWSER = {"HTTP_USER_AGENT": AGENT, "REMOTE_ADDR": ADDRESS, "HTTP_REFERER": "http://testserver/members/7/"}


def every_row():
    """Every row of every table, as text."""
    found = set()
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 -- our own tables
            found |= {(table, *map(str, row)) for row in cursor.fetchall()}
    return found


def every_file(folder=""):
    """The paths of all files that are kept outside the database."""
    folders, files = default_storage.listdir(folder)
    inside = (every_file(f"{folder}{name}/") for name in folders)
    return {f"{folder}{name}" for name in files}.union(*inside)


@pytest.fixture
def clock():
    with time_machine.travel(MORNING, tick=False) as clock:
        yield clock


@pytest.fixture
def browser(teacher, clock):
    """The teacher's own, signed in; the last page was a quarter of an hour ago."""
    client = Client(**BROWSER)
    client.force_login(teacher)
    client.get(reverse("affairs:letter-boxes"))
    clock.shift(timedelta(minutes=15))
    return client


@pytest.fixture
def address():
    return reverse("affairs:letter-anonymous", args=[ticket_of(MAILBOX, open_mailbox().pk, TODAY)])


def fill(**changes):
    given = {"category": "logistics", "subject": SUBJECT, "body": BODY, "wish": "private", "homepage": ""}
    return {"slip": new_slip(), **given, **changes}


def send(client, address, **changes):
    """Open the page as a browser does, and send the letter."""
    client.get(address)
    return client.post(address, fill(**changes))


def written(before):
    return sorted(every_row() - before)


def test_letter_of_a_signed_in_person_writes_the_letter_and_nothing_else(browser, address):
    before = every_row()
    response = send(browser, address)
    after = every_row()
    assert response.status_code == 200
    assert before - after == set()
    assert [row[0] for row in written(before)] == ["affairs_letter"]


def test_letter_row_tells_neither_person_nor_machine_nor_time_of_day(browser, teacher, address):
    before = every_row()
    send(browser, address)
    (row,) = written(before)
    row_text = " ".join(row)
    person = (teacher.name, teacher.employee_no, ADDRESS, AGENT, browser.session.session_key)
    assert [word for word in person if word in row_text] == []
    assert re.findall(r"\d\d:\d\d", row_text) == []
    letter = Letter.objects.get()
    assert (letter.author, letter.signature, letter.received_on) == (None, "", TODAY)
    keys = {getattr(letter, field.attname) for field in Letter._meta.fields if field.is_relation} - {None}
    assert keys == {letter.mailbox_id}


def test_letters_of_a_stranger_and_of_a_signed_in_person_are_alike(browser, address, client):
    send(browser, address)
    send(client, address)
    one, other = Letter.objects.values()
    for own in ("id", "code_digest"):
        assert one.pop(own) != other.pop(own)
    assert one == other


def test_a_signed_letter_leaves_the_traces_that_are_looked_for_here(browser, teacher):
    mailbox = open_mailbox()
    before = every_row()
    page = browser.get(reverse("affairs:letter-write", args=[mailbox.pk]))
    key = page.context["form"]["form_key"].value()
    browser.post(reverse("affairs:letter-write", args=[mailbox.pk]), fill(form_key=key))
    tables = {row[0] for row in written(before)}
    assert tables >= {"affairs_letter", "unionoffice_formkey", "django_session", "members_signin"}
    assert Letter.objects.get().author == teacher


def test_following_adding_and_rating_write_only_letter_and_message(browser, principal, address):
    page = send(browser, address)
    code = page.context["code"]
    answered(Letter.objects.get(), principal)
    before = every_row()
    follow = reverse("affairs:letter-follow")
    browser.post(follow, {"code": code})
    assert written(before) == []
    browser.post(follow, {"code": code, "act": "write", "after": "1", "text": "周末呢？"})
    browser.post(follow, {"code": code, "act": "rate", "satisfaction": "satisfied"})
    assert {row[0] for row in written(before)} == {"affairs_letter", "affairs_lettermessage"}
    assert re.findall(r"\d\d:\d\d", " ".join(" ".join(row) for row in written(before))) == []


def test_wrong_code_writes_nothing(browser):
    before = every_row()
    assert browser.post(reverse("affairs:letter-follow"), {"code": "7KQ2-M4XD-0R5T-9WHB"}).status_code == 200
    assert written(before) == []


def test_question_about_an_item_of_the_board_is_as_untraceable(browser):
    item = PostedFactory()
    before = every_row()
    response = send(browser, reverse("affairs:letter-anonymous", args=[ticket_of(DISCLOSURE, item.pk, TODAY)]))
    assert response.status_code == 200
    assert [row[0] for row in written(before)] == ["affairs_letter"]


def test_photo_is_kept_without_name_time_make_or_uploader(browser, address):
    before, files = every_row(), every_file()
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    send(browser, address, uploads=photo(icc=profile))
    assert [row[0] for row in written(before)] == ["affairs_letter", "affairs_letterfile"]
    file = LetterFile.objects.get()
    content = bytes(file.content)
    assert str(file) == "附件1.jpg"
    assert [mark for mark in (b"Han Mei", b"2026:11:22", b"IMG_", b"ICC_PROFILE", b"Exif") if mark in content] == []
    with Image.open(BytesIO(content)) as picture:
        assert (picture.size, dict(picture.getexif())) == ((60, 40), {})
    assert every_file() == files


def test_pages_set_no_cookie_keep_no_copy_and_send_no_referrer(browser, address):
    for path in (address, reverse("affairs:letter-follow")):
        response = browser.get(path)
        assert (response.cookies, response["Cache-Control"]) == ({}, "no-store")
        assert response["Referrer-Policy"] == "no-referrer"
        assert response.wsgi_request.user.is_anonymous
        left = {name for name in response.wsgi_request.META if name.startswith("HTTP_")}
        assert left <= {"HTTP_HOST"}
        assert response.wsgi_request.META["REMOTE_ADDR"] == ""


def test_all_pages_that_write_for_nobody_stand_where_nobody_is_asked():
    pages = [one for one in urlpatterns if issubclass(one.callback.view_class, IncognitoPage)]
    assert sorted(one.name for one in pages) == [
        "letter-anonymous",
        "letter-follow",
        "objection-anonymous",
        "objection-follow",
    ]
    for one in pages:
        assert f"/{one.pattern}".startswith(settings.INCOGNITO_PATHS), one.name


class TestObjection:
    """The same is promised to who objects to a public notice."""

    @pytest.fixture
    def address(self, secretary, principal):
        notice = posted(secretary, principal, on=date(2026, 11, 20))
        return reverse("affairs:objection-anonymous", args=[ticket_of(NOTICE, notice.pk, TODAY)])

    def send(self, client, address, **changes):
        client.get(address)
        return client.post(address, {"slip": new_slip(), "text": "评分表没有公布。", **changes})

    def test_signed_in_person_writes_the_objection_and_nothing_else(self, browser, teacher, address):
        before = every_row()
        code = self.send(browser, address).context["code"]
        assert before - every_row() == set()
        (row,) = written(before)
        assert row[0] == "affairs_objection"
        assert [word for word in (teacher.name, teacher.employee_no, ADDRESS, AGENT) if word in " ".join(row)] == []
        assert re.findall(r"\d\d:\d\d", " ".join(row)) == []
        browser.post(reverse("affairs:objection-follow"), {"code": code})
        assert (written(before), before - every_row()) == ([row], set())

    def test_pages_know_nobody_and_log_no_refusal(self, browser, address, caplog):
        follow = reverse("affairs:objection-follow")
        asked = [
            browser.get(address),
            browser.get(follow),
            self.send(browser, address, text=""),
            self.send(browser, address, slip="gone"),
            browser.post(follow, {"code": "7KQ2-M4XD-0R5T-9WHB"}),
        ]
        for response in asked:
            assert (response.status_code, response.cookies, response["Cache-Control"]) == (200, {}, "no-store")
            assert response["Referrer-Policy"] == "no-referrer"
            assert response.wsgi_request.user.is_anonymous
            assert response.wsgi_request.META["REMOTE_ADDR"] == ""
        assert (caplog.records, Objection.objects.count()) == ([], 0)


class TestOpinion:
    """Its page has to know who is asked, and forgets it: what comes without a name is kept as its words alone."""

    SAID = "加班的人都没有调休。"

    def say(self, client, consultation, voice):
        """Read the form, then send it within the minute in which nothing renews the sign-in."""
        address = reverse("affairs:consultation-say", args=[consultation.pk])
        form = client.get(address).context["form"]
        before = every_row()
        told = {"once": form["once"].value(), "text": self.SAID, "voice": voice, "passage": ""}
        response = client.post(address, told, follow=True)
        assert response.status_code == 200
        return before, every_row()

    def test_anonymous_one_writes_its_own_row_and_nothing_else(self, browser, teacher, secretary):
        before, after = self.say(browser, asked(secretary), Voice.ANONYMOUS)
        assert before - after == set()
        ((table, *row),) = after - before
        person = (teacher.name, teacher.employee_no, ADDRESS, AGENT, browser.session.session_key)
        told = [word for word in person if word in " ".join(row)]
        assert (table, told, re.findall(r"\d\d:\d\d", " ".join(row))) == ("affairs_opinion", [], [])
        opinion = Opinion.objects.get()
        assert (opinion.member, opinion.group, opinion.text) == (None, None, self.SAID)

    def test_signed_and_anonymous_ones_cannot_be_told_apart_by_what_else_is_written(self, browser, secretary):
        consultation = asked(secretary)
        written_with = [
            {row[0] for row in after - before}
            for before, after in (
                self.say(browser, consultation, Voice.NAMED),
                self.say(browser, consultation, Voice.ANONYMOUS),
            )
        ]
        assert written_with == [{"affairs_opinion"}, {"affairs_opinion"}]

    def test_page_with_what_somebody_wrote_is_kept_by_nobody(self, browser, secretary):
        address = reverse("affairs:consultation-say", args=[asked(secretary).pk])
        refused = browser.post(address, {"text": self.SAID, "voice": "", "once": ""})
        assert (refused.status_code, refused["Cache-Control"]) == (422, "no-store")


def test_pages_that_know_their_reader_are_told_as_before(browser, teacher):
    response = browser.get(reverse("affairs:letter-boxes"))
    assert response.wsgi_request.user == teacher
    assert response.wsgi_request.META["REMOTE_ADDR"] == ADDRESS


def test_way_to_the_anonymous_page_is_the_same_for_everybody(browser, client, chair, signed_in):
    open_mailbox(writers="public")
    pages = [reader.get(reverse("affairs:letter-boxes")) for reader in (browser, client, signed_in(chair))]
    assert len({ticket for page in pages for _mailbox, ticket in page.context["boxes"]}) == 1


def test_numbers_follow_the_order_of_taking_up_not_of_arrival(principal):
    mailbox = open_mailbox()
    first, second = (anonymous(mailbox)[0] for _ in range(2))
    taken_up(second, principal)
    taken_up(first, principal)
    assert (second.short_number, first.short_number) == ("2026-001", "2026-002")


def test_office_is_told_of_anonymous_letters_with_the_next_mornings_round(principal):
    anonymous()
    assert told(principal) == []
    before = every_row()
    services.keep_letters(on=TODAY + timedelta(days=1))
    assert [row[0] for row in written(before)] == ["unionoffice_notice"]
    assert told(principal) == [("有1封来信等您受理。", "/affairs/letters/?status=received")]


def test_handling_names_the_handler_and_the_letter_alone(principal, teacher):
    letter, _code = anonymous()
    before = every_row()
    answered(letter, principal)
    tables = {row[0] for row in written(before)}
    assert tables == {
        "affairs_letter",
        "affairs_lettermessage",
        "unionoffice_logentry",
        "unionoffice_numberseries",
    }
    entries = " ".join(" ".join(row) for row in written(before) if row[0] == "unionoffice_logentry")
    assert (principal.name in entries, teacher.name in entries, SUBJECT in entries) == (True, False, False)


def test_signed_letter_keeps_its_author_from_the_trail(principal, teacher):
    before = every_row()
    answered(signed(teacher, hides_name=True), principal)
    entries = " ".join(" ".join(row) for row in written(before) if row[0] == "unionoffice_logentry")
    assert teacher.name not in entries
