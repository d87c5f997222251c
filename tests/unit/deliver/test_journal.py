"""What an upload keeps beside the site that it sends."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from workreport.deliver.journal import Journal, Old, read_journal, write_journal

ONE, TWO = "1" * 64, "2" * 64
OLD = Old(digest=TWO, since=datetime(2026, 12, 1, 9, 30, tzinfo=UTC))


def test_what_is_written_is_read() -> None:
    journal = Journal(sent={"index.html": ONE, "2023/index.html": ""}, old={"assets/site.0123456789.css": OLD})
    assert journal
    assert read_journal(write_journal(journal)) == journal
    assert not read_journal(write_journal(Journal()))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"\xff",
        b"[]",
        b'{"sent": {}}',
        b'{"sent": [], "old": {}}',
        b'{"sent": {"index.html": "12"}, "old": {}}',
        b'{"sent": {"../index.html": ""}, "old": {}}',
        b'{"sent": {"/etc/passwd": ""}, "old": {}}',
        b'{"sent": {}, "old": {"index.html": ["%s", "2026-12-01T09:00Z"]}}' % ONE.encode(),
        b'{"sent": {}, "old": {"assets/../x.css": ["%s", "2026-12-01T09:00Z"]}}' % ONE.encode(),
        b'{"sent": {}, "old": {"assets/x.css": ["%s", "yesterday"]}}' % ONE.encode(),
        b'{"sent": {}, "old": {"assets/x.css": ["", "2026-12-01T09:00Z"]}}',
        b"[" * 100_000,
    ],
)
def test_nothing_else_is(data: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the words are nobody's to read
        read_journal(data)
