"""Pages to HTML, through Jinja2 templates in which every variable must be defined.

The frame of a page (head, navigation, footer) is the same for all pages of one language, depth and
navigation entry, so it is rendered once for each of those and not once a page.
"""

from __future__ import annotations

import re
import traceback
from collections.abc import Callable, Iterable, Mapping, MutableMapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from jinja2 import (
    BytecodeCache,
    Environment,
    FileSystemLoader,
    StrictUndefined,
    Template,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
)
from jinja2.bccache import Bucket
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from workreport.content import FILE_MISSING, FILE_UNREADABLE, TEXT_ENCODING, Text, faults, is_left
from workreport.diagnostics import Code, Diagnostic, Refusal
from workreport.exports import feeds_made
from workreport.i18n import LANGUAGES, TAGS, WORDS, Lang, date
from workreport.pages import Frame, Page, foreign, frame_labels, navigation, open_graph, page_labels, qr
from workreport.render.remote import page_faults
from workreport.site import Site

TEMPLATE_SYNTAX = Code("template-syntax", "A template is not written as Jinja needs it.")
TEMPLATE_UNDEFINED = Code("template-undefined", "A template uses what is not defined, or fails.")


def policy(portal_hosts: Iterable[str] = ()) -> str:
    """The Content-Security-Policy of every page; `portal_hosts` are those whose scripts the portal puts into pages."""
    own = " ".join(("'self'", *(f"https://{host}" for host in portal_hosts)))
    return (
        f"default-src 'none'; style-src 'self'; img-src {own}; script-src {own}; connect-src {own}; base-uri 'none'; "
        "form-action 'none'"
    )


POLICY = policy()
"""The Content-Security-Policy of every page. No script of ours connects to anything; Lighthouse reads robots.txt so."""

_LIMIT = 1 << 20
_WORD = re.compile(r"\{\{ t\.([a-z_]+) \}\}")


class _Loader(FileSystemLoader):
    """Loads templates with the frame's words filled in, since they are the same on every page of a language."""

    def __init__(self, folder: Path, lang: str, shown: str) -> None:
        super().__init__(folder)
        self._words = WORDS[lang]
        self._shown = shown

    def _refused(self, template: str, code: Code, message: str, hint: str = "") -> Refusal:
        return Refusal([Diagnostic(path=f"{self._shown}/{template}", code=code, message=message, hint=hint)])

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """The template with each `{{ t.word }}` replaced; an unknown word stays, and is found undefined."""
        if any(is_left(part) for part in template.split("/")):
            raise TemplateNotFound(template)  # what editors leave is not looked at for links
        try:
            source, name, fresh = super().get_source(environment, template)
        except TemplateNotFound:  # an OSError too
            raise
        except OSError as error:
            raise self._refused(template, FILE_UNREADABLE, f"this file cannot be read: {error.strerror}") from None
        except UnicodeDecodeError:
            raise self._refused(template, TEXT_ENCODING, "this file is not UTF-8 text", "save it as UTF-8") from None
        return _WORD.sub(lambda m: str(escape(self._words[m[1]])) if m[1] in self._words else m[0], source), name, fresh


