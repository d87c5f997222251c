"""A short invented report, as files of every kind that offices send. No such county exists."""

from __future__ import annotations

import io
from collections.abc import Sequence

HEAD = ("政府工作报告", "——2024年1月9日在样例县第十八届人民代表大会第三次会议上", "样例县人民政府县长 张三")
BODY = (
    "各位代表：",
    "现在，我代表县人民政府向大会报告工作，请予审议，并请县政协委员提出意见。",
    "一、2023年工作回顾",
    "过去一年，面对复杂严峻的形势，全县上下团结一心，各项事业取得新的进步，社会大局保持稳定。",
    "（一）经济运行稳中向好",
    "产业支撑更加有力。新开工项目12个，完成投资8.6亿元。消费市场稳步回升，居民收入继续增加。",
    "（二）民生福祉持续增进",
    "就业形势保持稳定。全年城镇新增就业1.2万人。新建幼儿园3所，新增学位900个。",
    "二、2024年工作安排",
    "今年是实现“十四五”规划目标任务的关键一年，做好政府工作意义重大。",
    "（一）全力推动经济发展",
    "持续扩大有效投资。新开工项目15个以上，加快建设东环路。深入开展消费促进活动，培育新的消费热点。",
    "（二）着力保障和改善民生",
    "促进高质量充分就业。全年城镇新增就业1.2万人以上。改造老旧小区6个，新建口袋公园2个。",
    "各位代表，让我们更加紧密地团结起来，坚定信心、同心同德，为建设美好样例县而努力奋斗！",
)
LEADS = ("产业支撑更加有力。", "就业形势保持稳定。", "持续扩大有效投资。", "促进高质量充分就业。")


def plain(lines: Sequence[str] = (*HEAD, *BODY)) -> str:
    """A paragraph a line."""
    return "\n".join(lines) + "\n"


def wrapped(width: int = 24) -> str:
    """As a program wraps it that knows no paragraphs: every line full, each paragraph indented."""
    made = list(HEAD)
    for paragraph in BODY:
        text = f"\u3000\u3000{paragraph}"
        made += [text[at : at + width] for at in range(0, len(text), width)]
    return "\n".join(made) + "\n"


def page() -> str:
    """In the frame of a web page."""
    body = "".join(f"<p>　　{_strong(text)}</p>\n" for text in BODY)
    head = "".join(f"<p style='text-align:center'>{text}</p>" for text in HEAD)
    return (
        "<!DOCTYPE html><html><head><meta charset='utf-8'><title>样例</title></head><body>"
        "<nav><a href='/'>首页</a><a href='/zw'>政务公开</a></nav><div>当前位置：首页 &gt; 政府工作报告</div>"
        "<div>发布时间：2024-01-16 09:30 来源：样例县政府办</div><div>【字体：大 中 小】</div>"
        f"<article>{head}{body}</article><div>责任编辑：李四</div><div>打印</div><div>关闭窗口</div>"
        "<footer>版权所有 样例县人民政府</footer><script>var a = 1;</script></body></html>"
    )


def _strong(text: str) -> str:
    lead = next((lead for lead in LEADS if text.startswith(lead)), "")
    return f"<strong>{lead}</strong>{text[len(lead) :]}" if lead else text


def word() -> bytes:
    """With bold lead-ins, as Word keeps it."""
    from docx import Document

    document = Document()
    for text in (*HEAD, *BODY):
        lead = next((lead for lead in LEADS if text.startswith(lead)), "")
        paragraph = document.add_paragraph()
        if lead:
            paragraph.add_run(lead).bold = True
        paragraph.add_run(text[len(lead) :])
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def portable(lines: int = 12) -> bytes:
    """A PDF of as many lines a page, each page with its running head and number. Its font has no outlines: none is seen."""
    printed = wrapped().splitlines()
    pages = [printed[at : at + lines] for at in range(0, len(printed), lines)]
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{' '.join(f'{5 + 2 * n} 0 R' for n in range(len(pages)))}] >>".encode(),
        b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>",
        b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000"
        b" /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >>"
        b" /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Ascent 880 /Descent -120 /Flags 4"
        b" /FontBBox [0 -120 1000 880] >> >>",
    ]
    for number, page in enumerate(pages):
        printed_page = ["样例县政府工作报告", *page, f"— {number + 1} —"]
        rows = []
        for row, text in enumerate(printed_page):
            code = text.replace("\u3000", "").encode("utf-16-be").hex()
            left = 72 + 12 * (len(text) - len(text.lstrip("\u3000")))
            rows.append(f"BT /F1 12 Tf 1 0 0 1 {left} {760 - 24 * row} Tm <{code}> Tj ET")
        stream = "\n".join(rows).encode()
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {6 + 2 * number} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    made, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        made
        + b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
        + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(made))
    )


word_bytes = word()
"""Made before a test takes the package away."""
