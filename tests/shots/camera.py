"""Looking at one page: its pictures, and what is wrong with it."""

from pathlib import Path
from typing import Any

from django.conf import settings
from playwright.sync_api import Browser, Page, Request, Response

from tests.browser.conftest import DESKTOP, PHONE
from tests.shots.sights import Sight

SIZES = {"desktop": DESKTOP, "phone": PHONE}
TALLEST = 8000
AXE = settings.BASE_DIR / "node_modules" / "axe-core" / "axe.min.js"
GRAVE = {"serious", "critical"}
RUN_AXE = 'axe.run(document, {resultTypes: ["violations"], runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]})'


class Camera:
    """Takes every sight on a desktop and on a phone.

    What it notices on the way, script errors and files that didn't come, it keeps for the sight at hand. Scripts
    that the camera brings are run by the browser itself: the pages' own policy against foreign ones stays in force.
    """

    def __init__(self, browser: Browser, office: str, folder: Path) -> None:
        self._browser, self._office, self._folder = browser, office, folder
        self._pages: dict[str, Page] = {}
        self._noticed: list[str] = []
        self._axe = AXE.read_text(encoding="utf-8")
        self._examined: set[str] = set()

    def take(self, sight: Sight) -> tuple[list[str], list[str]]:
        """The pictures' names, and the faults."""
        page = self._page_of(sight)
        self._noticed.clear()
        page.set_viewport_size(DESKTOP)
        answer = page.goto(sight.address, wait_until="load")
        faults = [] if answer and answer.ok else [f"answered {answer.status if answer else 'nothing'}"]
        pictures = []
        for name, size in SIZES.items():
            page.set_viewport_size(size)
            found = [*self._overflow_of(page), *self._axe_finds(page, sight, name)]
            faults += [f"{name}: {fault}" for fault in found]
            pictures.append(self._picture(page, sight, name, size))
        return pictures, faults + list(dict.fromkeys(self._noticed))

    def close(self) -> None:
        """Leave the office before it closes: it would be left with open lines."""
        for page in self._pages.values():
            page.context.close()

    def _page_of(self, sight: Sight) -> Page:
        """One window for each session."""
        if sight.session not in self._pages:
            context = self._browser.new_context(locale="zh-CN", base_url=self._office, reduced_motion="reduce")
            if sight.session:
                context.add_cookies([{"name": "sessionid", "value": sight.session, "url": self._office}])
            page = context.new_page()
            page.on("pageerror", lambda error: self._noticed.append(f"script: {error}"))
            page.on("console", lambda line: line.type == "error" and self._noticed.append(f"console: {line.text}"))
            page.on("requestfailed", self._on_failure)
            page.on("response", self._on_response)
            self._pages[sight.session] = page
        return self._pages[sight.session]

    def _on_failure(self, request: Request) -> None:
        self._noticed.append(f"no answer: {request.url.removeprefix(self._office)} {request.failure}")

    def _on_response(self, response: Response) -> None:
        if response.status >= 400:
            self._noticed.append(f"answered {response.status}: {response.url.removeprefix(self._office)}")

    def _overflow_of(self, page: Page) -> list[str]:
        width = page.evaluate("document.scrollingElement.scrollWidth - innerWidth")
        return [f"scrolls sideways by {width} px"] if width > 0 else []

    def _axe_finds(self, page: Page, sight: Sight, size: str) -> list[str]:
        """What axe calls serious or critical. On the phone, where the same elements stand in another order, it is
        asked once for each page.
        """
        if size == "phone":
            if sight.page in self._examined:
                return []
            self._examined.add(sight.page)
        page.evaluate(f"window.axe || (() => {{ {self._axe} }})()")
        found: list[dict[str, Any]] = page.evaluate(RUN_AXE)["violations"]
        grave = (one for one in found if one["impact"] in GRAVE)
        return [f"axe {one['impact']}, {one['id']}: {one['nodes'][0]['html'][:160]}" for one in grave]

    def _picture(self, page: Page, sight: Sight, name: str, size: dict[str, int]) -> str:
        """The whole page in a window as tall as it, so that what is fixed to an edge stands at that edge."""
        height = page.evaluate("document.scrollingElement.scrollHeight")
        page.set_viewport_size({"width": size["width"], "height": min(max(height, size["height"]), TALLEST)})
        count = len(list(self._folder.iterdir()))
        file = f"{count:04}_{sight.page.replace(':', '.')}_{sight.role}_{name}.png"
        page.screenshot(path=self._folder / file, animations="disabled")
        return file
