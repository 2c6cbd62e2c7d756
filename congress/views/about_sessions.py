"""What the pages about a session, and about what belongs to one, share."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from congress import permissions
from congress.models import Session
from congress.views.records import AREA, session_crumbs
from unionoffice.pages import Crumb, EditPage, TransitionPage


class AboutSession(TransitionPage):
    """A form about one session, as long as it is prepared."""

    permission = permissions.keeps_congress
    rule = permissions.may_prepare
    area = AREA
    model = Session
    template_name = "office/form.html"
    done = _("已保存。")

    def get_queryset(self) -> Any:
        """With what its names need."""
        return super().get_queryset().with_partner()

    def get_crumbs(self) -> list[Crumb]:
        """To the session."""
        return session_crumbs(self.record)


class AboutPrepared(EditPage):
    """A form over something that belongs to a session which is still prepared."""

    permission = permissions.keeps_congress
    rule = permissions.may_mend_prepared
    area = AREA
    done = _("已保存。")

    def get_queryset(self) -> Any:
        """With its session."""
        return super().get_queryset().select_related("session__term")

    def get_crumbs(self) -> list[Crumb]:
        """To the session."""
        return session_crumbs(self.record.session)


class AddToSession(AboutSession):
    """Something new that belongs to a session: a form over a record that isn't stored yet."""

    adds: type[Any]

    def get_form_kwargs(self) -> dict[str, Any]:
        """A new record of the session."""
        return {"instance": self.adds(session=self.record)}
