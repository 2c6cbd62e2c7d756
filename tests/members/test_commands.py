import json
from hashlib import sha256
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from members.management.commands.import_members import Command
from members.models import Member
from tests.members.rosters import case, lin, roster
from tests.members.trails import trail

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def run(tmp_path):
    """Runs the command on a workbook: what it wrote, and the sentence with which it failed."""

    def run_on(data: bytes, *options: str) -> tuple[str, str]:
        path = tmp_path / "花名册.xlsx"
        path.write_bytes(data)
        output = StringIO()
        try:
            call_command("import_members", str(path), *options, stdout=output)
        except CommandError as error:
            return output.getvalue(), str(error)
        return output.getvalue(), ""

    return run_on


def test_plan_is_shown_and_nothing_is_written(run):
    assert run(roster(lin())) == ("新增1行，变更0行，不变0行，有问题0行。\n", "")
    assert not Member.objects.exists()


def test_apply_writes(run):
    assert run(roster(lin()), "--apply") == ("新增1行，变更0行，不变0行，有问题0行。\n", "")
    assert trail(Member.objects.get()) == [("从花名册登记", "", "")]


def test_applied_again_it_says_that_nothing_changes(run):
    run(roster(lin()), "--apply")
    assert run(roster(lin()), "--apply") == ("1行都与现有数据一致，没有需要导入的内容。\n", "")
    assert Member.objects.get().version == 1


@pytest.mark.parametrize("options", [(), ("--json",)])
def test_problems_end_with_status_1_though_nothing_was_to_be_written(options, run):
    _output, failure = run(case("05_bad_rows.xlsx"), *options)
    assert failure == "10行有问题，没有写入。"


def test_problems_are_told_with_row_and_column(run):
    output, _failure = run(roster(lin(手机号码="135000093")))
    assert output.splitlines() == [
        "新增0行，变更0行，不变0行，有问题1行。",
        "第2行 手机号码：手机号码应为11位数字，请核对。",
    ]


def test_apply_with_problems_writes_nothing(run):
    _output, failure = run(case("05_bad_rows.xlsx"), "--apply")
    assert failure.startswith("第6、7、8、10、14等行（共10行）有问题，没有写入任何数据。")
    assert not Member.objects.exists()


def test_json_is_the_whole_plan(run):
    data = case("05_bad_rows.xlsx")
    output, _failure = run(data, "--json")
    told = json.loads(output)
    assert told["counts"] == {"new": 30, "changed": 0, "unchanged": 0, "problems": 10}
    assert (told["name"], told["digest"]) == ("花名册.xlsx", sha256(data).hexdigest())
    assert told["problems"][0] == {
        "row": 6,
        "column": "手机号码",
        "value": "135000093",
        "code": "phone_length",
        "message": "手机号码应为11位数字，请核对。",
    }


def test_json_of_an_update_tells_old_and_new(run):
    run(case("01_clean.xlsx"), "--apply")
    told = json.loads(run(case("06_update.xlsx"), "--json")[0])
    assert told["counts"] == {"new": 3, "changed": 4, "unchanged": 34, "problems": 0}
    phone = next(row for row in told["changed"] if row["key"] == "00107")
    assert phone == {
        "row": 15,
        "key": "00107",
        "title": "陈静",
        "changes": [{"column": "手机号码", "old": "15200005674", "new": "15600006505"}],
    }


def test_file_that_is_no_workbook_is_refused(run):
    output, failure = run("\x89PNG\r\n\x1a\n".encode("latin-1"))
    assert output == ""
    assert failure.endswith("。")
    assert not Member.objects.exists()


def test_file_that_isnt_there_is_named(tmp_path):
    path = tmp_path / "没有.xlsx"
    with pytest.raises(CommandError, match=f"打不开文件：{path}"):
        call_command("import_members", str(path))


def test_status_of_the_process_is_1_for_problems(tmp_path, capsys):
    path = tmp_path / "花名册.xlsx"
    path.write_bytes(case("05_bad_rows.xlsx"))
    with pytest.raises(SystemExit) as left:
        Command().run_from_argv(["manage.py", "import_members", str(path)])
    assert left.value.code == 1
    assert "10行有问题，没有写入。" in capsys.readouterr().err
