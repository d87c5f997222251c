"""The site: its name and topics, who publishes it, and its releases."""

from __future__ import annotations

from typing import Annotated

from pydantic import ConfigDict, Field
from pydantic.functional_validators import AfterValidator

from workreport.content.schema.fields import (
    Address,
    AssetName,
    BaseUrl,
    HostName,
    Id,
    LanguageCode,
    Line,
    Moment,
    ReferenceForm,
    Sha256,
    SiteCode,
    Version,
    Words,
)
from workreport.content.schema.looks import Looks
from workreport.content.schema.text import DEFAULT_LANGUAGES, Model, Text
from workreport.diagnostics import say


def _once(languages: tuple[str, ...]) -> tuple[str, ...]:
    """Every language has one folder."""
    for code in languages:
        if languages.count(code) > 1:
            raise ValueError(say("{code} stands twice", code=code))
    return languages


Languages = Annotated[tuple[LanguageCode, ...], AfterValidator(_once)]


class Topic(Model):
    """A subject that residents think in."""

    model_config = ConfigDict(title=say("topic"))

    id: Id = Field(description=say("Named in the topics lists."))
    title: Text = Field(description=say("Its name."))


class Host(Model):
    """Who publishes the site and where: what the rules for Chinese government sites ask for.

    The site is a special topic inside a portal, so most of this is the portal's. What is not known stays
    empty and is left out of the pages; `check --release` lists it.
    """

    model_config = ConfigDict(title=say("host"))

    base_url: BaseUrl | None = Field(
        default=None, description=say("The address of the site's folder; --base-url goes first.")
    )
    sponsor: Text | None = Field(default=None, description=say("主办单位: the body that publishes the portal."))
    portal: Text | None = Field(default=None, description=say("SiteName: the portal's name."))
    domain: HostName | None = Field(default=None, description=say("SiteDomain: the portal's domain."))
    site_code: SiteCode | None = Field(
        default=None, description=say("SiteIDCode: 网站标识码, ten digits or bm and eight.")
    )
    icp: Words | None = Field(default=None, description=say("The ICP filing number, as the footer prints it."))
    police: Words | None = Field(
        default=None, description=say("The public-security filing number, as the footer prints it.")
    )
    badge: Address | None = Field(default=None, description=say("The page of the 党政机关网站标识."))
    badge_image: AssetName | None = Field(default=None, description=say("The badge's picture, a file in assets/."))
    police_image: AssetName | None = Field(
        default=None, description=say("The picture that stands before the public-security number, a file in assets/.")
    )
    report_error: Address | None = Field(default=None, description=say("The portal's page of 我为政府网站找错."))
    portal_hosts: tuple[HostName, ...] = Field(
        default=(),
        strict=False,
        description=say("Hosts whose scripts the portal's system puts into pages; usually none."),
    )


class Licence(Model):
    """On what terms the data may be used: for the publisher to say."""

    model_config = ConfigDict(title=say("licence"))

    name: Words = Field(description=say("Its identifier, such as CC-BY-4.0."))
    title: Text = Field(description=say("Its name."))
    address: Address = Field(description=say("Where it can be read."))


class Reference(Model):
    """The national standard that references follow, and how one reads."""

    model_config = ConfigDict(title=say("reference"))

    name: Line = Field(default="GB/T 7714—2025", description=say("The standard, as pages name it."))
    form: ReferenceForm = Field(
        default="{issuer}. {title}：{number}[EB/OL]. （{issued}）[{accessed}]. {address}.",
        description=say("A reference to a document on line. Without a base URL it ends before {{address}}."),
    )


class Release(Model):
    """A version of the site that was published."""

    model_config = ConfigDict(title=say("release"))

    version: Version = Field(description=say("Such as 1.0; rises from release to release."))
    published: Moment = Field(
        description=say("When it went online, YYYY-MM-DD HH:MM in quotes: the real time, Beijing.")
    )
    notes: Text = Field(description=say("What is new, in a sentence or two."))
    digest: Sha256 | None = Field(
        default=None, description=say("The SHA-256 of its SHA256SUMS, as the build printed it; known after the build.")
    )
    record: Sha256 | None = Field(
        default=None,
        description=say(
            "The SHA-256 of the addresses, codes and sentences published by then; build.py release writes it."
        ),
    )


class Site(Model):
    """`content/site.yaml`."""

    model_config = ConfigDict(title=say("site"))

    languages: Languages = Field(
        default=DEFAULT_LANGUAGES,
        min_length=1,
        strict=False,
        description=say("Of the site: first that of the source text, which lives at its root; zh and en if left out."),
    )
    name: Text = Field(description=say("The site's name."))
    tagline: Text = Field(description=say("One sentence that says what the site is."))
    place: Text | None = Field(
        default=None,
        description=say(
            "Whose reports they are, in full, such as 天津市河东区: there is another 河东区. Without it pages name the issuer."
        ),
    )
    allow_pending: bool = Field(description=say("false: a section marked pending refuses the build."))
    topics: tuple[Topic, ...] = Field(min_length=1, strict=False, description=say("All topics, in order."))
    contact: Text | None = Field(
        default=None,
        description=say("How to reach whoever publishes the site, in Markdown; shown on the accessibility page."),
    )
    host: Host = Field(default=Host(), description=say("Who publishes the site and where."))
    licence: Licence | None = Field(
        default=None, description=say("On what terms the data may be used; empty: not stated.")
    )
    reference: Reference = Field(
        default=Reference(), description=say("The style of references; GB/T 7714—2025 if left out.")
    )
    looks: Looks = Field(default=Looks(), description=say("What another place changes of how the site looks."))
    keep_versions: bool = Field(
        default=True, description=say("false: the site leaves former versions out, where its host is small.")
    )
    releases: tuple[Release, ...] = Field(
        default=(), strict=False, description=say("Every version published, the oldest first; none yet: a draft.")
    )