class _Memory(BytecodeCache):
    """Compiled templates by file and text, for as long as the process lasts: `precompile` fills it ahead of a build."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """The template's name: however the folder was named, the text decides."""
        return name

    def load_bytecode(self, bucket: Bucket) -> None:
        """What was compiled from the same text; Jinja compares its checksum."""
        if bucket.key in self._kept:
            bucket.bytecode_from_string(self._kept[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        self._kept[bucket.key] = bucket.bytecode_to_string()


_MEMORY = {lang: _Memory() for lang in LANGUAGES}
"""One a language: a template's text has that language's words in it."""


def precompile(templates: Path) -> None:
    """Compile all templates, for a process that waits to build. What cannot be compiled is the build's to report."""
    for lang in LANGUAGES:
        environment = _Environment(_Loader(templates, lang, ""), _MEMORY[lang])
        for name in environment.list_templates():
            with suppress(TemplateError, Refusal):
                environment.get_template(name)


class _Environment(ImmutableSandboxedEnvironment):
    """Jinja's sandbox: a template cannot reach Python, its files or the network from what it is given.

    Quicker where this program spends its time: contexts are dicts, templates do not change.
    """

    def __init__(self, loader: _Loader, memory: BytecodeCache) -> None:
        super().__init__(
            loader=loader,
            bytecode_cache=memory,
            undefined=StrictUndefined,
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
        )
        self._compiled: dict[str, Template] = {}

    intercepted_binops = frozenset({"*", "**"})

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """What a slip can make as long as the memory: a text many times, a power."""
        for text, times in ((left, right), (right, left)):
            if isinstance(text, (str, bytes, list, tuple)) and isinstance(times, int) and len(text) * times > _LIMIT:
                raise SecurityError(f"a text {times} times is too long")
        if operator == "**" and (abs(left) > 1000 or abs(right) > 100):
            raise SecurityError("the power is too large")
        return super().call_binop(context, operator, left, right)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """`a.b`: the item first where `a` is a dict, so that no exception is raised and caught for each."""
        if type(obj) is dict and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)  # which refuses what leads to Python, such as __class__

    def get_template(
        self, name: str | Template, parent: str | None = None, globals: MutableMapping[str, Any] | None = None
    ) -> Template:
        """Each template once; there are no globals to merge."""
        if isinstance(name, Template):
            return name
        if name not in self._compiled:
            self._compiled[name] = super().get_template(name, parent)
        return self._compiled[name]


def published(site: Site, lang: Lang) -> str:
    """Which version a page is of, and since when; or that it is a draft."""
    if site.release is None:
        return WORDS[lang]["draft"]
    when = date(site.release.published[:10], lang)
    return WORDS[lang]["published"].format(version=site.release.version, date=when)


def host_text(text: Text | None, index: int) -> str:
    """A text of the host in one language; "" where it is not known."""
    return "" if text is None else (text.zh, text.en)[index]


def check_templates(root: Path, shown: str) -> None:
    """Raises `Refusal` where something in the templates folder is no plain file with a plain name, or would run code
    in a page.
    """
    problems = list(faults(root, shown, _LIMIT).values())
    for path in [] if problems else sorted(root.rglob("*")):
        name = path.relative_to(root).as_posix()
        with suppress(OSError, UnicodeError):  # a folder; and whoever loads the template says why it cannot be read
            problems += [] if is_left(path.name) else page_faults(f"{shown}/{name}", path.read_text("utf-8"))
    if problems:
        raise Refusal(problems)


class Renderer:
    """Renders the pages of one language. `shown` is how diagnostics name the templates folder."""

    def __init__(
        self, site: Site, lang: Lang, templates: Path, assets: Mapping[str, str], base_url: str, shown: str
    ) -> None:
        self._site = site
        self._assets = assets
        self._base_url = base_url.rstrip("/")
        self._shown = shown
        self._templates = templates
        self._env = _Environment(_Loader(templates, lang, shown), _MEMORY[lang])
        self._frames: dict[tuple[str, str, str], Mapping[str, Markup]] = {}

    def render(self, page: Page) -> str:
        """The page's HTML. Raises `Refusal` (template-undefined, template-syntax) with the template's line."""
        try:
            return self._render(page)
        except TemplateSyntaxError as error:
            raise Refusal(
                [
                    Diagnostic(
                        path=f"{self._shown}/{error.name or page.template}",
                        line=error.lineno,
                        column=1,
                        code=TEMPLATE_SYNTAX,
                        message=error.message or "this is not a template",
                        hint="see the Jinja template language",
                    )
                ]
            ) from None
        except TemplateNotFound as error:
            raise Refusal(
                [
                    Diagnostic(
                        path=f"{self._shown}/{error.name}",
                        code=FILE_MISSING,
                        message="this template is missing",
                        hint=f"it is needed for {page.output}",
                    )
                ]
            ) from None
        except (TemplateError, ArithmeticError, LookupError, RecursionError, TypeError, ValueError) as error:
            if not isinstance(error, TemplateError) and not self._is_templates(error):
                raise
            name, line = self._place(error, page.template)
            raise Refusal(
                [
                    Diagnostic(
                        path=f"{self._shown}/{name}",
                        line=line,
                        column=1,
                        code=TEMPLATE_UNDEFINED,
                        message=getattr(error, "message", "") or f"{type(error).__name__}: {error}",
                        hint=f"found while rendering {page.output}",
                    )
                ]
            ) from None

    def _is_templates(self, error: Exception) -> bool:
        """Whether a template's own line raised it (1 / 0, a template that includes itself), not this program."""
        ours = str(Path(__file__).resolve().parents[1])
        frames = [frame.filename for frame in traceback.extract_tb(error.__traceback__)]
        entered = next((i for i, name in enumerate(frames) if self._named(name)), len(frames))
        inner = frames[entered:]
        return bool(inner) and not any(name.startswith(ours) and name != __file__ for name in inner)

    def _place(self, error: Exception, template: str) -> tuple[str, int]:
        """The template and line where an undefined variable was used: the innermost template frame."""
        place = (template, 0)
        for frame in traceback.extract_tb(error.__traceback__):
            if name := self._named(frame.filename):
                place = (name, frame.lineno or 0)
        return place

    def _named(self, file: str) -> str:
        """The name of the template that a file is, or ""; one that was compiled ahead may have the folder's full path."""
        for folder in (self._templates, self._templates.resolve()):
            with suppress(ValueError):
                return Path(file).relative_to(folder).as_posix()
        return ""

    def _render(self, page: Page) -> str:
        depth = page.output.count("/")
        base = "../" * depth
        up = "../" * page.path.count("/")
        if page.path == "404.html" and self._base_url:
            # A server shows this page at any address, so its links must not depend on where that is.
            base = self._base_url + "/"
            up = base if page.lang == LANGUAGES[0] else f"{base}{page.lang}/"
        other = LANGUAGES[1] if page.lang == LANGUAGES[0] else LANGUAGES[0]
        folder = "" if other == LANGUAGES[0] else f"{other}/"
        frame = self._frame(page, base, up)
        # What only leads elsewhere is no page to list or to share.
        signpost = page.template in ("notfound.html", "moved.html")
        address = f"{self._base_url}/{page.output}" if self._base_url else ""
        image = f"{self._base_url}/{self._assets['share.png']}" if self._base_url else ""
        return self._env.get_template(page.template).render(
            page.context,
            t=WORDS[page.lang],
            lang=TAGS[page.lang],
            en=page.lang == "en",
            base=base,
            up=up,
            assets=self._assets,
            site_name=self._site.name[LANGUAGES.index(page.lang)],
            page_title=page.title,
            description=page.description,
            crumbs=page.crumbs,
            frame=frame,
            other=f"{base}{folder}{page.path}",
            other_lang=TAGS[other],
            qr=qr,
            published=published(self._site, page.lang),
            labels=page_labels(self._site, page, address, image),
            graph=() if signpost else open_graph(self._site, page, address, image),
            signpost=signpost,
            canonical=address,
            alternates=[
                (TAGS[x], f"{self._base_url}/{'' if x == LANGUAGES[0] else x + '/'}{page.path}") for x in LANGUAGES
            ]
            if self._base_url
            else [],
        )

    def _frame(self, page: Page, base: str, up: str) -> Mapping[str, Markup]:
        key = (page.lang, base, page.active)
        if key not in self._frames:
            newest = self._site.newest
            words = WORDS[page.lang]
            index = LANGUAGES.index(page.lang)
            values = {
                "t": words,
                "base": base,
                "up": up,
                "policy": policy(self._site.host.portal_hosts),
                "en": page.lang == "en",
                "assets": {name: base + path for name, path in self._assets.items()},
                "navigation": navigation(self._site, page.lang),
                "active": page.active,
                "site_name": self._site.name[index],
                "sitemap": up + "sitemap.html",
                "labels": frame_labels(self._site, page.lang, page.active),
                "published": published(self._site, page.lang),
                "feed": feeds_made(self._site, self._base_url),
                "host": self._site.host,
                "icp": foreign(self._site.host.icp or "", page.lang),
                "police": foreign(self._site.host.police or "", page.lang),
                "has_contact": self._site.contact is not None,
                "sponsor": host_text(self._site.host.sponsor, index),
                "extra": [
                    Frame(key, words[key], f"{key}.html")
                    for key, present in (("glossary", self._site.terms), ("places", self._site.places))
                    if present
                ],
                "recorded": words["year_noted"].format(
                    was=newest.outcome_year, will=newest.goal_year, date=date(newest.meta.issued, page.lang)
                ),
            }
            self._frames[key] = {
                part: Markup(self._env.get_template(f"frame/{part}.html").render(values))
                for part in ("head", "tools", "header", "footer")
            }
        return self._frames[key]
