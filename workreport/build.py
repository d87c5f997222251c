"""The way of the data: load, verify, resolve, render, publish. Reads from top to bottom."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from workreport.charts import Chart, Drawings, Store, charts, draw
from workreport.content import load
from workreport.diagnostics import Diagnostic, Refusal
from workreport.exports import crawler_files, exports, feeds, pinyin, search_script, traditional
from workreport.forks import in_parallel
from workreport.gate import Counts, Links, broken, image_faults, release_gaps, scan, verify
from workreport.i18n import LANGUAGES, Lang
from workreport.pages import pages
from workreport.publish import Published, Stage, Staged
from workreport.render import Asset, Renderer, check_templates, fingerprinted, precompile, read_assets
from workreport.site import Site, Urls, resolve, urls

PARALLEL_FROM = 400
"""Pages below which a second process costs more than it saves."""


class Options(NamedTuple):
    """Where things are, as the user named them, and how to build."""

    content: Path
    output: Path
    templates: Path
    assets: Path
    base_url: str
    jobs: int
    charts: bool = True
    """False: pages show the tables of charts alone."""
    store: str = ""
    """The folder in which drawings are kept for the next build; "" keeps none."""


class Built(NamedTuple):
    """What a build did: the counts of the gate, the numbers of pages and of charts drawn, and what was published."""

    counts: Counts
    pages: int
    charts: int
    published: Published


class _Charts(NamedTuple):
    """The charts of the site: by language and path; and drawn."""

    charts: Mapping[Lang, Mapping[str, Chart]]
    drawings: Drawings

    def files(self) -> Iterator[tuple[str, bytes]]:
        """The charts to download, each under its path."""
        for (lang, path), drawn in self.drawings.items():
            yield Urls(languages=LANGUAGES).output(urls.drawing(path), lang), drawn.file


class _Rendered(NamedTuple):
    """A rendered page: where it goes, and what it links to."""

    path: str
    data: bytes
    links: Links


Progress = Callable[[int], None]


def warm(templates: Path) -> None:
    """Do ahead what takes time and is the same in most builds, for a process that waits to build."""
    import_module("xlsxwriter")  # which the workbook needs
    precompile(templates)
    traditional(())
    pinyin("预备")


def check(options: Options, *, release: bool = False) -> Counts:
    """Everything but publishing. Raises `Refusal` with all problems; `release`: also with what a release lacks."""
    if release:
        _refuse(list(_unready(options)))
    site, options, assets = _resolved(options)
    drawn = _draw(site, options, keep=False)
    files = {asset.path for asset in assets.values()} | {path for path, _ in _data(site, drawn, options)}
    links: dict[str, Links] = {}
    for lang in LANGUAGES:
        for page in _render(site, drawn, assets, options, lang):
            links[page.path] = page.links
    _refuse(broken(links, files | set(links)))
    return site.counts


def build(options: Options, progress: Progress = lambda done: None) -> Built:
    """Verify `content/` and publish it. Raises `Refusal`; the last good site is untouched then."""
    site, options, assets = _resolved(options)
    with Stage(options.output, [options.content, options.templates, options.assets]) as stage:
        # Before the second process starts: the engine does not survive a fork, and both languages need its work.
        drawn = _draw(site, options, keep=True)
        paths = set()
        for asset in assets.values():
            stage.write(asset.path, asset.data)
            paths.add(asset.path)

        def work(lang: Lang) -> list[tuple[Staged, Links | None]]:
            done: list[tuple[Staged, Links | None]] = []
            for page in _render(site, drawn, assets, options, lang):
                done.append((stage.writer.write(page.path, page.data), page.links))
                if len(done) % 100 == 0:
                    progress(len(done))
            if lang == LANGUAGES[0]:  # English pages take longer, since Chinese in them is marked: this evens it out
                done += [(stage.writer.write(path, data), None) for path, data in _data(site, drawn, options)]
            return done

        estimate = 2 * (len(site.metrics) + sum(len(s.commitments) for r in site.reports for s in r.tasks))
        jobs = options.jobs if estimate >= PARALLEL_FROM else 1
        links: dict[str, Links] = {}
        for batch in in_parallel(work, LANGUAGES, jobs):
            for staged, found in batch:
                stage.record(staged)
                paths.add(staged.path)
                if found is not None:
                    links[staged.path] = found
        _refuse(broken(links, paths))
        own = [path for path in links if not path.startswith(tuple(f"{lang}/" for lang in LANGUAGES[1:]))]
        for path, data in crawler_files(site, own, options.base_url):
            stage.write(path, data)
        return Built(site.counts, len(links), len(drawn.drawings), stage.commit())


def _unready(options: Options) -> Iterator[Diagnostic]:
    """What the gate refuses, and what a release lacks besides."""
    content = load(options.content, options.content.as_posix())
    yield from release_gaps(content, options.base_url)
    try:
        verify(content)
    except Refusal as refusal:
        yield from refusal.diagnostics


def _resolved(options: Options) -> tuple[Site, Options, dict[str, Asset]]:
    """The content past the gate; the options with the base URL that holds, the user's or the content's; the assets."""
    content = load(options.content, options.content.as_posix())
    site = resolve(verify(content))
    check_templates(options.templates, options.templates.as_posix())
    assets = read_assets(options.assets, options.assets.as_posix())
    _refuse(image_faults(content, assets))
    base_url = options.base_url or (site.host.base_url or "").rstrip("/")
    return site, options._replace(base_url=base_url), assets | _scripts(site)


def _draw(site: Site, options: Options, *, keep: bool) -> _Charts:
    """All charts in all languages, drawn unless the build goes without; drawings are kept if `keep`."""
    made = {lang: charts(site, lang) for lang in LANGUAGES}
    if not options.charts:
        return _Charts(made, {})
    store = Store(options.store)
    store.load()
    drawings = draw([chart for lang in LANGUAGES for chart in made[lang].values()], store)
    if keep:
        store.save()
    return _Charts(made, drawings)


def _scripts(site: Site) -> dict[str, Asset]:
    """The scripts that are made from the content: what the search looks in."""
    made = {}
    for lang in LANGUAGES:
        name = f"search-{lang}.js"
        made[name] = fingerprinted(name, search_script(site, lang, pinyin, traditional))
    return made


def _data(site: Site, drawn: _Charts, options: Options) -> Iterator[tuple[str, bytes]]:
    """Every file that is no page and no asset."""
    yield from exports(site, drawn.charts[LANGUAGES[0]].values(), options.base_url)
    yield from drawn.files()
    yield from feeds(site, options.base_url)


def _render(site: Site, drawn: _Charts, assets: dict[str, Asset], options: Options, lang: Lang) -> Iterator[_Rendered]:
    """Every page of one language; problems of all templates are collected before they are raised."""
    renderer = Renderer(
        site,
        lang,
        options.templates,
        {name: asset.path for name, asset in assets.items()},
        options.base_url,
        options.templates.as_posix(),
    )
    problems: dict[tuple[str, int, str], Diagnostic] = {}
    for page in pages(site, lang, drawn.charts[lang], drawn.drawings, options.base_url):
        try:
            html = renderer.render(page)
        except Refusal as refusal:
            for problem in refusal.diagnostics:
                problems.setdefault((problem.path, problem.line, problem.message), problem)
            continue
        yield _Rendered(page.output, html.encode(), scan(page.output, html, options.base_url))
    _refuse(list(problems.values()))


def _refuse(problems: list[Diagnostic]) -> None:
    if problems:
        raise Refusal(problems)
