"""A page's address as a QR code, for paper. Pure."""

from __future__ import annotations

from markupsafe import Markup


def qr(address: str) -> Markup:
    """The QR code of an address as an SVG: error correction level M, a quiet zone of four modules, as ISO 18004 asks."""
    import segno  # only where a base URL is set; the build without one does not need it

    code = segno.make_qr(address, error="m")
    return Markup(code.svg_inline(omitsize=True, svgclass="qr", lineclass=None, border=4, light="#fff"))
