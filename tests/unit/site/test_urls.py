"""The public paths stay what they are: links to them must go on working."""

from __future__ import annotations

import pytest

from workreport.content.ids import ItemId
from workreport.site import urls
from workreport.site.urls import Urls


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (urls.year(2022), "2022/index.html"),
        (urls.report(2023), "2023/report.html"),
        (urls.compare(2023), "2023/compare.html"),
        (urls.page(ItemId("metric", 2022, "new-jobs")), "2022/metrics/new-jobs.html"),
        (urls.page(ItemId("commitment", 2023, "x")), "2023/commitments/x.html"),
        (urls.page(ItemId("section", 2023, "city-quality")), "2023/city-quality.html"),
        (urls.page(ItemId("review", 2023, "city-quality")), "2023/review/city-quality.html"),
        (urls.page(ItemId("topic", 0, "jobs")), "topics/jobs.html"),
        (urls.record(ItemId("metric", 2022, "new-jobs")), "2022/metrics/new-jobs.json"),
        (urls.embed(ItemId("commitment", 2023, "x")), "2023/embed/commitments/x.html"),
        (urls.embed(ItemId("target", 2023, "x")), "2023/embed/comparisons/x.html"),
        (urls.anchor(urls.report(2023), "p12s1"), "2023/report.html#p12s1"),
        (urls.release("1.0"), "about.html#release-1-0"),
        (urls.topic_feed("jobs"), "topics/jobs.xml"),
        (urls.drawing(urls.chart(2023, "all-targets")), "2023/charts/all-targets.svg"),
        (urls.rows(urls.chart(2022, "money")), "2022/charts/money.csv"),
        (urls.data("metrics.csv"), "data/metrics.csv"),
        (urls.up("2023/commitments/x.html"), "../../"),
    ],
)
def test_public_paths(path: str, expected: str) -> None:
    assert path == expected


def test_the_first_language_lives_at_the_root() -> None:
    paths = Urls(languages=("zh", "en"))
    assert paths.output("data.html", "zh") == "data.html"
    assert paths.output("data.html", "en") == "en/data.html"
    assert paths.address("data.html", "en") == ""
    assert paths.link("data.html", "en") == "en/data.html"


def test_an_address_is_absolute_with_a_base_url() -> None:
    paths = Urls(languages=("en", "zh"), base_url="https://example.gov.cn/report")
    assert paths.address("data.html", "en") == "https://example.gov.cn/report/data.html"
    assert paths.link("data.html", "zh") == "https://example.gov.cn/report/zh/data.html"
