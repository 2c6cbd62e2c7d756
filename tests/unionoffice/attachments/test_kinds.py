"""What a file is, by its content alone."""

from contextlib import suppress
from zipfile import ZIP_BZIP2

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unionoffice.attachments import files
from unionoffice.attachments.kinds import ACCEPT, Kind, recognise
from unionoffice.refusal import Refused

NOT_TAKEN = "不能上传这种文件。可以上传照片、PDF、Word、Excel、PowerPoint 和纯文本文件。"
DAMAGED = "文件已损坏或不完整。请打开原文件，另存一份后重新上传。"
MACROS = "文件含有宏。请另存为不含宏的文件后重新上传。"
SWOLLEN = "文件展开后过大。请精简内容，另存一份后重新上传。"
NO_ARCHIVES = "不能上传压缩文件。请解压后上传其中的文件。"

TAKEN = {
    "合影.jpg": (files.photo(), Kind.JPEG),
    "合影.JPEG": (files.photo(), Kind.JPEG),
    "截图.png": (files.photo("PNG"), Kind.PNG),
    "图.webp": (files.photo("WEBP"), Kind.WEBP),
    "发票.pdf": (files.PDF, Kind.PDF),
    "证明.docx": (files.word(), Kind.DOCX),
    "名单.xlsx": (files.workbook(), Kind.XLSX),
    "汇报.pptx": (files.package(files.SLIDES), Kind.PPTX),
    "通知.doc": (files.compound("WordDocument"), Kind.DOC),
    "通知.wps": (files.compound("WordDocument"), Kind.DOC),
    "台账.xls": (files.OLD_WORKBOOK.read_bytes(), Kind.XLS),
    "台账.et": (files.compound("Workbook"), Kind.XLS),
    "老台账.xls": (files.compound("Book"), Kind.XLS),
    "演示.ppt": (files.compound("PowerPoint Document"), Kind.PPT),
    "演示.dps": (files.compound("PowerPoint Document"), Kind.PPT),
    "记录.txt": ("会议记录\r\n一、".encode(), Kind.TEXT),
    "记录二.txt": ("会议记录".encode("gb18030"), Kind.TEXT),
    "名单.csv": ("姓名,工号\n陈静,1002\n".encode("utf-8-sig"), Kind.TEXT),
}


@pytest.mark.parametrize("name", TAKEN)
def test_kind_is_recognised_by_content(name):
    content, kind = TAKEN[name]
    assert recognise(content, name) == kind


def test_every_kind_has_a_file_above():
    assert {kind for _content, kind in TAKEN.values()} == set(Kind)


REFUSED = {
    "空.pdf": (b"", "文件是空的。请确认内容后重新选择。"),
    "程序.exe": (b"MZ\x90\x00\x03", NOT_TAKEN),
    "动图.gif": (b"GIF89a\x01\x00\x01\x00", NOT_TAKEN),
    "网页.html": (files.HTML, NOT_TAKEN),
    "网页.txt": (b"\xef\xbb\xbf\n " + files.HTML, NOT_TAKEN),
    "图标.svg": (files.SVG, NOT_TAKEN),
    "图标.png": (files.SVG, NOT_TAKEN),
    "脚本.png": (files.HTML, NOT_TAKEN),
    "文字.txt": ("宽字符".encode("utf-16"), NOT_TAKEN),
    "乱码.txt": (b"\xff\xff\xff", NOT_TAKEN),
    "安装.doc": (files.compound("Installer"), NOT_TAKEN),
    "假.doc": (files.compound("WordDocuments"), NOT_TAKEN),
    "苹果.heic": (files.HEIC, "不能上传 HEIC 格式的照片。请在手机相册中把它另存为 JPEG 格式后重新上传。"),
    "资料.zip": (files.plain_zip(), NO_ARCHIVES),
    "资料.docx": (files.plain_zip(), NO_ARCHIVES),
    "宏.docm": (files.package(files.WITH_MACROS), MACROS),
    "宏.docx": (files.package(files.WORDS, parts=[("word/vbaProject.bin", b"x")]), MACROS),
    "旧宏.xls": (files.compound("Workbook", "_VBA_PROJECT"), MACROS),
    "加密.docx": (
        files.compound("EncryptedPackage"),
        "文件设有打开密码。请取消密码，另存一份后重新上传。",
    ),
    "半个.docx": (files.word()[:-200], DAMAGED),
    "坏.docx": (files.word().replace(b"document.xml", b"document.xmL", 1), DAMAGED),
    "炸弹.docx": (files.package(files.WORDS, parts=[("word/a.xml", bytes(8 * 1024 * 1024))]), SWOLLEN),
    "零件.docx": (files.package(files.WORDS, parts=[(f"a/{n}", b"") for n in range(2001)]), SWOLLEN),
}


