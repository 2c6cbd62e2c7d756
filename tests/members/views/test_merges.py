"""查重: pairs that look like one person, merging them, and who looks for the record that is gone."""

import re
from datetime import date

import pytest
from django.urls import reverse

from members.models import DistinctPair, Member, MergedMember
from tests.members.factories import AccountFactory, MemberFactory
from tests.members.merging import merge
from tests.members.views.forms import errors, fill, told
from tests.welfare.factories import VisitFactory

pytestmark = pytest.mark.django_db

LIST = reverse("members:duplicate-list")
IDENTITY = {"name": "林芳", "birth_date": date(1985, 3, 12)}


@pytest.fixture
def pair():
    """The record that suggests itself to stay, and the one that was entered later."""
    kept = MemberFactory(employee_no="1001", title="高级教师", phone="13900001001", **IDENTITY)
    return kept, MemberFactory(employee_no="2002", title="", phone="13900002002", ethnicity="回族", **IDENTITY)


def address(kind, kept, dropped):
    return reverse(f"members:member-{kind}", args=[kept.pk, dropped.pk])


def send(client, kept, dropped, **answers):
    """Fill in the page as it is shown and press the button."""
    url = address("merge", kept, dropped)
    return client.post(url, fill(client, url, **answers))


class TestList:
    def test_shows_each_pair_with_what_differs_and_what_agrees(self, pair, secretary, signed_in):
        response = signed_in(secretary).get(LIST)
        (shown,) = response.context["pairs"]
        assert (shown["kept"], shown["dropped"]) == pair
        differing = {str(one.label): (one.kept, one.dropped) for one in shown["differing"]}
        assert differing == {
            "民族": ("", "回族"),
            "职称": ("高级教师", ""),
            "手机号码": ("139****1001", "139****2002"),
        }
        assert {str(one.label): one.kept for one in shown["agreed"]} == {
            "姓名": "林芳",
            "性别": "女",
            "出生日期": "1985-03-12",
            "用工形式": "编制内",
            "来校时间": "2010-09-01",
        }

    def test_says_so_where_there_is_none(self, secretary, signed_in):
        MemberFactory(**IDENTITY | {"name": "孙倩"})
        assert "没有发现重复的档案" in signed_in(secretary).get(LIST).content.decode()

    def test_takes_as_many_queries_for_many_pairs_as_for_one(
        self, pair, secretary, signed_in, django_assert_num_queries
    ):
        client = signed_in(secretary)
        client.get(LIST)
        with django_assert_num_queries(11):
            client.get(LIST)
        for number in range(9):
            MemberFactory.create_batch(2, name=f"王{number}", birth_date=date(1970, 1, 1 + number))
        with django_assert_num_queries(11):
            assert len(client.get(LIST).context["pairs"]) == 10


class TestMergePage:
    def test_presumes_nothing_of_identity_and_takes_what_only_one_says(self, pair, secretary, signed_in):
        form = signed_in(secretary).get(address("merge", *pair)).context["form"]
        assert {field.name: field.initial for field in form.choices} == {
            "employee_no": None,
            "ethnicity": "dropped",
            "title": "kept",
            "phone": "kept",
        }

    def test_names_what_comes_along_and_what_will_happen(self, pair, secretary, signed_in):
        kept, dropped = pair
        VisitFactory.create_batch(2, member=dropped)
        for member in pair:
            AccountFactory(member=member)
        context = signed_in(secretary).get(address("merge", kept, dropped)).context
        assert context["belongings"] == [("慰问", 2)]
        assert context["outlook"][:2] == [
            "合并后的状态是“在职、会员”。",
            "两份档案都有账号：2002的账号停用，角色收回，用它办过的事仍记在它名下。以后用保留的工号登录。",
        ]

    def test_merges_with_the_values_that_were_chosen(self, pair, secretary, signed_in):
        kept, dropped = pair
        response = send(signed_in(secretary), kept, dropped, employee_no="dropped", phone="dropped")
        assert response.headers["Location"] == kept.get_absolute_url()
        kept.refresh_from_db()
        assert (kept.employee_no, kept.phone, kept.title, kept.ethnicity) == (
            "2002",
            "13900002002",
            "高级教师",
            "回族",
        )
        assert not Member.objects.filter(pk=dropped.pk).exists()

    def test_tells_which_number_to_use(self, pair, secretary, signed_in):
        client = signed_in(secretary)
        send(client, *pair, employee_no="kept")
        assert told(client.get("/help/")) == ["已合并为一份档案，工号1001；工号2002停用，旧的网址会转到这里。"]

    def test_number_must_be_chosen(self, pair, secretary, signed_in):
        response = send(signed_in(secretary), *pair)
        assert (response.status_code, errors(response)) == (422, {"employee_no": ["请选择合并后用哪一个。"]})
        assert MergedMember.objects.count() == 0

    def test_acts_once_however_often_it_is_sent(self, pair, secretary, signed_in):
        client, url = signed_in(secretary), address("merge", *pair)
        sent = fill(client, url, employee_no="kept")
        first, second = client.post(url, sent), client.post(url, sent)
        assert (first.status_code, first.headers["Location"]) == (302, second.headers["Location"])
        assert MergedMember.objects.count() == 1

    @pytest.mark.parametrize("versions", ["1-2", "x", ""])
    def test_seen_before_somebody_changed_a_record_is_refused(self, pair, secretary, signed_in, versions):
        response = send(signed_in(secretary), *pair, employee_no="kept", versions=versions)
        assert response.status_code == 422
        assert errors(response) == {"": ["有人刚刚修改过其中一份档案。请回到查重页面，重新核对后再合并。"]}

    def test_what_forbids_it_stands_first_and_there_is_no_button(self, pair, secretary, signed_in):
        for member in pair:
            member.corrections.create(field="title", requested_on=date(2026, 11, 1))
        page = signed_in(secretary).get(address("merge", *pair)).content.decode()
        assert "两份档案都在申请更正“职称”，请先办理其中一份，再合并。" in page
        assert "合并档案</button>" not in page

    def test_secrets_are_masked(self, pair, secretary, signed_in):
        page = signed_in(secretary).get(address("merge", *pair)).content.decode()
        assert re.findall(r"139[\d*]{8}", page) == ["139****1001", "139****2002"]

    def test_second_secretary_is_told_what_the_first_did(self, pair, secretary, signed_in):
        merge(*pair, by=secretary)
        client = signed_in(secretary)
        response = client.get(address("merge", *pair), follow=True)
        assert response.redirect_chain == [(LIST, 302)]
        assert told(response) == ["2002 林芳 的档案已由陈静并入 1001 林芳，不用再合并。"]


