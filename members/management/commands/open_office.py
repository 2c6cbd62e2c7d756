"""`manage.py open_office`: names the school and its union and opens the first account, the secretary's."""

from argparse import ArgumentParser
from getpass import getpass
from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from members.models import Account
from members.services import grant_role
from unionoffice.demo import is_demo
from unionoffice.profiles import set_profiles
from unionoffice.roles import Role


class Command(BaseCommand):
    """For a school's own office, once. Everything after that is done in the browser by the secretary."""

    help = "为一所学校启用办公室：填写校名，开通工会秘书的账号。"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Names, and who the secretary is; the password is asked for."""
        parser.add_argument("--school", required=True, help="学校名称")
        parser.add_argument("--short", required=True, help="学校简称")
        parser.add_argument("--union", required=True, help="工会名称，落款用")
        parser.add_argument("--employee-no", required=True, help="工会秘书的工号")
        parser.add_argument("--name", required=True, help="工会秘书的姓名")

    @transaction.atomic
    def handle(self, **options: Any) -> None:
        """Set the profiles, open the account, give it the role."""
        if is_demo():
            raise CommandError("这个数据库里是演示学校，请换一个空数据库。")
        if Account.objects.filter(employee_no=options["employee_no"]).exists():
            raise CommandError("这个工号已经有账号。")
        password = getpass("密码：")
        try:
            validate_password(password)
        except ValidationError as error:
            raise CommandError("".join(error.messages)) from error
        set_profiles(school=options["school"], short=options["short"], union=options["union"])
        account = Account.objects.create_user(options["employee_no"], options["name"], password)
        grant_role(account, Role.SECRETARY, by=None, on=timezone.localdate())
        self.stdout.write("已启用。请用这个工号登录，先导入花名册。")
