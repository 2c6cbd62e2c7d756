"""Where people belong and which tags they bear: changed for one person, or for all who were chosen in the list."""

from typing import Any

from django.contrib import messages
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from members.filters import MemberFilter
from members.forms import (
    AddTagForm,
    EndPlaceForm,
    MoveToDepartmentForm,
    MoveToGroupForm,
    PlaceInDepartmentForm,
    PlaceInGroupForm,
    RemoveTagForm,
    TagMemberForm,
)
from members.models import DepartmentPlace, Member, TagPlace
from members.permissions import keeps_roster, may_end_current, may_end_further_place, may_place
from members.views.people import AboutMember
from unionoffice.pages import BulkPage


class MembersPage(BulkPage):
    """Something that becomes so for all who were chosen in the list of members."""

    permission = keeps_roster
    area = "members"
    model = Member
    filter_class = MemberFilter
    list_url_name = "members:member-list"
    unit = _("人")

    def get_success_url(self, record: int) -> str:
        """Back to the list, saying how many it changed: whoever was there already is left alone."""
        rest = self.count - record
        sentence = _t("已办理%(n)d人。") if not rest else _t("已办理%(n)d人，另外%(rest)d人没有变化。")
        messages.success(self.request, sentence % {"n": record, "rest": rest})
        return super().get_success_url(record)


class MoveToDepartmentView(MembersPage):
    """Another main department, or a further one."""

    form_class = MoveToDepartmentForm
    title, button = _("调整部门"), _("调整部门")


class MoveToGroupView(MembersPage):
    """Another union group."""

    form_class = MoveToGroupForm
    title, button = _("调整工会小组"), _("调整工会小组")


class AddTagView(MembersPage):
    """A tag."""

    form_class = AddTagForm
    title, button = _("加标签"), _("加标签")


class RemoveTagView(MembersPage):
    """No such tag any more."""

    form_class = RemoveTagForm
    title, button = _("去标签"), _("去标签")


class MemberPlacePage(AboutMember):
    """Something that becomes so for one person."""

    permission, rule = keeps_roster, may_place
    template_name = "office/form.html"
    done = _("已保存。")


class PlaceInDepartmentView(MemberPlacePage):
    """Another main department, or a further one."""

    form_class = PlaceInDepartmentForm
    title = _("调整部门")


class PlaceInGroupView(MemberPlacePage):
    """Another union group."""

    form_class = PlaceInGroupForm
    title = _("调整工会小组")


class TagMemberView(MemberPlacePage):
    """A tag."""

    form_class = TagMemberForm
    title, button = _("加标签"), _("加标签")


class EndPlacePage(AboutMember):
    """Somebody belongs there, or bears the tag, no more."""

    permission = keeps_roster
    form_class = EndPlaceForm
    done = _("已保存。")

    def get_queryset(self) -> Any:
        """With the person."""
        return super().get_queryset().select_related("member")


class EndDepartmentPlaceView(EndPlacePage):
    """A further department; the main one ends only where another becomes it."""

    rule = may_end_further_place
    model = DepartmentPlace
    title, button = _("退出部门"), _("退出部门")


class EndTagPlaceView(EndPlacePage):
    """A tag."""

    rule = may_end_current
    model = TagPlace
    title, button = _("去标签"), _("去标签")
