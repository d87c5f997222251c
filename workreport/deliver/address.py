"""The address of a published site, and whether another address is on the same host. Pure."""

from __future__ import annotations

import ipaddress
import re
import string
from urllib.parse import quote, urldefrag, urljoin, urlsplit

from workreport.deliver.listing import printable
from workreport.diagnostics import say

_PORTS = {"http": 80, "https": 443}


def is_address(place: str) -> bool:
    """Whether `place` is meant as an address, good or bad, and not as a folder (C:/site is a folder)."""
    return bool(re.match(r"\s*[A-Za-z][A-Za-z0-9+.-]+:/", place))


def base_address(address: str) -> str:
    """The address of the folder that holds the site, with a slash at its end; ValueError, with a `Message`, for no address."""
    if not address.isprintable() or any(c in address for c in ' "<>\\^`{|}'):
        raise ValueError(say("the address has characters that no address has"))
    try:
        parts = urlsplit(address)
        port = parts.port
        host = (parts.hostname or "").encode("idna").decode("ascii") if ":" not in (parts.hostname or "") else ""
        six = "" if host else str(ipaddress.IPv6Address(parts.hostname or ""))
    except ValueError:
        raise ValueError(say("not an address: {address}", address=printable(address))) from None
    if parts.scheme not in _PORTS:
        raise ValueError(say("the address must begin with http:// or https://; a folder is named by its path"))
    if parts.username is not None or parts.password is not None:
        raise ValueError(say("the address must not hold a user name or a password"))
    if "?" in address or "#" in address:
        raise ValueError(say("the address must not have a ? or a #: name the site's home page"))
    if port == 0 or not (six or re.fullmatch(r"[a-z0-9_-]+(\.[a-z0-9_-]+)*\.?", host)):
        raise ValueError(say("not an address: {address}", address=printable(address)))
    place = f"[{six}]" if six else host
    if port is not None and port != _PORTS[parts.scheme]:
        place += f":{port}"
    path = quote(parts.path, safe=string.punctuation)
    path = path.removesuffix("index.html") if path.endswith("/index.html") else path
    return f"{parts.scheme}://{place}{path.rstrip('/')}/"


def _origin(url: str) -> tuple[str, str, int]:
    """(scheme, host, port); ValueError where there is none."""
    parts = urlsplit(url)
    if parts.scheme not in _PORTS or not parts.hostname or parts.username is not None:
        raise ValueError(f"not an address: {url}")
    return parts.scheme, parts.hostname, parts.port or _PORTS[parts.scheme]


def moved(url: str, location: str) -> str:
    """Where a redirect from `url` leads; ValueError, with the address, for another scheme, host or port."""
    try:
        target = urldefrag(urljoin(url, quote(location, safe=string.punctuation))).url
        if _origin(target) == _origin(url):
            return target
    except ValueError:
        target = location
    raise ValueError(target)


def is_loopback(url: str) -> bool:
    """Whether an address is that of this machine, which no proxy elsewhere can reach."""
    host = _origin(url)[1]
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
