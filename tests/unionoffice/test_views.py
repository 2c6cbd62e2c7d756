"""Search, help, the sign of life, and the pages that say what went wrong."""

import re

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.test import Client, RequestFactory
from django.urls import path, reverse

from tests.conftest import TODAY, make_actor
from tests.finance.factories import EntryFactory
from tests.members.factories import GroupPlaceFactory, MemberFactory, UnionGroupFactory
from tests.welfare.factories import VisitFactory
from unionoffice import urls, views
from unionoffice.areas import areas
from unionoffice.roles import Role

LATIN_WORD = re.compile(r"[A-Za-z]{2,}")


def breaks(_request):
    raise ZeroDivisionError("a secret of the inside")


def suspicious(_request):
    raise SuspiciousOperation("a secret of the inside")


def forbidden(_request):
    raise PermissionDenied


urlpatterns = [
    *urls.urlpatterns,
    path("breaks/", breaks),
    path("suspicious/", suspicious),
    path("forbidden/", forbidden),
]
handler400, handler403, handler404 = urls.handler400, urls.handler403, urls.handler404
handler429, handler500 = urls.handler429, urls.handler500


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(TODAY, tick=False):
        yield


def hits(client, query):
    """What a search finds: the titles for each area, by the area's key."""
    keys = {str(area.label): area.key for area in areas()}
    groups = client.get(reverse("search"), {"q": query}).context["groups"]
    return {keys[str(group["label"])]: [hit.title for hit in group["hits"]] for group in groups}


def words(response):
    """The text of a page's middle, without markup."""
    page = response.content.decode()
    middle = page[page.index("<main") : page.index("</main>")]
    return " ".join(re.sub(r"<svg.*?</svg>|<[^>]+>", " ", middle, flags=re.DOTALL).split())


class TestSearch:
    @pytest.mark.parametrize("query", ["林芳", "linfang", "lf", "LF", " 林芳 ", "T0042"])
    def test_finds_a_person_by_name_pinyin_initials_and_number(self, signed_in, secretary, query):
        MemberFactory(name="林芳", employee_no="T0042")
        assert hits(signed_in(secretary), query) == {"members": ["林芳"]}

    def test_finds_records_of_every_area(self, signed_in, chair):
        visit = VisitFactory(number="2025-901", member__name="林芳")
        EntryFactory(purpose="慰问支出（2025-901）")
        found = hits(signed_in(chair), "2025-901")
        assert found == {"finance": ["慰问支出（2025-901）"], "welfare": [str(visit)]}

    def test_shows_a_teacher_nobody_else(self, signed_in, teacher):
        MemberFactory(name="韩雪")
        assert hits(signed_in(teacher), "韩") == {"members": ["韩梅"]}

    def test_shows_a_group_leader_the_group(self, signed_in, teacher):
        group = UnionGroupFactory(leader=teacher.member)
        GroupPlaceFactory(group=group, member__name="林一")
        GroupPlaceFactory(member__name="林二")
        assert hits(signed_in(teacher), "林") == {"members": ["林一"]}

    def test_shows_visits_only_to_those_who_may_see_them(self, signed_in, treasurer):
        VisitFactory(number="2025-901")
        assert hits(signed_in(treasurer), "2025-901") == {}

    def test_shows_the_ledger_only_to_those_who_work_with_it(self, signed_in, teacher):
        EntryFactory(purpose="购买会议用品")
        assert hits(signed_in(teacher), "会议") == {}

    def test_says_what_to_try_when_nothing_is_found(self, signed_in, chair):
        page = signed_in(chair).get(reverse("search"), {"q": "查无此人"})
        assert "没有找到“查无此人”。请换一个词，或只输入姓名的拼音首字母。" in words(page)

    @pytest.mark.parametrize("query", ["", "   ", "\0", "\0 "])
    def test_asked_for_nothing_looks_for_nothing(self, signed_in, chair, query):
        MemberFactory()
        assert hits(signed_in(chair), query) == {}

    @pytest.mark.parametrize(
        "query", ["<script>alert(1)</script>", "%", "_", "' OR 1=1 --", "\\", "林" * 3000, "a\0b"]
    )
    def test_takes_any_text_as_text(self, signed_in, chair, query):
        page = signed_in(chair).get(reverse("search"), {"q": query})
        assert page.context["groups"] == []
        assert "<script>alert" not in page.content.decode()


