"""Everything that the site consists of: its assets, its pages in each language, and the files that are no page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from itertools import product
from pathlib import Path

from workreport.cards import SQUARE, WIDE, Card, Picture, Sheet, compose, lacking, poster, svg
from workreport.charts import COLOURS, Chart, Drawings, Store, charts, draw, own_colours
from workreport.content import Content
from workreport.diagnostics import Diagnostic, Refusal
from workreport.exports import crawler_files, exports, feeds, former, manifests, pinyin, search_script, traditional
from workreport.gate import TEMPLATE_LIMIT, Links, Written, scan
from workreport.pages import pages, to_html
from workreport.render import Asset, Renderer, fingerprinted, mark
from workreport.site import Site, Urls, urls


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A rendered page: where it goes, and what it links to."""

    path: str
    data: bytes
    links: Links
    pictures: Mapping[str, Picture]
    """By path: what is painted and published beside it."""
    drawings: Mapping[str, bytes]
    """By path: what is published beside it as SVG."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Files:
    """The files of a site, each made when it is asked for."""

    site: Site
    content: Content
    base_url: str
    templates: Path
    assets: Mapping[str, Asset]
    """By the name that templates have for it."""
    charts: Mapping[str, Mapping[str, Chart]]
    drawings: Drawings
    cards: bool
    """Whether pages have pictures of themselves."""
    painted: bool
    """Whether there are other pictures, which need no address."""
    store: str
    """The folder in which compiled templates are kept for the next build; "" for none."""

    def pages(self, lang: str) -> Iterator[Page]:
        """Every page of one language; problems of all templates are collected before they are raised."""
        shown = self.templates.as_posix()
        paths = {name: asset.path for name, asset in self.assets.items()}
        renderer = Renderer(self.site, lang, self.templates, paths, self.base_url, shown, self.store)
        problems: dict[tuple[str, int, str], Diagnostic] = {}
        named = Urls(languages=self.site.languages)
        for page in pages(self.site, lang, self.charts[lang], self.drawings, self.base_url, painted=self.painted):
            pictures = self._pictures(page.card) if page.card else {}
            if not pictures:
                page = replace(page, card=None)
            try:
                html = renderer.render(page)
            except Refusal as refusal:
                for problem in refusal.diagnostics:
                    problems.setdefault((problem.path, problem.line, problem.message), problem)
                if any(problem.code is TEMPLATE_LIMIT for problem in refusal.diagnostics):
                    break  # the next page would take as much
                continue
            own = [long for long in page.long if long.page == page.path]
            yield Page(
                path=page.output,
                data=html.encode(),
                links=scan(page.output, html, self.base_url),
                pictures={
                    **(pictures if page.card and page.card.path == page.path else {}),
                    **{named.output(long.png, lang): _long(long.sheet) for long in own},
                },
                drawings={named.output(long.svg, lang): svg(long.sheet).encode() for long in own},
            )
        if problems:
            raise Refusal(problems.values())
        renderer.keep()

    def _pictures(self, card: Card) -> Mapping[str, Picture]:
        """The pictures of a card, by path; none where a character is not in the fonts."""
        if not self.cards or lacking(*card.texts):
            return {}
        named, colours = Urls(languages=self.site.languages), _colours(self.site)
        forms = {urls.picture(card.path): WIDE}
        if card.lang == self.site.source:
            forms[urls.square(card.path)] = SQUARE
        return {
            named.output(path, card.lang): Picture(
                key=repr((card, form, sorted(colours.items()))), draw=partial(compose, card, form, colours)
            )
            for path, form in forms.items()
        }

    def paintings(self, lang: str) -> Iterator[tuple[str, Picture]]:
        """The charts of one language as pictures, and where they go; what no page leads to is not wanted."""
        named, colours = Urls(languages=self.site.languages), _colours(self.site)
        for (of, path), drawn in self.drawings.items():
            if of == lang and drawn.picture:
                said = (drawn.wide, drawn.title, drawn.below, drawn.source, lang, sorted(colours.items()))
                yield (
                    named.output(urls.picture(path), lang),
                    Picture(key=repr(said), draw=partial(poster, drawn, lang, colours)),
                )

    def texts(self) -> Iterator[Written]:
        """The texts of the content that may hold links: summaries, and what leads to those who run the site."""
        named = Urls(languages=self.site.languages)
        for lang in self.site.languages:
            for raw, report in product(self.content.cycles, self.site.reports):
                if raw.id != report.id:
                    continue
                for entries, sections in ((raw.review, report.review), (raw.tasks, report.tasks)):
                    paths = {section.ref.id.slug: section.ref for section in sections}
                    for entry in entries:
                        ref, summary = paths[entry.value.id], entry.value.summary
                        if summary is None:
                            continue
                        yield Written(
                            place=entry.at("summary", lang),
                            html=to_html(summary[lang]),
                            pages=frozenset(named.output(path, lang) for path in (ref.path, urls.year(ref.year))),
                        )
            if self.site.contact:
                yield Written(
                    place=self.content.site.at("contact", lang),
                    html=to_html(self.site.contact[lang]),
                    pages=frozenset({named.output(urls.ACCESSIBILITY, lang)}),
                )

    def data(self) -> Iterator[tuple[str, bytes]]:
        """Every file that is no page and no asset: open data, drawings to download, feeds, versions."""
        yield from exports(self.site, self.charts[self.site.source].values(), self.base_url)
        for (lang, path), drawn in self.drawings.items():
            yield Urls(languages=self.site.languages).output(urls.drawing(path), lang), drawn.file
        yield from feeds(self.site, self.base_url)
        icons = [self.assets[name] for name in (mark(self.assets), "share.png") if name in self.assets]
        yield from manifests(self.site, self.base_url, {icon.path: icon.data for icon in icons})
        yield from former(self.site, self.base_url)

    def crawlers(self, paths: list[str]) -> Iterator[tuple[str, bytes]]:
        """What search engines ask for first; `paths` are those of all pages."""
        own = [path for path in paths if not path.startswith(tuple(f"{lang}/" for lang in self.site.languages[1:]))]
        yield from crawler_files(self.site, own, self.base_url)


def drawn(
    site: Site, store: Store | None, base_url: str = "", *, painted: bool = False
) -> tuple[Mapping[str, Mapping[str, Chart]], Drawings]:
    """All charts in all languages; and drawn, with the help of `store`, unless there is none.

    `painted`: those that pages show as drawings are to be pictures as well, but where a character is not in the fonts.
    """
    made = {lang: charts(site, lang) for lang in site.languages}
    every = [chart for lang in site.languages for chart in made[lang].values()]
    if store is None:
        return made, {}
    made_at = Urls(languages=site.languages, base_url=base_url)
    roots = {lang: made_at.address("", lang) for lang in site.languages}
    found = draw(every, store, colours=_colours(site), addresses=roots)
    return made, {
        (lang, path): replace(own, picture=made[lang][path].kind != "figures" and not lacking(*own.texts))
        if painted
        else own
        for (lang, path), own in found.items()
    }


def _long(sheet: Sheet) -> Picture:
    return Picture(key=repr(sheet), draw=lambda: sheet)


def _colours(site: Site) -> Mapping[str, str]:
    """Those of pictures and of files to download."""
    return COLOURS | own_colours(site.looks, "light")


def scripts(site: Site) -> dict[str, Asset]:
    """The scripts that are made from the content: what the search looks in."""
    names = {f"search-{lang}.js": lang for lang in site.languages}
    return {name: fingerprinted(name, search_script(site, lang, pinyin, traditional)) for name, lang in names.items()}
