"""Files in pages: the section of a record, adding, removing, and what a browser is handed."""

import uuid

import pytest
from django.contrib.messages import get_messages
from django.core.files.storage import default_storage
from django.urls import reverse

from finance.enums import EntryStatus
from finance.models import Entry
from tests.affairs.factories import PostedFactory, PublicFactory
from tests.finance.factories import BookedEntryFactory, EntryFactory
from tests.members.factories import DepartmentFactory
from tests.unionoffice.attachments import files
from tests.unionoffice.attachments.factories import AttachmentFactory
from unionoffice.attachments import Attachment, Kind, attachments_of
from unionoffice.audit import trail_of
from unionoffice.pages.attachments import attachment_section, readable_attachment
from unionoffice.roles import roles_of
from unionoffice.sources import SourceRef

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today", "disk")]


@pytest.fixture
def receipt(entry, secretary, stored):
    return stored(entry, files.upload(files.PDF, '合同 "a".pdf'), by=secretary, label="购货合同")


@pytest.fixture
def proof(visit, secretary, stored):
    return stored(visit, files.upload(files.photo(), "诊断证明.jpg"), by=secretary)


@pytest.fixture
def send(signed_in, django_capture_on_commit_callbacks):
    """Sends the section's form: `send(secretary, entry, upload, …)`."""

    def post(account, record, *uploads, key=None, **fields):
        url = reverse("attachment-add", args=[record._meta.label_lower, record.pk])
        data = {"uploads": uploads, "form_key": key or str(uuid.uuid4()), **fields}
        with django_capture_on_commit_callbacks(execute=True):
            return signed_in(account).post(url, data)

    return post


def pdf(name="发票.pdf"):
    return files.upload(files.PDF, name)


def section(client, record):
    return client.get(record.get_absolute_url()).context["attachments"]


def body(response):
    return b"".join(response.streaming_content)


class TestSection:
    def test_lists_name_label_size_who_and_when(self, receipt, entry, chair, signed_in):
        page = signed_in(chair).get(entry.get_absolute_url())
        shown = page.content.decode()
        assert page.context["attachments"].files == (receipt,)
        lines = [
            "票据",
            "合同 &quot;a&quot;.pdf",
            "购货合同，",
            "陈静 11月22日 08:00上传",
            receipt.get_absolute_url(),
        ]
        assert [line for line in lines if line not in shown] == []

    @pytest.mark.parametrize(
        ("who", "adds"),
        [("secretary", True), ("treasurer", True), ("cashier", True), ("chair", False), ("auditor", False)],
    )
    def test_has_a_form_for_those_who_may_add(self, who, adds, entry, signed_in, request):
        shown = section(signed_in(request.getfixturevalue(who)), entry)
        assert (shown.form is not None) == adds

    @pytest.mark.parametrize("status", EntryStatus)
    def test_has_a_form_until_the_entry_is_booked_or_cancelled(self, status, treasurer, signed_in):
        entry = BookedEntryFactory() if status == EntryStatus.BOOKED else EntryFactory(status=status)
        open_still = status not in (EntryStatus.BOOKED, EntryStatus.CANCELLED)
        assert (section(signed_in(treasurer), entry).form is not None) == open_still

    def test_is_left_out_where_there_is_nothing_to_see_or_do(self, entry, auditor, signed_in):
        assert 'id="attachments"' not in signed_in(auditor).get(entry.get_absolute_url()).content.decode()

    def test_is_no_part_of_a_record_that_takes_no_files(self, chair, signed_in):
        assert section(signed_in(chair), DepartmentFactory()) is None

    def test_sensitive_files_carry_a_lock_and_are_shown_to_their_readers_only(
        self, proof, visit, chair, auditor, signed_in
    ):
        type(visit).objects.update(status="paid", entry=EntryFactory(), visited_on="2026-11-22", approved_by=chair)
        shown, hidden = (signed_in(one).get(visit.get_absolute_url()) for one in (chair, auditor))
        assert (shown.context["attachments"].files, hidden.context["attachments"].files) == ((proof,), ())
        assert ("file-lock" in shown.content.decode(), "诊断证明" in hidden.content.decode()) == (True, False)

    def test_asks_whether_a_file_is_sensitive_only_where_it_can_be(self, visit, entry, secretary, signed_in):
        forms = [section(signed_in(secretary), record).form for record in (visit, entry)]
        assert [list(form.fields) for form in forms] == [["uploads", "label", "form_key"]] * 2

    @pytest.mark.parametrize("count", [0, 3, 12])
    def test_takes_one_query_however_many_files_there_are(
        self, count, entry, secretary, stored, today, django_assert_num_queries
    ):
        for _ in range(count):
            stored(entry, pdf(), by=secretary)
        roles_of(secretary)
        with django_assert_num_queries(1):
            shown = attachment_section(entry, user=secretary, on=today)
            assert [str(file.uploaded_by) for file in shown.files] == ["陈静"] * count


