"""Who the user is to the host. A password is never an argument, which every program on the machine can read."""

from __future__ import annotations

import netrc
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from workreport.diagnostics import Code, Refusal, refusal, say
from workreport.upload.target import Target

UPLOAD_LOGIN = Code("upload-login", say("The host does not know the user."))
UPLOAD_UNTRUSTED = Code("upload-untrusted", say("The host does not prove who it is."))

PASSWORD = "WORKREPORT_PASSWORD"
"""The variable of the environment that holds the password."""

Ask = Callable[[str, str], str]
"""Asks the user at the terminal for the password of a user on a host; "" where nobody is there to answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Login:
    """A user and what the user knows: the password is "" where none is set."""

    user: str
    password: str


def login_of(target: Target, environment: Mapping[str, str]) -> Login:
    """From the address and the environment; what they leave open from the user's netrc file. Raises `Refusal`."""
    password = environment.get(PASSWORD, "")
    named, own = ("", "") if target.user and password else _netrc(target, environment)
    user = target.user or named
    return Login(user=user, password=password or (own if user == named else ""))


def _netrc(target: Target, environment: Mapping[str, str]) -> tuple[str, str]:
    """User and password of the file that curl and ftp read too; empty where it says nothing of the host."""
    files = (
        [Path(environment["NETRC"])] if environment.get("NETRC") else [Path.home() / n for n in (".netrc", "_netrc")]
    )
    file = next((file for file in files if file.is_file()), None)
    if file is None:
        return "", ""
    try:
        found = netrc.netrc(str(file)).authenticators(target.host)
    except (netrc.NetrcParseError, OSError, UnicodeDecodeError) as error:
        said = say("{file} cannot be read: {reason}", file=file.as_posix(), reason=getattr(error, "msg", None) or error)
        raise refusal(target.shown, UPLOAD_LOGIN, said, say("mend it, or set {name}", name=PASSWORD)) from None
    return (found[0] or "", found[2] or "") if found else ("", "")


def unknown_user(target: Target) -> Refusal:
    hint = say("name the user in the address: {scheme}://NAME@{host}/…", scheme=target.scheme, host=target.host)
    return refusal(target.shown, UPLOAD_LOGIN, say("the address does not say as whom to log in"), hint)


def rejected(target: Target, user: str) -> Refusal:
    hint = say("set the password in the variable {name}, or in your netrc file, or type it when asked", name=PASSWORD)
    if target.scheme == "sftp":
        hint = say(
            "add your key to the ssh agent (ssh-add) and to the host, or set the password in the variable {name}",
            name=PASSWORD,
        )
    return refusal(target.shown, UPLOAD_LOGIN, say("the host does not let “{user}” in", user=user), hint)
