"""Setting and taking away a photo; entering a person's children."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from members.forms import ChildForm, PortraitForm, RemoveChildForm, RemovePortraitForm
from members.models import Child, Member
from members.permissions import keeps_roster, may_remove_portrait, may_set_portrait, opens_member
from members.views.people import member_crumbs
from unionoffice.pages import Crumb, TransitionPage


class AboutMember(TransitionPage):
    """A form about one person."""

    permission = opens_member
    area = "members"
    model = Member

    def get_crumbs(self) -> list[Crumb]:
        """To the person."""
        return [Crumb(str(self.record), self.record.get_absolute_url())]


class SetPortraitView(AboutMember):
    """A photo to be shown with the name."""

    rule = may_set_portrait
    title = _("更换照片")
    form_class = PortraitForm
    template_name = "office/form.html"
    button = _("使用这张照片")
    done = _("照片已更换。")


class RemovePortraitView(AboutMember):
    """No photo any more."""

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


class AboutChild(TransitionPage):
    """A form about a child that is known."""

    permission = keeps_roster
    area = "members"
    model = Child

    def get_crumbs(self) -> list[Crumb]:
        """To the parent."""
        return [*member_crumbs(), Crumb(str(self.record.member), self.record.get_absolute_url())]


class UpdateChildView(AboutChild):
    """Correcting what is known of a child."""

    title = _("修改子女信息")
    form_class = ChildForm
    template_name = "office/form.html"
    button = _("保存修改")
    done = _("已保存。")

    def get_form_kwargs(self) -> dict[str, Any]:
        """The child to correct."""
        return {"instance": self.record}


class RemoveChildView(AboutChild):
    """Forgetting a child that was entered by mistake."""

    title = _("删除子女信息")
    form_class = RemoveChildForm
    question = _("这条子女信息删除后不能恢复。删除？")
    button = _("删除子女信息")
    done = _("子女信息已删除。")
