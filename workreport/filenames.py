"""Names of files: which of them every system can have. Pure."""

from __future__ import annotations

_DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))})


def is_device(name: str) -> bool:
    """Whether Windows takes the name for a device, whatever its ending: nul, aux.yaml."""
    return name.partition(".")[0].rstrip().casefold() in _DEVICES
