"""What a report says of itself before its own words begin. Pure: only what is printed, as it is printed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from workreport.draft.outline import Identity
from workreport.draft.structure.blocks import Laid

_DATE = "(20[0-9]{2})年([0-9]{1,2})月([0-9]{1,2})日"
_DELIVERED = re.compile(f"{_DATE}[，,]?在?.{{2,40}}(?:会议|大会)")
_ISSUED = re.compile(_DATE)
_NUMBER = re.compile(r"[㐀-鿿]{2,12}〔20[0-9]{2}〕[0-9]{1,4}号")
_TITLE = re.compile("(?:20[0-9]{2}年)?[㐀-鿿]{0,20}政府工作报告|(?:20[0-9]{2}年)?[㐀-鿿]{2,20}工作报告")
_NOTICE = re.compile(".{2,40}关于.{2,40}的通知")
_OFFICE = "(?:总理|省长|市长|区长|县长|州长|盟长|旗长|镇长|乡长|主席|主任)"
_SPEAKER = re.compile(rf"[㐀-鿿]{{0,20}}(?:代|代理)?{_OFFICE}\s*[㐀-鿿·]{{2,4}}(?:\s+[㐀-鿿·]{{1,3}})?")
_ISSUER = re.compile("[㐀-鿿]{2,16}?人民政府(?=关于|$|代?理?(?:省长|市长|区长|县长|州长))")


def identity(blocks: Sequence[Laid], begins: int, closed: int) -> Identity:
    """Of the blocks before `begins` and from `closed` on."""
    head = [block.text.strip() for block in blocks[:begins]]
    around = [*head, *(block.text.strip() for block in blocks[closed:])]
    title = next((text for text in head if _TITLE.fullmatch(_dense(text))), None)
    notice = next((text for text in head if _NOTICE.fullmatch(text)), None)
    number = next((match[0] for text in head if (match := _NUMBER.search(text))), None)
    delivered = next((day for text in head if (match := _DELIVERED.search(text)) and (day := _day(match))), None)
    issued = next((day for text in around if (match := _ISSUED.fullmatch(text)) and (day := _day(match))), None)
    speaker = next((text for text in head if len(text) < 30 and _SPEAKER.fullmatch(text)), None)
    issuer = next((match[0] for text in head if (match := _ISSUER.match(text))), None)
    return Identity(
        title=title,
        notice=notice,
        document_number=number,
        issuer=issuer or _council(blocks),
        speaker=speaker,
        delivered=delivered,
        issued=issued,
    )


def _council(blocks: Sequence[Laid]) -> str | None:
    """The one government that calls itself by its full name where it addresses the deputies."""
    return next(("国务院" for block in blocks[:40] if "我代表国务院" in block.text), None)


def _day(match: re.Match[str]) -> str | None:
    """YYYY-MM-DD, where there is such a day and it is printed without a zero before it."""
    if any(part.startswith("0") for part in match.groups()[:3]):
        return None
    try:
        return date(int(match[1]), int(match[2]), int(match[3])).isoformat()
    except ValueError:
        return None


def _dense(text: str) -> str:
    return "".join(text.split())
