"""Files that save time and nothing else: what a build keeps for the next one.

Imports little, since whether there is anything to do at all is decided with it.
"""

from __future__ import annotations

import os


def keep(path: str, data: bytes) -> None:
    """Write a file whole or not at all, its folder too. What cannot be written costs time later and nothing else."""
    beside = f"{path}.{os.getpid()}"
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(beside, "wb") as file:
            file.write(data)
        os.replace(beside, path)
    except OSError:
        pass
