import pytest

from members.accounts.devices import device_of

DESKTOP, PHONE, TABLET = "device-desktop", "device-mobile", "device-tablet"


@pytest.mark.parametrize(
    ("agent", "words", "icon"),
    [
        ("(Windows NT 10.0; Win64; x64) AppleWebKit Chrome/126.0 Safari/537.36", "电脑 · 谷歌浏览器", DESKTOP),
        ("(Windows NT 10.0) AppleWebKit Chrome/126.0 Safari/537.36 Edg/126.0", "电脑 · 微软浏览器", DESKTOP),
        ("(X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0", "电脑 · 火狐浏览器", DESKTOP),
        ("(Macintosh; Intel Mac OS X 14_5) AppleWebKit Version/17.5 Safari/605", "电脑 · 苹果浏览器", DESKTOP),
        ("(iPhone; CPU iPhone OS 17_5) AppleWebKit Mobile/15E148 MicroMessenger/8.0", "手机 · 微信", PHONE),
        ("(Linux; Android 14) Chrome/116 Mobile wxwork/4.1 MicroMessenger/7.0", "手机 · 企业微信", PHONE),
        ("(Linux; Android 12; HarmonyOS) HuaweiBrowser/14.0 Mobile Safari", "手机 · 华为浏览器", PHONE),
        ("(iPad; CPU OS 17_5 like Mac OS X) AppleWebKit Mobile/15E148 Safari/604.1", "平板 · 苹果浏览器", TABLET),
        ("", "电脑 · 其他浏览器", DESKTOP),
    ],
)
def test_browser_is_told_in_words(agent, words, icon):
    device = device_of(f"Mozilla/5.0 {agent}" if agent else "")
    assert (str(device), device.icon) == (words, icon)
