"""The units that figures are read and printed with."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, ConfigDict, Field

from workreport.content.schema.fields import Line, Number
from workreport.content.schema.text import Model, Named
from workreport.diagnostics import say
from workreport.figures import PlainUnit, Units
from workreport.figures import Scale as ReadScale


class Scale(Named):
    """A power of ten that stands before a unit."""

    model_config = ConfigDict(title=say("scale"))

    factor: Number = Field(description=say("By how much it multiplies."))


class UnitEntry(Model):
    """A unit, and how English prints it."""

    model_config = ConfigDict(title=say("unit"))

    zh: str = Field(description=say("As the report prints it, without 万 or 亿."))
    one: str = Field(description=say("English singular."))
    other: str = Field(description=say("English plural."))
    print: Literal["spaced", "close", "none"] = Field(
        default="spaced", description=say("close: no space before it (%); none: English figures go without it.")
    )
    named: tuple[Line, ...] = Field(
        default=(), strict=False, description=say("English texts must name the unit with one of these words.")
    )
    alone: bool = Field(default=False, description=say("true: counts only where no word is joined to it."))
    difference: str = Field(
        default="", description=say("The unit that differences are stated in, where it is another: 个百分点 for %.")
    )
    counter: bool = Field(
        default=False, description=say("true: a bare measure word, which says nothing of what it counts.")
    )


def _differences_known(units: tuple[UnitEntry, ...]) -> tuple[UnitEntry, ...]:
    """What differences are stated in is a unit itself, with its English."""
    for unit in units:
        if unit.difference and unit.difference not in {other.zh for other in units}:
            raise ValueError(
                say("“{name}”, the difference of “{unit}”, is not among them", name=unit.difference, unit=unit.zh)
            )
    return units


class UnitTable(Model):
    """`content/units.yaml`."""

    model_config = ConfigDict(title=say("units"))

    scales: tuple[Scale, ...] = Field(strict=False, description=say("All scales."))
    rates: tuple[Line, ...] = Field(
        default=(), strict=False, description=say("What 每 may stand before: 每万人…平方米 is 平方米/万人.")
    )
    units: Annotated[tuple[UnitEntry, ...], AfterValidator(_differences_known)] = Field(
        strict=False, description=say("All units.")
    )

    def table(self) -> Units:
        """The table that figures are read, checked and printed with."""
        return Units(
            (ReadScale(printed=scale.name.source, factor=scale.factor, name=scale.name) for scale in self.scales),
            (PlainUnit(**dict(unit)) for unit in self.units),
            self.rates,
        )
