"""A problem in words, as JSON, and how many there are."""

from __future__ import annotations

import json

import pytest

from workreport.diagnostics import Code, Console, Diagnostic, Refusal, as_json, say

FIRST = Code("first-slip", say("The first."))
SECOND = Code("second-slip", say("The second."))


def test_a_diagnostic_is_one_line_whatever_it_names() -> None:
    problem = Diagnostic(path="a\nb\x1b[2J\u202e\udcff.yaml", code=FIRST, message=say("x\ny"), hint=say("z\r"))
    assert str(problem) == ("a\\nb\\u001b[2J\\u202e\\udcff.yaml: error[first-slip]: x\\ny\n  hint: z\\u000d")
    (record,) = json.loads(as_json([problem], "en"))
    assert record["path"] == "a\\nb\\u001b[2J\\u202e\\udcff.yaml"


def test_problems_are_told_once_in_the_order_of_their_places(capsys: pytest.CaptureFixture[str]) -> None:
    late = Diagnostic(path="b.yaml", line=2, column=1, code=FIRST, message=say("late"))
    early = Diagnostic(path="b.yaml", line=1, column=7, code=SECOND, message=say("early"))
    console = Console("en")
    console.report(Refusal([late, early, late]), say("nothing was written"))
    assert capsys.readouterr().err == (
        "b.yaml:1:7: error[second-slip]: early\nb.yaml:2:1: error[first-slip]: late\n2 problems; nothing was written\n"
    )
    console.report(Refusal([early]), say("so much for that"))
    assert capsys.readouterr().err.endswith("\n1 problem; so much for that\n")


def test_the_fields_of_the_json_are_those_that_programs_know() -> None:
    problem = Diagnostic(path="b.yaml", line=1, column=7, code=SECOND, message=say("early"))
    assert json.loads(as_json([problem], "en")) == [
        {"path": "b.yaml", "line": 1, "column": 7, "code": "second-slip", "message": "early", "hint": ""}
    ]
