"""The address of the site."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from workreport.content.address import is_base_url
from workreport.content.schema import Host


@pytest.mark.parametrize(
    ("typed", "good"),
    [("https://www.example.gov.cn/zt/work-report/", True), ("http://127.0.0.1:8000", True), ("http://[::1]:80/a", True),
     ("https://xn--zfr164b.cn/%E6%8A%A5", True), ("https://", False), ("https://user:word@example.org/", False),
     ("https://example.org/a/../b", False), ("https://example.org/?a=1", False), ("https://example.org/#a", False),
     ("https://example.org//a", False), ("https://政务.cn/", False), ("https://example.org/\n", False),
     ("https://example.org/a/index.html", False), ("https://example.org/a/index.HTML/", False),
     ("https://example.org/index", True), ("https://example.org/" + "a" * 1980, True),
     ("https://example.org/" + "a" * 1981, False)],
)  # fmt: skip
def test_addresses_that_a_site_can_have(typed: str, good: bool) -> None:
    """In the content and on the command line alike."""
    assert is_base_url(typed) == good
    host = {"base_url": typed}
    if good:
        assert Host.model_validate(host).base_url == typed
    else:
        with pytest.raises(ValidationError):
            Host.model_validate(host)
