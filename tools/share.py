"""Draw assets/share.png, the picture for share cards, 300 pixels square, from assets/mark.svg: python3 tools/share.py"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from workreport import interpreter  # noqa: E402 - the checkout is not installed

if __name__ == "__main__":
    interpreter.enter("playwright", "requirements-dev.txt")

from playwright.sync_api import Browser, sync_playwright  # noqa: E402

from tests.browser.conftest import ARGUMENTS, chromium  # noqa: E402

SIZE = 300


def share(browser: Browser) -> bytes:
    """The mark as a PNG, on its own colour up to the edge: what shows it may round the corners itself."""
    mark = (ROOT / "assets/mark.svg").read_text(encoding="utf-8").replace(' rx="5"', "")
    mark = mark.replace('width="32" height="32">', f'width="{SIZE}" height="{SIZE}" style="display:block">', 1)
    page = browser.new_page(viewport={"width": SIZE, "height": SIZE})
    page.set_content(f"<body style='margin:0'>{mark}</body>")
    picture = page.screenshot()
    page.close()
    return picture


def main() -> int:
    """Write the picture."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(ARGUMENTS))
        (ROOT / "assets/share.png").write_bytes(share(browser))
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
