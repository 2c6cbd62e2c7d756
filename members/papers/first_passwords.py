"""The paper that first passwords are handed out on."""

from django.conf import settings

from members.models import FirstPasswordSheet
from unionoffice.documents import Document, Paper, Table
from unionoffice.profiles import union


def first_password_sheet(sheet: FirstPasswordSheet) -> Document:
    """初始密码单: a strip for each person that says all they need, for it is cut off from the rest."""
    rows = [
        [name, f"登录名 {login}", f"初始密码 {password}", f"{settings.SITE_URL} 首次登录须修改密码"]
        for name, login, password in sheet.lines
    ]
    table = Table(widths=(18, 20, 30, 42), rows=rows)
    return Document("初始密码单", [table], organisation=union().name, paper=Paper.FORM)
