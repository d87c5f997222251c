"""The way of the data: load, verify, resolve, render, publish. Reads from top to bottom."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from workreport.cards import Gallery
from workreport.charts import Store, charts
from workreport.content import Content, load
from workreport.diagnostics import Diagnostic, Refusal
from workreport.exports import kept
from workreport.files import Files, drawn, scripts
from workreport.forks import in_parallel
from workreport.gate import Counts, Links, broken, image_faults, release_dates, release_gaps, verify
from workreport.i18n import language_faults
from workreport.options import Options
from workreport.publish import Published, Stage, Staged
from workreport.render import check_templates, read_assets, with_looks
from workreport.site import Site, resolve

PARALLEL_FROM = 400
"""Pages below which a second process costs more than it saves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What a build did: the counts of the gate, the numbers of pages and of charts drawn, and what was published."""

    counts: Counts
    pages: int
    charts: int
    published: Published


Progress = Callable[[int], None]


def build(options: Options, progress: Progress = lambda done: None) -> Built:
    """Verify `content/` and publish it. Raises `Refusal`; the last good site is untouched then."""
    content = _load(options)
    site = resolve(verify(content))
    files = _files(site, content, options, keep=True)
    with Stage(options.output, [options.content, options.templates, options.assets]) as stage:
        gallery = Gallery(options.store) if options.cards else None
        pages = _render(files, stage, gallery, options.jobs, progress)
        if gallery:
            gallery.prune()
        return Built(counts=site.counts, pages=pages, charts=len(files.drawings), published=stage.commit())


def check(options: Options, *, release: bool = False, now: str = "") -> Counts:
    """Everything but publishing. Raises `Refusal` with all problems; `release`: also with what a release lacks.

    `now`: the time in Beijing, as site.yaml writes it, after which no release may be; "" holds none to it.
    """
    content = _load(options)
    if release:
        late = release_dates(content, now) if now else ()
        _refuse([*release_gaps(content, options.base_url), *late, *_refused(content)])
    return _checked(content, options).counts


def freeze(options: Options, content: Content) -> bytes:
    """The records of a release in a zip. Raises `Refusal` as `check` of a release."""
    _refuse(language_faults(content))
    _refuse([*release_gaps(content, options.base_url), *_refused(content)])
    site = _checked(content, options)
    base_url = _address(options, site)
    return kept(site, content, charts(site, site.source).values(), base_url)


def _checked(content: Content, options: Options) -> Site:
    """The site as it would be published, with every link of it followed. Raises `Refusal`."""
    site = resolve(verify(content))
    files = _files(site, content, options, keep=False)
    links: dict[str, Links] = {}
    pictures: set[str] = set()
    for lang in site.languages:
        for page in files.pages(lang):
            links[page.path] = page.links
            pictures |= page.pictures.keys() | page.drawings.keys()
        pictures.update(path for path, _ in files.paintings(lang))
    others = {asset.path for asset in files.assets.values()} | {path for path, _ in files.data()} | pictures
    _refuse(broken(links, others | set(links), files.texts, files.base_url))
    return site


def _load(options: Options) -> Content:
    """The content, in languages that pages can be written in."""
    content = load(options.content, options.content.as_posix())
    _refuse(language_faults(content))
    return content


def _refused(content: Content) -> Iterator[Diagnostic]:
    """What the gate refuses, as values."""
    try:
        verify(content)
    except Refusal as refusal:
        yield from refusal.diagnostics


def _files(site: Site, content: Content, options: Options, *, keep: bool) -> Files:
    """What will be written, from the content and the folders beside it; drawings are kept if `keep`.

    Charts are drawn here, before a second process starts, since all need them.
    """
    check_templates(options.templates, options.templates.as_posix())
    assets = with_looks(site, read_assets(options.assets, options.assets.as_posix()))
    _refuse(image_faults(content, assets))
    store = Store(options.store) if options.charts else None
    if store:
        store.load()
    base_url = _address(options, site)
    made, drawings = drawn(site, store, base_url, painted=options.cards)
    if store and keep:
        store.save()
    return Files(
        site=site,
        content=content,
        base_url=base_url,
        templates=options.templates,
        assets=assets | scripts(site),
        charts=made,
        drawings=drawings,
        cards=options.cards and bool(base_url),
        painted=options.cards,
        store=options.store if keep else "",
    )


def _render(files: Files, stage: Stage, gallery: Gallery | None, jobs: int, progress: Progress) -> int:
    """Put every file into the stage, a language a process where there are many pages. The number of pages."""
    site = files.site
    for asset in files.assets.values():
        stage.write(asset.path, asset.data)

    def work(lang: str) -> list[tuple[Staged, Links | None]]:
        done: list[tuple[Staged, Links | None]] = []
        for page in files.pages(lang):
            done.append((stage.writer.write(page.path, page.data), page.links))
            if gallery:
                made = {path: gallery.png(picture) for path, picture in page.pictures.items()} | {**page.drawings}
                done += [(stage.writer.write(path, data), None) for path, data in made.items()]
            if len(done) % 100 == 0:
                progress(len(done))
        if gallery:
            linked = {file for _, found in done if found for file, _ in found.targets}
            done += [
                (stage.writer.write(path, gallery.png(picture)), None)
                for path, picture in files.paintings(lang)
                if path in linked
            ]
        if lang == site.source:  # the others take longer, since Chinese in them is marked: this evens it out
            done += [(stage.writer.write(path, data), None) for path, data in files.data()]
        return done

    estimate = len(site.languages) * (len(site.metrics) + len(site.commitments))
    paths = {asset.path for asset in files.assets.values()}
    links: dict[str, Links] = {}
    for batch in in_parallel(work, site.languages, jobs if estimate >= PARALLEL_FROM else 1):
        for staged, found in batch:
            stage.record(staged)
            paths.add(staged.path)
            if found is not None:
                links[staged.path] = found
    _refuse(broken(links, paths, files.texts, files.base_url))
    for path, data in files.crawlers(list(links)):
        stage.write(path, data)
    return len(links)


def _address(options: Options, site: Site) -> str:
    """The site's address, without a slash at its end; "" where it is not known."""
    return options.base_url or (site.host.base_url or "").rstrip("/")


def _refuse(problems: list[Diagnostic]) -> None:
    if problems:
        raise Refusal(problems)
