"""The browser and the demo school of the browser's tests."""

from tests.browser.conftest import browser, demo_school, kept_school

__all__ = ["browser", "demo_school", "kept_school"]
