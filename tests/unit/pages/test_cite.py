"""Citations: exactly what somebody copies."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path

import pytest

from tests import mini
from tests.unit.published import ADDRESS, content
from workreport.build import build
from workreport.content import schema
from workreport.exports import romanized
from workreport.pages.cite import TODAY, apa, gb7714
from workreport.pages.cite.bibtex import escape as tex
from workreport.pages.cite.wiki import escape as wiki
from workreport.pages.cite.work import Work


def blocks(page: Path, summary: str) -> list[dict[str, str]]:
    """The citations under each heading of a page, by style; the place of the date of access reads [TODAY]."""
    made = []
    place = page.read_text("utf-8").partition('<details class="share" id="cite"')[2].partition("</details>")[0]
    for part in place.split("<h3>")[1:]:
        if part.startswith(f"{summary}</h3>"):
            part = re.sub(r'<span class="today"[^>]*>[^<]*</span>', "[TODAY]", part)
            found = re.findall(
                r'<p class="label">(.*?)</p>\n<pre class="copyable" tabindex="0"[^>]*>(.*?)</pre>', part, re.DOTALL
            )
            made.append({style: unescape(text) for style, text in found})
    return made


def version(record: Path) -> str:
    """What anybody can find: the item's JSON file says it."""
    said: str = json.loads(record.read_text("utf-8"))["version"]
    assert re.fullmatch("1\\.1\\+[0-9a-f]{8}", said)
    return said


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
    assert cited["GB/T 7714—2099"] == f"{start} <{page}>"
    site = folder / "site.yaml"
    site.write_text(site.read_text("utf-8").replace("  base_url: https://www.example.org/zt/report/\n", ""), "utf-8")
    build(options)
    (cited,) = blocks(tmp_path / "site/2022/metrics/parks.html", "引用本条")
    assert cited["GB/T 7714—2099"] == start


def test_a_metric_in_chinese(site: Path) -> None:
    (cited,) = blocks(site / "2022/metrics/new-jobs.html", "引用本条")
    quote, number = "“新增就业 1.65 万人”（第3段）", "样例政发〔2023〕1号"
    url, own = (
        f"{ADDRESS}/2022/metrics/new-jobs.html",
        f"短编号2022-M003，样例区报告对照（虚构），本条版本{version(site / '2022/metrics/new-jobs.json')}（2026-12-20发布）。",
    )
    issuer, title = _meta(site)
    assert cited["GB/T 7714—2025"] == f"{issuer}. {title}：{number}[EB/OL]. （2023-01-09）[[TODAY]]. {url}."
    assert cited["GB/T 7714—2015"] == f"{issuer}. {title}: {number}[A/OL]. (2023-01-09)[[TODAY]]. {url}."
    assert cited["文字"] == f"{quote}。{issuer}《{title}》（{number}，2023年1月9日）。{own[:-1]}，{url}，[TODAY]访问。"
    assert cited["APA"] == f"{issuer}. (2023, January 9). {title} ({number}). 样例区报告对照（虚构）. {url}"
    assert cited["维基"] == (
        f"{{{{cite web |url={url} |title=新增就业 |author={issuer} |date=2023-01-09 |website=样例区报告对照（虚构） "
        f"|type={number} |language=zh |at=第3段 |id={own[:-1]} |access-date=[TODAY] |quote=新增就业 1.65 万人}}}}"
    )
    assert cited["BibTeX"] == (
        "@techreport{report-2022-m003,\n"
        f"  author = {{{{{issuer}}}}},\n  title = {{{{{title}}}}},\n  institution = {{{issuer}}},\n  type = {{政府文件}},\n  number = {{{number}}},\n"
        f"  year = {{2023}},\n  month = jan,\n  url = {{{url}}},\n  urldate = {{[TODAY]}},\n  annote = {{{quote}。{own}}},\n}}"
    )


def _meta(site: Path) -> tuple[str, str]:
    import yaml

    from tests.mini import CONTENT

    meta = yaml.safe_load((CONTENT / "source/2023.report.yaml").read_text("utf-8"))
    return meta["issuer"]["zh"], meta["title"]["zh"]


