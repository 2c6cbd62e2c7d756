"""Comments on passages in pages: saying something, seeing it beside the text, and marking it as done."""

from urllib.parse import quote

import pytest
from django.urls import reverse

from affairs import services
from affairs.models import PassageComment
from affairs.selectors import passages_of
from affairs.views.passages import place_now
from tests.affairs.factories import PassageCommentFactory
from tests.affairs.steps import handed_in, stored
from tests.conftest import TODAY, make_actor
from tests.members.views.forms import errors, fill, told
from unionoffice.roles import Role

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

BODY = "本季度收入200,000.00元。\n本季度支出120,000.00元。"


@pytest.fixture
def writer(db):
    return make_actor(Role.PUBLICITY_OFFICER, "欧阳玥")


@pytest.fixture
def disclosure(writer, principal):
    return handed_in(writer, body=BODY)


def url(page, record, *more):
    return reverse(f"affairs:{page}", args=[record.pk, *more])


def say(disclosure, by, text="写明用途"):
    return services.comment_on_passage(
        disclosure, version=disclosure.version, place=2, quote="支出", text=text, by=by, on=TODAY
    )


class TestSaying:
    def test_leads_back_to_the_passage(self, disclosure, principal, signed_in):
        client, page = signed_in(principal), f"{url('disclosure-comment', disclosure, 2)}?quote={quote('支出120')}"
        response = client.post(page, fill(client, page, text="写明用途"))
        comment = PassageComment.objects.get()
        assert response.url == f"{disclosure.get_review_url()}#p2"
        assert (comment.place, comment.quote, comment.text) == (2, "支出120", "写明用途")

    def test_words_that_do_not_stand_there_are_left_aside(self, disclosure, principal, signed_in):
        page = f"{url('disclosure-comment', disclosure, 2)}?quote={quote('别的话')}"
        assert signed_in(principal).get(page).context["quote"] == ""

    def test_passage_that_is_not_there_answers_404(self, disclosure, principal, signed_in):
        client = signed_in(principal)
        pages = [url("disclosure-comment", disclosure, place) for place in (0, 3)]
        assert [client.get(page).status_code for page in pages] == [404, 404]

    def test_without_a_word_it_is_asked_for(self, disclosure, principal, signed_in):
        client, page = signed_in(principal), url("disclosure-comment", disclosure, 1)
        assert list(errors(client.post(page, fill(client, page)))) == ["text"]

    def test_is_mended_and_removed(self, disclosure, principal, signed_in):
        comment, client = say(disclosure, principal), signed_in(principal)
        mend, remove = url("comment-mend", comment), url("comment-remove", comment)
        assert client.post(mend, fill(client, mend, text="写明两项")).url == f"{disclosure.get_review_url()}#p2"
        assert PassageComment.objects.get().text == "写明两项"
        assert client.get(remove).context["question"] == "“写明两项”将被删除，起草人不会看到。"
        client.post(remove, fill(client, remove))
        assert PassageComment.objects.count() == 0

    def test_once_sent_it_is_not_there_to_be_changed(self, disclosure, principal, signed_in):
        comment = say(disclosure, principal)
        services.return_disclosure(disclosure, comment="", by=principal, on=TODAY)
        assert signed_in(principal).get(url("comment-mend", comment)).status_code == 404

    def test_return_needs_no_other_words(self, disclosure, principal, signed_in):
        say(disclosure, principal)
        client, page = signed_in(principal), disclosure.get_review_url()
        client.post(page, fill(client, page, decision="return"))
        assert (stored(disclosure).status, stored(disclosure).return_comment) == ("returned", "共1条批注，见正文旁。")


class TestMending:
    @pytest.fixture
    def comment(self, disclosure, principal):
        made = say(disclosure, principal)
        services.return_disclosure(disclosure, comment="", by=principal, on=TODAY)
        return made

    def test_writer_reads_it_beside_the_text_and_ticks_it(self, disclosure, comment, writer, signed_in):
        client, page = signed_in(writer), url("disclosure-mend", disclosure)
        assert client.get(page).context["form"].ticked() == [(comment, False)]
        assert "写明用途" in client.get(disclosure.get_absolute_url()).context["text"]
        response = client.post(page, fill(client, page, done=[comment.pk]), follow=True)
        assert told(response) == ["已保存。核对后提交审批。"]
        assert client.get(page).context["form"].ticked() == [(comment, True)]
        client.post(page, fill(client, page, done=[]))
        assert client.get(page).context["form"].ticked() == [(comment, False)]

    def test_approver_sees_next_time_what_became_of_it(self, disclosure, comment, writer, principal, signed_in):
        services.mend_disclosure(
            disclosure, changes={"done": [comment], "body": "本季度支出120,000.00元，用于维修。"}, by=writer, on=TODAY
        )
        services.submit_disclosure(disclosure, by=writer, on=TODAY)
        context = signed_in(principal).get(disclosure.get_review_url()).context
        assert (context["settled"], context["settled_count"]) == ([comment], 1)
        assert context["mended"].text_changed is True

    def test_round_shows_what_was_read_and_said(self, disclosure, comment, writer, teacher, signed_in):
        services.mend_disclosure(disclosure, changes={"body": "全部重写。"}, by=writer, on=TODAY)
        page = url("disclosure-round", disclosure, 1)
        shown = signed_in(writer).get(page).content.decode()
        assert ("本季度支出" in shown, "写明用途" in shown, "全部重写" in shown) == (True, True, False)
        assert signed_in(teacher).get(page).status_code == 404


class TestPlace:
    @pytest.mark.parametrize(
        ("body", "place"),
        [
            ("甲\n120,000.00元", 2),
            ("120,000.00元\n乙", 1),
            ("甲\n乙\n丙", 2),
            ("甲", 1),
        ],
    )
    def test_is_where_the_words_stand_now(self, body, place):
        comment = PassageCommentFactory(place=2, quote="120,000.00元")
        assert place_now(comment, passages_of(body)) == place
