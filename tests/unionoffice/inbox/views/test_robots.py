"""Pages of the robots: adding, trying, switching off."""

import pytest

from tests.unionoffice.inbox.factories import RobotFactory
from unionoffice.inbox import OutboxMessage, Robot

HOOK = "https://oapi.dingtalk.com/robot/send?access_token=t1"


@pytest.fixture
def page(secretary, signed_in):
    return signed_in(secretary)


def send(page, path, **fields):
    key = page.get(path).context["form"]["form_key"].value()
    return page.post(path, {"form_key": key, **fields})


def test_robot_is_added(page):
    response = send(page, "/inbox/robots/add/", name="教职工群", url=HOOK, secret="")
    robot = Robot.objects.get()
    assert response.url == f"/inbox/robots/{robot.pk}/"
    assert (robot.name, robot.url, robot.get_provider_display()) == ("教职工群", HOOK, "钉钉")


@pytest.mark.parametrize(
    ("url", "errors"),
    [
        ("", {"url": ["这一项必须填写。"]}),
        (
            "https://intranet.example/",
            {
                "__all__": [
                    "这不是企业微信、钉钉或飞书群机器人的地址。请在群设置的机器人页面复制完整地址，以 https 开头。"
                ]
            },
        ),
    ],
)
def test_robot_without_an_address_that_we_know_is_not_added(url, errors, page):
    response = send(page, "/inbox/robots/add/", name="教职工群", url=url, secret="")
    assert response.status_code == 422
    assert not Robot.objects.exists()
    assert response.context["form"].errors == errors


def test_address_is_not_shown_again(page):
    robot = RobotFactory(url=HOOK, secret="SEC1")
    text = page.get(robot.get_absolute_url()).text + page.get("/inbox/robots/").text
    assert "access_token" not in text
    assert "SEC1" not in text


def test_page_offers_what_can_be_done(page):
    def offered(robot):
        return [action.label for action in page.get(robot.get_absolute_url()).context["actions"]]

    assert offered(RobotFactory()) == ["发送测试消息", "停用"]
    assert offered(RobotFactory(is_active=False)) == ["启用"]


def test_robot_is_switched_off_and_on(page):
    robot = RobotFactory()
    send(page, f"/inbox/robots/{robot.pk}/off/")
    assert Robot.objects.get().is_active is False
    send(page, f"/inbox/robots/{robot.pk}/on/")
    assert Robot.objects.get().is_active is True


def test_test_leads_to_its_message(page):
    robot = RobotFactory()
    response = send(page, f"/inbox/robots/{robot.pk}/test/")
    assert response.url == OutboxMessage.objects.get().get_absolute_url()


@pytest.mark.parametrize("count", [3, 9])
def test_queries_do_not_grow_with_the_robots(count, page, django_assert_num_queries):
    RobotFactory.create_batch(count)
    page.get("/inbox/robots/")
    with django_assert_num_queries(9):
        assert len(page.get("/inbox/robots/").context["rows"]) == count
