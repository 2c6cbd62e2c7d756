"""The trail: which models and fields it follows, what an entry says, and what it must never say."""

import json
from decimal import Decimal

import pytest
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpResponse
from django.test import RequestFactory
from encrypted_fields.fields import EncryptedFieldMixin

from members import services
from members.models import Account, Member, StatusChange
from tests.members.factories import AccountFactory, MemberFactory, RoleGrantFactory
from tests.welfare.factories import VisitFactory
from unionoffice import audit
from unionoffice.audit import HIDDEN, AuditMiddleware, LogEntry, address_of, deed, own_models, record_many, trail_of
from unionoffice.roles import Role

pytestmark = pytest.mark.django_db

OWN_MODELS = sorted(own_models(), key=lambda model: model._meta.label)
UNFOLLOWED = {"unionoffice.SheetUpload": {"content"}, "members.RosterImport": {"journal"}}
"""A file is known by its name and digest, an import by its counts; what they hold goes by itself, and nobody asks who
threw it away."""

PHONE, NEW_PHONE = "13900001111", "13900002222"


def label(model):
    return model._meta.label


def clear_fields(model):
    return set(getattr(model, "AUDITED", ()))


def hidden_fields(model):
    return set(getattr(model, "SENSITIVE", ()))


def latest(record):
    return trail_of(record).first()


class TestEveryModel:
    def test_all_areas_are_among_the_own_models(self):
        areas = {"unionoffice", "members", "affairs", "finance", "congress", "welfare", "activities"}
        assert {model._meta.app_label for model in OWN_MODELS} == areas

    @pytest.mark.parametrize("model", OWN_MODELS, ids=label)
    def test_is_audited_or_says_why_not_and_never_both(self, model):
        assert hasattr(model, "AUDITED") != hasattr(model, "UNAUDITED")

    @pytest.mark.parametrize("model", [model for model in OWN_MODELS if hasattr(model, "UNAUDITED")], ids=label)
    def test_reason_for_no_trail_is_a_sentence_and_hides_no_field(self, model):
        assert model.UNAUDITED.endswith(".")
        assert hidden_fields(model) == set()

    @pytest.mark.parametrize("model", [model for model in OWN_MODELS if hasattr(model, "AUDITED")], ids=label)
    def test_audited_fields_exist_and_are_named_once(self, model):
        named = [*model.AUDITED, *getattr(model, "SENSITIVE", ())]
        assert len(named) == len(set(named))
        assert set(named) <= {field.name for field in model._meta.get_fields()}

    @pytest.mark.parametrize("model", [model for model in OWN_MODELS if hasattr(model, "AUDITED")], ids=label)
    def test_encrypted_fields_and_passwords_are_sensitive_and_never_clear(self, model):
        secret = {field.name for field in model._meta.get_fields() if isinstance(field, EncryptedFieldMixin)}
        secret |= {"password"} if issubclass(model, AbstractBaseUser) else set()
        assert secret - UNFOLLOWED.get(label(model), set()) - hidden_fields(model) == set()
        assert secret & clear_fields(model) == set()

    @pytest.mark.parametrize("model", OWN_MODELS, ids=label)
    def test_digests_of_secrets_are_not_kept_either(self, model):
        followed = clear_fields(model) | hidden_fields(model)
        assert [name for name in followed if name.endswith("_digest")] == []

    def test_states_of_records_that_move_are_always_followed(self):
        moving = [model for model in OWN_MODELS if hasattr(model, "MOVES") and hasattr(model, "AUDITED")]
        assert [label(model) for model in moving if "status" not in model.AUDITED] == []
        assert {label(model) for model in moving} >= {"finance.Entry", "welfare.Visit", "congress.Proposal"}