@pytest.mark.parametrize("name", REFUSED)
def test_everything_else_is_refused_with_what_to_do(name):
    content, sentence = REFUSED[name]
    with pytest.raises(Refused) as refusal:
        recognise(content, name)
    assert str(refusal.value) == sentence


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("x.png", files.photo(), "内容是JPEG 照片，文件名却不以.jpg或.jpeg结尾。"),
        ("x.pdf.exe", files.PDF, "内容是PDF 文件，文件名却不以.pdf结尾。"),
        ("x.html", files.PDF, "内容是PDF 文件，文件名却不以.pdf结尾。"),
        ("pdf", files.PDF, "内容是PDF 文件，文件名却不以.pdf结尾。"),
        ("x.png", b"console.log(1)", "内容是纯文本，文件名却不以.txt或.csv结尾。"),
        ("x.js", b"console.log(1)", "内容是纯文本，文件名却不以.txt或.csv结尾。"),
        ("x.xlsx", files.word(), "内容是Word 文档，文件名却不以.docx结尾。"),
    ],
)
def test_name_that_promises_something_else_is_refused(name, content, sentence):
    with pytest.raises(Refused) as refusal:
        recognise(content, name)
    assert str(refusal.value) == sentence + "请核对是否选错文件，或改正文件名后重新上传。"


@pytest.mark.parametrize(("name", "kind"), [("a.doc", Kind.DOC), ("a.xls", Kind.XLS)])
def test_old_document_with_another_inside_it_goes_by_its_name(name, kind):
    assert recognise(files.compound("WordDocument", "Workbook"), name) == kind


def test_package_that_packs_in_a_way_no_office_program_does_is_refused():
    content = bytearray(files.package(files.WORDS))
    directory = content.index(b"PK\x01\x02")
    content[directory + 10] = ZIP_BZIP2
    with pytest.raises(Refused, match=DAMAGED):
        recognise(bytes(content), "a.docx")


def test_package_that_claims_to_unpack_to_little_is_refused():
    """A directory can lie about sizes: then what is unpacked doesn't match its sum."""
    content = bytearray(files.package(files.WORDS, parts=[("word/a.xml", b"x" * 50_000)]))
    last_entry = content.rindex(b"PK\x01\x02")
    content[last_entry + 24 : last_entry + 28] = (10).to_bytes(4, "little")
    with pytest.raises(Refused, match=DAMAGED):
        recognise(bytes(content), "a.docx")


@given(st.binary(max_size=200), st.sampled_from([*TAKEN, "x.exe"]))
def test_any_bytes_are_taken_as_what_their_name_says_or_refused(content, name):
    try:
        kind = recognise(content, name)
    except Refused:
        return
    assert name.lower().endswith(kind.endings)


@given(st.data())
def test_damaged_documents_break_nothing(data):
    content = bytearray(files.package(files.SHEETS, parts=[("xl/workbook.xml", b"<workbook/>" * 20)]))
    for _ in range(3):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    with suppress(Refused):
        assert recognise(bytes(content), "a.xlsx") == Kind.XLSX


def test_phones_are_told_of_photos_and_of_every_ending():
    assert ACCEPT.split(",")[:4] == ["image/jpeg", "image/png", "image/webp", ".jpg"]
    assert [ending for kind in Kind for ending in kind.endings if ending not in ACCEPT.split(",")] == []
