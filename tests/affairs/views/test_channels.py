"""Pages of the channels and of the paper copies that hang there."""

import pytest

from affairs.enums import DisclosureStatus
from affairs.models import Channel, Posting
from tests.affairs.catalogue import ChannelFactory, PostingFactory
from tests.affairs.factories import PostedFactory
from tests.conftest import TODAY
from tests.unionoffice.attachments.files import photo, upload
from unionoffice.attachments import attach, attachments_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

DAY = TODAY.isoformat()


@pytest.fixture
def board(teacher):
    """Kept by a teacher who holds no office."""
    return ChannelFactory(name="大厅公开栏", keeper=teacher.member)


def sent(client, url, **fields):
    form = client.get(url).context["form"]
    hidden = {field.html_name: field.value() for field in form.hidden_fields()}
    return client.post(url, {**hidden, **fields})


class TestChannels:
    def test_is_added_and_leads_to_its_page(self, secretary, signed_in):
        answer = sent(
            signed_in(secretary),
            "/affairs/channels/add/",
            kind="board",
            name="会计室公开栏",
            place="会计室",
            timing="anytime",
        )
        made = Channel.objects.get()
        assert (answer.url, made.place, made.get_timing_display()) == (made.get_absolute_url(), "会计室", "随时公开")

    def test_that_ends_before_it_begins_is_refused(self, secretary, signed_in):
        told = {"kind": "board", "name": "旧栏", "timing": "long", "from_on": DAY, "to_on": "2026-11-21"}
        answer = sent(signed_in(secretary), "/affairs/channels/add/", **told)
        assert answer.context["form"].errors == {"to_on": ["停用日期不能早于启用日期。"]}

    def test_list_tells_how_much_hangs_in_a_constant_number_of_queries(
        self, secretary, signed_in, board, django_assert_num_queries
    ):
        client = signed_in(secretary)
        PostingFactory(channel=board)
        client.get("/affairs/channels/")
        with django_assert_num_queries(9):
            page = client.get("/affairs/channels/")
        assert [cell.text for cell in page.context["rows"][0].cells][:6] == [
            "大厅公开栏", "公开栏", "办公大楼大厅", "韩梅", "随时公开", "1",
        ]  # fmt: skip
        for _more in range(3):
            PostingFactory(channel__keeper=board.keeper)
        with django_assert_num_queries(9):
            client.get("/affairs/channels/")

    def test_keeper_sees_all_that_hangs_there_others_what_they_may_read(self, teacher, delegate, signed_in, board):
        PostingFactory(channel=board, disclosure__title="贴着的")
        PostingFactory(channel=board, disclosure__title="该取下的", disclosure__status=DisclosureStatus.TAKEN_DOWN)
        shown = {
            account.name: {
                posting.disclosure.title
                for posting in signed_in(account).get(board.get_absolute_url()).context["hanging"]
            }
            for account in (teacher, delegate)
        }
        assert shown == {teacher.name: {"贴着的", "该取下的"}, delegate.name: {"贴着的"}}


class TestRenew:
    def test_what_should_come_down_is_ticked_already(self, teacher, signed_in, board):
        PostingFactory(channel=board)
        stale = PostingFactory(channel=board, disclosure__status=DisclosureStatus.CORRECTED)
        form = signed_in(teacher).get(f"/affairs/channels/{board.pk}/renew/").context["form"]
        assert form.initial["down"] == [stale.pk]

    def test_keeper_changes_the_board_with_a_photo(self, teacher, signed_in, board):
        old, new = PostingFactory(channel=board), PostedFactory(title="新的")
        url = f"/affairs/channels/{board.pk}/renew/"
        answer = sent(signed_in(teacher), url, down=[old.pk], up=[new.pk], day=DAY, photo=upload(photo(), "栏.jpg"))
        assert answer.url == board.get_absolute_url()
        assert [posting.disclosure for posting in board.postings.hanging()] == [new]
        assert attachments_of(board).count() == 1

    def test_nothing_ticked_is_told(self, teacher, signed_in, board):
        answer = sent(signed_in(teacher), f"/affairs/channels/{board.pk}/renew/", day=DAY)
        assert answer.context["form"].non_field_errors() == ["请勾选取下的或贴上的，至少一项。"]

    def test_copy_of_another_channel_is_no_choice(self, teacher, signed_in, board):
        other = PostingFactory()
        answer = sent(signed_in(teacher), f"/affairs/channels/{board.pk}/renew/", down=[other.pk], day=DAY)
        assert list(answer.context["form"].errors) == ["down"]

    def test_only_who_tends_the_channel_may(self, delegate, signed_in, board):
        assert signed_in(delegate).get(f"/affairs/channels/{board.pk}/renew/").status_code == 403


