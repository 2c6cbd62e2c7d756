"""Words of sessions."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class SessionKind(TextChoices):
    """Why a session is called: as every year, or because something can't wait."""

    ORDINARY = "ordinary", _("例会")
    EXTRAORDINARY = "extraordinary", _("临时会议")


class SessionStatus(TextChoices):
    """Whether a session took place."""

    PLANNED = "planned", _("筹备中")
    OPENED = "opened", _("进行中")
    HELD = "held", _("已召开")


SESSION_MOVES: dict[SessionStatus, frozenset[SessionStatus]] = {
    SessionStatus.PLANNED: frozenset({SessionStatus.OPENED, SessionStatus.HELD}),
    SessionStatus.OPENED: frozenset({SessionStatus.HELD}),
    SessionStatus.HELD: frozenset(),
}
