"""The cells of a QR code. Pure."""

from __future__ import annotations


def modules(address: str) -> list[list[bool]]:
    """The rows of a QR code of error correction level M, dark cells true; the paper round it is its quiet zone."""
    import segno  # only where a base URL is set

    return [[bool(cell) for cell in row] for row in segno.make_qr(address, error="m").matrix]
