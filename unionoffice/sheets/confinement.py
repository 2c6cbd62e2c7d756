"""A process of its own, with little memory and time, for reading the old .xls format.

The reader panics, aborts the whole process or asks for gigabytes on .xls files with a few altered bytes. Nothing
that can be checked cheaply beforehand prevents it, so it happens where it does no harm.
"""

import resource
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from typing import TypeVar

from django.conf import settings

from unionoffice.sheets.safety import refuse_broken

# A full .xls grid, 65,536 rows of 256 columns, takes 400 MB in the reader.
MEMORY_BYTES = 1024 * 1024 * 1024
PROCESSOR_SECONDS = 10

T = TypeVar("T")


def in_confinement(read: Callable[[bytes], T], upload: bytes) -> T:
    """Call `read` in a fresh process; what it refuses is refused here too, and so is a file that ends the process."""
    with ProcessPoolExecutor(max_workers=1, mp_context=get_context("spawn"), initializer=_confine) as pool:
        try:
            return pool.submit(read, upload).result()
        except BrokenProcessPool:
            refuse_broken()


def _confine() -> None:
    """Limit the process. It needs no settings: untranslated, a sentence reads as it stands in the code."""
    settings.configure(USE_I18N=False)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (PROCESSOR_SECONDS, PROCESSOR_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
