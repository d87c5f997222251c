"""A sentence is English by itself, and keeps what another language needs."""

from __future__ import annotations

import pickle

from workreport.diagnostics import joined, listed, say


def test_a_sentence_is_its_english() -> None:
    message = say("{n} of “{name}” {{zh: …}}", n=2, name="a{b}")
    assert message == "2 of “a{b}” {zh: …}"
    assert (message.template, message.values) == ("{n} of “{name}” {{zh: …}}", {"n": 2, "name": "a{b}"})


def test_a_sentence_comes_whole_out_of_another_process() -> None:
    """Refusals of workers are pickled."""
    message = joined([say("did you mean “{near}”?", near="元"), say("{n} problems", n=2)])
    again = pickle.loads(pickle.dumps(message))
    assert (again, again.template, again.values) == (message, message.template, message.values)
    assert again.values["0"].values == {"near": "元"}


def test_sentences_and_names_in_a_row() -> None:
    assert joined([say("1 problem"), say("")]) == "1 problem; "
    assert listed(["a", 1]) == "a, 1"
    assert listed([]) == ""
