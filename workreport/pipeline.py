"""The way of the data: load, verify, resolve, render, publish. Reads from top to bottom."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from workreport.assets import Asset, read_assets
from workreport.errors import Diagnostic, Refusal
from workreport.exports import exports
from workreport.forks import in_parallel
from workreport.i18n import LANGUAGES
from workreport.links import Links, broken, scan
from workreport.load import load
from workreport.pages import pages
from workreport.publish import Published, Stage, Staged
from workreport.render import Renderer
from workreport.resolve import Site, resolve
from workreport.verify import Counts, verify

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


class Built(NamedTuple):
    """What a build did: the counts of the gate, the number of pages, and what was published."""

    counts: Counts
    pages: int
    published: Published


class _Rendered(NamedTuple):
    """A rendered page: where it goes, and what it links to."""

    path: str
    data: bytes
    links: Links


Progress = Callable[[int], None]


def check(options: Options) -> Counts:
    """Everything but publishing. Raises `Refusal` with all problems."""
    site = resolve(verify(load(options.content, options.content.as_posix())))
    assets = read_assets(options.assets, options.assets.as_posix())
    files = {asset.path for asset in assets.values()} | {path for path, _ in exports(site, options.base_url)}
    links: dict[str, Links] = {}
    for lang in LANGUAGES:
        for page in _render(site, assets, options, lang):
            links[page.path] = page.links
    _refuse(broken(links, files | set(links)))
    return site.counts


def build(options: Options, progress: Progress = lambda done: None) -> Built:
    """Verify `content/` and publish it. Raises `Refusal`; the last good site is untouched then."""
    site = resolve(verify(load(options.content, options.content.as_posix())))
    assets = read_assets(options.assets, options.assets.as_posix())
    with Stage(options.output, [options.content, options.templates, options.assets]) as stage:
        paths = set()
        for path, data in exports(site, options.base_url):
            stage.write(path, data)
            paths.add(path)
        for asset in assets.values():
            stage.write(asset.path, asset.data)
            paths.add(asset.path)

        def work(lang: str) -> list[tuple[Staged, Links]]:
            done = []
            for page in _render(site, assets, options, lang):
                done.append((stage.writer.write(page.path, page.data), page.links))
                if len(done) % 100 == 0:
                    progress(len(done))
            return done

        estimate = 2 * (len(site.metrics) + sum(len(s.commitments) for r in site.reports for s in r.tasks))
        jobs = options.jobs if estimate >= PARALLEL_FROM else 1
        links: dict[str, Links] = {}
        for batch in in_parallel(work, LANGUAGES, jobs):
            for staged, found in batch:
                stage.record(staged)
                links[staged.path] = found
        _refuse(broken(links, paths | set(links)))
        return Built(site.counts, len(links), stage.commit())


def _render(site: Site, assets: dict[str, Asset], options: Options, lang: str) -> Iterator[_Rendered]:
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
    for page in pages(site, lang):
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
