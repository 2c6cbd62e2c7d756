"""Filling in forms as a browser does."""

from typing import Any


def fill(client, url: str, **typed: Any) -> dict[str, Any]:
    """What the browser would send: everything that the page's form shows, its one-use key too, and what was typed."""
    form = client.get(url).context["form"]
    shown = {field.html_name: field.value() for field in form}
    return {name: value for name, value in (shown | typed).items() if value is not None}


def errors(response) -> dict[str, list[str]]:
    """The sentences over and in the form; those over it under an empty name."""
    return {name.replace("__all__", ""): list(texts) for name, texts in response.context["form"].errors.items()}


def told(response) -> list[str]:
    """The sentences shown on the page that the browser was led to."""
    return [str(message) for message in response.context["messages"]]
