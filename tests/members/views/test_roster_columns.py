"""Heads that no importer knows: asked about once, remembered for the next file, changed or forgotten later."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from members.models import Member, RosterImport
from tests.members.rosters import roster
from tests.members.views.forms import errors, fill, told
from unionoffice.audit import LogEntry
from unionoffice.sheets.answers import ColumnAnswer, answers_for
from unionoffice.sheets.uploads import SheetUpload

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
URL, COLUMNS_URL = reverse("members:roster-import"), reverse("members:roster-columns")
HEAD = ("工号", "姓名", "性别", "师德等次", "荣誉头衔")
ROWS = (("00201", "林芳", "女", "高级教师", "标兵"), ("00202", "单志强", "男", "一级教师", ""))


@pytest.fixture
def client(secretary, signed_in):
    return signed_in(secretary)


def send(client, data: bytes | None = None):
    """The page of the plan, and its address."""
    file = SimpleUploadedFile("花名册.xlsx", data or roster(*ROWS, head=HEAD))
    return client.post(URL, fill(client, URL, file=file), follow=True), SheetUpload.objects.latest(
        "pk"
    ).get_absolute_url()


def answer(client, url: str, *answers: str, **more: str):
    """Choose an answer for each head, in the order of the file."""
    names = list(client.get(url).context["form"].heads)
    return client.post(url, fill(client, url, **dict(zip(names, answers, strict=True)), **more), follow=True)


def test_plan_asks_about_each_head_with_samples_and_imports_nothing(client):
    response, url = send(client)
    page = response.content.decode()
    assert "有2列不知道是什么。请先说明，才能导入。" in page
    assert [(field.label, field.help_text) for field in response.context["form"].visible_fields()] == [
        ("师德等次", "例如：高级教师、一级教师"),
        ("荣誉头衔", "例如：标兵"),
    ]
    client.post(url, {"standing": response.context["plan"].standing})
    assert not Member.objects.filter(employee_no="00201").exists()


def test_what_stands_in_a_file_is_never_drawn_as_markup(client):
    head = ("工号", "姓名", "性别", "<b>奖项</b>")
    page = send(client, roster(("00201", "林芳", "女", "<img src=x>"), head=head))[0].content.decode()
    assert ("例如：&lt;img src=x&gt;" in page, "&lt;b&gt;奖项&lt;/b&gt;" in page) == (True, True)
    assert ("<img src=x>" in page, "<b>奖项</b>" in page) == (False, False)


def test_only_columns_that_the_file_lacks_are_offered(client):
    response, _url = send(client)
    offered = dict(response.context["form"].visible_fields()[0].field.choices)
    assert (offered["title"], "name" in offered, "employee_no" in offered) == ("职称", False, False)


def test_answers_are_remembered_and_the_new_plan_shown(client, secretary):
    _response, url = send(client)
    response = answer(client, url, "title", "-")
    assert response.redirect_chain == [(url, 302)]
    assert told(response) == ["已记住，下一份文件不再询问。请查看新的计划。"]
    assert answers_for("members:roster") == {"师德等次": "title", "荣誉头衔": ""}
    plan = response.context["plan"]
    assert ([row.values["title"] for row in plan.new], plan.ignored) == (["高级教师", "一级教师"], ("荣誉头衔",))
    one = ColumnAnswer.objects.get(head="师德等次")
    assert one.answered_by == secretary
    entry = LogEntry.objects.get_for_object(one).get()
    assert (entry.verb, entry.actor_name) == ("确定列的对应", "陈静")


def test_next_file_of_the_kind_isnt_asked_about(client):
    _response, url = send(client)
    answer(client, url, "title", "-")
    response, _url = send(client, roster(("00203", "欧阳玥", "女", "高级教师", ""), head=HEAD))
    assert (response.context["asks"], response.context["plan"].counts["new"]) == (False, 1)


def test_heads_without_an_answer_are_named(client):
    _response, url = send(client)
    response = answer(client, url, "title", "")
    assert (response.status_code, list(errors(response).values())) == (
        422,
        [["请选择它是哪一列；用不上的，请选“不导入这一列”。"]],
    )
    assert answers_for("members:roster") == {}


def test_all_the_rest_are_left_out_with_one_button(client):
    _response, url = send(client)
    answer(client, url, "title", "", rest="1")
    assert answers_for("members:roster") == {"师德等次": "title", "荣誉头衔": ""}


def test_one_column_for_two_heads_is_refused(client):
    _response, url = send(client)
    response = answer(client, url, "title", "title")
    assert list(errors(response).values()) == [["“职称”选了不止一次，请只留一处。"]] * 2
    assert answers_for("members:roster") == {}


def test_answered_roster_is_imported(client):
    _response, url = send(client)
    answer(client, url, "title", "-")
    response = client.post(url, fill(client, url), follow=True)
    assert response.redirect_chain == [(RosterImport.objects.get().get_absolute_url(), 302)]
    assert Member.objects.get(employee_no="00201").title == "高级教师"


# --- What is remembered ------------------------------------------------------------------------------------------


def remember(client, *answers: str):
    names = list(client.get(COLUMNS_URL).context["form"].answers)
    typed = fill(client, COLUMNS_URL, **dict(zip(names, answers, strict=True)))
    return client.post(COLUMNS_URL, typed, follow=True)


@pytest.fixture
def answered(client):
    _response, url = send(client)
    answer(client, url, "title", "-")


@pytest.mark.usefixtures("answered")
def test_answers_are_listed_changed_and_forgotten(client):
    shown = [(field.label, field.value()) for field in client.get(COLUMNS_URL).context["form"].visible_fields()]
    assert shown == [("师德等次", "title"), ("荣誉头衔", "-")]
    assert told(remember(client, "?", "post_rank")) == ["已保存，下一份文件按这些对应读取。"]
    assert answers_for("members:roster") == {"荣誉头衔": "post_rank"}
    verbs = LogEntry.objects.filter(content_type__model="columnanswer").order_by("pk").values_list("verb", flat=True)
    assert list(verbs)[-2:] == ["忘记列的对应", "确定列的对应"]


@pytest.mark.usefixtures("answered")
def test_answers_left_as_they_are_keep_who_gave_them(client, secretary):
    before = list(ColumnAnswer.objects.values())
    remember(client, "title", "-")
    assert list(ColumnAnswer.objects.values()) == before


def test_page_without_answers_says_where_they_come_from(client):
    assert "还没有记住的列。" in client.get(COLUMNS_URL).content.decode()


@pytest.mark.usefixtures("answered")
def test_answers_of_another_kind_are_nobody_elses(client):
    ColumnAnswer.objects.update(kind="congress:proposal")
    assert client.get(COLUMNS_URL).context["form"].answers == {}
    assert send(client)[0].context["asks"] is True


@pytest.mark.usefixtures("answered")
def test_column_that_the_office_has_no_more_is_asked_about_again(client):
    ColumnAnswer.objects.filter(head="师德等次").update(column="gone")
    assert client.get(COLUMNS_URL).context["form"].visible_fields()[0].value() == "?"
    assert [head.label for head in send(client)[0].context["plan"].unknown] == ["师德等次"]