class TestDistinct:
    def test_number_larger_than_any_key_leads_back(self, pair, secretary, signed_in):
        url = reverse("members:member-merge", args=[pair[0].pk, 10**30])
        assert signed_in(secretary).get(url).url == LIST

    def test_pair_is_not_shown_again(self, pair, secretary, signed_in):
        client, url = signed_in(secretary), address("distinct", *pair)
        response = client.post(url, fill(client, url))
        assert (response.status_code, response.headers["Location"]) == (302, LIST)
        assert DistinctPair.objects.between(*pair).count() == 1
        assert client.get(LIST).context["pairs"] == []


class TestOldAddress:
    @pytest.fixture
    def merged(self, pair):
        merge(*pair)
        return pair

    @pytest.mark.parametrize("page", ["member-detail", "member-update", "member-change"])
    def test_leads_to_the_same_page_of_the_kept_record(self, merged, secretary, signed_in, page):
        kept, dropped = merged
        response = signed_in(secretary).get(reverse(f"members:{page}", args=[dropped.pk]) + "?a=1")
        assert response.status_code == 302
        assert response.headers["Location"] == reverse(f"members:{page}", args=[kept.pk]) + "?a=1"

    def test_leads_on_through_a_chain_of_merges_at_once(self, merged, secretary, signed_in):
        (kept, dropped), last = merged, MemberFactory()
        merge(last, kept)
        response = signed_in(secretary).get(reverse("members:member-detail", args=[dropped.pk]))
        assert response.headers["Location"] == last.get_absolute_url()

    def test_is_not_there_for_who_may_not_see_the_kept_record(self, merged, teacher, signed_in):
        assert signed_in(teacher).get(reverse("members:member-detail", args=[merged[1].pk])).status_code == 404

    def test_is_not_there_for_what_is_sent_to_it(self, merged, secretary, signed_in):
        response = signed_in(secretary).post(reverse("members:member-update", args=[merged[1].pk]))
        assert response.status_code == 404

    def test_of_a_record_that_never_was_is_not_there(self, merged, secretary, signed_in):
        assert (
            signed_in(secretary).get(reverse("members:member-detail", args=[merged[1].pk + 1000])).status_code == 404
        )


class TestTrace:
    def test_old_number_finds_the_kept_record_from_anywhere(self, pair, secretary, signed_in):
        merge(*pair)
        page = signed_in(secretary).get("/search/", {"q": "2002"}).content.decode()
        assert pair[0].get_absolute_url() in page

    def test_history_of_the_kept_record_tells_of_it(self, pair, secretary, signed_in):
        kept, dropped = pair
        merge(kept, dropped, by=secretary)
        page = signed_in(secretary).get(kept.get_absolute_url()).content.decode()
        assert "与 2002 林芳 的重复档案合并" in page
