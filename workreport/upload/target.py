"""Where a site is to go, as the user types it: a folder, or an ftp, ftps or sftp address. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from workreport.diagnostics import say

_PORTS = {"ftp": 21, "ftps": 21, "sftp": 22}


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A folder on a host, or on this machine (`scheme` is "" then)."""

    scheme: str = ""
    user: str = ""
    host: str = ""
    port: int = 0
    path: str
    """With a slash before it where it begins at the root that the host shows, else from the user's own folder."""

    @property
    def shown(self) -> str:
        """How messages name it, without the user."""
        if not self.scheme:
            return self.path
        host = f"[{self.host}]" if ":" in self.host else self.host
        port = "" if self.port == _PORTS[self.scheme] else f":{self.port}"
        path = self.path if self.path.startswith("/") else f"/~/{self.path}"
        return f"{self.scheme}://{host}{port}{path}".rstrip("/")


def target_of(text: str) -> Target:
    """The target that is meant; ValueError, in words, where none can be."""
    named = re.match(r"([A-Za-z][A-Za-z0-9+.-]+)://", text)
    if named is None:
        return Target(path=text)
    scheme = named[1].lower()
    if scheme not in _PORTS:
        raise ValueError(say("the address must begin with ftp://, ftps:// or sftp://; a folder is named by its path"))
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        raise ValueError(say("this is not an address")) from None
    if parts.password is not None:
        raise ValueError(
            say(
                "the address must not hold a password, which others can read: set {name} instead",
                name="WORKREPORT_PASSWORD",
            )
        )
    path, user = unquote(parts.path), unquote(parts.username or "")
    if not parts.hostname or port == 0 or parts.query or parts.fragment or not (path + user).isprintable():
        raise ValueError(say("this is not an address"))
    own = path.startswith("/~/") or path == "/~"
    return Target(
        scheme=scheme,
        user=user,
        host=parts.hostname,
        port=port or _PORTS[scheme],
        path=path[3:] if own else path or "/",
    )
