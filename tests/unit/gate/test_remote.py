"""Pages and assets run no code of their own and ask no other host."""

from __future__ import annotations

import pytest

from workreport.gate.links import Links, broken, scan
from workreport.gate.remote import asset_faults


@pytest.mark.parametrize(
    "html",
    [
        '<script src="https://evil.example/x.js"></script>',
        "<SCRIPT\nSRC=//evil.example/x.js></SCRIPT>",
        "<script>hacked()</script>",
        "<svg><script href='x.js'></script></svg>",
        '<img src="//evil.example/x.png" alt="">',
        "<img alt='' src='\thttps://evil.example/x.png'>",
        "<img alt='' src='https:evil.example'>",
        "<img alt='' src='/\\evil.example/x.png'>",
        '<img src="data:image/svg+xml,x" alt="">',
        '<img alt="" srcset="x.png 1x, https://evil.example/x.png 2x">',
        "<video poster=https://evil.example/x.png></video>",
        "<noscript><img alt='' src='https://evil.example/x.png'></noscript>",
        '<p class="x" onClick = "hacked()">x</p>',
        '<p title=">" onclick="hacked()">x</p>',
        '<p style="background: url(//evil.example/x)">x</p>',
        "<style>p { color: red }</style>",
        '<svg><path fill="URL(https://evil.example/x)"/></svg>',
        '<svg><use href="https://evil.example/x#y"/></svg>',
        '<svg><image xlink:href="https://evil.example/x.png"/></svg>',
        '<meta content="0;url=https://evil.example" http-equiv=refresh>',
        '<link href="https://evil.example" rel="preconnect">',
        '<link href="//evil.example" rel="dns-prefetch">',
        "<link href='https://evil.example/x.css' rel='alternate stylesheet'>",
        "<link href='https://evil.example/x.js' rel=preload>",
        "<link href='https://evil.example/x'>",
        '<form method="post" action="https://evil.example">x</form>',
        '<button formaction="https://evil.example">x</button>',
        '<base href="/">',
        '<iframe srcdoc="x"></iframe>',
        "<object data='x.svg'></object>",
        "<template><script>hacked()</script></template>",
    ],
)
def test_what_runs_code_or_asks_another_host_is_refused(html: str) -> None:
    (problem, *others) = broken({"a.html": scan("a.html", html, "https://example.org")}, {"a.html", "x.png", "x.js"})
    assert problem.code.name == "page-remote"
    assert {other.code.name for other in others} <= {"page-remote", "link-outside"}


def test_what_pages_may_hold() -> None:
    html = (
        '<meta http-equiv="Cache-Control" content="no-transform"><link rel="canonical" href="https://elsewhere.example/">'
        '<script src="https://example.org/a.html" defer></script><script type="application/ld+json">{"url(": 1}</script>'
        '<script type="application/json">["url("]</script>'
        '<link rel="stylesheet" href="a.html"><a href="https://beian.miit.gov.cn/" rel="noopener">x</a>'
        "<meta name='description' content='url(https://x.example)'><p title='url(https://x.example)'></p>"
        "<p>on=1 style=2 url(https://x.example)</p><p title='url(x)'></p><svg><use href='#a'/><g id=a></g></svg>"
    )
    links = scan("a.html", html, "https://example.org")
    assert links == Links(targets=frozenset({("a.html", ""), ("a.html", "a")}), anchors=frozenset({"a"}))


def test_what_stands_on_many_pages_is_told_once() -> None:
    links = scan("a.html", "<p onclick='x()'>x</p>")
    (problem,) = broken({"b.html": links, "a.html": links, "c.html": links}, ())
    assert (problem.path, problem.message) == (
        "a.html",
        '“<p onclick="x()">” runs code in the page or asks another host, here and on 2 other pages',
    )


@pytest.mark.parametrize(
    ("name", "text", "bad"),
    [
        ("a.css", "p { background: url(data:image/png;base64,AA) } a { background: url(x.png) }", 0),
        ("a.css", "p { background: URL( 'HTTPS://evil.example/x' ) } @IMPORT 'x';", 2),
        ("a.css", "p { background: url(//evil.example/x); width: expression(hacked()) }", 2),
        ("a.svg", '<svg><use href="#a"/><path d="M0 0" style="fill:red"/></svg>', 0),
        ("a.svg", '<svg onload="hacked()"><image href="https://evil.example/x"/><a xlink:href="javascript:x">x</a></svg>', 3),
        ("a.svg", "<svg><foreignObject><p>x</p></foreignObject><style>@import 'x'</style></svg>", 2),
    ],
)  # fmt: skip
def test_assets_ask_nobody(name: str, text: str, bad: int) -> None:
    assert len(asset_faults(name, text)) == bad
