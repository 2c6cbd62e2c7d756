"""Group robots: whose address is whose, what they are told, and that a polite no isn't taken for a yes."""

import base64
import hashlib
import hmac
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.unionoffice.inbox.servers import closed_port, platform
from unionoffice.inbox.enums import Provider
from unionoffice.inbox.robots import RobotSaidNo, provider_of, speak

NOW = 1_795_312_800.5
TEXT = "本周五下午四点教职工趣味运动会\nhttp://office.example/activities/1/"


@pytest.mark.parametrize(
    ("url", "provider"),
    [
        ("https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=1", Provider.WECOM),
        ("https://oapi.dingtalk.com/robot/send?access_token=1", Provider.DINGTALK),
        ("https://open.feishu.cn/open-apis/bot/v2/hook/1", Provider.FEISHU),
        ("https://OPEN.feishu.cn:443/open-apis/bot/v2/hook/1", Provider.FEISHU),
        ("http://open.feishu.cn/open-apis/bot/v2/hook/1", None),
        ("https://open.feishu.cn:8443/hook", None),
        ("https://open.feishu.cn:port/hook", None),
        ("https://open.feishu.cn.example/hook", None),
        ("https://open.feishu.cn@10.0.0.1/hook", None),
        ("https://127.0.0.1/robot/send", None),
        ("file:///etc/passwd", None),
        ("https://[::1", None),
        ("", None),
    ],
)
def test_provider_is_known_by_the_whole_host_over_https_only(url, provider):
    assert provider_of(url) == provider


@pytest.mark.parametrize("provider", [Provider.WECOM, Provider.DINGTALK])
def test_text_is_told_as_wecom_and_dingtalk_want_it(provider):
    with platform(answer={"errcode": 0, "errmsg": "ok"}) as server:
        speak(provider, server.url, TEXT, secret="", now=NOW)
    assert server.told == [("/send?key=k1", {"msgtype": "text", "text": {"content": TEXT}})]


def test_text_is_told_as_feishu_wants_it():
    with platform(answer={"code": 0, "msg": "success"}) as server:
        speak(Provider.FEISHU, server.url, TEXT, secret="", now=NOW)
    assert server.told == [("/send?key=k1", {"msg_type": "text", "content": {"text": TEXT}})]


def test_dingtalk_is_signed_over_milliseconds_in_the_address():
    with platform(answer={"errcode": 0}) as server:
        speak(Provider.DINGTALK, server.url, TEXT, secret="SEC1", now=NOW)
    expected = hmac.new(b"SEC1", b"1795312800500\nSEC1", hashlib.sha256).digest()
    ((path, _payload),) = server.told
    assert parse_qs(urlsplit(path).query) == {
        "key": ["k1"],
        "timestamp": ["1795312800500"],
        "sign": [base64.b64encode(expected).decode()],
    }


def test_feishu_is_signed_over_seconds_in_the_message():
    with platform(answer={"code": 0}) as server:
        speak(Provider.FEISHU, server.url, TEXT, secret="SEC1", now=NOW)
    expected = hmac.new(b"1795312800\nSEC1", b"", hashlib.sha256).digest()
    ((_path, payload),) = server.told
    assert (payload["timestamp"], payload["sign"]) == ("1795312800", base64.b64encode(expected).decode())


@pytest.mark.parametrize(
    ("status", "answer", "said"),
    [
        (200, {"errcode": 93000, "errmsg": "invalid webhook url"}, "invalid webhook url"),
        (200, {"code": 19024, "msg": "Key Words Not Found"}, "Key Words Not Found"),
        (200, {"fine": True}, "{'fine': True}"),
        (200, ["fine"], "{}"),
        (200, b"<html>", "no JSON"),
        (403, {}, "HTTP 403"),
    ],
)
def test_no_is_heard_however_it_is_said(status, answer, said):
    with platform(status=status, answer=answer) as server, pytest.raises(RobotSaidNo) as no:
        speak(Provider.WECOM, server.url, TEXT, secret="", now=NOW)
    assert str(no.value) == said


def test_nobody_at_home_is_an_error_of_the_network():
    with pytest.raises(OSError, match="refused"):
        speak(Provider.WECOM, f"http://127.0.0.1:{closed_port()}/send", TEXT, secret="", now=NOW)
