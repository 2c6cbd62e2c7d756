"""Adding files to records and taking them away: what is kept, what is refused, and what the history says."""

import hashlib

import pytest
from django.db import transaction

from finance.enums import EntryStatus
from finance.models import Entry
from tests.finance.factories import BookedEntryFactory
from tests.unionoffice.attachments import files
from tests.unionoffice.attachments.conftest import content_of
from unionoffice.attachments import Attachment, Kind, attach, attachments_of, remove_attachment
from unionoffice.attachments.services import file_name
from unionoffice.audit import LogEntry, trail_of
from unionoffice.refusal import Refused
from unionoffice.sources import SourceRef

pytestmark = pytest.mark.usefixtures("today")

NOT_NOW = "这条记录现在不能添加或删除文件。请刷新页面查看最新情况。"


def pdf(name="发票.pdf"):
    return files.upload(files.PDF, name)


def history(record):
    return [(entry.actor_name, entry.what, entry.note) for entry in trail_of(record) if entry.verb]


class TestAttaching:
    def test_keeps_everything_but_photos_byte_for_byte(self, entry, secretary, stored):
        attachment = stored(entry, pdf(), by=secretary, label=" 购物发票 ")
        assert content_of(attachment) == files.PDF
        assert (attachment.name, attachment.label, attachment.kind) == ("发票.pdf", "购物发票", Kind.PDF)
        assert (attachment.size, attachment.digest) == (len(files.PDF), hashlib.sha256(files.PDF).hexdigest())
        assert (attachment.uploaded_by, attachment.sensitive) == (secretary, False)
        assert attachment.source == SourceRef.to(entry)

    def test_keeps_a_photo_without_the_place_where_it_was_taken(self, entry, secretary, stored):
        sent = files.photo_with_a_place()
        attachment = stored(entry, files.upload(sent, "小票.jpg"), by=secretary)
        kept = content_of(attachment)
        assert (b"Kamera" in sent, b"Kamera" in kept) == (True, False)
        assert (attachment.size, attachment.digest) == (len(kept), hashlib.sha256(kept).hexdigest())

    def test_name_on_disk_tells_nothing_and_is_never_the_same(self, entry, secretary, stored, disk):
        tokens = [stored(entry, pdf(), by=secretary).token for _ in range(2)]
        assert disk() == sorted(set(tokens))
        assert [len(token) for token in tokens] == [32, 32]

    def test_claimed_type_counts_for_nothing(self, entry, secretary, stored):
        attachment = stored(entry, files.upload(files.PDF, "发票.pdf", claimed="text/html"), by=secretary)
        assert attachment.kind == Kind.PDF

    def test_largest_file_is_taken_and_one_byte_more_is_not(self, entry, secretary, stored, settings):
        settings.UPLOAD_MAX_BYTES = 2 * 1024 * 1024
        most = files.PDF + b"\n" * (settings.UPLOAD_MAX_BYTES - len(files.PDF))
        assert stored(entry, files.upload(most, "a.pdf"), by=secretary).size == settings.UPLOAD_MAX_BYTES
        with pytest.raises(Refused) as refusal:
            attach(entry, files.upload(most + b"\n", "a.pdf"), by=secretary)
        assert str(refusal.value) == "“a.pdf”：文件超过2兆。请压缩或拆分后重新上传。"

    @pytest.mark.parametrize(
        ("content", "name", "reason"),
        [
            (b"", "空.pdf", "文件是空的。请确认内容后重新选择。"),
            (files.photo()[:200], "半张.jpg", "照片已损坏或不完整，无法读取。请重新拍摄，或换一张照片。"),
            (files.SVG, "图.svg", "不能上传这种文件。可以上传照片、PDF、Word、Excel、PowerPoint 和纯文本文件。"),
        ],
    )
    def test_refusal_names_the_file_and_leaves_nothing(self, content, name, reason, entry, secretary, disk):
        with pytest.raises(Refused) as refusal:
            attach(entry, files.upload(content, name), by=secretary)
        assert str(refusal.value) == f"“{name}”：{reason}"
        assert (Attachment.objects.count(), disk(), history(entry)) == (0, [], [])

    def test_history_of_the_record_tells_who_added_what(self, entry, secretary, stored):
        attachment = stored(entry, pdf(), by=secretary)
        assert history(entry) == [("陈静", "上传票据", "发票.pdf")]
        own = trail_of(attachment).get()
        assert (own.actor, own.what, own.action) == (secretary, "上传", LogEntry.Action.CREATE)
        assert set(own.changes) == {"source_model", "source_key", "kind", "size", "digest", "sensitive"}

    def test_right_is_asked_of_the_record_as_it_is_now(self, entry, treasurer):
        """The page was opened before somebody else booked the entry."""
        booked = BookedEntryFactory()
        shown = Entry.objects.get(pk=booked.pk)
        shown.status = EntryStatus.PAID
        with pytest.raises(Refused, match=NOT_NOW):
            attach(shown, pdf(), by=treasurer)

    def test_whoever_may_not_add_is_refused(self, entry, auditor):
        with pytest.raises(Refused, match=NOT_NOW):
            attach(entry, pdf(), by=auditor)


