"""The Content-Security-Policy of pages: what they may load, and from which folder. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

_NOTHING_ELSE = "base-uri 'none'; form-action 'none'"


def policy(portal_hosts: Iterable[str] = ()) -> str:
    """The policy of every page; `portal_hosts` are those whose scripts the portal puts into pages.

    Trusted Types hold our own scripts to what never makes markup of text; a portal's scripts are not ours to hold.
    """
    hosts = [f"https://{host}" for host in portal_hosts]
    own = " ".join(("'self'", *hosts))
    typed = "" if hosts else "; require-trusted-types-for 'script'"
    return f"default-src 'none'; style-src 'self'; img-src {own}; manifest-src 'self'; script-src {own}; connect-src {own}; {_NOTHING_ELSE}{typed}"


def frame_policy() -> str:
    """That of the pages for frames on other sites, which run no script."""
    return f"default-src 'none'; style-src 'self'; img-src 'self'; {_NOTHING_ELSE}"


def folder_policy(base_url: str, portal_hosts: Iterable[str] = ()) -> str:
    """A second policy for a site whose path is known, "" for another: of its own host, its assets/ alone.

    A browser holds to both, so the host is left open here: the same files serve under each of its names and on a host
    for trials. `file:` is for pages opened from disk.
    """
    if not base_url:
        return ""
    folder = f"*:*{urlsplit(base_url).path.rstrip('/')}/assets/ file:"
    own = " ".join((folder, *(f"https://{host}" for host in portal_hosts)))
    return f"style-src {folder}; img-src {own}; script-src {own}"