def test_a_comparison_has_both_sentences_and_what_may_be_said(site: Path) -> None:
    whole, *_ = blocks(site / "en/2023/commitments/new-jobs.html", "Cite this")
    (own, *_) = blocks(site / "en/2023/commitments/new-jobs.html", "Cite this comparison")
    assert (
        set(own)
        == set(whole)
        == {"GB/T 7714—2025", "GB/T 7714—2015", "APA", "Plain text", "Wiki", "BibTeX", "RIS", "CSL-JSON"}
    )
    for text in own.values():
        assert f"{ADDRESS}/en/2023/commitments/new-jobs.html#new-jobs" in text
    for style in set(own) - {"GB/T 7714—2025", "GB/T 7714—2015", "APA"}:
        assert "2023-C" in own[style]
    for style in ("Plain text", "BibTeX", "RIS", "CSL-JSON"):
        assert own[style].count("unofficial translation of the sentence: ") == 2, (
            "the goal's sentence and the outcome's"
        )
    assert own["Plain text"].startswith(
        "New jobs, 2022: 16,500. 2023 goal: at least 16,500; the number is the same as for 2022, but the order is left open"
        " by “at least”. “"
    ), own["Plain text"]
    assert "not reported" not in own["Plain text"]


def test_without_an_address_there_is_none_in_a_citation(draft: Path) -> None:
    page = draft / "2022/metrics/new-jobs.html"
    (cited,) = blocks(page, "引用本条")
    assert "site.yaml" not in page.read_text("utf-8"), "what an editor is to set is nothing to the public"
    for text in cited.values():
        assert "http" not in text
    for style in ("文字", "维基", "BibTeX", "RIS", "CSL-JSON"):
        assert "草稿" in cited[style]
    assert "iframe" not in (draft / "2023/commitments/new-jobs.html").read_text("utf-8")


def test_what_would_be_a_command_is_escaped() -> None:
    assert tex(r"50% & {a}_b $1 #2 \x ~ ^") == (
        r"50\% \& \textbraceleft{}a\textbraceright{}\_b \$1 \#2 \textbackslash{}x \textasciitilde{} \textasciicircum{}"
    )
    assert wiki("a|b}}c[[d]]=<e>\nf") == "a&#124;b&#125;&#125;c&#91;&#91;d&#93;&#93;&#61;&#60;e&#62; f"
    assert TODAY == "\x01"


def test_the_date_of_access_is_left_to_the_reader(site: Path, draft: Path) -> None:
    text = (site / "2022/metrics/new-jobs.html").read_text("utf-8")
    assert TODAY not in text
    assert text.count('<span class="today">引用日期</span>') == 7
    assert "Retrieved" not in text, "APA: what has a date of its own needs none"
    undated = (draft / "2023/commitments/new-jobs.html").read_text("utf-8")
    assert '(n.d.). 样例区报告对照（虚构）. Retrieved <span class="today" data-form="words">' in undated


