"""Whether an English text says what the Chinese does, as far as a machine can tell: what it speaks of, whether it denies,
whether it goes up or down. Pure.

Each check speaks only where the matter is certain: a denial for which the Chinese has no character at all, a fall of
which it says nothing, a text that shares next to no subject with it.
"""

from __future__ import annotations

import re

from workreport.diagnostics import listed, say
from workreport.figures.mismatch import ENGLISH_DIRECTION, ENGLISH_NEGATION, ENGLISH_SUBJECT, Mismatch
from workreport.figures.vocabulary import found, topics

_DENIES = re.compile(
    r"(?<![A-Za-z])(?:not(?! only\b)|never|cannot|neither|no(?!\.? ?\d| (?:more|less|fewer|lower|higher|later|sooner|longer) than\b)"
    r")(?![A-Za-z.])|n['’]t\b",
    re.IGNORECASE,
)  # fmt: skip
_BOUNDS = re.compile(
    r"\b(?:not?|never|cannot|n['’]t) (?:to )?(?:be )?(?:more|less|fewer|lower|higher|over|below|under|above|exceed\w*|at (?:least|most)|about|around|nearly|almost)",
    re.I,
)
_IDIOMS = re.compile(
    r"spar(?:e[sd]?|ing) no (?:effort|expense|pains)s?|no (?:effort|expense|pains)s? (?:will be |was |were )?spared|no doubt|leav\w+ no \w+"
    r"|(?:not|never|without) (?:stop|ceas|relax|waver|falter|slacken|tir|rest|let up|flag|giv\w+ up|forget|los|miss|end)\w*|as never before"
    r"|never before|not until|no small|no exception|not to mention|whether or not|no end",
    re.IGNORECASE,
)  # fmt: skip
"""Ways in which English denies the opposite: 全力以赴 is to spare no effort, 牢记 never to forget."""
_AGAIN = re.compile(r"\b(?:and|or|nor|but)\s+$", re.IGNORECASE)
_IDLE_ZH = re.compile(
    "不[断仅但懈少同等久锈光单只]|不动产|不[低高多小大]于|不超过?|不下于?|不止|非常|非洲|非公|非遗|非物质|非首都|未来|未央|未成年"
    "|无人机|无线|无缝|无锡|无障碍|无废|无偿|免费|免疫|难[点题关度]|[困疑灾避救]难|零[售件部距]|空[间气中置域白]|[航天]空"
)
"""Words that deny nothing."""
_DENIED_ZH = re.compile("[不未无没非否勿毋莫别]|[严]?禁|杜绝|拒绝|[停终制防]止|免|避免|难|缺|乏|零|空|除外|[唯只]有")
"""What a denial may be the English of: 杜绝, 免征, 缺乏."""
_CERTAIN_ZH = re.compile(
    "没有|[并尚从]未|未(?=发生|出现|说明|作|达(?!到)|完成|能|给出|写明|列|经|按|解决|纳入|公布|报告|得到)"
    "|(?<!会)(?<!能)(?<!是)不(?:得|能|会|是|再|允许|发生|出现|含|包括|说明|敢|想)(?!不)|[绝决]不|严禁"
)
"""A denial that English cannot leave out."""
_DENIES_ANYHOW = re.compile(
    r"(?<![A-Za-z])(?:not|no|never|cannot|neither|nor|none|nothing|nobody|without|un(?!i|der|til|dert)[a-z]+|in(?:complete|sufficient|adequate|ability)\w*"
    r"|non[a-z-]*|dis(?:abl|allow|contin|courag|satisf|appear)\w*|prevent\w*|avoid\w*|ban(?:s|ned|ning)?|prohibit\w*|forbid\w*|bar(?:s|red)?|refus\w*|reject\w*|zero|fail\w*|lack\w*"
    r"|stop\w*|ceas\w*|eliminat\w*|eradicat\w*|exclud\w*|omit\w*|le(?:av\w+|ft) out|except|first|empty|vacant|yet|silent|rather|instead"
    r"|hardly|rare(?:ly)?|few|short|missing|absent|less|beyond|remain\w*|keep|kept|guard\w*|elsewhere|other than|from elsewhere)"
    r"(?![A-Za-z])|n['’]t\b|-free\b|-less\b",
    re.IGNORECASE,
)  # fmt: skip