class TestEntry:
    def test_says_who_did_what_and_why(self, secretary):
        with deed("登记变动", by=secretary, note="年度核对"):
            member = MemberFactory(name="林芳")
        entry = latest(member)
        assert (entry.actor, entry.actor_name, entry.verb, entry.note) == (secretary, "陈静", "登记变动", "年度核对")
        assert (entry.action, entry.object_repr, entry.what) == (LogEntry.Action.CREATE, "林芳", "登记变动")

    def test_has_old_and_new_value_of_a_followed_field(self):
        member = MemberFactory(title="一级教师")
        member.title = "高级教师"
        member.save()
        assert latest(member).changes == {"title": ["一级教师", "高级教师"]}

    def test_names_changed_fields_as_pages_do(self):
        member = MemberFactory(title="一级教师", ethnicity="汉族")
        member.title, member.ethnicity = "高级教师", "回族"
        member.save()
        assert latest(member).what == "修改民族、职称"

    def test_without_a_deed_says_what_happened_to_the_row(self):
        grant = RoleGrantFactory(role=Role.AUDITOR)
        created, pk = latest(grant).what, grant.pk
        grant.delete()
        deleted = LogEntry.objects.get(object_id=pk, action=LogEntry.Action.DELETE, content_type__model="rolegrant")
        assert (created, deleted.what) == ("新建", "删除")

    def test_keeps_the_name_that_the_actor_had(self, secretary):
        with deed("登记", by=secretary):
            member = MemberFactory()
        secretary.name = "陈静怡"
        secretary.save()
        assert latest(member).actor_name == "陈静"

    def test_deed_of_nobody_is_the_systems(self):
        with deed("登记", by=None):
            member = MemberFactory()
        assert (latest(member).actor, latest(member).actor_name) == (None, "")

    def test_inner_deed_speaks_for_itself_and_the_outer_one_goes_on(self, secretary, chair):
        with deed("外", by=secretary):
            with deed("内", by=chair):
                first = MemberFactory()
            second = MemberFactory()
        third = MemberFactory()
        told = [(latest(member).verb, latest(member).actor) for member in (first, second, third)]
        assert told == [("内", chair), ("外", secretary), ("", None)]

    def test_deed_ends_when_it_fails(self, secretary):
        with pytest.raises(ZeroDivisionError), deed("登记", by=secretary):
            raise ZeroDivisionError
        assert latest(MemberFactory()).verb == ""

    def test_saving_what_did_not_change_leaves_no_entry(self):
        member = MemberFactory()
        member.save()
        assert trail_of(member).count() == 1

    def test_trail_is_of_its_record_alone_newest_first(self):
        member, other = MemberFactory(), MemberFactory()
        for title in ("二级教师", "一级教师"):
            member.title = title
            member.save()
        assert [entry.changes.get("title", ["", ""])[1] for entry in trail_of(member)] == ["一级教师", "二级教师", ""]
        assert trail_of(other).count() == 1

    def test_field_that_no_longer_exists_is_shown_by_its_old_name(self):
        entry = latest(MemberFactory())
        entry.action, entry.changes = LogEntry.Action.UPDATE, {"fax": ["1", "2"]}
        assert entry.what == "修改fax"


class TestSensitiveField:
    def everything_written(self):
        return json.dumps(list(LogEntry.objects.values()), default=str, ensure_ascii=False)

    def test_is_named_as_changed_without_either_value(self):
        member = MemberFactory(phone=PHONE)
        member.phone = NEW_PHONE
        member.save()
        assert latest(member).changes == {"phone": [HIDDEN, HIDDEN]}
        assert latest(member).what == "修改手机号码"

    @pytest.mark.parametrize("name", sorted(Member.SENSITIVE))
    def test_of_a_member_is_nowhere_in_the_trail(self, name):
        member = MemberFactory(**{name: "31000019900101001X"})
        setattr(member, name, "310000199001010999")
        member.save()
        setattr(member, name, "")
        member.save()
        member.status_changes.all().delete()
        member.delete()
        written = self.everything_written()
        assert [value for value in ("31000019900101001X", "310000199001010999") if value in written] == []
        assert HIDDEN in written

    def test_circumstances_of_a_visit_are_nowhere_in_the_trail(self):
        visit = VisitFactory(circumstances="术后恢复", goods_value=Decimal("0.00"))
        visit.circumstances = "已经出院"
        visit.save()
        assert latest(visit).changes == {"circumstances": [HIDDEN, HIDDEN]}
        assert "术后恢复" not in self.everything_written()

    def test_password_is_named_as_changed_and_its_hash_is_nowhere(self, secretary):
        account = AccountFactory()
        services.reset_password(account, password="xin-de-mima-9", by=secretary)
        assert latest(account).changes == {"password": ["", HIDDEN]}
        assert Account.objects.get(pk=account.pk).password not in self.everything_written()

    def test_of_nothing_nothing_is_hidden(self):
        assert [audit.hide(value) for value in ("", "None", "0", PHONE)] == ["", "None", HIDDEN, HIDDEN]


class TestBulkWrite:
    def test_created_records_have_one_entry_each(self, secretary):
        members = [MemberFactory(), MemberFactory()]
        LogEntry.objects.all().delete()
        record_many(members, verb="从花名册登记", by=secretary)
        told = LogEntry.objects.values_list("object_id", "action", "verb", "actor_name", "changes").order_by(
            "object_id"
        )
        assert list(told) == [(member.pk, LogEntry.Action.CREATE, "从花名册登记", "陈静", {}) for member in members]

    def test_changed_records_have_their_changes(self, secretary):
        member = MemberFactory()
        record_many([member], verb="更新", by=secretary, changes={member.pk: {"title": ["", "高级教师"]}})
        entry = latest(member)
        assert (entry.action, entry.changes) == (LogEntry.Action.UPDATE, {"title": ["", "高级教师"]})

    def test_is_written_in_few_statements(self, secretary, django_assert_num_queries):
        members = [MemberFactory() for _ in range(20)]
        audit.ContentType.objects.get_for_model(Member)
        with django_assert_num_queries(1):
            record_many(members, verb="更新", by=secretary)


