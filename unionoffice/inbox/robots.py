"""Group robots of WeCom, DingTalk and Feishu: which address is whose, what they are told and what they answer.

Written here instead of by a library: each of them answers 200 also to what it refuses, and says so in the body alone.
"""

import base64
import hashlib
import hmac
import json
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode, urlsplit
from urllib.request import Request, urlopen

from unionoffice.inbox.enums import Provider

HOSTS = {
    "qyapi.weixin.qq.com": Provider.WECOM,
    "oapi.dingtalk.com": Provider.DINGTALK,
    "open.feishu.cn": Provider.FEISHU,
}
TIMEOUT_SECONDS = 10


class RobotSaidNo(Exception):
    """The robot's platform took the message, and refused it; carries what it said."""


def provider_of(url: str) -> Provider | None:
    """Whose robot lives at an address; None where we know none, so that no other machine can be made to be asked."""
    try:
        parts = urlsplit(url)
        known = parts.scheme == "https" and parts.port in (None, 443)
    except ValueError:
        return None
    return HOSTS.get(parts.hostname or "") if known else None


def speak(provider: str, url: str, text: str, *, secret: str, now: float) -> None:
    """Say something in the robot's group. `now` is in seconds since 1970 and signs the message where `secret` is set.

    Raises RobotSaidNo, and OSError where nobody answers.
    """
    payload: dict[str, Any] = {"msgtype": "text", "text": {"content": text}}
    if provider == Provider.FEISHU:
        payload = {"msg_type": "text", "content": {"text": text}}
        if secret:
            stamp = str(int(now))
            payload |= {"timestamp": stamp, "sign": _sign(f"{stamp}\n{secret}", "")}
    elif provider == Provider.DINGTALK and secret:
        stamp = str(int(now * 1000))
        url += "&" + urlencode({"timestamp": stamp, "sign": _sign(secret, f"{stamp}\n{secret}")})
    answer = _post(url, payload)
    if answer.get("errcode", answer.get("code")) != 0:
        raise RobotSaidNo(str(answer.get("errmsg", answer.get("msg", answer))))


def _sign(key: str, message: str) -> str:
    return base64.b64encode(hmac.new(key.encode(), message.encode(), hashlib.sha256).digest()).decode()


def _post(url: str, payload: dict[str, Any]) -> dict[str, Any]:
    body = json.dumps(payload, ensure_ascii=False).encode()
    request = Request(url, data=body, headers={"Content-Type": "application/json; charset=utf-8"})  # noqa: S310 -- `provider_of` lets in https addresses of three hosts
    try:
        with urlopen(request, timeout=TIMEOUT_SECONDS) as response:  # noqa: S310
            answer = json.loads(response.read())
    except HTTPError as error:
        error.close()
        raise RobotSaidNo(f"HTTP {error.code}") from error
    except ValueError as error:
        raise RobotSaidNo("no JSON") from error
    return answer if isinstance(answer, dict) else {}
