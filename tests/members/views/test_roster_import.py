from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import load_workbook

from members.importers import COLUMNS, plan_roster
from members.models import Member, RosterImport
from tests.conftest import make_actor
from tests.members.rosters import case, lin, roster
from tests.members.trails import trail
from tests.members.views.forms import errors, fill, told
from unionoffice.roles import Role
from unionoffice.sheets.uploads import SheetUpload

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
URL = reverse("members:roster-import")


@pytest.fixture
def client(secretary, signed_in):
    return signed_in(secretary)


def _send(client, data: bytes, *, name: str = "花名册.xlsx"):
    return client.post(URL, fill(client, URL, file=SimpleUploadedFile(name, data)), follow=True)


def _sent(client, data: bytes) -> SheetUpload:
    _send(client, data)
    return SheetUpload.objects.latest("pk")


def _apply(client, url: str):
    return client.post(url, fill(client, url), follow=True)


def _imported():
    return Member.objects.filter(account=None)


# --- Sending a file in -------------------------------------------------------------------------------------


def test_good_file_leads_to_its_plan_and_nothing_is_written(client, secretary):
    response = _send(client, case("01_clean.xlsx"))
    upload = SheetUpload.objects.get()
    assert response.redirect_chain == [(upload.get_absolute_url(), 302)]
    assert response.context["plan"].counts == {"new": 40, "changed": 0, "unchanged": 0, "problems": 0}
    assert "新增40行，变更0行，不变0行，有问题0行。" in response.content.decode()
    assert (upload.sent_by, upload.name, upload.kind) == (secretary, "花名册.xlsx", "members:roster")
    assert not _imported().exists()


def test_file_waits_encrypted(client):
    data = roster(lin())
    _send(client, data)
    upload = SheetUpload.objects.get()
    assert upload.data == data
    stored = SheetUpload.objects.extra(select={"raw": "content"}).values_list("raw", flat=True).get()
    assert stored != upload.content


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("花名册.xlsx", "工会小组活动安排\n周三下午\n".encode()),
        ("花名册.xlsx", b"PK\x03\x04 broken"),
        ("花名册.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 broken"),
        ("花名册.xlsx", roster(("林芳", "女"), head=("姓名", "性别"))),
        ("花名册.xlsx", roster(head=("工号", "姓名", "性别"))),
    ],
    ids=["text", "broken xlsx", "broken xls", "column missing", "no rows"],
)
def test_file_that_is_no_roster_is_refused_in_chinese(name, data, client):
    response = _send(client, data, name=name)
    (sentence,) = errors(response)[""]
    assert (response.status_code, sentence[-1]) == (422, "。")
    assert sentence.isascii() is False
    assert not SheetUpload.objects.exists()


def test_file_over_the_limit_is_refused(client, settings):
    settings.UPLOAD_MAX_BYTES = 100
    response = _send(client, roster(lin()))
    assert errors(response) == {"file": ["文件超过20MB，请删去多余的工作表或图片后重新上传。"]}


def test_form_without_a_file_is_told(client):
    response = client.post(URL, fill(client, URL))
    assert (response.status_code, list(errors(response))) == (422, ["file"])


# --- The plan ----------------------------------------------------------------------------------------------


def test_plan_shows_every_bad_row_and_no_button(client):
    response = _send(client, case("05_bad_rows.xlsx"))
    page = response.content.decode()
    assert "还有问题没有改正，什么都没有写入。" in page
    assert [problem.message for problem in response.context["plan"].problems if problem.message not in page] == []
    assert 'name="form_key"' not in page


def test_plan_shows_old_and_new(client):
    _apply(client, _sent(client, case("01_clean.xlsx")).get_absolute_url())
    page = _send(client, case("06_update.xlsx")).content.decode()
    for change in (
        "职称：一级教师 → 高级教师",
        "政治面貌：群众 → 中共预备党员",
        "工会小组：第四工会小组 → 机关工会小组",
    ):
        assert change in page


def test_plan_of_somebody_else_isnt_there(client, signed_in):
    url = _sent(client, roster(lin())).get_absolute_url()
    other = signed_in(make_actor(Role.ORGANISATION_OFFICER, "仇旻"))
    assert (other.get(url).status_code, other.post(url).status_code) == (404, 404)
    assert not _imported().exists()


def test_upload_of_another_kind_isnt_a_roster(client):
    upload = _sent(client, roster(lin()))
    SheetUpload.objects.update(kind="finance:dues")
    assert client.get(reverse("members:roster-plan", args=[upload.pk])).status_code == 404


def test_looking_at_a_plan_writes_nothing(client):
    url = _sent(client, roster(lin())).get_absolute_url()
    client.get(url)
    assert (SheetUpload.objects.get().applied_at, _imported().exists()) == (None, False)


