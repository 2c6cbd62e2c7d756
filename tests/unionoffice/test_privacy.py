import hmac

import pytest
from cryptography.fernet import InvalidToken
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from members.models import Member
from tests.members.factories import MemberFactory
from unionoffice import privacy


@pytest.mark.parametrize(
    ("mask", "value", "shown"),
    [
        (privacy.mask_phone, "13900001234", "139****1234"),
        (privacy.mask_phone, "1234567", "*******"),
        (privacy.mask_phone, "12345678", "123*5678"),
        (privacy.mask_phone, "", ""),
        (privacy.mask_id_number, "11010219850312998X", "110***********998X"),
        (privacy.mask_bank_card, "6217000012345678", "************5678"),
        (privacy.mask_bank_card, "5678", "****"),
    ],
)
def test_middle_is_hidden(mask, value, shown):
    assert mask(value) == shown


@given(st.text(max_size=30), st.integers(0, 5), st.integers(0, 5))
def test_mask_keeps_length_and_hides_something_of_every_value(value, head, tail):
    shown = privacy.mask(value, head=head, tail=tail)
    assert len(shown) == len(value)
    assert "*" in shown or not value


def test_digest_of_nothing_is_nothing():
    assert privacy.digest("") == ""


def test_digest_is_the_same_for_small_and_capital_x():
    assert privacy.digest("11010219850312998x") == privacy.digest("11010219850312998X")


def test_digest_depends_on_the_key(settings):
    before = privacy.digest("11010219850312998X")
    settings.SALT_KEY = ["another"]
    assert privacy.digest("11010219850312998X") != before


def test_digest_is_no_plain_hash():
    value = "11010219850312998X"
    assert privacy.digest(value) == hmac.digest(_key(), value.encode(), "sha256").hex()


def _key() -> bytes:
    from django.conf import settings

    return settings.SALT_KEY[0].encode()


SECRETS = {
    "phone": "13900001234",
    "address": "江南市学府路1号",
    "id_number": "11010219850312998X",
    "bank_card": "6217000012345678",
}


def _stored(member: Member) -> tuple[str | None, ...]:
    with connection.cursor() as cursor:
        columns = ", ".join(SECRETS)
        cursor.execute(f"SELECT {columns} FROM members_member WHERE id = %s", [member.pk])  # noqa: S608 -- our names
        return cursor.fetchone()


@pytest.mark.django_db
def test_database_holds_no_secret_in_clear():
    member = MemberFactory(**SECRETS)
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM members_member WHERE id = %s", [member.pk])
        row = " ".join(map(str, cursor.fetchone()))
    assert [value for value in SECRETS.values() if value in row] == []


@pytest.mark.django_db
def test_secrets_come_back_as_they_were_saved():
    member = Member.objects.get(pk=MemberFactory(**SECRETS).pk)
    assert {name: getattr(member, name) for name in SECRETS} == SECRETS


@pytest.mark.django_db
def test_equal_secrets_are_stored_differently():
    first, second = MemberFactory(**SECRETS), MemberFactory(**SECRETS)
    assert [one == other for one, other in zip(_stored(first), _stored(second), strict=True)] == [False] * 4


@pytest.mark.django_db
def test_empty_secret_is_stored_as_null_and_comes_back_empty():
    member = MemberFactory(phone="")
    assert _stored(member) == (None, None, None, None)
    assert Member.objects.get(pk=member.pk).phone == ""


@pytest.mark.django_db
def test_bulk_update_encrypts_too():
    member = MemberFactory(phone="13900001234")
    member.phone = "13900009999"
    Member.objects.bulk_update([member], ["phone"])
    assert "13900009999" not in str(_stored(member)[0])
    assert Member.objects.get(pk=member.pk).phone == "13900009999"


@pytest.mark.django_db
def test_clear_text_in_the_database_is_refused():
    member = MemberFactory()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE members_member SET phone = '13900001234' WHERE id = %s", [member.pk])
    with pytest.raises(InvalidToken):
        Member.objects.get(pk=member.pk)


def test_empty_input_is_empty_text():
    assert Member._meta.get_field("phone").formfield().clean("") == ""


def test_input_longer_than_the_field_is_invalid():
    field = Member._meta.get_field("bank_card").formfield()
    assert field.max_length == 30
