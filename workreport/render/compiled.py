"""Templates as the Python code that Jinja makes of them, made once for the same text.

What a build compiled stays for the next one, in its process and in a file. The key is everything that the code follows
from: the template's name, its text, Python, Jinja, and the compiler here. The file is as trusted as Python's own compiled files are.
"""

from __future__ import annotations

import marshal
import sys
from contextlib import suppress
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from types import CodeType

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from workreport.keeping import keep
from workreport.render import bounds

_DIGEST = 32
_MEMORY: dict[str, CodeType] = {}


class Compiled(BytecodeCache):
    """Compiled templates. `file` is where those of the last build are read; "" where there are none."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._found: dict[str, bytes] = {}
        self._used: dict[str, bytes] = {}
        self._maker = sha256(
            "\0".join((sys.version, version("jinja2"), Path(bounds.__file__).read_text("utf-8"))).encode()
        ).hexdigest()
        with suppress(OSError, ValueError, EOFError, TypeError):
            data = Path(file).read_bytes() if file else b""
            if data and sha256(data[_DIGEST:]).digest() == data[:_DIGEST]:
                self._found = marshal.loads(data[_DIGEST:])

    def _name(self, bucket: Bucket) -> str:
        return f"{self._maker}{bucket.key}{bucket.checksum}"

    def load_bytecode(self, bucket: Bucket) -> None:
        """What Jinja asks before it compiles."""
        name = self._name(bucket)
        if name in self._found:
            self._used[name] = self._found[name]
            if name not in _MEMORY:
                _MEMORY[name] = marshal.loads(self._found[name])
        if name in _MEMORY:
            bucket.code = _MEMORY[name]

    def dump_bytecode(self, bucket: Bucket) -> None:
        """What Jinja compiled."""
        name = self._name(bucket)
        assert bucket.code is not None
        _MEMORY[name] = bucket.code
        if self._file:
            self._used[name] = marshal.dumps(bucket.code)

    def save(self) -> None:
        """Keep what was used. What cannot be written costs time later and nothing else."""
        if not self._file or self._used.keys() == self._found.keys():
            return
        data = marshal.dumps(self._used)
        keep(self._file, sha256(data).digest() + data)