def handled(request, write):
    """Run `write` as a view would, inside the middleware; returns what it made."""
    made = []

    def view(_request):
        made.append(write())
        return HttpResponse()

    AuditMiddleware(view)(request)
    return made[0]


@pytest.fixture
def request_of():
    def build(user, **meta):
        request = RequestFactory().post("/", **meta)
        request.user = user
        return request

    return build


class TestAddress:
    def test_entry_has_the_address_and_the_user_of_the_request(self, secretary, request_of):
        member = handled(request_of(secretary, REMOTE_ADDR="10.1.2.3"), MemberFactory)
        assert (latest(member).remote_addr, latest(member).actor) == ("10.1.2.3", secretary)

    def test_bulk_entries_have_the_address_too(self, secretary, request_of):
        member = MemberFactory()
        write = lambda: record_many([member], verb="更新", by=secretary)  # noqa: E731 -- one line is all it is
        handled(request_of(secretary, REMOTE_ADDR="10.1.2.3"), write)
        assert latest(member).remote_addr == "10.1.2.3"

    def test_next_write_outside_the_request_has_none(self, secretary, request_of):
        handled(request_of(secretary, REMOTE_ADDR="10.1.2.3"), MemberFactory)
        entry = latest(MemberFactory())
        assert (entry.remote_addr, entry.actor) == (None, None)

    def test_request_that_fails_is_forgotten_too(self, secretary, request_of):
        with pytest.raises(ZeroDivisionError):
            handled(request_of(secretary), lambda: 1 / 0)
        assert latest(MemberFactory()).remote_addr is None

    def test_deed_names_its_actor_whoever_sent_the_request(self, secretary, chair, request_of):
        def write():
            with deed("批准", by=chair):
                return MemberFactory()

        assert latest(handled(request_of(secretary), write)).actor == chair

    @pytest.mark.parametrize(
        ("behind_proxy", "forwarded", "address"),
        [
            (False, "203.0.113.9", "10.1.2.3"),
            (True, "203.0.113.9", "203.0.113.9"),
            (True, "198.51.100.1, 203.0.113.9", "203.0.113.9"),
            (True, "", "10.1.2.3"),
        ],
        ids=["no proxy: a client's own header is no proof", "proxy", "proxy: only what it added counts", "no header"],
    )
    def test_address_is_the_last_that_a_trusted_proxy_names(self, settings, behind_proxy, forwarded, address):
        settings.BEHIND_PROXY = behind_proxy
        request = RequestFactory().get("/", REMOTE_ADDR="10.1.2.3", headers={"X-Forwarded-For": forwarded})
        assert address_of(request) == address

    def test_socket_without_address_is_none(self):
        assert address_of(RequestFactory().get("/", REMOTE_ADDR="")) is None


def test_page_that_changes_a_record_leaves_actor_verb_note_and_address(client, secretary):
    member = MemberFactory(hired_on="2010-09-01")
    client.force_login(secretary)
    url = f"/members/{member.pk}/change/?kind=retired"
    key = client.get(url).context["form"]["form_key"].value()
    data = {"on": "2020-03-01", "keeps_membership": "on", "reason": "到龄", "form_key": key}
    assert client.post(url, data, REMOTE_ADDR="10.9.8.7").status_code == 302
    change = StatusChange.objects.get(member=member, kind="retired")
    told = [(e.actor, e.verb, e.note, e.remote_addr) for e in (latest(member), latest(change))]
    assert told == [(secretary, "退休", "到龄", "10.9.8.7")] * 2


def test_looking_at_pages_leaves_no_entry(client, chair):
    member = MemberFactory()
    client.force_login(chair)
    before = LogEntry.objects.count()
    for url in ("/", "/members/", f"/members/{member.pk}/", "/reports/summary/", "/search/?q=l"):
        assert client.get(url).status_code == 200
    assert LogEntry.objects.count() == before


def test_sign_in_leaves_no_entry_of_changed_data(client):
    account = Account.objects.create_user("9001", "林芳", "wo-de-mima-7")
    before = LogEntry.objects.count()
    assert client.post("/accounts/login/", {"login": "9001", "password": "wo-de-mima-7"}).status_code == 302
    assert Account.objects.get(pk=account.pk).last_login is not None
    assert LogEntry.objects.count() == before
