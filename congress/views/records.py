"""What the pages of the congress's records share."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from congress import permissions
from congress.models import Session
from unionoffice.pages import Crumb, EditPage, FormPage

AREA = "congress"


def sessions_crumb() -> Crumb:
    """The way back to the sessions."""
    return Crumb(_("教代会"), reverse("congress:session-list"))


def session_crumbs(session: Session) -> list[Crumb]:
    """The way back to one session, whose term is at hand."""
    return [sessions_crumb(), Crumb(str(session), session.get_absolute_url())]


class NewRecord(FormPage):
    """Something new that the secretary enters."""

    permission = permissions.keeps_congress
    area = AREA
    button = _("登记")
    done = _("已登记。")


class RecordChange(EditPage):
    """The secretary corrects what is entered."""

    permission = permissions.keeps_congress
    area = AREA
    done = _("已保存。")
