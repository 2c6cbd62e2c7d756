"""Pages of those who answer letters and keep mailboxes."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from affairs import services
from affairs.enums import LetterStatus, MailboxKind
from affairs.models import BoxOpening, Letter, Mailbox
from tests.affairs.letters import anonymous, answered, at, open_mailbox, pdf, photo, published, signed, taken_up
from tests.conftest import TODAY, make_actor
from unionoffice.roles import Role

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

LIST = reverse("affairs:letter-list")


@pytest.fixture
def head(db):
    return make_actor(Role.DEPARTMENT_HEAD, "曹喆")


@pytest.fixture
def handed(teacher, principal, head):
    """A signed letter whose name the department isn't to know, handed to the department."""
    letter = signed(teacher, hides_name=True, files=[photo(), pdf()])
    return services.forward_letter(
        letter, handler=head, handle_by=TODAY + timedelta(days=3), note="", by=principal, on=TODAY
    )


def page(name, letter):
    return reverse(f"affairs:letter-{name}", args=[letter.pk])


def move(client, url, **fields):
    key = client.get(url).context["form"]["form_key"].value()
    return client.post(url, {"form_key": key, **fields})


def subjects(response):
    return [row.cells[1].text for row in response.context["rows"]]


def facts(response):
    return {str(fact.label): fact.value for fact in response.context["facts"]}


def test_list_has_the_letters_that_one_answers_for_or_deals_with_and_not_ones_own(
    teacher, principal, head, chair, signed_in
):
    box, union = open_mailbox(), open_mailbox(Role.CHAIR, name="工会意见箱")
    anonymous(box, subject="给校长")
    anonymous(union, subject="给工会")
    signed(principal, union, subject="校长写给工会")
    listed = {user: subjects(signed_in(user).get(LIST)) for user in (principal, chair, head, teacher)}
    assert {user.name: sorted(found) for user, found in listed.items()} == {
        "沈立": ["给校长"],
        "周敏": ["校长写给工会", "给工会"],
        "曹喆": [],
        "韩梅": [],
    }


def test_secretary_sets_mailboxes_up_and_reads_none_of_their_letters(secretary, signed_in):
    letter, _code = anonymous()
    client = signed_in(secretary)
    assert client.get(reverse("affairs:mailbox-detail", args=[letter.mailbox_id])).status_code == 200
    assert (client.get(page("detail", letter)).status_code, subjects(client.get(LIST))) == (404, [])


def test_person_who_keeps_a_mailbox_reads_its_letters_and_the_role_beside_does_not(teacher, principal, signed_in):
    letter, _code = anonymous(open_mailbox(role="", keeper=teacher.member))
    answers = [signed_in(user).get(page("detail", letter)).status_code for user in (teacher, principal)]
    assert answers == [200, 404]


def test_handler_is_not_told_the_name_and_the_owner_is(handed, head, principal, teacher, signed_in):
    told = {user.name: facts(signed_in(user).get(page("detail", handed)))["来信人"] for user in (head, principal)}
    assert told == {"曹喆": "姓名保密", "沈立": "韩梅"}
    handler = signed_in(head)
    for url in (page("detail", handed), page("answer", handed), LIST, f"{LIST}?export=xlsx", f"{LIST}?q=韩梅"):
        assert teacher.name.encode() not in handler.get(url).content.replace(b'value="\xe9\x9f\xa9\xe6\xa2\x85"', b"")


def test_export_says_signed_or_anonymous_and_no_name(teacher, principal, signed_in):
    box = open_mailbox()
    signed(teacher, box)
    anonymous(box)
    columns = "&".join(f"column={label}" for label in ("标题", "署名", "来信方式", "承办人"))
    content = signed_in(principal).get(f"{LIST}?export=xlsx&{columns}").content
    cells = {cell for row in load_workbook(BytesIO(content)).active.values for cell in row}
    assert ({"署名", "匿名"} <= cells, teacher.name in cells) == (True, False)


def test_words_find_a_letter_and_a_writers_name_does_not(teacher, principal, signed_in):
    signed(teacher)
    client = signed_in(principal)
    found = [len(client.get(f"{LIST}?q={words}").context["rows"]) for words in ("热水", "韩梅", "十点")]
    assert found == [1, 0, 1]


@pytest.mark.parametrize("count", [3, 6])
def test_list_takes_a_constant_number_of_queries(principal, head, signed_in, django_assert_num_queries, count):
    client, box = signed_in(principal), open_mailbox()
    for number in range(count):
        letter = anonymous(box)[0]
        if number % 2:
            services.forward_letter(letter, handler=head, handle_by=TODAY, note="", by=principal, on=TODAY)
    client.get(LIST)
    with django_assert_num_queries(9):
        assert len(client.get(LIST).context["rows"]) == count


@pytest.mark.parametrize("count", [3, 6])
def test_letter_with_its_thread_takes_a_constant_number_of_queries(
    principal, teacher, signed_in, django_assert_num_queries, count
):
    client, letter = signed_in(principal), taken_up(signed(teacher, files=[photo()]), principal)
    for number in range(count):
        services.answer_letter(letter, text=f"第{number}次", by=principal, on=TODAY)
        services.write_again(letter, f"追问{number}", after=number * 2 + 1, on=TODAY)
    client.get(page("detail", letter))
    with django_assert_num_queries(11):
        assert len(client.get(page("detail", letter)).context["thread"]) == count * 2


