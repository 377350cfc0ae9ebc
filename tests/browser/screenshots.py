"""Pictures of what the browser tests saw."""

from playwright.sync_api import Error, Page

from helpers import paths


def keep(page: Page, name: str) -> None:
    """Keep a picture of the page under build/screenshots."""
    folder = paths.BUILD / "screenshots"
    folder.mkdir(parents=True, exist_ok=True)
    try:
        page.screenshot(path=folder / f"{name}.png")
    except Error as error:
        print(f"no picture of {name}: {error}")
