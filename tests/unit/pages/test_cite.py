"""Citations: exactly what somebody copies."""

from __future__ import annotations

import re
from hashlib import sha256
from html import unescape
from pathlib import Path

import pytest

from tests import mini
from tests.unit.published import ADDRESS, content
from workreport.build import build
from workreport.pages.cite import TODAY
from workreport.pages.cite.bibtex import escape as tex
from workreport.pages.cite.wiki import escape as wiki


def blocks(page: Path, summary: str) -> list[dict[str, str]]:
    """The citations under each heading of a page, by style; the place of the date of access reads [TODAY]."""
    made = []
    for part in page.read_text("utf-8").split('<details class="share"')[1:]:
        part = part.partition("</details>")[0]
        if f"<summary>{summary}</summary>" in part:
            part = re.sub(r'<span class="today"[^>]*>[^<]*</span>', "[TODAY]", part)
            found = re.findall(
                r'<p class="label">(.*?)</p>\n<pre class="copyable" tabindex="0">(.*?)</pre>', part, re.DOTALL
            )
            made.append({style: unescape(text) for style, text in found})
    return made


def version(record: Path) -> str:
    """What anybody can find: the release, and the digest of the item's JSON file."""
    return f"1.1+{sha256(record.read_bytes()).hexdigest()[:8]}"


def test_the_standard_is_the_publishers_and_the_notice_has_the_number(tmp_path: Path) -> None:
    """A newer edition may print a reference otherwise; the document that has the number is the covering notice."""
    folder = content(tmp_path / "content")
    with (folder / "site.yaml").open("a", encoding="utf-8") as file:
        file.write(
            "reference:\n  name: GB/T 7714—2099\n"
            '  form: "{issuer}: {title} [A/OL] ({number}; {issued}) [{accessed}] <{address}>"\n'
        )
    report = folder / "source/2023.report.yaml"
    notice = "notice: {zh: 本报告为测试而虚构, en: The report is made up for tests}\ndocument_number"
    report.write_text(report.read_text("utf-8").replace("document_number", notice), "utf-8")
    options = mini.options(folder, tmp_path / "site", charts=False)
    build(options)
    (cited,) = blocks(tmp_path / "site/2022/metrics/parks.html", "引用本条")
    page = f"{ADDRESS}/2022/metrics/parks.html"
    start = "样例区人民政府: 本报告为测试而虚构 [A/OL] (样例政发〔2023〕1号; 2023-01-09) [[TODAY]]"
    assert cited["GB/T 7714—2099"].startswith(f"{start} <{page}>\n“新建公园5个”")
    site = folder / "site.yaml"
    site.write_text(site.read_text("utf-8").replace("  base_url: https://www.example.org/zt/report/\n", ""), "utf-8")
    build(options)
    (cited,) = blocks(tmp_path / "site/2022/metrics/parks.html", "引用本条")
    assert cited["GB/T 7714—2099"].startswith(f"{start}\n“新建公园5个”")


def test_a_metric_in_chinese(site: Path) -> None:
    (cited,) = blocks(site / "2022/metrics/new-jobs.html", "引用本条")
    quote, number = "“新增就业 1.65 万人”（第3段）", "样例政发〔2023〕1号"
    url, own = (
        f"{ADDRESS}/2022/metrics/new-jobs.html",
        f"短编号2022-M003，样例区报告对照（虚构），本条版本{version(site / '2022/metrics/new-jobs.json')}（2026-12-20发布）。",
    )
    issuer, title = _meta(site)
    assert cited["GB/T 7714—2015"] == f"{issuer}. {title}: {number}[A/OL]. (2023-01-09)[[TODAY]]. {url}.\n{quote} {own}"
    assert cited["文字"] == f"{quote}。{issuer}《{title}》（{number}，2023年1月9日）。{own[:-1]}，{url}，[TODAY]访问。"
    assert cited["APA"] == (
        f"{issuer}. (2023, January 9). {title} ({number}). 样例区报告对照（虚构）. Retrieved [TODAY], from {url}\n{quote} {own}"
    )
    assert cited["维基"] == (
        f"{{{{cite web |url={url} |title=新增就业 |author={issuer} |date=2023-01-09 |website=样例区报告对照（虚构） "
        f"|type={number} |language=zh |at=第3段 |id={own[:-1]} |access-date=[TODAY] |quote=新增就业 1.65 万人}}}}"
    )
    assert cited["BibTeX"] == (
        "@techreport{report-2022-m003,\n"
        f"  author = {{{{{issuer}}}}},\n  title = {{{{{title}}}}},\n  institution = {{{issuer}}},\n  type = {{政府文件}},\n  number = {{{number}}},\n"
        f"  year = {{2023}},\n  month = jan,\n  url = {{{url}}},\n  urldate = {{[TODAY]}},\n  note = {{{quote} {own}}},\n}}"
    )


