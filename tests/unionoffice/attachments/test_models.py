"""Who may see a file: those who see its record, and of sensitive ones those whom the record's model names."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError

from finance.models import Entry
from tests.finance.factories import EntryFactory
from tests.unionoffice.attachments import files
from tests.welfare.factories import MadeVisitFactory
from unionoffice.attachments import Attachment
from unionoffice.attachments.models import new_token
from welfare.enums import VisitStatus
from welfare.models import Visit

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def receipt(entry, secretary, stored):
    return stored(entry, files.upload(files.PDF, "发票.pdf"), by=secretary)


@pytest.fixture
def proof(secretary, stored):
    """Of a visit that was paid: the auditor sees the visit."""
    visit = MadeVisitFactory()
    kept = stored(visit, files.upload(files.PDF, "诊断.pdf"), by=secretary)
    Visit.objects.filter(pk=visit.pk).update(status=VisitStatus.PAID, entry=EntryFactory())
    return kept


@pytest.mark.parametrize("who", ["chair", "secretary", "treasurer", "cashier", "auditor"])
def test_receipt_is_for_those_who_read_the_ledger(who, receipt, request):
    user = request.getfixturevalue(who)
    assert receipt.record_for(user) == receipt.record
    assert list(Attachment.objects.visible_to(user)) == [receipt]


@pytest.mark.parametrize("who", ["welfare_officer", "principal", "teacher"])
def test_receipt_is_not_for_others(who, receipt, request):
    user = request.getfixturevalue(who)
    assert receipt.record_for(user) is None
    assert list(Attachment.objects.visible_to(user)) == []


def test_receipt_is_not_for_strangers(receipt):
    assert receipt.record_for(AnonymousUser()) is None
    assert list(Attachment.objects.visible_to(AnonymousUser())) == []


@pytest.mark.parametrize("who", ["chair", "secretary", "welfare_officer"])
def test_proof_is_for_those_who_read_the_circumstances(who, proof, request):
    assert proof.record_for(request.getfixturevalue(who)) == proof.record


@pytest.mark.parametrize("who", ["auditor", "treasurer", "cashier", "principal", "teacher"])
def test_proof_is_not_for_others_even_where_they_see_the_visit(who, proof, request):
    assert proof.record_for(request.getfixturevalue(who)) is None


def test_proof_is_for_who_asked_and_not_for_the_person_visited(proof, group_leader, teacher):
    Visit.objects.update(requested_by=group_leader, member=teacher.member)
    assert (proof.record_for(group_leader), proof.record_for(teacher)) == (proof.record, None)
    assert Visit.objects.visible_to(teacher).count() == 1


def test_no_list_of_files_holds_sensitive_ones(proof, receipt, chair):
    assert list(Attachment.objects.visible_to(chair)) == [receipt]


def test_file_of_a_record_that_is_gone_is_nobodys(receipt, chair):
    Entry.objects.all().delete()
    assert receipt.record_for(chair) is None


def test_name_of_a_sensitive_file_is_not_its_text(receipt, proof):
    assert (str(receipt), str(proof)) == ("发票.pdf", "内部材料")


def test_file_without_a_record_is_none(secretary):
    with pytest.raises(IntegrityError):
        Attachment.objects.create(name="a.pdf", kind="pdf", size=1, digest="0" * 64, uploaded_by=secretary)


def test_tokens_are_long_and_of_one_case():
    tokens = {new_token() for _ in range(50)}
    assert (len(tokens), {len(token) for token in tokens}) == (50, {32})
    assert [token for token in tokens if not token.isalnum() or token != token.lower()] == []