class TestSensitive:
    def test_proof_of_a_visit_is_sensitive_whatever_was_said(self, visit, secretary, stored):
        assert stored(visit, pdf(), by=secretary, sensitive=False).sensitive is True

    def test_history_names_neither_file_nor_label(self, visit, secretary, stored):
        attachment = stored(visit, pdf("阑尾炎.pdf"), by=secretary, label="切除")
        remove_attachment(attachment, by=secretary)
        assert history(visit) == [("陈静", "删除证明材料", ""), ("陈静", "上传证明材料", "")]
        everything = "".join(f"{line.object_repr}{line.changes}{line.note}" for line in LogEntry.objects.all())
        assert [word for word in ("阑尾炎", "切除") if word in everything] == []

    def test_other_files_are_sensitive_when_they_are_said_to_be(self, entry, secretary, stored):
        assert stored(entry, pdf(), by=secretary, sensitive=True).sensitive is True


class TestRemoving:
    def test_takes_row_and_file_and_tells_the_history(
        self, entry, secretary, treasurer, stored, disk, django_capture_on_commit_callbacks
    ):
        attachment, other = (stored(entry, pdf(name), by=secretary) for name in ("发票.pdf", "小票.pdf"))
        with django_capture_on_commit_callbacks(execute=True):
            remove_attachment(attachment, by=treasurer)
        assert (list(attachments_of(entry)), disk()) == ([other], [other.token])
        assert history(entry)[0] == ("吴涛", "删除票据", "发票.pdf")

    def test_is_refused_once_the_entry_is_booked(self, entry, secretary, treasurer, stored):
        attachment = stored(entry, pdf(), by=secretary)
        booked = BookedEntryFactory()
        Attachment.objects.update(source_key=booked.pk)
        attachment.refresh_from_db()
        with pytest.raises(Refused, match=NOT_NOW):
            remove_attachment(attachment, by=treasurer)
        assert Attachment.objects.count() == 1

    def test_second_removal_is_told_that_it_is_gone(self, entry, secretary, stored):
        attachment = stored(entry, pdf(), by=secretary)
        again = Attachment.objects.get()
        remove_attachment(attachment, by=secretary)
        with pytest.raises(Refused, match="这个文件已经被删除。请刷新页面查看最新情况。"):
            remove_attachment(again, by=secretary)


def test_files_of_a_record_are_its_own_alone_in_the_order_they_came(entry, visit, secretary, stored):
    for name in ("二.pdf", "一.pdf"):
        stored(entry, pdf(name), by=secretary)
    stored(visit, pdf("三.pdf"), by=secretary)
    assert [one.name for one in attachments_of(entry)] == ["二.pdf", "一.pdf"]


@pytest.mark.django_db(transaction=True)
class TestDiskAndDatabase:
    """A file and its row live and die together, whatever becomes of the transaction."""

    def test_file_is_written_when_the_transaction_has_ended_well(self, entry, secretary, disk):
        with transaction.atomic():
            attachment = attach(entry, pdf(), by=secretary)
            before = disk()
        assert (before, disk()) == ([], [attachment.token])

    def test_nothing_is_written_when_it_is_taken_back(self, entry, secretary, disk):
        with pytest.raises(Refused), transaction.atomic():
            attach(entry, pdf(), by=secretary)
            raise Refused
        assert (disk(), Attachment.objects.count(), history(entry)) == ([], 0, [])

    def test_file_stays_when_its_removal_is_taken_back(self, entry, secretary, disk):
        attachment = attach(entry, pdf(), by=secretary)
        with pytest.raises(Refused), transaction.atomic():
            remove_attachment(Attachment.objects.get(), by=secretary)
            raise Refused
        assert (disk(), Attachment.objects.get().token) == ([attachment.token], attachment.token)

    def test_row_is_taken_back_when_the_disk_takes_nothing(self, entry, secretary, disk, settings, caplog):
        settings.MEDIA_ROOT.parent.mkdir(exist_ok=True)
        settings.MEDIA_ROOT.write_text("a file stands where the folder should be")
        with transaction.atomic():
            attach(entry, pdf("一.pdf"), by=secretary)
            attach(entry, pdf("二.pdf"), by=secretary)
        assert (Attachment.objects.count(), len(caplog.records)) == (0, 2)
        assert [line for line in history(entry) if line[0] == ""] == [
            ("", "磁盘写入失败，未能保存票据", "二.pdf"),
            ("", "磁盘写入失败，未能保存票据", "一.pdf"),
        ]


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("发票.pdf", "发票.pdf"),
        ("../../x.html", "x.html"),
        ("C:\\Users\\陈静\\发票.pdf", "发票.pdf"),
        ('合同 "a".pdf', '合同 "a".pdf'),
        ("合同 %22a%22.pdf", '合同 "a".pdf'),
        ("a\x00b\r\n.pdf", "ab.pdf"),
        ("发票\u202efdp.exe", "发票fdp.exe"),
        (" .. ", ".."),
        ("/", ""),
        ("长" * 200 + ".pdf", "长" * 115 + "….pdf"),
        ("a." + "长" * 200, "长" * 120),
    ],
)
def test_name_is_kept_as_people_read_it(given, kept):
    assert file_name(given) == kept
    assert len(kept) <= Attachment._meta.get_field("name").max_length
