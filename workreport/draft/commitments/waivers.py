"""The sentences of the tasks part that promise nothing, by their grammar. Pure.

The gate holds a reason to the form of its run; what fits a form is a candidate alone, and here is what makes it one.
"""

from __future__ import annotations

import re

from workreport.gate import sentence_reasons

_CREED = re.compile(
    "习近平|新时代中国特色社会主义思想|党的[一二三四五六七八九十]+大|全会|总基调|新发展理念|新发展格局|两个确立|两个维护|四个意识|指导|重要讲话|重要指示|决策部署|总体要求|主题主线|首要任务|系统观念"
)
_STATES = re.compile(
    "^(?:今年|明年|今后|未来|新的一年|20[0-9]{2}年|当前|目前|站在|展望|回首|面对|综合)[^；。]*(?:是|处于|面临|迎来|看到)|我们(?:也|要|必须|应当|深[知感]|坚信|相信|看到|认为|清醒|更)|形势|机遇与挑战"
    "|(?:关键|重要|开局|攻坚|决胜|收官|深化|起步|交汇|窗口)(?:一年|之年|期)|只要.*就|只有.*才|唯有|事关|关乎|任重道远|必须.*必须|就是.*就是|必将|定将|定会|一定会|历史使命|重大机遇|多重机遇"
)
_REQUIRED = re.compile("总体(?:要求|思路|考虑)|指导思想|基本思路|总要求")
_GUIDED = re.compile("(?:坚持)?以.{2,60}为(?:指导|统领|引领)|高举")
_FIRST = re.compile("(?:今年[^，]{0,20}，)?要把[^，]*作为(?:首要|第一|根本|中心)")
_FEW = 2
"""How many words of the creed a task may hold."""
_CLOSES = re.compile("各位代表|让我们|谢谢|奋斗！?$")
_LEADS = re.compile("以下|下面|如下|方面|[：:]$")
_LIST = re.compile("分送|抄送|主送|印发")


def reason_of(text: str, *, counted: bool, acts: bool, lead: str) -> str | None:
    """Why a run of the tasks part, without white space, promises nothing; None where it may promise something.

    `counted`: it states a figure; `acts`: one of its clauses begins with the verb of a task; `lead`: the bold words before it.
    """
    fits = sentence_reasons(text)
    if "distribution" in fits and _LIST.search(text):
        return "distribution"
    if "closing" in fits and _CLOSES.search(text):
        return "closing"
    if "lead_in" in fits and text.endswith(("：", ":")):
        return "lead_in"
    if "background" in fits and text.endswith(("：", ":")):
        return "background"
    if "transition" in fits and _LEADS.search(text):
        return "transition"
    creed = _FIRST.match(text) or (len(_CREED.findall(text)) > _FEW and (_REQUIRED.search(lead) or _GUIDED.match(text)))
    if "guiding_principle" in fits and (creed or not (acts or counted)):
        return "guiding_principle"
    if counted:
        return None
    if "background" in fits and not acts and (_STATES.search(text) or text.endswith("！")):
        return "background"
    return None