class TestAdding:
    def test_takes_several_files_at_once_and_leads_back(self, entry, secretary, send):
        response = send(secretary, entry, pdf("一.pdf"), files.upload(files.photo(), "二.jpg"), label="水果")
        assert (response.status_code, response.url) == (302, entry.get_absolute_url())
        kept = attachments_of(entry)
        assert [(one.name, one.label, one.uploaded_by) for one in kept] == [
            ("一.pdf", "水果", secretary),
            ("二.jpg", "水果", secretary),
        ]
        assert [str(message) for message in get_messages(response.wsgi_request)] == ["文件已上传。"]

    def test_one_refused_file_takes_all_back_and_is_named(self, entry, secretary, send, disk):
        response = send(secretary, entry, pdf("一.pdf"), files.upload(files.HTML, "二.png"))
        assert response.status_code == 422
        assert response.context["form"].non_field_errors() == [
            "“二.png”：不能上传这种文件。可以上传照片、PDF、Word、Excel、PowerPoint 和纯文本文件。"
        ]
        assert (attachments_of(entry).count(), disk()) == (0, [])

    def test_double_click_adds_once(self, entry, secretary, send):
        key = str(uuid.uuid4())
        answers = [send(secretary, entry, pdf(), key=key) for _ in range(2)]
        assert [answer.url for answer in answers] == [entry.get_absolute_url()] * 2
        assert attachments_of(entry).count() == 1

    def test_nothing_chosen_is_told(self, entry, secretary, send):
        response = send(secretary, entry)
        assert (response.status_code, response.context["form"].errors["uploads"]) == (422, ["请选择要上传的文件。"])

    def test_more_than_ten_at_once_are_told(self, entry, secretary, send):
        response = send(secretary, entry, *(pdf() for _ in range(11)))
        assert (response.status_code, response.context["form"].errors["uploads"]) == (422, ["一次最多上传10个文件。"])

    def test_browsers_path_is_not_part_of_the_name(self, entry, secretary, send):
        send(secretary, entry, files.upload(files.PDF, "../../x.pdf"))
        assert attachments_of(entry).get().name == "x.pdf"

    def test_form_stands_on_a_page_of_its_own_too(self, entry, secretary, signed_in):
        page = signed_in(secretary).get(reverse("attachment-add", args=["finance.entry", entry.pk]))
        assert (page.status_code, page.context["title"]) == (200, f"上传票据：{entry}")
        assert 'accept="image/jpeg,' in page.content.decode()

    @pytest.mark.parametrize(
        ("label", "status"),
        [
            ("finance.subject", 404),
            ("members.department", 404),
            ("nothing.here", 404),
            ("nothing", 404),
            ("a.b.c", 404),
        ],
    )
    def test_records_that_take_no_files_are_not_there(self, label, status, secretary, signed_in):
        url = reverse("attachment-add", args=[label, secretary.member_id])
        assert signed_in(secretary).get(url).status_code == status

    def test_record_that_the_user_does_not_see_is_not_there(self, entry, visit, teacher, send):
        assert [send(teacher, record, pdf()).status_code for record in (entry, visit)] == [404, 404]
        assert Attachment.objects.count() == 0

    def test_who_sees_the_record_and_may_not_add_is_forbidden(self, entry, auditor, send):
        assert (send(auditor, entry, pdf()).status_code, Attachment.objects.count()) == (403, 0)


class TestRemoving:
    def test_asks_first_and_then_deletes(
        self, receipt, entry, treasurer, signed_in, disk, django_capture_on_commit_callbacks
    ):
        client, url = signed_in(treasurer), reverse("attachment-remove", args=[receipt.token])
        page = client.get(url)
        assert page.context["question"] == f'“合同 "a".pdf”将从“{entry}”中删除，删除后不能恢复。'
        with django_capture_on_commit_callbacks(execute=True):
            response = client.post(url, {"form_key": page.context["form"]["form_key"].value()})
        assert (response.status_code, response.url) == (302, entry.get_absolute_url())
        assert (attachments_of(entry).count(), disk()) == (0, [])
        assert trail_of(entry).first().what == "删除票据"

    def test_is_not_there_for_who_may_not_read_the_file(self, proof, teacher, signed_in):
        client, url = signed_in(teacher), reverse("attachment-remove", args=[proof.token])
        assert [client.get(url).status_code, client.post(url).status_code] == [404, 404]

    def test_is_forbidden_to_who_only_reads(self, receipt, auditor, signed_in):
        client, url = signed_in(auditor), reverse("attachment-remove", args=[receipt.token])
        assert [client.get(url).status_code, client.post(url).status_code] == [403, 403]
        assert Attachment.objects.count() == 1

    def test_sent_again_it_leads_back_and_says_so(self, receipt, entry, secretary, signed_in):
        client, url = signed_in(secretary), reverse("attachment-remove", args=[receipt.token])
        key = client.get(url).context["form"]["form_key"].value()
        assert [client.post(url, {"form_key": key}).url for _ in range(2)] == [entry.get_absolute_url()] * 2