# --- Applying it -------------------------------------------------------------------------------------------


def test_plan_is_applied_and_the_file_forgotten(client):
    upload = _sent(client, case("01_clean.xlsx"))
    response = _apply(client, upload.get_absolute_url())
    assert (response.redirect_chain, told(response)) == (
        [(RosterImport.objects.get().get_absolute_url(), 302)],
        ["花名册已导入。"],
    )
    assert _imported().count() == 40
    upload.refresh_from_db()
    assert (upload.content, upload.applied_at is None) == ("", False)
    assert trail(_imported().first()) == [("从花名册登记", "陈静", "")]


def test_plan_applied_already_says_so(client):
    url = _sent(client, roster(lin())).get_absolute_url()
    _apply(client, url)
    assert "这份文件已经导入或已过期。" in client.get(url).content.decode()


def test_plan_sent_twice_is_applied_once(client):
    url = _sent(client, roster(lin())).get_absolute_url()
    typed = fill(client, url)
    client.post(url, typed)
    response = client.post(url, typed, follow=True)
    assert response.redirect_chain == [(RosterImport.objects.get().get_absolute_url(), 302)]
    assert told(response)[-1] == "这份表单已经提交过，没有重复办理。"
    assert _imported().get().version == 1


def test_plan_opened_twice_is_applied_once(client):
    url = _sent(client, roster(lin())).get_absolute_url()
    first, second = fill(client, url), fill(client, url)
    client.post(url, first)
    response = client.post(url, second)
    assert (response.status_code, errors(response)) == (
        422,
        {"": ["这份文件已经导入或已过期，请重新上传。"]},
    )
    assert _imported().get().version == 1


def test_file_with_problems_is_refused_also_without_the_button(client):
    url = _sent(client, case("05_bad_rows.xlsx")).get_absolute_url()
    response = _apply(client, url)
    assert response.status_code == 422
    assert errors(response)[""][0].startswith("第6、7、8、10、14等行（共10行）有问题")
    assert not _imported().exists()


def test_person_changed_after_the_plan_was_shown_is_refused_and_the_new_plan_shown(client):
    _apply(client, _sent(client, roster(lin())).get_absolute_url())
    url = _sent(client, roster(lin(手机号码="13900005678"))).get_absolute_url()
    typed = fill(client, url)
    member = _imported().get()
    member.phone = "13900009999"
    member.save()
    response = client.post(url, typed)
    sentence = "检查之后，有人登记或修改了其中的记录。请看过新的计划，再决定是否导入。"
    assert (response.status_code, errors(response)) == (422, {"": [sentence]})
    page = response.content.decode()
    assert sentence in page
    assert "手机号码：139****9999 → 139****5678" in page
    assert _imported().get().phone == "13900009999"


def test_new_plan_that_was_agreed_to_is_applied(client):
    _apply(client, _sent(client, roster(lin())).get_absolute_url())
    url = _sent(client, roster(lin(手机号码="13900005678"))).get_absolute_url()
    typed = fill(client, url)
    _imported().get().save()
    again = client.post(url, typed).context["form"]
    response = client.post(url, {name: again[name].value() for name in again.fields}, follow=True)
    assert told(response) == ["花名册已导入。"]
    assert _imported().get().phone == "13900005678"


# --- The template ------------------------------------------------------------------------------------------


def test_template_has_every_column_and_can_be_read_again(client):
    response = client.get(reverse("members:roster-template"))
    assert response["Content-Disposition"] == (
        "attachment; filename*=utf-8''%E8%8A%B1%E5%90%8D%E5%86%8C%E6%A8%A1%E6%9D%BF.xlsx"
    )
    book = load_workbook(BytesIO(response.content))
    heads = [str(cell.value).strip("*") for cell in book.active[1]]
    assert heads == [str(column.label) for column in COLUMNS]


def test_filled_in_template_is_a_roster(client):
    book = load_workbook(BytesIO(client.get(reverse("members:roster-template")).content))
    filled = {"工号": "00201", "姓名": "林芳", "性别": "女"}
    row = book.active.max_row + 1
    for cell in book.active[1]:
        book.active.cell(row, cell.column, filled.get(str(cell.value).strip("*")))
    content = BytesIO()
    book.save(content)
    found = plan_roster(content.getvalue(), name="花名册.xlsx")
    assert [(planned.key, planned.title) for planned in found.new] == [("00201", "林芳")]
    assert found.problems == ()


def test_pages_are_for_those_who_keep_the_roster(chair, signed_in):
    client = signed_in(chair)
    assert client.get(URL).status_code == 403
    assert client.get(reverse("members:roster-template")).status_code == 403
