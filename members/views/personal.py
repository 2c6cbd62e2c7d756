"""Setting and taking away a photo; entering a person's children."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from members.forms import ChildForm, PortraitForm, RemoveChildForm, RemovePortraitForm
from members.models import Child
from members.permissions import keeps_roster, may_remove_portrait, may_set_portrait, opens_member
from members.views.people import AboutMember
from unionoffice.pages import EditPage


class SetPortraitView(AboutMember):
    """A photo to be shown with the name."""

    permission = opens_member
    rule = may_set_portrait
    title = _("更换照片")
    form_class = PortraitForm
    template_name = "office/form.html"
    button = _("使用这张照片")
    done = _("照片已更换。")


class RemovePortraitView(AboutMember):
    """No photo any more."""

    permission = opens_member
    rule = may_remove_portrait
    title = _("删除照片")
    form_class = RemovePortraitForm
    question = _("照片删除后不能恢复，页面上改为显示姓氏。删除照片？")
    button = _("删除照片")
    done = _("照片已删除。")


class AddChildView(AboutMember):
    """A child of this person."""

    permission = keeps_roster
    title = _("登记子女")
    form_class = ChildForm
    template_name = "office/form.html"
    button = _("登记")
    done = _("子女信息已登记。")

    def get_form_kwargs(self) -> dict[str, Any]:
        """A child not yet known."""
        return {"instance": Child(member=self.record)}


class UpdateChildView(AboutMember, EditPage):
    """Correcting what is known of a child."""

    permission = keeps_roster
    model = Child
    title = _("修改子女信息")
    form_class = ChildForm
    done = _("已保存。")


class RemoveChildView(AboutMember):
    """Forgetting a child that was entered by mistake."""

    permission = keeps_roster
    model = Child
    title = _("删除子女信息")
    form_class = RemoveChildForm
    question = _("这条子女信息删除后不能恢复。删除？")
    button = _("删除子女信息")
    done = _("子女信息已删除。")
