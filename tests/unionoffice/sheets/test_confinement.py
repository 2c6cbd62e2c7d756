import os

import pytest

from unionoffice.refusal import Refused
from unionoffice.sheets import confinement
from unionoffice.sheets.confinement import in_confinement


def number_of_process(upload):
    return upload, os.getpid()


def end_the_process(_upload):
    os.abort()


def fill_the_memory(_upload):
    return len(bytes(confinement.MEMORY_BYTES))


def refuse(_upload):
    raise Refused("没有内容。")


def test_result_comes_from_another_process():
    upload, process = in_confinement(number_of_process, b"x")
    assert upload == b"x"
    assert process != os.getpid()


def test_end_of_the_process_is_a_refusal():
    with pytest.raises(Refused, match="文件已损坏或不完整"):
        in_confinement(end_the_process, b"")


def test_memory_is_limited():
    with pytest.raises(MemoryError):
        in_confinement(fill_the_memory, b"")


def test_refusal_comes_through():
    with pytest.raises(Refused, match=r"^没有内容。$"):
        in_confinement(refuse, b"")
