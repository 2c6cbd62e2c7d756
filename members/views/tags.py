"""Tags: the list with how many bear each, who they are, and the form."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from members.filters import TagFilter
from members.forms import DeleteTagForm, TagForm
from members.models import Tag
from members.permissions import keeps_roster, sees_all_members
from members.tables import TagTable
from members.views.organisation import people_url
from unionoffice.pages import Crumb, EditPage, Fact, FormPage, ListPage, RecordPage, Step, TransitionPage


def tags_crumb() -> Crumb:
    """The way back to the list."""
    return Crumb(str(_("标签")), reverse("members:tag-list"))


class TagListView(ListPage):
    """Every tag, and how many bear it."""

    permission = sees_all_members
    area = "members"
    title = _("标签")
    model = Tag
    table = TagTable
    filter_class = TagFilter
    main_action = (_("新建标签"), "members:tag-create", keeps_roster)
    other_actions = (
        (_("部门"), "members:department-list", sees_all_members),
        (_("工会小组"), "members:group-list", sees_all_members),
    )


class TagDetailView(RecordPage):
    """One tag, and who bears it."""

    permission = sees_all_members
    area = "members"
    model = Tag
    steps = (
        Step(_("修改标签"), "members:tag-update", keeps_roster),
        Step(_("删除"), "members:tag-delete", keeps_roster, primary=False),
    )

    def get_crumbs(self) -> list[Crumb]:
        """To the list."""
        return [tags_crumb()]

    def get_facts(self) -> list[Fact]:
        """Whom it is for, and how many bear it."""
        tag = self.record
        count = Fact(_("现有人数"), _("%(n)d人") % {"n": tag.places.here().count()}, people_url("tag", tag.pk))
        return [Fact(_("说明"), tag.note), count]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the people."""
        places = self.record.places.here().with_member()
        return super().get_context_data(places=places.order_by("member__pinyin", "member__employee_no"), **kwargs)


class TagFormPage(FormPage):
    """What a tag is called, and whom it is for."""

    permission = keeps_roster
    area = "members"
    form_class = TagForm
    template_name = "office/form.html"
    done = _("已保存。")

    def get_crumbs(self) -> list[Crumb]:
        """To the list."""
        return [tags_crumb()]


class CreateTagView(TagFormPage):
    """A new tag."""

    title, button = _("新建标签"), _("新建标签")


class UpdateTagView(TagFormPage, EditPage):
    """Another name or note."""

    title = _("修改标签")
    model = Tag

    def get_crumbs(self) -> list[Crumb]:
        """To the tag."""
        return [tags_crumb(), Crumb(str(self.record), self.record.get_absolute_url())]


class DeleteTagView(TransitionPage):
    """A tag that nobody ever bore."""

    permission = keeps_roster
    area = "members"
    model = Tag
    form_class = DeleteTagForm
    title, button = _("删除标签"), _("删除")
    question = _("删除后不能恢复。有人用过的标签不能删除。")
    done = _("已删除。")

    def get_crumbs(self) -> list[Crumb]:
        """To the tag."""
        return [tags_crumb(), Crumb(str(self.record), self.record.get_absolute_url())]

    def get_success_url(self, record: Tag) -> str:  # noqa: ARG002 -- it is gone
        """The list."""
        return reverse("members:tag-list")