def _meta(site: Path) -> tuple[str, str]:
    import yaml

    from tests.mini import CONTENT

    meta = yaml.safe_load((CONTENT / "source/2023.report.yaml").read_text("utf-8"))
    return meta["issuer"]["zh"], meta["title"]["zh"]


def test_a_comparison_has_both_sentences_and_what_may_be_said(site: Path) -> None:
    whole, *_ = blocks(site / "en/2023/commitments/new-jobs.html", "Cite this")
    (own, *_) = blocks(site / "en/2023/commitments/new-jobs.html", "Cite this comparison")
    assert set(own) == set(whole) == {"GB/T 7714—2015", "APA", "Plain text", "Wiki", "BibTeX"}
    for text in own.values():
        assert f"{ADDRESS}/en/2023/commitments/new-jobs.html#new-jobs" in text
        assert "2023-C" in text
    for style in set(own) - {"Wiki"}:
        assert own[style].count("unofficial translation of the sentence: ") == 2, (
            "the goal's sentence and the outcome's"
        )
    assert own["Plain text"].startswith("New jobs, 2022: 16,500. 2023 goal: at least 16,500, the same as in 2022. “"), (
        own["Plain text"]
    )
    assert "not reported" not in own["Plain text"]


def test_without_an_address_the_page_says_what_to_set(draft: Path) -> None:
    page = draft / "2022/metrics/new-jobs.html"
    (cited,) = blocks(page, "引用本条")
    assert "host.base_url" in page.read_text("utf-8")
    for text in cited.values():
        assert "http" not in text
        assert "草稿" in text
    assert "iframe" not in (draft / "2023/commitments/new-jobs.html").read_text("utf-8")


def test_what_would_be_a_command_is_escaped() -> None:
    assert tex(r"50% & {a}_b $1 #2 \x ~ ^") == (
        r"50\% \& \textbraceleft{}a\textbraceright{}\_b \$1 \#2 \textbackslash{}x \textasciitilde{} \textasciicircum{}"
    )
    assert wiki("a|b}}c[[d]]=<e>\nf") == "a&#124;b&#125;&#125;c&#91;&#91;d&#93;&#93;&#61;&#60;e&#62; f"
    assert TODAY == "\x01"


def test_the_date_of_access_is_left_to_the_reader(site: Path) -> None:
    text = (site / "2022/metrics/new-jobs.html").read_text("utf-8")
    assert TODAY not in text
    assert text.count('<span class="today">引用日期</span>') == 4
    assert text.count('<span class="today" data-form="words">引用日期</span>') == 1, "APA"


@pytest.mark.parametrize("lang", ["", "en/"])
def test_no_two_entries_of_a_bibliography_share_a_key(site: Path, lang: str) -> None:
    """BibTeX refuses a second entry with the key of another."""
    keys = [
        key
        for page in (site / lang).glob("2*/*/*.html")
        for key in re.findall(r"@techreport{([^,]*),", page.read_text("utf-8"))
    ]
    assert "report-2023-c001" in keys
    assert len(keys) == len(set(keys)) > 10


def test_what_a_wiki_sets_in_quotation_marks_is_the_report_and_nothing_else(site: Path) -> None:
    own, *_ = blocks(site / "en/2023/commitments/new-jobs.html", "Cite this comparison")
    plain = re.sub(r"<[^>]*>", "", own["Wiki"])
    quote, after = plain.split(" |quote=")[1].split("}}")
    assert quote == "全年新增就业不低于1.65万人 … 新增就业 1.65 万人"
    assert after.startswith(" Unofficial translation of the sentences: "), "which say more than the quotes"
    for ours in ("“", "para", "2023-C", "version", "unofficial"):
        assert ours not in quote


def test_apa_names_the_document_by_its_own_title(site: Path) -> None:
    (cited,) = blocks(site / "en/2022/metrics/new-jobs.html", "Cite this")
    assert re.search(rf"\(2023, January 9\)\. (<span[^>]*>)?{_meta(site)[1]}(</span>)? \[", cited["APA"])


def test_a_brace_alone_leaves_the_entry_whole() -> None:
    """BibTeX counts braces, whatever stands before them."""
    assert tex("a { b").count("{") == tex("a { b").count("}")