_FALLS = re.compile(
    r"\b(?:decreas(?:e[sd]?|ing)|declin(?:e[sd]?|ing)|drop(?:s|ped|ping)|reduc(?:e[sd]?|ing|tion)|shr(?:ink(?:s|ing)?|ank|unk)"
    r"|fell(?! (?:short|into|within|under|on|to))|fall(?:s|en)?(?: by| \d)|(?:will|to|each|also) fall(?! (?:short|into|within|under|behind|to))|lower(?:s|ed|ing)?(?! reaches| than)|weaken(?:s|ed|ing)?|worsen(?:s|ed|ing)?"
    r"|down(?: by)?(?: (?:about|more than|at least|nearly|over|no more than))? [\d.,]+(?:%| ?percent))(?![A-Za-z])",
    re.IGNORECASE,
)  # fmt: skip
_FALLS_ZH = re.compile(
    "[贫防解初脱疏治降减缩削跌低压裁轻弱损断切免缓差恶劣砍少拆负退省害亏瘦松冷]|下滑|下调|下行|回落|化解|收窄|节[约能水电]|消除|消化|取消|清[理零退]|精简|简化|控制|解除|滑坡|去|下[级层游一]"
)
_RISES = re.compile(
    r"\b(?:increas(?:e[sd]?|ing)|gr(?:ows?|ew|own|owth)|ros?e|risen|rising|expan(?:d(?:s|ed|ing)?|sion)"
    r"|up(?: by)?(?: (?:about|more than|at least|nearly|over))? [\d.,]+(?:%| ?percent))(?![A-Za-z])",
    re.IGNORECASE,
)  # fmt: skip
_RISES_ZH = re.compile(
    "[育培植种更进动延续迈向前增升涨扩长提高强多加大壮拓促扬翻倍优兴起深广展添成发进快好活新旺盛茂丰]"
)


def wording(zh: str, en: str) -> list[Mismatch]:
    """What the English says otherwise; empty where nothing is certain."""
    return [*_denials(zh, en), *_directions(zh, en), *_subjects(zh, en)]


def _denials(zh: str, en: str) -> list[Mismatch]:
    """More denials than the Chinese can have."""
    text = _IDIOMS.sub("", _BOUNDS.sub("", en))
    # "No number and no growth" denies once.
    words = [match[0] for match in _DENIES.finditer(text) if not _AGAIN.search(text, 0, match.start())]
    chinese = _IDLE_ZH.sub("", zh)
    certain = _CERTAIN_ZH.search(chinese)
    if certain and not _DENIES_ANYHOW.search(en):
        return [
            Mismatch(
                code=ENGLISH_NEGATION,
                message=say("the Chinese says “{word}”, and the English denies nothing", word=certain[0]),
                hint=say("say it as the Chinese does, with its negation"),
            )
        ]
    if len(words) <= len(_DENIED_ZH.findall(chinese)):
        return []
    return [
        Mismatch(
            code=ENGLISH_NEGATION,
            message=say("the English says “{word}”, and the Chinese denies nothing there", word=words[-1]),
            hint=say("say it as the Chinese does, without a negation"),
        )
    ]


def _directions(zh: str, en: str) -> list[Mismatch]:
    """A rise or a fall of which the Chinese knows nothing."""
    for english, chinese in ((_FALLS, _FALLS_ZH), (_RISES, _RISES_ZH)):
        match = english.search(en)
        if match and not chinese.search(zh):
            return [
                Mismatch(
                    code=ENGLISH_DIRECTION,
                    message=say("the English says “{word}”, which the Chinese does not", word=match[0]),
                    hint=say("let it rise or fall as it does in the Chinese"),
                )
            ]
    return []


def _subjects(zh: str, en: str) -> list[Mismatch]:
    """Next to nothing that the Chinese speaks of."""
    spoken = topics(zh)
    absent = sorted((topic for topic in spoken if not found(topic, en)), key=zh.index)
    had, of = len(spoken) - len(absent), len(spoken)
    if of < 3 or had * 5 > of * 2 or (of < 5 and had * 3 > of):
        return []
    return [
        Mismatch(
            code=ENGLISH_SUBJECT,
            message=say("the English speaks of nothing like {words}", words=listed(f"“{topic}”" for topic in absent)),
            hint=say("it may be the English of another line: translate this one"),
        )
    ]