def test_sign_of_life_needs_no_database(client):
    response = client.get(reverse("health"))
    assert (response.status_code, response.content, response["Content-Type"]) == (200, b"ok", "text/plain")


@pytest.mark.urls(__name__)
class TestErrorPage:
    ADVICE = {
        "/suspicious/": (400, "这个请求无法处理 请返回上一页，刷新后重新操作。"),
        "/reports/summary/": (403, "您没有权限查看这一页 如果工作需要，请联系工会秘书为您开通。"),
        "/nothing/": (404, "没有找到这一页 地址可能已变动，或者记录不对您开放。请从栏目重新进入。"),
        "/members/999999/": (404, "没有找到这一页 地址可能已变动，或者记录不对您开放。请从栏目重新进入。"),
    }

    @pytest.mark.parametrize("url", ADVICE)
    def test_says_in_chinese_what_is_wrong_and_what_to_do(self, signed_in, teacher, url):
        response = signed_in(teacher).get(url)
        status, sentence = self.ADVICE[url]
        assert (response.status_code, words(response)) == (status, f"{sentence} 回到工作台")

    @pytest.mark.django_db
    @pytest.mark.parametrize("role", Role)
    @pytest.mark.parametrize(("url", "status"), [("/forbidden/", 403), ("/nothing/", 404)])
    def test_stands_between_the_doors_that_each_role_may_open(self, signed_in, role, url, status):
        client = signed_in(make_actor(role, "韩梅"))
        page = client.get(url)
        doors = [door["url"] for corridor in page.context["navigation"] for door in corridor["doors"]]
        assert (page.status_code, len(doors) > 0) == (status, True)
        assert [door for door in doors if f'href="{door}"' not in page.content.decode()] == []

    @pytest.mark.django_db
    def test_leads_a_stranger_to_the_sign_in(self, client):
        response = client.get("/nothing/")
        assert response.status_code == 404
        assert words(response).endswith("请从栏目重新进入。 登录")

    @pytest.mark.django_db
    def test_for_an_unknown_host_is_a_page_of_ours(self, client):
        response = client.get("/", headers={"Host": "evil.example"})
        assert response.status_code == 400
        assert "这个请求无法处理" in words(response)

    def test_of_our_own_fault_tells_no_secret(self, signed_in, teacher):
        client = signed_in(teacher)
        client.raise_request_exception = False
        response = client.get("/breaks/")
        assert response.status_code == 500
        assert words(response).startswith("这一页暂时打不开 办公室的程序出了差错")
        assert [
            word for word in ("Traceback", "ZeroDivisionError", "secret", "views.py") if word in str(response.content)
        ] == []

    def test_of_our_own_fault_needs_no_database(self):
        assert views.failed(RequestFactory().get("/")).status_code == 500

    def test_of_a_form_without_its_token_says_how_to_save_the_text(self, secretary):
        client = Client(enforce_csrf_checks=True)
        client.force_login(secretary)
        response = client.post("/finance/entries/draft/", {"purpose": "购买会议用品"})
        assert response.status_code == 403
        assert words(response) == "页面停留时间过长 请返回上一页，先复制填写的文字，刷新后再提交。 回到工作台"

    @pytest.mark.django_db
    def test_of_the_limit_says_when_to_try_again(self):
        request = RequestFactory().get("/")
        response = views.too_many(request)
        assert response.status_code == 429
        assert "操作太频繁 为了账号安全，请过几分钟再试。" in words(response)

    @pytest.mark.parametrize("url", ["/suspicious/", "/reports/summary/", "/nothing/", "/breaks/"])
    def test_has_no_english_word(self, signed_in, teacher, url):
        client = signed_in(teacher)
        client.raise_request_exception = False
        assert LATIN_WORD.findall(words(client.get(url))) == []
