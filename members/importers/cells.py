"""From a cell of a roster to what a record keeps of it."""

import re
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from members.validation import check_phone
from unionoffice import names
from unionoffice.sheets import Assumed, Assumption, Unfit, code, text

PEOPLES = frozenset(
    f"{people}族"
    for people in re.findall(
        r"\S+",
        "汉 蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 "
        "纳西 景颇 柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 "
        "德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺",
    )
)
"""The 56, as GB/T 3304 names them."""

_COUNTRY = re.compile(r"^(?:\+|00)?86(?=1\d{10}$)")
_CARD = re.compile(r"\d{8,30}")
_IN_BRACKETS = re.compile(r"(?P<outside>[^()（）]+)[(（](?P<inside>[^()（）]+)[)）]")
_PARTS = re.compile(r"[/／、，,;；|\s]+")
_TITLE = re.compile(
    r"(?:中学|小学|幼儿园|中小学|中等职业学校|中专|高校|中教|小教|幼教)?"
    r"(?:正高级?|副高级?|高级|特级|[一二三四]级|中级|初级|助理|主管|主任|副主任|主治|正|副)*"
    r"(?:教师|讲师|教授|教员|研究员|(?:高级)?(?:会计|经济|工程|统计|审计|政工|农艺|实验|医|护|药|技|检验|营养|心理咨询)[师士]"
    r"|会计员|实验员|馆员|编辑|编审|教练|工|技术员|保育员)"
)
_POST = re.compile(r".*(?:长|主任|主席|书记|干事|委员|负责人|秘书|出纳|校医|辅导员|管理员)")


def name(cell: Any) -> str:
    """Without blanks, which offices put in so that names are as long as each other."""
    return names.clean_name(text(cell))


def phone(cell: Any) -> str:
    """Eleven digits; the country's number before them goes."""
    try:
        return check_phone(_COUNTRY.sub("", code(cell).replace("-", "")))
    except ValidationError as error:
        raise Unfit("phone_length", error.messages[0]) from error


def id_number(cell: Any) -> str:
    """With a capital X."""
    return code(cell).upper()


def bank_card(cell: Any) -> str:
    """Digits alone: they are printed in groups."""
    digits = code(cell).replace("-", "")
    if digits and not _CARD.fullmatch(digits):
        raise Unfit("card_digits", _("银行卡号应为数字，请核对。"))
    return digits


def ethnicity(cell: Any) -> str:
    """汉 is 汉族."""
    words = "".join(text(cell).split())
    return f"{words}族" if f"{words}族" in PEOPLES else words


def title(cell: Any) -> str | Assumed:
    """The title alone from a column that may hold a post too: 教研组长(高级教师), 副校长/经济师.

    What can't be told apart stays as it is written. A post without a title is no title.
    """
    words = "".join(text(cell).split(" "))
    if found := _IN_BRACKETS.fullmatch("".join(words.split())):
        outside, inside = found["outside"], found["inside"]
        if not _TITLE.fullmatch(outside) and (_TITLE.fullmatch(inside) or _POST.fullmatch(outside)):
            return inside
        return outside if _is_post(inside) else words
    parts = [part for part in _PARTS.split(text(cell)) if part]
    rest = [part for part in parts if not _is_post(part)]
    if parts and not rest:
        return Assumed("", frozenset({Assumption.POST}), _("“%(post)s”是职务，没有作为职称。") % {"post": words})
    return rest[0] if len(rest) == 1 else words


def _is_post(words: str) -> bool:
    return bool(_POST.fullmatch(words)) and not _TITLE.fullmatch(words)
