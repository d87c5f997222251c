"""A picture of the fullest and the emptiest page of each type, narrow and wide, in both languages, light, dark and large type: make screenshots

Into screenshots/, which is not committed: to be looked at before a change of design is called done.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from workreport import interpreter  # noqa: E402 - the checkout is not installed

if __name__ == "__main__":
    interpreter.enter("playwright", "requirements-dev.txt")

from playwright.sync_api import sync_playwright  # noqa: E402

from tests.browser.conftest import ARGUMENTS, chromium  # noqa: E402
from tests.browser.specimens import specimens_of  # noqa: E402
from workreport.build import build  # noqa: E402
from workreport.options import Options  # noqa: E402

OUTPUT = ROOT / "screenshots"
MODES = {
    "360": {"width": 360, "height": 740},
    "1280": {"width": 1280, "height": 900},
    "360-dark": {"width": 360, "height": 740},
    "360-large": {"width": 360, "height": 740},
}


def main() -> int:
    """Build, open every page in every mode, keep a picture of each."""
    program = chromium()
    if program is None:
        print("Chromium is not installed; ./tools/setup-tests installs it", file=sys.stderr)
        return 2
    shutil.rmtree(OUTPUT, ignore_errors=True)
    OUTPUT.mkdir()
    count = 0
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        site = Path(temporary) / "site"
        build(
            Options(
                content=ROOT / "content",
                output=site,
                templates=ROOT / "templates",
                assets=ROOT / "assets",
                store=str(ROOT / ".cache"),
            )
        )
        browser = playwright.chromium.launch(executable_path=program, args=list(ARGUMENTS))
        for mode, size in MODES.items():
            scheme = "dark" if mode.endswith("dark") else "light"
            context = browser.new_context(viewport=size, color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
            page = context.new_page()
            page.goto((site / "index.html").as_uri())
            if mode.endswith("large"):
                page.locator(".menu summary").click()
                page.locator("#tool-elder").click()
            for specimen in specimens_of(site):
                page.goto((site / specimen.path).as_uri())
                page.screenshot(path=OUTPUT / f"{specimen.name}-{mode}.png", full_page=not specimen.long)
                count += 1
            context.close()
        browser.close()
    print(f"{count} pictures in {OUTPUT}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
