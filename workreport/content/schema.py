"""The content as editors type it: strict, frozen models, one for each kind of file under `content/`.

The models say which fields exist and of which type; whether what stands in them is true is for the
gate (`verify`). Their JSON Schema is what `content/schema/` holds.
"""

from __future__ import annotations

import re
from datetime import datetime
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, WithJsonSchema
from pydantic.functional_validators import AfterValidator, BeforeValidator
from pydantic_core import PydanticKnownError

from workreport.content.address import BASE_URL, is_page
from workreport.figures import Bound, Comparability

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
Direction = Literal["higher", "lower", "neither"]
FigureWaiverReason = Literal[
    "date", "name", "ordinal", "document_number", "threshold", "fixed_phrase", "restated", "first_of_its_kind"
]
SentenceWaiverReason = Literal["background", "guiding_principle", "transition", "lead_in", "closing", "distribution"]


def _decimal(value: Any) -> Any:
    """Whole numbers become Decimal too, so that strict Decimal fields take 16500 as well as 1.65."""
    return Decimal(value) if type(value) is int else value


def _real(text: str) -> str:
    """The pattern lets 2023-02-30 pass; the calendar does not."""
    try:
        datetime.fromisoformat(text)
    except ValueError:
        raise ValueError(f"there is no {text}") from None
    return text


def _reference(form: str) -> str:
    """What stands in braces is something that a citation has."""
    unknown = set(re.findall(r"\{[^{}]*\}?|\}", form)) - {f"{{{name}}}" for name in REFERENCE}
    if unknown:
        raise ValueError(
            f"{' and '.join(sorted(unknown))} is nothing that a citation has; there are "
            + ", ".join(f"{{{name}}}" for name in REFERENCE)
        )
    return form


def _written(text: str) -> str:
    """Blanks are no text: a page would have a label, and a release a field, with nothing in it."""
    if not text.strip():
        raise PydanticKnownError("string_too_short", {"min_length": 1})
    return text


def _folder(address: str) -> str:
    """Every page's address begins with that of the folder."""
    if is_page(address):
        raise ValueError("this is the address of a page; write that of its folder")
    return address


REFERENCE = ("issuer", "title", "number", "issued", "accessed", "address")
"""What the form of a reference may name."""

Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=56)]
Number = Annotated[Decimal, BeforeValidator(_decimal), WithJsonSchema({"type": "number"})]
Line = Annotated[str, StringConstraints(min_length=1)]
Words = Annotated[Line, AfterValidator(_written)]
BlockId = Annotated[str, StringConstraints(pattern=r"^[ph][1-9][0-9]*$")]
ParagraphId = Annotated[str, StringConstraints(pattern=r"^p[1-9][0-9]*$")]
SentenceId = Annotated[str, StringConstraints(pattern=r"^p[1-9][0-9]*s[1-9][0-9]*$")]
Date = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"), AfterValidator(_real)]
MetricRef = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}/[a-z0-9]+(-[a-z0-9]+)*$")]
Moment = Annotated[
    str, StringConstraints(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2} [0-2][0-9]:[0-5][0-9]$"), AfterValidator(_real)
]
Address = Annotated[str, StringConstraints(pattern=r"^https?://[^\s\"'<>]+$")]
BaseUrl = Annotated[str, StringConstraints(pattern=BASE_URL), AfterValidator(_folder)]
HostName = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?$")]
SiteCode = Annotated[str, StringConstraints(pattern=r"^(bm[0-9]{8}|[0-9]{10})$")]
Version = Annotated[str, StringConstraints(pattern=r"^[0-9]+(\.[0-9]+){1,2}$")]
Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
ReferenceForm = Annotated[str, StringConstraints(min_length=1), AfterValidator(_reference)]
AssetName = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]*\.(png|svg)$")]
ShortCode = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}-[MC][0-9]{3,}$")]
PageRef = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}/(metrics|commitments)/[a-z0-9]+(-[a-z0-9]+)*$")]

AddressRef = Annotated[str, StringConstraints(pattern=r"^([0-9]{4}/(targets/)?|topics/)[a-z0-9]+(-[a-z0-9]+)*$")]


