"""How the site looks where it should look otherwise: its mark, two colours, a link to the government's own site."""

from __future__ import annotations

from pydantic import ConfigDict, Field

from workreport.content.schema.fields import Colour, PictureName, PngName, SecureAddress
from workreport.content.schema.text import Model, Text
from workreport.diagnostics import say


class Shade(Model):
    """A colour as light pages and as dark pages have it."""

    model_config = ConfigDict(title=say("colour"))

    light: Colour = Field(description=say('On white, in quotes: "#8b1a1a".'))
    dark: Colour = Field(description=say('On black, in quotes: "#f2b0a9".'))


class HeaderLink(Model):
    """A link above the site's name."""

    model_config = ConfigDict(title=say("header link"))

    title: Text = Field(description=say("What it says, such as the government's name."))
    address: SecureAddress = Field(description=say("Where it leads, https."))


class Looks(Model):
    """What another place changes without touching templates and style sheets; what is left out stays as it is."""

    model_config = ConfigDict(title=say("looks"))

    mark: PictureName | None = Field(
        default=None,
        description=say("The mark beside the site's name and in the browser's tab, a file in content/looks/."),
    )
    share: PngName | None = Field(
        default=None, description=say("The picture of share cards and home screens, a square PNG in content/looks/.")
    )
    main: Shade | None = Field(default=None, description=say("The colour of links, buttons, and outcomes in charts."))
    second: Shade | None = Field(default=None, description=say("The colour of goals in charts."))
    header_link: HeaderLink | None = Field(default=None, description=say("A link above the site's name."))

    @property
    def pictures(self) -> tuple[str, ...]:
        """The names of its files."""
        return tuple(dict.fromkeys(name for name in (self.mark, self.share) if name))