class TestPostings:
    def test_is_added_from_the_disclosure(self, secretary, signed_in, board):
        disclosure = PostedFactory()
        url = f"/affairs/disclosures/{disclosure.pk}/post/"
        answer = sent(signed_in(secretary), url, channel=board.pk, up_on=DAY, photo=upload(photo(), "贴.jpg"))
        posting = Posting.objects.get()
        assert (answer.url, attachments_of(posting).count()) == (posting.get_absolute_url(), 1)

    def test_page_of_the_disclosure_tells_where_it_hangs(self, secretary, teacher, delegate, signed_in, board):
        posting = PostingFactory(channel=board)
        url = posting.disclosure.get_absolute_url()
        told = {
            account.name: (account_page.context["postings"], account_page.context["may_post"])
            for account, account_page in ((one, signed_in(one).get(url)) for one in (secretary, teacher, delegate))
        }
        assert told == {
            secretary.name: ([posting], True),
            teacher.name: ([posting], False),
            delegate.name: ([], False),
        }

    def test_keeper_takes_it_down(self, teacher, signed_in, board):
        posting = PostingFactory(channel=board)
        answer = sent(signed_in(teacher), f"/affairs/postings/{posting.pk}/take-down/", down_on=DAY)
        assert (answer.url, Posting.objects.get().down_on) == (posting.get_absolute_url(), TODAY)

    def test_corrected_one_leads_to_changing_it_for_the_new(self, teacher, signed_in, board):
        posting = PostingFactory(channel=board, disclosure__status=DisclosureStatus.CORRECTED)
        page = signed_in(teacher).get(posting.get_absolute_url())
        assert [action.label for action in page.context["actions"]] == ["换上更正后的", "取下"]
        assert page.context["badge"].text == "应取下"

    def test_of_another_channel_is_not_there(self, teacher, signed_in):
        posting = PostingFactory()
        client = signed_in(teacher)
        assert client.get(posting.get_absolute_url()).status_code == 404
        assert client.get("/affairs/postings/").context["rows"] == []

    @pytest.mark.parametrize(("state", "titles"), [("yes", ["甲", "乙"]), ("stale", ["乙"]), ("no", ["丙"])])
    def test_list_is_narrowed_by_what_became_of_it(self, secretary, signed_in, state, titles):
        PostingFactory(disclosure__title="甲")
        PostingFactory(disclosure__title="乙", disclosure__status=DisclosureStatus.TAKEN_DOWN)
        PostingFactory(disclosure__title="丙", down_on=TODAY)
        rows = signed_in(secretary).get(f"/affairs/postings/?hangs={state}").context["rows"]
        assert sorted(row.cells[0].text for row in rows) == sorted(titles)


def test_photos_of_a_place_are_shown_on_its_page(teacher, signed_in, board):
    client = signed_in(teacher)
    assert "copy-photos" not in client.get(board.get_absolute_url()).content.decode()
    file = attach(board, upload(photo(), "现场.jpg"), by=teacher)
    assert f'<img src="{file.get_absolute_url()}"' in client.get(board.get_absolute_url()).content.decode()
