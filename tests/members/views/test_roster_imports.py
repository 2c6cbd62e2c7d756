"""The record of imports: the list, the page of one, and taking the last one back; and what a plan shows."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import load_workbook

from members.models import Member, RosterImport
from members.selectors import people_of_import
from tests.members.factories import AccountFactory, MemberFactory, RosterImportFactory
from tests.members.rosters import apply, case, lin, roster
from tests.members.views.forms import errors, fill, told
from unionoffice.sheets.uploads import SheetUpload

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
URL = reverse("members:roster-import")
LIST_QUERIES = 9


@pytest.fixture
def client(secretary, signed_in):
    return signed_in(secretary)


def plan_of(client, name: str):
    file = SimpleUploadedFile(name, case(name))
    return client.post(URL, fill(client, URL, file=file), follow=True)


def facts(response) -> dict[str, str]:
    return {str(fact.label): str(fact.value) for fact in response.context["facts"]}


# --- What a plan shows -------------------------------------------------------------------------------------------


def test_plan_counts_every_kind_of_rows(client, secretary):
    apply(case("01_clean.xlsx"), by=secretary)
    response = plan_of(client, "06_update.xlsx")
    assert response.context["counts"] == [
        ("新增", 3, "new"),
        ("变更", 4, "changed"),
        ("不变", 34, "unchanged"),
        ("有问题", 0, "problems"),
        ("表中没有", len(response.context["plan"].absent), "absent"),
    ]
    assert {"徐光耀", "叶丽华"} <= {one.title for one in response.context["plan"].absent}
    assert Member.objects.get(employee_no="00113").service_status == "in_service"


def test_skipped_sheet_is_named_with_the_reason(client):
    page = plan_of(client, "03_two_sheets.xlsx").content.decode()
    assert "没有读取工作表“职称统计”：" in page
    assert "读取的工作表：在职、退休" in page


def test_problems_are_handed_out_with_their_row_numbers(client):
    plan = plan_of(client, "05_bad_rows.xlsx").context["plan"]
    url = SheetUpload.objects.get().get_absolute_url()
    response = client.get(url, {"problems": "xlsx"})
    rows = [[cell.value for cell in row] for row in load_workbook(BytesIO(response.content)).active.iter_rows()]
    heads = rows.index(["工作表", "行", "列", "内容", "问题"])
    assert [(row[1], row[2], row[4]) for row in rows[heads + 1 :]] == [
        (problem.row, problem.column, problem.message) for problem in plan.problems
    ]


def test_plan_without_problems_hands_out_none(client):
    plan_of(client, "01_clean.xlsx")
    response = client.get(SheetUpload.objects.get().get_absolute_url(), {"problems": "xlsx"})
    assert response["Content-Type"] == "text/html; charset=utf-8"


def test_long_plan_says_how_much_of_it_is_shown(client):
    data = roster(*((f"9{n:04}", "林芳", "女") for n in range(201)), head=("工号", "姓名", "性别"))
    file = SimpleUploadedFile("花名册.xlsx", data)
    response = client.post(URL, fill(client, URL, file=file), follow=True)
    assert "这里列出前200项，共201项。" in response.content.decode()
    assert len(response.context["new"].rows) == 200


def test_refused_file_is_named(client):
    response = client.post(URL, fill(client, URL, file=SimpleUploadedFile("通知.xlsx", b"PK\x03\x04")))
    assert errors(response)[""][0].startswith("没有采用“通知.xlsx”：")


# --- The record --------------------------------------------------------------------------------------------------


def test_page_of_an_import_leads_to_the_new_people(client, secretary):
    apply(case("01_clean.xlsx"), by=secretary)
    record = RosterImport.objects.get()
    response = client.get(record.get_absolute_url())
    told_of = facts(response)
    assert (told_of["导入人"], told_of["新增"], told_of["变更"], told_of["不变"]) == ("陈静", "40人", "0人", "0人")
    url = next(fact.url for fact in response.context["facts"] if str(fact.label) == "新增")
    assert dict(client.get(url).context["measures"])["人数"] == "40人"
    assert people_of_import(record).count() == 40


def test_page_of_an_import_says_how_many_the_file_did_not_name(client, secretary):
    apply(case("01_clean.xlsx"), by=secretary)
    absent = plan_of(client, "06_update.xlsx").context["plan"].absent
    apply(case("06_update.xlsx"), by=secretary)
    response = client.get(RosterImport.objects.latest("pk").get_absolute_url())
    assert {"徐光耀", "叶丽华"} <= {one.title for one in absent}
    assert facts(response)["表中没有的人"] == f"{len(absent)}人"


@pytest.mark.parametrize("count", [3, 12])
def test_list_takes_the_same_queries_however_many_imports(count, client, secretary, django_assert_num_queries):
    for _ in range(count):
        RosterImportFactory(applied_by=secretary)
    url = reverse("members:import-list")
    client.get(url)
    with django_assert_num_queries(LIST_QUERIES):
        response = client.get(url)
    assert dict(response.context["measures"]) == {"导入": f"{count}次"}


def test_import_is_taken_back(client, secretary):
    apply(roster(lin()), by=secretary)
    record = RosterImport.objects.get()
    url = reverse("members:import-take-back", args=[record.pk])
    assert client.get(record.get_absolute_url()).context["actions"][-1].url == url
    assert "将删除这次新增的1人" in client.get(url).content.decode()
    response = client.post(url, fill(client, url), follow=True)
    assert response.redirect_chain == [(record.get_absolute_url(), 302)]
    assert told(response) == ["已收回，名册恢复到导入之前。"]
    assert not Member.objects.filter(employee_no="00201").exists()
    assert (facts(response)["收回人"], response.context["badge"].text) == ("陈静", "已收回")
    assert response.context["actions"] == []


def test_person_in_the_way_is_named_on_the_page(client, secretary):
    apply(roster(lin()), by=secretary)
    url = reverse("members:import-take-back", args=[RosterImport.objects.get().pk])
    typed = fill(client, url)
    Member.objects.get(employee_no="00201").save()
    response = client.post(url, typed)
    assert response.status_code == 422
    assert errors(response)[""][0].startswith("导入之后，林芳（00201）的档案又有变动")


def test_earlier_import_has_no_page_to_take_it_back(client, secretary):
    apply(roster(lin()), by=secretary)
    apply(roster(lin(手机号码="13900005678")), by=secretary)
    first = RosterImport.objects.order_by("pk").first()
    assert client.get(reverse("members:import-take-back", args=[first.pk])).status_code == 403


def test_list_narrows_to_those_taken_back(client, secretary):
    RosterImportFactory(applied_by=secretary)
    response = client.get(reverse("members:import-list"), {"taken_back": "yes"})
    assert response.context["rows"] == []


def test_import_leads_on_to_accounts_for_whom_it_entered(client, secretary):
    MemberFactory(name="旁人")
    apply(roster(lin()), by=secretary)
    page = client.get(RosterImport.objects.get().get_absolute_url())
    action = page.context["actions"][0]
    assert (action.label, page.context["actions"][1].label) == ("为新增人员开通账号", "收回这次导入")
    assert client.get(action.url).context["named"] == [Member.objects.get(came_with__isnull=False).name]


def test_import_whose_people_all_have_accounts_leads_nowhere(client, secretary):
    apply(roster(lin()), by=secretary)
    AccountFactory(member=Member.objects.get(came_with__isnull=False))
    page = client.get(RosterImport.objects.get().get_absolute_url())
    assert [action.label for action in page.context["actions"]] == ["收回这次导入"]
