"""A folder of this machine, or one that is mounted."""

from __future__ import annotations

import contextlib
import errno
import os

from workreport.deliver import PART, reason
from workreport.upload.store import LIMIT, denied, full, no_folder

_FULL = (errno.ENOSPC, errno.EDQUOT)


class Disk:
    """Files appear whole: each is written under another name and then renamed."""

    def __init__(self, folder: str) -> None:
        self._folder = folder
        if not os.path.isdir(folder):
            raise no_folder(folder)

    def read(self, path: str) -> bytes | None:
        try:
            with open(self._place(path), "rb") as file:
                return file.read(LIMIT + 1)
        except FileNotFoundError:
            return None
        except OSError as error:
            raise denied(self._place(path), reason(error)) from error

    def write(self, path: str, data: bytes) -> None:
        try:
            os.makedirs(os.path.dirname(self._place(path)), exist_ok=True)
            with open(self._place(PART), "wb") as file:
                file.write(data)
            os.replace(self._place(PART), self._place(path))
        except OSError as error:
            raise (
                full(self._place(path)) if error.errno in _FULL else denied(self._place(path), reason(error))
            ) from error

    def remove(self, path: str) -> None:
        try:
            with contextlib.suppress(FileNotFoundError):
                os.unlink(self._place(path))
        except OSError as error:
            raise denied(self._place(path), reason(error)) from error

    def close(self) -> None:
        """There is no connection."""

    def _place(self, path: str) -> str:
        return f"{self._folder}/{path}"