@pytest.mark.parametrize("lang", ["", "en/"])
def test_no_two_entries_of_a_bibliography_share_a_key(site: Path, lang: str) -> None:
    """BibTeX refuses a second entry with the key of another."""
    keys = [
        key
        for page in (site / lang).glob("2*/*/*.html")
        for key in re.findall(r"@(?:techreport|misc){([^,]*),", page.read_text("utf-8"))
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


def test_apa_names_the_document_by_its_own_title_in_latin_letters(site: Path) -> None:
    (cited,) = blocks(site / "en/2022/metrics/new-jobs.html", "Cite this")
    assert "(2023, January 9). Yangli Qu 2023 nian zheng fu gong zuo bao gao [2023 Work Report of" in cited["APA"]


# From the examples that the styles' makers publish. GB/T 7714—2025: github.com/zotero-chinese/styles, commit 34e21ea,
# “GB-T-7714—2025（顺序编码，双语）/index.md”, entries 103 and 105 of the standard's own examples (8.11) and entry 15 of the
# manual of legal citation, a document of a government with its number. 2015: the same entry in “GB-T-7714—2015
# （顺序编码，双语）”, with the mark that style has for regulations. APA: apa.csl of citation-style-language/styles, as
# citeproc-py 0.11.1 prints it for a webpage.
COUNCIL = {
    "author": "国务院",
    "title": "国务院关于在全国建立农村最低生活保障制度的通知",
    "number": "国发〔2007〕19号",
    "issued": "2007-07-11",
    "address": "https://www.pkulaw.com/chl/dc46bb66e13150b8bdfb.html",
}
MUSEUM = {
    "author": "北京鲁迅博物馆",
    "title": "北京鲁迅博物馆志愿服务章程",
    "issued": "2021-04-21",
    "address": "http://www.luxunmuseum.com.cn/html/202104/a11310.htm",
}
CALIS = {
    "author": "高等教育文献保障系统",
    "title": "馆际互借与文献传递服务",
    "address": "http://home.calis.edu.cn/pages/list.html?id=4101e184-7f64-4798-a5e1-8e37aa6994fc",
}


@pytest.mark.parametrize(
    ("form", "work", "accessed", "printed"),
    [
        (schema.Reference().form, COUNCIL, "2022-10-17", "国务院. 国务院关于在全国建立农村最低生活保障制度的通知：国发〔2007〕19号[EB/OL]. （2007-07-11）[2022-10-17]. {address}."),
        (schema.Reference().form, MUSEUM, "2023-05-02", "北京鲁迅博物馆. 北京鲁迅博物馆志愿服务章程[EB/OL]. （2021-04-21）[2023-05-02]. {address}."),
        (schema.Reference().form, CALIS, "2025-06-21", "高等教育文献保障系统. 馆际互借与文献传递服务[EB/OL]. [2025-06-21]. {address}."),
        (gb7714.OLDER.form, COUNCIL, "2022-10-17", "国务院. 国务院关于在全国建立农村最低生活保障制度的通知: 国发〔2007〕19号[A/OL]. (2007-07-11)[2022-10-17]. {address}."),
    ],
)  # fmt: skip
def test_the_national_standard_as_its_styles_print_it(
    form: str, work: dict[str, str], accessed: str, printed: str
) -> None:
    made = gb7714.write_in(form, Work(**{"author": "", "site": "", **work}), accessed)
    assert made == printed.format(address=work["address"])


def test_apa_as_its_style_prints_it() -> None:
    work = Work(**COUNCIL, site="Example Site")
    assert apa.write_in(work, "November 25, 2026") == (
        "国务院. (2007, July 11). 国务院关于在全国建立农村最低生活保障制度的通知 (国发〔2007〕19号). Example Site. "
        "https://www.pkulaw.com/chl/dc46bb66e13150b8bdfb.html"
    )
    undated = Work(**CALIS, site="CALIS")
    assert apa.write_in(undated, "November 25, 2026") == (
        f"高等教育文献保障系统. (n.d.). 馆际互借与文献传递服务. CALIS. Retrieved November 25, 2026, from {CALIS['address']}"
    )
    # https://library.unimelb.edu.au/recite/apa7/non-english-sources, which has it from APA's own page.
    ministry = Work(
        author="Ministry of Foreign Affairs",
        title="Peru jiken chosa iinkai no hokoku ni tsuite no Ikeda Gaimu Daijin no kishakaiken",
        translated="Press interview with Foreign Minister Ikeda on the report of the investigation committee",
        issued="1997-06-12",
        site="Ministry of Foreign Affairs",
        address="https://www.mofa.go.jp/",
    )
    assert apa.write_in(ministry, "") == (
        f"Ministry of Foreign Affairs. (1997, June 12). {ministry.title} [{ministry.translated}]. https://www.mofa.go.jp/"
    )


def test_a_comparison_is_by_whoever_publishes_the_site(site: Path, draft: Path) -> None:
    """The government wrote the report, and never set its figures side by side."""
    own, *_ = blocks(site / "2023/commitments/new-jobs.html", "引用这项对照")
    url = f"{ADDRESS}/2023/commitments/new-jobs.html#new-jobs"
    title, office = "新增就业：2023年目标与2022年结果对照", "样例区人民政府办公室"
    assert own["GB/T 7714—2025"] == f"{office}. {title}[EB/OL]. （2026-12-20）[[TODAY]]. {url}."
    assert own["GB/T 7714—2015"] == f"{office}. {title}[EB/OL]. (2026-12-20)[[TODAY]]. {url}."
    assert own["APA"] == f"{office}. (2026, December 20). {title}. 样例区报告对照（虚构）. {url}"
    assert own["BibTeX"].startswith(f"@misc{{report-2023-c003-new-jobs,\n  author = {{{{{office}}}}},\n")
    assert f"（对照由{office}编制）" in own["文字"]
    for style in set(own) - {"文字"}:
        assert "样例区人民政府." not in own[style]
        assert "样例政发" not in own[style], "the report's number is not the comparison's"
    unknown, *_ = blocks(draft / "2023/commitments/new-jobs.html", "引用这项对照")
    assert unknown["GB/T 7714—2025"] == f"{title}[EB/OL]. [[TODAY]]."
    assert "author" not in unknown["BibTeX"] + unknown["CSL-JSON"] + unknown["维基"]
    assert "AU  -" not in unknown["RIS"]


def test_reference_managers_get_the_same_work(site: Path) -> None:
    (cited,) = blocks(site / "en/2022/metrics/new-jobs.html", "Cite this")
    cited = {
        style: re.sub(r"</?span[^>]*>", "", text) for style, text in cited.items()
    }  # what marks Chinese in English
    (item,) = json.loads(cited["CSL-JSON"])
    assert item["type"] == "webpage"
    assert item["language"].startswith("zh")
    assert item["title"].startswith("Yangli Qu 2023 nian zheng fu gong zuo bao gao [2023 Work Report")
    assert item["number"] == "样例政发〔2023〕1号"
    assert item["issued"] == {"date-parts": [[2023, 1, 9]]}
    assert item["accessed"] == {"raw": "[TODAY]"}
    assert item["URL"] == f"{ADDRESS}/en/2022/metrics/new-jobs.html"
    record = dict(line.split("  - ", 1) for line in cited["RIS"].splitlines())
    assert [*record][:: len(record) - 1] == ["TY", "ER"]
    assert record["TY"] == "GOVDOC"
    assert (record["TI"], record["SN"], record["DA"]) == (item["title"], item["number"], "2023/01/09")
    assert record["N1"] == item["note"]
    assert "2022-M003" in record["N1"]
    page = (site / "en/2022/metrics/new-jobs.html").read_text("utf-8")
    assert [f"report-2022-m003.{e}" for e in ("bib", "ris", "json")] == re.findall(r'data-file="([^"]*)"', page)


@pytest.mark.parametrize(
    ("title", "letters"),
    [
        ("河东区2023年政府工作报告", "Hedong Qu 2023 nian zheng fu gong zuo bao gao"),
        ("2023年天津市河东区人民政府工作报告", "2023 nian Tianjin Shi Hedong Qu ren min zheng fu gong zuo bao gao"),
        ("西安市2023年政府工作报告（摘要）", "Xi'an Shi 2023 nian zheng fu gong zuo bao gao (zhai yao)"),
        ("杭州市上城区2023年政府工作报告", "Hangzhou Shi Shangcheng Qu 2023 nian zheng fu gong zuo bao gao"),
        ("政府工作报告", "Zheng fu gong zuo bao gao"),
        ("重庆市2023年政府工作报告", "Chongqing Shi 2023 nian zheng fu gong zuo bao gao"),
    ],
)
def test_a_title_in_latin_letters(title: str, letters: str) -> None:
    assert romanized(title) == letters


def test_a_brace_alone_leaves_the_entry_whole() -> None:
    """BibTeX counts braces, whatever stands before them."""
    assert tex("a { b").count("{") == tex("a { b").count("}")
