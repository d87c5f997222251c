"""The units that figures are read and printed with."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, ConfigDict, Field, PlainValidator, ValidationInfo, WithJsonSchema

from workreport.content.schema.fields import Line, Number
from workreport.content.schema.text import Model, Named
from workreport.diagnostics import say
from workreport.figures import Conversion, PlainUnit, Units
from workreport.figures import Scale as ReadScale


class Scale(Named):
    """A power of ten that stands before a unit."""

    model_config = ConfigDict(title=say("scale"))

    factor: Number = Field(description=say("By how much it multiplies."))


def _fraction(value: Any) -> Fraction:
    """1/15 or 0.5, above zero, exactly."""
    try:
        number = Fraction(str(value))
    except (ValueError, ZeroDivisionError):
        number = Fraction(0)
    if number <= 0:
        raise ValueError(say("a factor is a number above zero or a fraction such as 1/15"))
    return number


class ConversionEntry(Model):
    """What English prints a unit in besides."""

    model_config = ConfigDict(title=say("conversion"))

    one: str = Field(description=say("English singular."))
    other: str = Field(description=say("English plural."))
    factor: Annotated[Fraction, PlainValidator(_fraction), WithJsonSchema({"type": ["number", "string"]})] = Field(
        description=say("How many of it make one of the unit: a number or a fraction (1/15).")
    )


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
    words: tuple[Line, ...] = Field(
        default=(), strict=False, description=say("Words that begin with the unit and are none: 家庭 for 家.")
    )
    converts: ConversionEntry | None = Field(
        default=None,
        description=say("What English prints it in besides, where a conversion is meant: 斤 in kilograms."),
    )
    difference: str = Field(
        default="", description=say("The unit that differences are stated in, where it is another: 个百分点 for %.")
    )
    counter: bool = Field(
        default=False, description=say("true: a bare measure word, which says nothing of what it counts.")
    )
    code: Annotated[str, Field(pattern=r"^[!-~]*$")] = Field(
        default="", description=say("What the data call it, in UCUM, or for money in ISO 4217: m2, CNY.")
    )


def _differences_known(units: tuple[UnitEntry, ...], info: ValidationInfo) -> tuple[UnitEntry, ...]:
    """What differences are stated in is a unit itself, of this file or of the one that the program ships."""
    known = {unit.zh for unit in units}.union((info.context or {}).get("units", ()))
    for unit in units:
        if unit.difference and unit.difference not in known:
            raise ValueError(
                say("“{name}”, the difference of “{unit}”, is not among them", name=unit.difference, unit=unit.zh)
            )
    return units


def _english_kept(units: tuple[UnitEntry, ...], info: ValidationInfo) -> tuple[UnitEntry, ...]:
    """A unit that the program ships is called in English as the program calls it: 亩 is no hectare anywhere."""
    shipped: Mapping[str, UnitEntry] = (info.context or {}).get("units", {})
    for unit in units:
        known = shipped.get(unit.zh)
        if known is None:
            continue
        if (unit.one, unit.other, unit.print) != (known.one, known.other, known.print):
            raise ValueError(
                say(
                    "“{unit}” is “{one}”, “{other}” in the program's own table",
                    unit=unit.zh,
                    one=known.one,
                    other=known.other,
                )
            )
        if strange := [word for word in unit.named if word not in known.named]:
            raise ValueError(
                say("“{word}” does not name “{unit}” in the program's own table", word=strange[0], unit=unit.zh)
            )
        if known.named and not unit.named:
            raise ValueError(say("English names “{unit}”: copy `named` from the program's own table", unit=unit.zh))
    return units


class UnitTable(Model):
    """`units.yaml`: the one that the program ships, and `content/units.yaml`, which adds to it."""

    model_config = ConfigDict(title=say("units"))

    scales: tuple[Scale, ...] = Field(default=(), strict=False, description=say("Scales."))
    rates: tuple[Line, ...] = Field(
        default=(), strict=False, description=say("What 每 may stand before: 每万人…平方米 is 平方米/万人.")
    )
    units: Annotated[tuple[UnitEntry, ...], AfterValidator(_differences_known), AfterValidator(_english_kept)] = Field(
        default=(), strict=False, description=say("Units, without scales.")
    )

    def with_own(self, own: UnitTable) -> UnitTable:
        """This table with what another adds to it; what both have is the other's."""
        scales = {scale.name.source: scale for scale in (*self.scales, *own.scales)}
        units = {unit.zh: unit for unit in self.units}
        for unit in own.units:
            # An entry that has no code says nothing against the one that the program knows.
            code = unit.code or (units[unit.zh].code if unit.zh in units else "")
            units[unit.zh] = unit.model_copy(update={"code": code})
        return UnitTable.model_construct(
            scales=tuple(scales.values()),
            rates=tuple(dict.fromkeys((*self.rates, *own.rates))),
            units=tuple(units.values()),
        )

    def table(self) -> Units:
        """The table that figures are read, checked and printed with."""
        return Units(
            (ReadScale(printed=scale.name.source, factor=scale.factor, name=scale.name) for scale in self.scales),
            (
                PlainUnit(**{**dict(unit), "converts": Conversion(**dict(unit.converts)) if unit.converts else None})
                for unit in self.units
            ),
            self.rates,
        )