class Model(BaseModel):
    """What all content models share: no extra fields, no silent conversion, no later change."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Text(Model):
    """A text in both languages."""

    model_config = ConfigDict(title="text in two languages")

    zh: Words = Field(description="The Chinese text.")
    en: Words = Field(description="The English text: complete, with the same quantities.")


class Change(Model):
    """Growth on the year before, where the sentence gives it beside the figure."""

    model_config = ConfigDict(title="change")

    value: Number = Field(description="As printed; below zero for a decline.")
    unit: Line = Field(description="The unit as printed, such as % or 个百分点.")
    bound: Bound = Field(default="exact", description="What the words round the number say.")


class Range(Model):
    """Which paragraphs of the source text a section covers, both ends included."""

    model_config = ConfigDict(title="paragraph range")

    first: ParagraphId = Field(description="The first paragraph, such as p19.")
    last: ParagraphId = Field(description="The last paragraph.")


class Metric(Model):
    """One quantified statement of the review."""

    model_config = ConfigDict(title="metric")

    id: Id = Field(description="Becomes the URL; never changes, is never reused.")
    title: Text = Field(description="What is counted, without the number.")
    quote: Line = Field(description="A verbatim run of the source text that holds the figure and its hedges.")
    value: Number = Field(description="The number in `unit`, as printed (1.65 with 万人).")
    value_high: Number | None = Field(default=None, description="The upper end of a range.")
    unit: str = Field(description="The unit as printed, with 万 or 亿; see units.yaml.")
    bound: Bound = Field(description="exact, about, at_least, more_than, at_most or range.")
    estimate: bool = Field(default=False, description="true where the report says 预计 (expected).")
    change: Change | None = Field(default=None, description="Growth on the year before.")
    direction: Direction = Field(description="Whether higher or lower is better, or neither.")
    part_of: Id | None = Field(default=None, description="The metric of which this one is a part.")
    whole: Text | None = Field(default=None, description="For a share: what it is a share of.")
    topics: tuple[Id, ...] = Field(min_length=1, strict=False, description="Topic ids of site.yaml.")
    places: tuple[Id, ...] = Field(default=(), strict=False, description="Places that the quote does not name itself.")
    note: Text | None = Field(default=None, description="A remark for the page, in the site's own words.")


class Baseline(Model):
    """What a target is compared with, and whether the two may be compared at all."""

    model_config = ConfigDict(title="baseline")

    metric: MetricRef | None = Field(default=None, description="year/metric-id, such as 2022/new-jobs.")
    comparability: Comparability = Field(description="same, basis_differs, scope_differs, qualitative or no_baseline.")
    reason: Text | None = Field(default=None, description="Why the two differ; needed unless `same`.")


class Target(Model):
    """One quantified promise of a commitment, or one stated in words (`words`)."""

    model_config = ConfigDict(title="target")

    id: Id = Field(description="Unique among the targets of its year; never changes.")
    title: Text = Field(description="What is counted, without the number.")
    quote: Line | None = Field(default=None, description="Where it differs from the commitment's quote.")
    value: Number | None = Field(default=None, description="The number in `unit`, as printed.")
    value_high: Number | None = Field(default=None, description="The upper end of a range.")
    unit: str | None = Field(default=None, description="The unit as printed; see units.yaml.")
    bound: Bound | None = Field(default=None, description="What the words round the number say.")
    words: Text | None = Field(default=None, description="The goal in words, verbatim, where it has no number.")
    estimate: bool = Field(default=False, description="true where the report says 预计.")
    direction: Direction = Field(description="Whether higher or lower is better, or neither.")
    whole: Text | None = Field(default=None, description="For a share: what it is a share of.")
    baseline: Baseline = Field(description="What the target is compared with.")
    note: Text | None = Field(default=None, description="A remark for the page.")


class Commitment(Model):
    """One promise of the tasks part."""

    model_config = ConfigDict(title="commitment")

    id: Id = Field(description="Becomes the URL; never changes, is never reused.")
    title: Text = Field(description="The promise in a few words, with its number where it has one.")
    plain: Text | None = Field(
        default=None, description="The promise in the site's own plain words, with no figure that its sentence lacks."
    )
    quote: Line = Field(description="A verbatim run of the source text: the clause and what it needs.")
    topics: tuple[Id, ...] = Field(min_length=1, strict=False, description="Topic ids of site.yaml.")
    places: tuple[Id, ...] = Field(default=(), strict=False, description="Place ids of places.yaml.")
    targets: tuple[Target, ...] = Field(default=(), strict=False, description="Its quantified promises.")
    note: Text | None = Field(default=None, description="A remark for the page.")


class _Chart(Model):
    id: Id = Field(description="Names the chart's files; unique among the charts of its year.")
    title: Text = Field(description="What the chart shows, in a few words.")
    note: Text | None = Field(default=None, description="A remark under the chart, in the site's own words.")


class ReviewChart(_Chart):
    """A chart of a review section."""

    model_config = ConfigDict(title="review chart")

    kind: Literal["bars", "share"] = Field(
        description="bars: figures of one unit from zero; share: parts of a whole, each with its whole."
    )
    metrics: tuple[Id, ...] = Field(min_length=1, strict=False, description="Metrics of this section.")


class TasksChart(_Chart):
    """A chart of a tasks section."""

    model_config = ConfigDict(title="tasks chart")

    kind: Literal["bars", "share", "dumbbell"] = Field(
        description="bars and share: the goals alone; dumbbell: goals with their outcomes, comparability same."
    )
    targets: tuple[Id, ...] = Field(min_length=1, strict=False, description="Targets of this section.")


class _Section(Model):
    id: Id = Field(description="Becomes the URL of the section's page.")
    title: Text = Field(description="The heading as printed, without its number, and its English.")
    summary: Text = Field(description="The site's own plain words, in Markdown.")
    paragraphs: Range = Field(description="Which paragraphs of the source text the section covers.")


class ReviewSection(_Section):
    """A section of the review: what was reported."""

    model_config = ConfigDict(title="review section")

    metrics: tuple[Metric, ...] = Field(default=(), strict=False, description="Its metrics.")
    charts: tuple[ReviewChart, ...] = Field(default=(), strict=False, description="Its charts, in order.")


class TasksSection(_Section):
    """A section of the tasks: what was promised."""

    model_config = ConfigDict(title="tasks section")

    commitments: tuple[Commitment, ...] = Field(default=(), strict=False, description="Its commitments.")
    charts: tuple[TasksChart, ...] = Field(default=(), strict=False, description="Its charts, in order.")


class Topic(Model):
    """A subject that residents think in."""

    model_config = ConfigDict(title="topic")

    id: Id = Field(description="Named in the topics lists.")
    title: Text = Field(description="Its name.")


class Host(Model):
    """Who publishes the site and where: what the rules for Chinese government sites ask for.

    The site is a special topic inside a portal, so most of this is the portal's. What is not known stays
    empty and is left out of the pages; `check --release` lists it.
    """

    model_config = ConfigDict(title="host")

    base_url: BaseUrl | None = Field(
        default=None, description="The address of the site's folder; --base-url goes first."
    )
    sponsor: Text | None = Field(default=None, description="主办单位: the body that publishes the portal.")
    portal: Text | None = Field(default=None, description="SiteName: the portal's name.")
    domain: HostName | None = Field(default=None, description="SiteDomain: the portal's domain.")
    site_code: SiteCode | None = Field(default=None, description="SiteIDCode: 网站标识码, ten digits or bm and eight.")
    icp: Words | None = Field(default=None, description="The ICP filing number, as the footer prints it.")
    police: Words | None = Field(
        default=None, description="The public-security filing number, as the footer prints it."
    )
    badge: Address | None = Field(default=None, description="The page of the 党政机关网站标识.")
    badge_image: AssetName | None = Field(default=None, description="The badge's picture, a file in assets/.")
    police_image: AssetName | None = Field(
        default=None, description="The picture that stands before the public-security number, a file in assets/."
    )
    report_error: Address | None = Field(default=None, description="The portal's page of 我为政府网站找错.")
    portal_hosts: tuple[HostName, ...] = Field(
        default=(), strict=False, description="Hosts whose scripts the portal's system puts into pages; usually none."
    )


class Licence(Model):
    """On what terms the data may be used: for the publisher to say."""

    model_config = ConfigDict(title="licence")

    name: Words = Field(description="Its identifier, such as CC-BY-4.0.")
    title: Text = Field(description="Its name.")
    address: Address = Field(description="Where it can be read.")


class Reference(Model):
    """The national standard that references follow, and how one reads."""

    model_config = ConfigDict(title="reference")

    name: Line = Field(default="GB/T 7714—2015", description="The standard, as pages name it.")
    form: ReferenceForm = Field(
        default="{issuer}. {title}: {number}[A/OL]. ({issued})[{accessed}]. {address}.",
        description="A reference to an archival document on line. Without a base URL it ends before {address}.",
    )


class Release(Model):
    """A version of the site that was published."""

    model_config = ConfigDict(title="release")

    version: Version = Field(description="Such as 1.0; rises from release to release.")
    published: Moment = Field(description="When it went online, YYYY-MM-DD HH:MM in quotes: the real time, Beijing.")
    notes: Text = Field(description="What is new, in a sentence or two.")
    digest: Sha256 | None = Field(
        default=None, description="The SHA-256 of its SHA256SUMS, as the build printed it; known after the build."
    )


class Site(Model):
    """`content/site.yaml`."""

    model_config = ConfigDict(title="site")

    name: Text = Field(description="The site's name.")
    tagline: Text = Field(description="One sentence that says what the site is.")
    allow_pending: bool = Field(description="false: a section marked pending refuses the build.")
    topics: tuple[Topic, ...] = Field(min_length=1, strict=False, description="All topics, in order.")
    contact: Text | None = Field(
        default=None,
        description="How to reach whoever publishes the site, in Markdown; shown on the accessibility page.",
    )
    host: Host = Field(default=Host(), description="Who publishes the site and where.")
    licence: Licence | None = Field(default=None, description="On what terms the data may be used; empty: not stated.")
    reference: Reference = Field(
        default=Reference(), description="The style of references; GB/T 7714—2015 if left out."
    )
    releases: tuple[Release, ...] = Field(
        default=(), strict=False, description="Every version published, the oldest first; none yet: a draft."
    )


class Report(Model):
    """`content/source/YYYY.report.yaml`: the identity of a report."""

    model_config = ConfigDict(title="report")

    title: Text = Field(description="The title as printed.")
    notice: Text | None = Field(
        default=None, description="The title of the covering notice, as printed, where the number is the notice's."
    )
    document_number: Line = Field(description="As printed, such as 河东政发〔2023〕1号.")
    issuer: Text = Field(description="The issuing body.")
    speaker: Text = Field(description="Who delivered it, as printed.")
    delivered: Date = Field(description="Date of delivery, YYYY-MM-DD in quotes.")
    issued: Date = Field(description="Date of the document, YYYY-MM-DD in quotes.")
    matter: tuple[Range, ...] = Field(
        default=(), strict=False, description="Paragraphs outside every section: covering notice, distribution."
    )


class FigureWaiver(Model):
    """A run of text whose numerals are no metric and no target."""

    model_config = ConfigDict(title="figure waiver")

    at: BlockId = Field(description="The paragraph (p12) or heading (h3).")
    text: Line = Field(description="The exact run of text.")
    reason: FigureWaiverReason = Field(description="Why nothing is encoded.")


class SentenceWaiver(Model):
    """A run of the tasks part that promises nothing."""

    model_config = ConfigDict(title="sentence waiver")

    at: SentenceId = Field(description="The sentence, such as p26s1.")
    text: Line = Field(description="The exact run of text: the sentence or the clauses meant.")
    reason: SentenceWaiverReason = Field(description="Why it is no commitment.")


class Waivers(Model):
    """`content/source/YYYY.waivers.yaml`."""

    model_config = ConfigDict(title="waivers")

    pending: tuple[MetricRef, ...] = Field(
        default=(), strict=False, description="Sections not yet encoded, as year/section-id."
    )
    figures: tuple[FigureWaiver, ...] = Field(default=(), strict=False, description="Numerals accounted for.")
    sentences: tuple[SentenceWaiver, ...] = Field(default=(), strict=False, description="Runs accounted for.")


class Term(Model):
    """A term of art in plain words."""

    model_config = ConfigDict(title="term")

    id: Id = Field(description="The anchor on the glossary page; never changes.")
    zh: Line = Field(description="The term as the report prints it.")
    en: Line = Field(description="How the translation renders it.")
    also: tuple[Line, ...] = Field(default=(), strict=False, description="Other forms that the rendering takes.")
    meaning: Text = Field(description="One or two plain sentences.")
    basis: Literal["rule", "usage", "report"] = Field(
        description="What the explanation rests on: a named rule, general usage, or the report alone."
    )
    rule: Text | None = Field(default=None, description="The rule, by its title; needed with basis: rule.")


class Glossary(Model):
    """`content/glossary.yaml`."""

    model_config = ConfigDict(title="glossary")

    terms: tuple[Term, ...] = Field(strict=False, description="All terms.")


class Place(Model):
    """A place that the report names."""

    model_config = ConfigDict(title="place")

    id: Id = Field(description="The anchor on the places page; never changes.")
    zh: Line = Field(description="The name as the report prints it.")
    en: Line = Field(description="The name in English.")


class Places(Model):
    """`content/places.yaml`."""

    model_config = ConfigDict(title="places")

    places: tuple[Place, ...] = Field(strict=False, description="All places.")


class Scale(Model):
    """A power of ten that stands before a unit."""

    model_config = ConfigDict(title="scale")

    zh: Line = Field(description="万 or 亿.")
    factor: Number = Field(description="By how much it multiplies.")
    en: Line = Field(description="Its name in English, for the data files.")


class UnitEntry(Model):
    """A unit, and how English prints it."""

    model_config = ConfigDict(title="unit")

    zh: str = Field(description="As the report prints it, without 万 or 亿.")
    one: str = Field(description="English singular.")
    other: str = Field(description="English plural.")
    print: Literal["spaced", "close", "none"] = Field(
        default="spaced", description="close: no space before it (%); none: English figures go without it."
    )
    named: tuple[Line, ...] = Field(
        default=(), strict=False, description="English texts must name the unit with one of these words."
    )
    alone: bool = Field(default=False, description="true: counts only where no word is joined to it.")


class UnitTable(Model):
    """`content/units.yaml`."""

    model_config = ConfigDict(title="units")

    scales: tuple[Scale, ...] = Field(strict=False, description="All scales.")
    units: tuple[UnitEntry, ...] = Field(strict=False, description="All units.")


class Permalink(Model):
    """A published id: the page and the sentence of the source that it has stood for since."""

    model_config = ConfigDict(title="permalink")

    id: PageRef = Field(description="2022/metrics/<id> or 2023/commitments/<id>.")
    code: ShortCode = Field(description="The short code for print and speech, such as 2023-C017; never changes.")
    sentence: SentenceId = Field(description="Where its quote begins; tells whether an id was reused.")
    first: Date | None = Field(default=None, description="When it was first published; empty before the first release.")
    moved_to: PageRef | None = Field(default=None, description="For a renamed id: the page that serves now.")
    retired: Text | None = Field(default=None, description="For an id that is gone: what happened.")


class PublishedAddress(Model):
    """Another id that is part of an address: a target, a section or a topic."""

    model_config = ConfigDict(title="published address")

    id: AddressRef = Field(description="2023/targets/<id>, 2023/<section> or topics/<topic>.")
    sentence: SentenceId | None = Field(default=None, description="For a target: where its quote begins.")
    first: Date | None = Field(default=None, description="When it was first published; empty before the first release.")
    moved_to: AddressRef | None = Field(default=None, description="For a renamed id: the one that serves now.")
    retired: Text | None = Field(default=None, description="For an id that is gone: what happened.")


class Permalinks(Model):
    """`content/permalinks.yaml`."""

    model_config = ConfigDict(title="permalinks")

    permalinks: tuple[Permalink, ...] = Field(strict=False, description="Every metric and commitment ever published.")
    addresses: tuple[PublishedAddress, ...] = Field(
        default=(), strict=False, description="Every target, section and topic ever published."
    )

    @property
    def firsts(self) -> tuple[str | None, ...]:
        """The first dates of all entries."""
        return (*(link.first for link in self.permalinks), *(link.first for link in self.addresses))


class Correction(Model):
    """A change of something that was published."""

    model_config = ConfigDict(title="correction")

    date: Date = Field(description="When it was corrected, YYYY-MM-DD in quotes.")
    item: PageRef | None = Field(default=None, description="The page it is about; empty for the site as a whole.")
    old: Text = Field(description="What stood there.")
    new: Text = Field(description="What stands there now.")
    reason: Text = Field(description="Why.")


class Corrections(Model):
    """`content/corrections.yaml`."""

    model_config = ConfigDict(title="corrections")

    corrections: tuple[Correction, ...] = Field(strict=False, description="All corrections, the oldest first.")
