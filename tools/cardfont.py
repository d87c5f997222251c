"""Make the fonts of the cards anew, in workreport/cards/fonts: python3 tools/cardfont.py FOLDER

FOLDER has NotoSansCJK-Regular.ttc and NotoSansCJK-Bold.ttc, as the README beside the fonts says.
"""

from __future__ import annotations

import json
import sys
import unicodedata
from hashlib import sha256
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parent.parent
FONTS = ROOT / "workreport/cards/fonts"
FACE = 2
"""The simplified Chinese face of the collection."""
SIGNS = "–—‘’“”•…‰′″‹›€™←↑→↓−≈≠≤≥㎡㎥℃㎜㎝㎞㎎㎏℉"
NEVER = ("HIRAGANA", "KATAKANA", "CYRILLIC", "BOX DRAWINGS", "BOPOMOFO", "LATIN")
"""Of GB 2312: no report prints them, and Latin comes from its own blocks."""


def characters() -> set[str]:
    """Latin, the signs of reports, and GB 2312."""
    found = {*map(chr, range(0x20, 0x7F)), *map(chr, range(0xA0, 0x100)), *SIGNS}
    for row in range(0xA1, 0xF8):
        for cell in range(0xA1, 0xFF):
            one = bytes([row, cell]).decode("gb2312", "ignore")
            if one and not any(word in unicodedata.name(one) for word in NEVER):
                found.add(one)
    return found


def make(source: Path, target: Path, wanted: set[str]) -> set[str]:
    """Write the face of a collection with the characters that it has of those wanted; which these are."""
    options = subset.Options(
        font_number=FACE,
        hinting=False,
        layout_features=["kern"],
        layout_closure=False,
        notdef_outline=True,
        name_IDs=["*"],
        drop_tables=[*subset.Options().drop_tables, "VORG", "vhea", "vmtx", "BASE"],
    )
    options.recalc_timestamp = False
    font = subset.load_font(str(source), options)
    held = {one for one in wanted if ord(one) in font.getBestCmap()}
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[*map(ord, held)])
    subsetter.subset(font)
    subset.save_font(font, str(target), options)
    return held


def widths(held: set[str]) -> dict[str, list[int]]:
    """How wide each character is that is not as wide as an ideograph, in thousandths of an em: regular and bold."""
    faces = [TTFont(FONTS / f"NotoSansSC-{weight}.otf") for weight in ("Regular", "Bold")]
    found = {one: [face["hmtx"][face.getBestCmap()[ord(one)]][0] for face in faces] for one in sorted(held)}
    return {one: wide for one, wide in found.items() if wide != [1000, 1000]}


def main(folder: Path) -> None:
    """Both weights, and the list of the characters that both have."""
    held = characters()
    for weight in ("Regular", "Bold"):
        target = FONTS / f"NotoSansSC-{weight}.otf"
        held = make(folder / f"NotoSansCJK-{weight}.ttc", target, held)
        print(f"{sha256(target.read_bytes()).hexdigest()}  {target.name}  {target.stat().st_size:,}")
    listed = FONTS / "characters.txt"
    listed.write_text("".join(sorted(held)), "utf-8", newline="")
    print(f"{sha256(listed.read_bytes()).hexdigest()}  {listed.name}  {len(held):,} characters")
    table = FONTS / "widths.json"
    table.write_text(json.dumps(widths(held), ensure_ascii=False) + "\n", "utf-8", newline="")
    print(f"{sha256(table.read_bytes()).hexdigest()}  {table.name}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