def test_letter_goes_its_way_by_the_pages(principal, head, signed_in):
    letter, _code = anonymous()
    owner, handler = signed_in(principal), signed_in(head)
    move(owner, page("forward", letter), handler=head.pk, handle_by="2026-11-25", note="请核实。")
    move(handler, page("ask", letter), text="哪一层？")
    services.write_again(Letter.objects.get(), "三楼。", after=1, on=TODAY)
    move(owner, page("extend", letter), due_on="2026-12-20", reason="等配件。")
    move(handler, page("answer", letter), text="已修好。")
    move(owner, page("close", letter))
    move(owner, page("publish", letter), question="热水何时供应？", answer="全天。", reach="staff")
    move(owner, page("take-down", letter), reason="过时。")
    letter = Letter.objects.get()
    assert (letter.status, letter.publication.take_down_reason) == (LetterStatus.CLOSED, "过时。")
    trail = [entry.what for entry in reversed(owner.get(page("detail", letter)).context["trail"])]
    assert trail == [
        "交曹喆办理，11月25日前答复",
        "请来信人补充",
        "延期到12月20日",
        "答复来信人",
        "办结",
        "公开答复",
        "撤下答复",
    ]


def test_handler_does_not_forward_extend_close_or_publish(handed, head, signed_in):
    client = signed_in(head)
    answers = {name: client.get(page(name, handed)).status_code for name in ("forward", "extend", "close", "publish")}
    assert set(answers.values()) == {403}
    answered(handed, head)
    assert {client.get(page(name, handed)).status_code for name in ("close", "publish")} == {403}


def test_late_letter_says_by_how_many_days(principal, signed_in):
    letter = taken_up(anonymous(on=TODAY - timedelta(days=20))[0], principal, on=TODAY - timedelta(days=20))
    assert facts(signed_in(principal).get(page("detail", letter)))["答复期限"] == "11月17日，已逾期5天"


def test_files_are_for_those_who_read_the_letter(handed, head, principal, teacher, chair, signed_in, client):
    url = reverse("affairs:letter-file", args=[handed.pk, 1])
    answers = [signed_in(user).get(url).status_code for user in (head, principal, teacher, chair)]
    assert (answers, client.get(url).status_code) == ([200, 200, 200, 404], 302)
    response = signed_in(head).get(url)
    assert (response["Content-Type"], response["Content-Disposition"]) == (
        "image/jpeg",
        "inline; filename*=utf-8''%E9%99%84%E4%BB%B61.jpg",
    )
    assert response["Content-Security-Policy"].startswith("sandbox;")
    assert (
        signed_in(head)
        .get(reverse("affairs:letter-file", args=[handed.pk, 2]))["Content-Disposition"]
        .startswith("attachment")
    )
    assert signed_in(head).get(reverse("affairs:letter-file", args=[handed.pk, 3])).status_code == 404


def test_paper_says_the_name_as_far_as_who_prints_it_is_told(handed, head, principal, signed_in):
    for user in (head, principal):
        response = signed_in(user).get(page("paper", handed))
        assert (response.status_code, response.content[:5]) == (200, b"%PDF-")


def test_published_reply_can_be_taken_down_by_the_owner_alone(principal, chair, signed_in):
    letter = answered(at(LetterStatus.RECEIVED), principal)
    published(letter, principal)
    assert [signed_in(user).get(page("take-down", letter)).status_code for user in (principal, chair)] == [200, 404]


def test_mailbox_is_set_up_opened_emptied_and_filled_by_the_pages(secretary, teacher, signed_in):
    client = signed_in(secretary)
    fields = {"name": "意见箱", "kind": "hung", "role": "principal", "place": "教学楼", "writers": "staff"}
    url = move(client, reverse("affairs:mailbox-add"), **fields).url
    box = Mailbox.objects.get(name="意见箱")
    assert (url, client.get(url).context["badge"].text) == (box.get_absolute_url(), "未启用")
    mend = reverse("affairs:mailbox-mend", args=[box.pk])
    form = client.get(mend).context["form"]
    hidden = {name: form[name].value() for name in ("form_key", "seen") if name in form.fields}
    client.post(mend, {**hidden, **fields, "in_use_from": "2026-11-01"})
    opening = {"opener": secretary.member.pk, "witness": teacher.member.pk, "found": 1}
    move(client, reverse("affairs:mailbox-empty", args=[box.pk]), opened_on="2026-11-20", **opening)
    move(
        client,
        reverse("affairs:mailbox-record", args=[box.pk]),
        way="paper",
        received_on="2026-11-20",
        opening=BoxOpening.objects.get().pk,
        category="safety",
        subject="楼梯扶手",
        body="松了。",
        wish="private",
    )
    letter = Letter.objects.get()
    assert (letter.opening, letter.mailbox.kind, letter.received_on.day) == (
        BoxOpening.objects.get(),
        MailboxKind.HUNG,
        20,
    )
    assert client.get(url).context["badge"].text == "使用中"


def test_mailbox_page_is_not_there_for_those_who_may_only_write_to_it(teacher, signed_in):
    assert signed_in(teacher).get(open_mailbox().get_absolute_url()).status_code == 404
