"""The paper that first passwords are handed out on."""

from django.conf import settings

from members.models import FirstPasswordSheet
from unionoffice.documents import Align, Cell, Document, Paper, Paragraph, Table, Text
from unionoffice.documents.tree import Row
from unionoffice.profiles import union

CUT_APART = Paragraph(
    "沿横线裁开，每人一条，只交给本人。发完后请在页面上销毁本单。", indent=False, align=Align.CENTER
)


def first_password_sheet(sheet: FirstPasswordSheet) -> Document:
    """初始密码单: a strip for each person that says all they need, for it is cut off from the rest."""
    rows: list[Row] = [
        [
            Cell(name, align=Align.CENTER, bold=True),
            Cell([Text(f"登录名 {login}\n初始密码 "), Text(password, bold=True)]),
            f"{settings.SITE_URL}\n第一次登录后，请先改成自己的密码。",
        ]
        for name, login, password in sheet.lines
    ]
    table = Table(widths=(20, 34, 46), rows=rows)
    return Document("初始密码单", [CUT_APART, table], organisation=union().name, paper=Paper.FORM)
