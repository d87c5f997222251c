"""What a page or a site puts round a report: running heads, page numbers, buttons, credits. Pure.

Words that only furniture has are lifted wherever a line is made of them; those that a report might have, such as a lone
大, only before it begins. Behind its last sentence everything from the first such line on is furniture, and so is all that
follows a heading like 名词解释 a note.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from workreport.draft.reading import Line

_PAGE = re.compile(r"[-—–－·\s]*\d{1,3}[-—–－·\s]*|第\s*\d+\s*页(?:\s*[,，/]?\s*共\s*\d+\s*页)?|\d{1,3}\s*/\s*\d{1,3}")
_SITE = re.compile(
    r"""(?x)
    下载|打印(?:本[页文])?|全屏|收藏|分享(?:到)?[:：]?|关闭(?:窗口|本页)?|返回(?:顶部|首页|列表)?|上一[篇条].*|下一[篇条].*
    |[【\[]?\s*字[号体]\s*[:：].*|浏览(?:次数|量)?[:：]?\s*\d*|阅读[:：]?\s*\d*|点击(?:数|量|率)?[:：]?\s*\d*
    |(?:责任)?编辑[:：].{0,20}|(?:审核|校对|作者|来源|信息来源|稿源|发布(?:时间|日期|机构|人)|时间|日期)\s*[:：].{0,40}
    |(?:当前|您(?:的|现在的|当前)?)位置\s*[:：].*|首页\s*(?:[>》»/＞|-].*)?
    |扫一?扫.{0,20}|(?:微信|微博|QQ空间|QQ好友|朋友圈|打印|收藏|关闭|下载|字体|复制链接|分享|[大中小]|[\s|｜、/])+
    |相关(?:附件|链接|报道|阅读|新闻|解读|稿件|文章|文件).*|附件下载.*|.{2,40}[摄]|(?:见习)?记者\s.{2,30}
    |20\d\d[-年/.]\d{1,2}[-月/.]\d{1,2}日?\s+\d{1,2}[:：时]\d{1,2}.*|20\d\d-\d\d-\d\d
    |(?i:public\ domain)|true|false|[0-9a-f]{32}[:：]?|版权所有.*|主办单位?[:：].*|承办单位?[:：].*|.*ICP备.*
    |网站(?:地图|标识码).*|联系我们.*|无障碍.*|繁體.*|ENGLISH|English
    """
)
_BEFORE = re.compile(r"[大中小】\]]|加大|还原|减小|默认|[A-Za-z]\+?|T")
"""In a column of buttons above a text."""
_CLOSING = re.compile(
    r"让我们|(?:团结|努力|不懈|接续|继续|共同)?奋斗[！!。]|(?:新的?)?(?:更大)?贡献[！!。]|新(?:的)?(?:篇章|辉煌|局面|华章)[！!。]|谢谢"
)
_AFTER = re.compile(r"抄送|印发|公开|附件?[:：0-9１-９]|附表")
"""What an office prints behind a report."""
_NOTES = re.compile(
    r"[（(【]?(?:附件?[:：]?\s*)?(?:(?:有关|部分|相关)?(?:名词|名词术语|术语|词语|用语)(?:和用语)?(?:解释|注释|说明)|注释|注[:：]?)[】）)]?"
)
_LONG = 40
"""Characters that a line of the text itself has at least, where one stands alone."""
_HEAD = 60
"""Lines among which the address to the deputies stands, behind a notice and what a site puts before it."""
_ADDRESS = re.compile("(?:各位|同志们|代表们).{0,12}[：:]|(?:本届.{2,12}。)?现在[，,].{0,20}代表")
_TITLE = "政府工作报告"


def begins(lines: Sequence[Line]) -> int:
    """The first line of the report's own words: its address to the deputies, or its first long line."""
    addressed = (at for at, line in enumerate(lines[:_HEAD]) if _ADDRESS.match(_dense(line.text)))
    return next(
        addressed,
        next(
            (
                at
                for at, line in enumerate(lines)
                if len(line.text) >= _LONG
                and not line.aside
                and re.search("[，。]", line.text)
                and not _SITE.fullmatch(line.text)
            ),
            len(lines),
        ),
    )


def ends(lines: Sequence[Line], first: int) -> int:
    """The line behind the last one of the report's own words."""
    last = len(lines)
    for index in range(len(lines) - 1, first, -1):
        text = lines[index].text
        if _is_notes(lines[index]):
            last = index
        if not lines[index].aside and _CLOSING.search(text) and len(text) >= _LONG // 2 and re.search("[！!。]$", text):
            # What stands twice is the frame's: a page may repeat the beginning of the text behind it.
            return min(last, index + 1)
    return last


def furniture(lines: Sequence[Line]) -> Iterator[tuple[int, str]]:
    """Which lines are lifted out, and why: `page`, `head` or `note`."""
    first = begins(lines)
    last = ends(lines, first)
    tail = ""
    for index, line in enumerate(lines):
        text = line.text.strip()
        if index >= last and _is_notes(line) and tail != "page":
            tail = "note"
        elif index >= last and (_SITE.fullmatch(text) or _is_strange(line)) and not _AFTER.search(text):
            tail = "page"
        if line.note:
            yield index, "note"
        elif line.aside:
            yield index, "page"
        elif index >= last and tail:
            yield index, tail
        elif _PAGE.fullmatch(text) and not (index and _hangs(lines[index - 1].text, text)):
            yield index, "head"
        elif ((index < first or len(text) <= _LONG) and _SITE.fullmatch(text) and not _is_named(text)) or (
            index < first and _BEFORE.fullmatch(text)
        ):
            yield index, "page"
        elif first < index < last and _dense(text) == _TITLE:
            yield index, "head"


def _is_notes(line: Line) -> bool:
    return bool(_NOTES.fullmatch(line.text.strip()))


def _is_named(text: str) -> bool:
    """Whether a line is the name of a thing that only looks like a button."""
    return bool(re.search(r"[。；]$", text))


def _is_strange(line: Line) -> bool:
    """Whether a line behind the report is on whose it is and how it may be used."""
    return bool(re.search("著作权|版权|公有领域|维基|本作品", line.text))


def _hangs(before: str, number: str) -> bool:
    """Whether a lone number is what the line before lacks: （PM and 2.5, for example."""
    return "." in number or bool(re.search(r"[A-Za-z（(，、]$", before))


def _dense(text: str) -> str:
    return "".join(text.split())
