"""Calendar files."""

from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar

from unionoffice.calendars import Occasion, calendar_file

AT = datetime(2026, 11, 22, 8, 30, tzinfo=UTC)
OCCASIONS = [
    Occasion("birthday-1-20261122", date(2026, 11, 22), "林芳生日"),
    Occasion("birthday-2-20261123", date(2026, 11, 23), "古丽娜尔·艾尔肯, 何梅; 生日"),
]


def read(occasions):
    return Calendar.from_ical(calendar_file("明德中学工会纪念日", occasions, host="union.school.cn", at=AT))


def test_file_names_itself_and_asks_to_be_read_every_day():
    calendar = read([])
    assert [str(calendar[name]) for name in ("version", "method", "name", "x-wr-calname")] == [
        "2.0",
        "PUBLISH",
        "明德中学工会纪念日",
        "明德中学工会纪念日",
    ]
    assert calendar.decoded("refresh-interval") == timedelta(days=1)


def test_occasion_is_a_whole_day_that_takes_nobodys_time():
    event = read(OCCASIONS).walk("VEVENT")[0]
    assert {name: str(event[name]) for name in ("uid", "summary", "transp", "class")} == {
        "uid": "birthday-1-20261122@union.school.cn",
        "summary": "林芳生日",
        "transp": "TRANSPARENT",
        "class": "PRIVATE",
    }
    assert (event.decoded("dtstart"), event.decoded("dtstamp")) == (date(2026, 11, 22), AT)


def test_punctuation_of_names_and_lines_stays_what_it_is():
    content = calendar_file("工会", OCCASIONS, host="union.school.cn", at=AT)
    assert str(Calendar.from_ical(content).walk("VEVENT")[1]["summary"]) == "古丽娜尔·艾尔肯, 何梅; 生日"
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
