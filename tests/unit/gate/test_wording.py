"""Which words a text has."""

from __future__ import annotations

from workreport.gate.wording import words_of


def test_two_han_characters_in_a_row_are_a_word() -> None:
    assert words_of("新增停车 位500个") == {"新增", "增停", "停车", "车位"}


def test_a_single_character_and_a_number_are_none() -> None:
    assert words_of("91 银，8.3%") == frozenset()


def test_letters_are_words_whatever_their_case() -> None:
    assert words_of("New parking, PM2.5") == {"new", "parking"}
