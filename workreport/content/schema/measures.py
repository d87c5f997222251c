"""What is counted, above any year: the series that metrics and targets belong to."""

from __future__ import annotations

from typing import Literal

from pydantic import ConfigDict, Field

from workreport.content.schema.fields import Address, Id, Line
from workreport.content.schema.text import Model, Text
from workreport.diagnostics import say

MeasureType = Literal["stock", "flow", "ratio"]
"""As statistics has it: how many there are at a time (存量), what happens in a period (流量), or a share, a rate, an
average or a concentration (相对指标和平均指标)."""


class Direction(Model):
    """Whether a higher or a lower figure is better, and who says so."""

    model_config = ConfigDict(title=say("direction"))

    better: Literal["higher", "lower"] = Field(description=say("higher or lower."))
    source: Text = Field(description=say("The rule or the standard that says so, by its title."))
    address: Address | None = Field(default=None, description=say("Its address."))


class Measure(Model):
    """One thing that is counted, whatever the year."""

    model_config = ConfigDict(title=say("measure"))

    id: Id = Field(description=say("Stands in the data; never changes."))
    name: Text = Field(description=say("What it is called, without a year."))
    counted: tuple[Line, ...] = Field(
        min_length=1,
        strict=False,
        description=say("The words that reports use for what is counted; each figure's own words hold one of them."),
    )
    unit: Line = Field(description=say("The unit as printed, without 万 or 亿."))
    type: MeasureType = Field(
        description=say("stock (how many there are), flow (what happens in a period) or ratio (a share, an average).")
    )
    direction: Direction | None = Field(
        default=None, description=say("Whether higher or lower is better; left out where no rule says so.")
    )


class Measures(Model):
    """`content/measures.yaml`."""

    model_config = ConfigDict(title=say("measures"))

    measures: tuple[Measure, ...] = Field(strict=False, description=say("All measures."))
