"""Reads single files and folders of the content, and collects what is wrong with each."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from workreport.content.conflict import MERGE_CONFLICT, conflicts
from workreport.content.content import Entry, M, Original, TextFile
from workreport.content.files import FILE_NAME, FILE_SIZE, FILE_UNREADABLE, faults, is_left
from workreport.content.languages import languages_of
from workreport.content.messages import explain
from workreport.content.schema import DEFAULT_LANGUAGES, Site
from workreport.content.yaml import FORBIDDEN, parse, undecodable, unwanted_character
from workreport.diagnostics import NOTHING, Code, Diagnostic, Message, Refusal, say

FILE_MISSING = Code("file-missing", say("A file or folder that the build needs is not there."))
TEXT_ENCODING = Code("text-encoding", say("A text file is not plain UTF-8."))

FILE_LIMIT = 1 << 20
"""Bytes that one content file may have."""
_SECTION = re.compile(r"[a-z0-9][a-z0-9._-]*\.yaml")
_SAVE = say("save it as UTF-8 without a byte-order mark")


class Reader:
    """Collects the problems of all files; a file that is broken yields None and the rest goes on."""

    def __init__(self, root: Path, shown: str, languages: tuple[str, ...] = ()) -> None:
        self.filled = bool(languages)
        """Whether a text that lacks one of them stands in the words of the source."""
        self.languages: tuple[str, ...] = languages or DEFAULT_LANGUAGES
        """Of the site, unless others are given: every text is held to them."""
        self.root = root
        self.shown = shown
        self.strange = faults(root, shown)
        """Links, devices and names of no good, by path; they are reported once and not looked at again."""
        self.problems: list[Diagnostic] = list(self.strange.values())
        self._digests: dict[str, str] = {}

    @property
    def digest(self) -> str:
        """One digest of all that was read."""
        return sha256("".join(f"{d}  {name}\n" for name, d in sorted(self._digests.items())).encode()).hexdigest()

    def is_strange(self, name: str) -> bool:
        """Whether a file or folder, or a folder above it, has been reported as strange."""
        return any(part in self.strange for part in (name, *(name[: at.start()] for at in re.finditer("/", name))))

    def report(
        self, name: str, code: Code, message: Message, hint: Message = NOTHING, at: tuple[int, int] = (0, 0)
    ) -> None:
        """Collect a problem of a file or folder; `at` is its line and column, where it has them."""
        path = self.shown if name in ("", ".") else f"{self.shown}/{name}"
        line, column = at
        self.problems.append(Diagnostic(path=path, line=line, column=column, code=code, message=message, hint=hint))

    def read(self, name: str, *, why: Message) -> bytes | None:
        """The bytes of a content file, or None with the reason collected."""
        path = self.root / name
        if self.is_strange(name):
            return None
        try:
            if not path.is_file():
                self.report(name, FILE_MISSING, say("this file is missing"), why)
            elif path.stat().st_size > FILE_LIMIT:
                self.report(name, FILE_SIZE, say("this file is larger than 1 MiB"), say("divide it into several files"))
            else:
                raw = path.read_bytes()
                # Some checkouts have other line ends; the content is the same.
                self._digests[name] = sha256(raw.replace(b"\r\n", b"\n")).hexdigest()
                broken = list(conflicts(raw))
                hint = say("keep what holds of the two versions, and take the lines <<<<<<<, ======= and >>>>>>> out")
                for line, mark in broken:
                    what = say("two versions of this place stand here: “{mark}” marks a merge conflict", mark=mark)
                    self.report(name, MERGE_CONFLICT, what, hint, (line, 1))
                return None if broken else raw
        except OSError as error:
            self.report(name, FILE_UNREADABLE, say("this file cannot be read: {why}", why=error.strerror))
        return None

    def binary(self, name: str, limit: int) -> bytes | None:
        """The bytes of a file that is no text and that the digest leaves out, or None with the reason collected."""
        path = self.root / name
        if self.is_strange(name):
            return None
        try:
            if path.stat().st_size <= limit:
                return path.read_bytes()
            self.report(name, FILE_SIZE, say("this file is larger than {mib} MiB", mib=limit >> 20))
        except OSError as error:
            self.report(name, FILE_UNREADABLE, say("this file cannot be read: {why}", why=error.strerror))
        return None

    def text(self, name: str, *, why: Message) -> TextFile | None:
        """A text file, or None with the reason collected."""
        raw = self.read(name, why=why)
        if raw is None:
            return None
        try:
            text = raw.decode("utf-8").replace("\r\n", "\n")
        except UnicodeDecodeError as error:
            line, column, message, hint = undecodable(raw, error.start)
            self.report(name, TEXT_ENCODING, message, hint, (line, column))
            return None
        unwanted = FORBIDDEN.search(text)
        if text.startswith("\ufeff"):
            self.report(name, TEXT_ENCODING, say("this file begins with a byte-order mark"), _SAVE, (1, 1))
        elif unwanted:
            at = unwanted.start()
            place = (text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))
            self.report(name, TEXT_ENCODING, *unwanted_character(unwanted[0]), place)
        else:
            return TextFile(path=f"{self.shown}/{name}", text=text)
        return None

    def original(self, name: str, *, why: Message) -> Original | None:
        """A report as it was received, whatever characters it has, or None with the reason collected."""
        raw = self.read(name, why=why)
        if raw is None:
            return None
        plain = raw.replace(b"\r\n", b"\n")
        try:
            text = plain.decode("utf-8")
        except UnicodeDecodeError as error:
            line, column, message, hint = undecodable(raw, error.start)
            self.report(name, TEXT_ENCODING, message, hint, (line, column))
            return None
        digest, windows = (sha256(it).hexdigest() for it in (plain, plain.replace(b"\n", b"\r\n")))
        return Original(path=f"{self.shown}/{name}", text=text, digest=digest, digests=frozenset((digest, windows)))

    def yaml(self, name: str, kind: type[M], *, why: Message = NOTHING, **known: object) -> Entry[M] | None:
        """One YAML file as its model, or None with its problems collected.

        `why` says what it is needed for; `known` is what else its model must know of.
        """
        raw = self.read(name, why=why)
        if raw is None:
            return None
        try:
            document = parse(f"{self.shown}/{name}", raw)
        except Refusal as refusal:
            self.problems += refusal.diagnostics
            return None
        from pydantic import ValidationError

        if kind is Site and not self.filled:
            self.languages = languages_of(document)
        context = {"languages": self.languages, "filled": self.filled, **known}
        try:
            return Entry(document=document, value=kind.model_validate(document.data, context=context))
        except ValidationError as error:
            self.problems += explain(document, error, kind, self.languages)
            return None

    def optional(self, name: str, kind: type[M], **known: object) -> Entry[M] | None:
        """One YAML file that a content folder may do without."""
        return self.yaml(name, kind, why=NOTHING, **known) if self.has(name) else None

    def has(self, name: str) -> bool:
        """Whether there is such a file or folder; not where the system will not say."""
        return os.path.exists(self.root / name)

    def folder(self, name: str) -> list[str]:
        """The names in a folder of content, sorted, without what editors leave."""
        if self.is_strange(name):
            return []
        try:
            return sorted(entry for entry in os.listdir(self.root / name) if not is_left(entry))
        except (FileNotFoundError, NotADirectoryError):
            hint = say("see docs/content.md for what stands where")
            self.report(name, FILE_MISSING, say("this folder is missing"), hint)
        except OSError as error:
            self.report(name, FILE_UNREADABLE, say("this folder cannot be read: {why}", why=error.strerror))
        return []

    def sections(self, folder: str, kind: type[M]) -> tuple[Entry[M], ...]:
        """The sections in a folder, in the order of their files' names."""
        return tuple(entry for name in self._files(folder) if (entry := self.yaml(name, kind)) is not None)

    def _files(self, folder: str) -> Iterator[str]:
        hint = say("name it like 04-livelihood.yaml: lower-case letters, digits, hyphens, then .yaml")
        for name in self.folder(folder):
            if _SECTION.fullmatch(name):
                yield f"{folder}/{name}"
            elif not self.is_strange(f"{folder}/{name}"):
                self.report(f"{folder}/{name}", FILE_NAME, say("this is not a section file"), hint)
