"""What an upload has to do."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from workreport.deliver.journal import Journal, Old
from workreport.upload.plan import plan

A, B, C = "a" * 64, "b" * 64, "c" * 64
NOW = datetime(2026, 12, 2, 9, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
STYLE, BEFORE = "assets/site.bbbbbbbbbb.css", "assets/site.aaaaaaaaaa.css"


def test_assets_go_first_and_only_what_changed() -> None:
    new = {"404.html": A, STYLE: B, "data/x.csv": A, "index.html": B, "same.html": C}
    made = plan(new, {"404.html": A, "index.html": A, "same.html": C, "gone.html": A}, Journal(), NOW)
    assert made.send == (STYLE, "data/x.csv", "index.html")
    assert made.remove == ("gone.html",)
    assert made.before.sent == {"gone.html": "", STYLE: "", "data/x.csv": "", "index.html": ""}
    assert made.after == Journal()


def test_nothing_changed() -> None:
    made = plan({"index.html": A}, {"index.html": A}, Journal(), NOW)
    assert (made.send, made.remove, bool(made.after)) == ((), (), False)


def test_an_asset_stays_for_a_day_after_the_list_no_longer_names_it() -> None:
    new = {"index.html": B, STYLE: B}
    first = plan(new, {"index.html": A, BEFORE: A}, Journal(), NOW)
    assert (first.remove, first.after.old) == ((), {BEFORE: Old(digest=A, since=NOW)})
    soon = plan(new, new, first.after, NOW + 23 * HOUR)
    assert (soon.send, soon.remove, soon.after) == ((), (), first.after)
    later = plan(new, new, first.after, NOW + 24 * HOUR)
    assert (later.send, later.remove, later.after) == ((), (BEFORE,), Journal())
    # An upload that was cut off, and ends two days later: pages needed the asset until now.
    late = plan(new, {"index.html": A, BEFORE: A}, first.before, NOW + 48 * HOUR)
    assert late.after.old == {BEFORE: Old(digest=A, since=NOW + 48 * HOUR)}


def test_an_old_asset_that_comes_back_is_there_already() -> None:
    kept = Journal(old={BEFORE: Old(digest=A, since=NOW)})
    made = plan({"index.html": A, BEFORE: A}, {"index.html": A}, kept, NOW + 48 * HOUR)
    assert (made.send, made.remove, made.after) == ((), (), Journal())


def test_what_may_differ_from_the_list_is_sent_again() -> None:
    """An upload of a site with x=B was cut off; the site with x=A goes up again, as the list says that it is."""
    listed = {"index.html": A, "x.html": A, "y.html": A}
    cut = Journal(sent={"x.html": "", "y.html": B, "z.html": ""})
    back = plan(listed, listed, cut, NOW)
    assert back.send == ("x.html", "y.html")
    assert back.remove == ("z.html",), "what only the other site had"
    assert back.before.sent == {"x.html": "", "y.html": "", "z.html": ""}
    on = plan({**listed, "x.html": B, "y.html": B}, listed, cut, NOW)
    assert on.send == ("x.html",), "y is there already"


def test_nothing_is_removed_that_was_never_listed_or_sent() -> None:
    for listed in ({}, {"index.html": A}):
        assert plan({"index.html": B}, listed, Journal(), NOW).remove == ()
