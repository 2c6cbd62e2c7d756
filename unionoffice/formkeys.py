"""One-use keys of forms: a double click acts once."""

import uuid
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from unionoffice.refusal import Refused

LONGEST_URL = 300


class FormKey(models.Model):
    """A form that was sent, with the page that it led to. Kept so that sending it again leads there too."""

    UNAUDITED = "Says that a form was sent; what the form did is in the trail of the record it changed."

    key = models.UUIDField(_("表单键"), primary_key=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    result_url = models.CharField(_("结果页面"), max_length=LONGEST_URL)
    used_at = models.DateTimeField(_("提交时间"), auto_now_add=True, db_index=True)

    def __str__(self) -> str:
        return str(self.key)


class AlreadySent(Exception):
    """This form was sent before; `result_url` is where it led."""

    def __init__(self, result_url: str) -> None:
        super().__init__(result_url)
        self.result_url = result_url


def new_key() -> str:
    """A key for a form that is about to be shown."""
    return str(uuid.uuid4())


def ensure_unspent(key: str, *, user: Any) -> None:
    """Raise `AlreadySent` when this user's form led somewhere before; what is no key is left to the form's own check.

    Asked before anything else: after a move the record may no longer allow the very move that was made.
    """
    try:
        sent = FormKey.objects.filter(key=key, user=user).exclude(result_url="").first()
    except ValidationError:
        return
    if sent is not None:
        raise AlreadySent(sent.result_url)


def spend(key: uuid.UUID, *, user: Any) -> None:
    """Use the key up; raises `AlreadySent` when it was used before, and refuses one that somebody else used.

    Call it first in the transaction that does the form's work: a second request with the same key waits at
    the unique key until the first has ended, and a form whose work was taken back can be sent again.
    """
    try:
        with transaction.atomic():
            FormKey.objects.create(key=key, user=user, result_url="")
    except IntegrityError:
        sent = FormKey.objects.filter(key=key, user=user).first()
        if sent is None:
            raise Refused(gettext("这一页是别人登录时打开的，请刷新页面后重新填写。")) from None
        raise AlreadySent(sent.result_url) from None


def remember_result(key: uuid.UUID, url: str) -> None:
    """Note where the form led, for whoever sends it again; of a list under many filters only the list."""
    kept = url if len(url) <= LONGEST_URL else url.partition("?")[0]
    FormKey.objects.filter(key=key).update(result_url=kept)
