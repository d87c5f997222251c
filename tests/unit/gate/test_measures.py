"""A figure belongs to a measure that there is; what is counted stands in its own words."""

from __future__ import annotations

from tests.unit.gate.conftest import Say
from workreport.gate.measures import RULE

CITY, MEASURES = "2022_review/02-city.yaml", "measures.yaml"


def test_a_measure_exists_and_is_used(say: Say) -> None:
    assert say(RULE) == []
    assert say(RULE, (CITY, "measure: pm25", "measure: pm2")) == [
        "02-city.yaml:53 measure-unknown: “pm2” is not a measure of measures.yaml"
    ]
    assert say(RULE, (MEASURES, "measures:\n", "measures:\n" + SPARE)) == [
        "measures.yaml:2 measure-unused: no metric and no target belongs to “spare”"
    ]


SPARE = "  - {id: spare, name: {zh: 备用, en: Spare}, counted: [备用], unit: 个, type: stock}\n"