class TestHandingOut:
    def test_document_is_saved_under_its_own_name_and_never_run(self, receipt, auditor, signed_in):
        response = signed_in(auditor).get(receipt.get_absolute_url())
        assert (response.status_code, body(response)) == (200, files.PDF)
        told = {name: response[name] for name in ("Content-Type", "X-Content-Type-Options", "Cache-Control")}
        assert told == {
            "Content-Type": "application/pdf",
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": "private, no-cache",
        }
        policy = "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"
        assert response["Content-Security-Policy"] == policy
        assert response["Content-Disposition"] == "attachment; filename*=utf-8''%E5%90%88%E5%90%8C%20%22a%22.pdf"

    def test_photo_may_be_shown(self, entry, secretary, stored, signed_in):
        photo = stored(entry, files.upload(files.photo(), "小票.jpg"), by=secretary)
        response = signed_in(secretary).get(photo.get_absolute_url())
        assert response["Content-Type"] == "image/jpeg"
        assert response["Content-Disposition"] == "inline; filename*=utf-8''%E5%B0%8F%E7%A5%A8.jpg"
        assert response["Content-Security-Policy"].startswith("sandbox")
        response.close()

    @pytest.mark.parametrize(
        ("content", "name", "kind"),
        [
            (files.PDF + b"<script>alert(1)</script>", "a.pdf", Kind.PDF),
            (b"alert(1) // <html><script>alert(1)</script>", "a.txt", Kind.TEXT),
            (files.package(files.WORDS) + b"<script>alert(1)</script>", "a.docx", Kind.DOCX),
        ],
    )
    def test_file_that_is_several_things_at_once_is_only_ever_saved(
        self, content, name, kind, entry, secretary, stored, signed_in
    ):
        kept = stored(entry, files.upload(content, name, claimed="text/html"), by=secretary)
        response = signed_in(secretary).get(kept.get_absolute_url())
        assert (kept.kind, body(response)) == (kind, content)
        assert (response["Content-Type"], response["Content-Disposition"]) == (
            kind.content_type,
            f'attachment; filename="{name}"',
        )

    def test_sensitive_file_is_not_kept_by_the_browser(self, proof, secretary, signed_in):
        response = signed_in(secretary).get(proof.get_absolute_url())
        assert response["Cache-Control"] == "private, no-store"
        response.close()

    def test_copy_in_the_browser_is_good_as_long_as_the_right_is(self, receipt, auditor, teacher, signed_in):
        first = signed_in(auditor).get(receipt.get_absolute_url())
        asked = {"If-None-Match": first["ETag"]}
        again = signed_in(auditor).get(receipt.get_absolute_url(), headers=asked)
        assert (again.status_code, again["Content-Security-Policy"]) == (304, first["Content-Security-Policy"])
        assert signed_in(teacher).get(receipt.get_absolute_url(), headers=asked).status_code == 404
        first.close()

    @pytest.mark.parametrize("who", ["teacher", "principal", "welfare_officer"])
    def test_is_not_there_for_who_does_not_see_the_record(self, who, receipt, signed_in, request):
        client = signed_in(request.getfixturevalue(who))
        assert client.get(receipt.get_absolute_url()).status_code == 404

    @pytest.mark.parametrize("who", ["treasurer", "cashier", "auditor", "teacher"])
    def test_proof_is_not_there_for_money_people_and_colleagues(self, who, proof, signed_in, request):
        client = signed_in(request.getfixturevalue(who))
        assert client.get(proof.get_absolute_url()).status_code == 404

    def test_is_not_there_for_strangers(self, receipt, proof, client):
        assert [client.get(one.get_absolute_url()).status_code for one in (receipt, proof)] == [404, 404]

    def test_stranger_reads_the_files_of_what_hangs_on_the_public_board(self, client):
        public, staff = (AttachmentFactory(source=SourceRef.to(made())) for made in (PublicFactory, PostedFactory))
        assert body(client.get(public.get_absolute_url())) == files.PDF
        assert client.get(staff.get_absolute_url()).status_code == 404
        Attachment.objects.update(sensitive=True)
        assert client.get(public.get_absolute_url()).status_code == 404

    @pytest.mark.parametrize("guess", ["0" * 32, "1", "..", "%00", "%2e%2e%2fdb.sqlite3", "发票.pdf"])
    def test_guessed_address_leads_nowhere(self, guess, receipt, secretary, signed_in):
        assert signed_in(secretary).get(f"/files/{guess}/").status_code == 404

    def test_key_and_digest_are_no_address(self, receipt, secretary, signed_in):
        client = signed_in(secretary)
        assert [client.get(f"/files/{guess}/").status_code for guess in (receipt.pk, receipt.digest)] == [404, 404]

    def test_file_that_the_disk_has_lost_is_not_there(self, receipt, secretary, signed_in):
        default_storage.delete(receipt.path)
        assert signed_in(secretary).get(receipt.get_absolute_url()).status_code == 404

    def test_file_and_its_record_take_a_query_each(self, receipt, entry, secretary, django_assert_num_queries):
        roles_of(secretary)
        with django_assert_num_queries(2):
            assert readable_attachment(receipt.token, secretary) == (receipt, entry)


def test_record_that_is_gone_takes_no_files(secretary, entry, send):
    Entry.objects.all().delete()
    assert send(secretary, entry, pdf()).status_code == 404
