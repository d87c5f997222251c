"""What a version of the program is made of, as a CycloneDX bill of materials: python3 tools/sbom.py [FILE]

Every package that requirements*.txt pins, with the SHA-256 of each of its files, what needs it, and its licence where it
is installed here; what lies in the repository itself (ECharts and what is inside of it); the script that the package of
livereload brings along; and the packages of npm that the checks run. `scope` is required for the build, optional for
`upload sftp://`, `draft` and `translate`, excluded for the checks. Of the same checkout always the same bytes: no clock, no random number.
"""

from __future__ import annotations

import importlib.util
import json
import re
import sys
from base64 import b64decode
from collections.abc import Iterator
from hashlib import sha256
from importlib import metadata
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from workreport import interpreter  # noqa: E402 - the checkout is not installed

if __name__ == "__main__":
    interpreter.enter("cyclonedx")

from cyclonedx.contrib.license.factories import LicenseFactory  # noqa: E402
from cyclonedx.model import ExternalReference, ExternalReferenceType, HashAlgorithm, HashType, XsUri  # noqa: E402
from cyclonedx.model.bom import Bom  # noqa: E402
from cyclonedx.model.component import Component, ComponentScope, ComponentType  # noqa: E402
from cyclonedx.model.license import License  # noqa: E402
from cyclonedx.output.json import JsonV1Dot6  # noqa: E402
from packageurl import PackageURL  # noqa: E402

from workreport import __version__  # noqa: E402

PINS = (
    ("requirements.txt", ComponentScope.REQUIRED),
    ("requirements-upload.txt", ComponentScope.OPTIONAL),
    ("requirements-draft.txt", ComponentScope.OPTIONAL),
    ("requirements-translate.txt", ComponentScope.OPTIONAL),
    ("requirements-dev.txt", ComponentScope.EXCLUDED),
)
"""Files of pinned packages; one that stands in several has the scope of the first."""
_PIN = re.compile(r"^([a-z0-9-]+)==(\S+)((?:.*\\)?\n(?:[ ]+.*\n?)*)", re.MULTILINE)
_SHA256 = re.compile(r"--hash=sha256:([0-9a-f]{64})")
_VIA = re.compile(r"^ +#(?: via)? +((?:-r )?[\w.-]+)$", re.MULTILINE)
_ECHARTS = "workreport/charts/vendor/echarts/echarts.min.js"
_PUBLISHED = "assets/echarts.js"
"""What the explorer loads of it."""


def bill() -> str:
    """The bill of materials of this checkout, as JSON."""
    made = Bom(serial_number=uuid5(NAMESPACE_URL, _digest()))
    made.metadata.timestamp = None  # type: ignore[assignment] # a clock would make another file each time
    program = Component(
        name="open-work-report", version=__version__, type=ComponentType.APPLICATION, bom_ref="open-work-report",
        licenses=[LicenseFactory().make_from_string("MIT")],
    )  # fmt: skip
    made.metadata.component = program
    found = list(_packages())
    vendored = [_echarts(), *_npm()]
    made.components.update([component for component, _ in found], vendored)
    needs: dict[str, list[Component]] = {}
    for component, users in found:
        for user in users:
            needs.setdefault(user, []).append(component)
    made.register_dependency(program, [*needs.get("-r requirements.in", ()), vendored[0]])
    for component, _ in found:
        made.register_dependency(component, needs.get(component.name, ()))
    text = JsonV1Dot6(made).output_as_string(indent=2)
    return json.dumps(json.loads(text), ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def _digest() -> str:
    """Of all that the bill is made from."""
    names = [name for name, _ in PINS] + [_ECHARTS, "tools/package-lock.json"]
    files = "".join(sha256((ROOT / name).read_bytes()).hexdigest() for name in names)
    return f"open-work-report {__version__} {files}"


def _packages() -> Iterator[tuple[Component, list[str]]]:
    """Each pinned package, and the names of the packages or lists that need it. Two versions of one are for two Pythons."""
    known: set[tuple[str, str]] = set()
    for file, scope in PINS:
        for name, version, rest in _PIN.findall((ROOT / file).read_text("utf-8")):
            if (name, version) not in known:
                known.add((name, version))
                yield _package(name, version, _SHA256.findall(rest), scope), _VIA.findall(rest)


def _package(name: str, version: str, digests: list[str], scope: ComponentScope) -> Component:
    files = ExternalReference(
        type=ExternalReferenceType.DISTRIBUTION, url=XsUri(f"https://pypi.org/project/{name}/{version}/#files"),
        hashes=[HashType(alg=HashAlgorithm.SHA_256, content=digest) for digest in digests],
    )  # fmt: skip
    return Component(
        name=name, version=version, scope=scope, bom_ref=f"pypi:{name}@{version}", purl=PackageURL("pypi", None, name, version),
        external_references=[files], licenses=_licences(name), components=_inside(name),
    )  # fmt: skip


def _licences(name: str) -> list[License]:
    """As the package says, where it is installed: an expression of SPDX, or what its classifiers call it."""
    try:
        said = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return []
    expressions = said.get_all("License-Expression")
    if expressions:
        return [LicenseFactory().make_from_string(expressions[0])]
    called = [c.rpartition(" :: ")[2] for c in said.get_all("Classifier") or () if c.startswith("License :: ")]
    return [LicenseFactory().make_with_name(name) for name in called]


def _inside(name: str) -> list[Component]:
    """The script that `serve` puts into pages and that is never published: it lies in the package of livereload."""
    package = importlib.util.find_spec(name) if name == "livereload" else None
    if package is None or package.origin is None:
        return []
    script = (Path(package.origin).parent / "vendors/livereload.js").read_bytes()
    version = re.search(rb"Version = '([0-9.]+)'", script)
    return [
        Component(
            name="livereload-js", version=version[1].decode() if version else None, hashes=[_sha256(script)],
            purl=PackageURL("npm", None, "livereload-js", version[1].decode()) if version else None,
            bom_ref="npm:livereload-js",
        )
    ]  # fmt: skip


def _sha256(data: bytes) -> HashType:
    return HashType(alg=HashAlgorithm.SHA_256, content=sha256(data).hexdigest())


def _echarts() -> Component:
    """What draws charts while the site is built; it lies in the repository."""
    data = (ROOT / _ECHARTS).read_bytes()
    version = re.search(rb'version:"([0-9]+\.[0-9.]+\.[0-9]+)"', data) or re.search(rb'"(6\.[0-9]+\.[0-9]+)"', data)
    assert version, f"{_ECHARTS} names no version"
    number = version[1].decode()
    licence = LicenseFactory().make_from_string
    return Component(
        name="echarts", version=number, scope=ComponentScope.REQUIRED, hashes=[_sha256(data)], bom_ref="npm:echarts",
        purl=PackageURL("npm", None, "echarts", number), licenses=[licence("Apache-2.0")],
        components=[
            Component(name="zrender", bom_ref="npm:zrender", licenses=[licence("BSD-3-Clause")]),
            Component(name="d3", bom_ref="npm:d3", licenses=[licence("BSD-3-Clause")]),
            Component(
                name=_PUBLISHED, type=ComponentType.FILE, bom_ref=_PUBLISHED, hashes=[_sha256((ROOT / _PUBLISHED).read_bytes())]
            ),
        ],
    )  # fmt: skip


def _npm() -> Iterator[Component]:
    """The checkers of HTML and of scripts, and what makes the part of ECharts that is published."""
    locked = json.loads((ROOT / "tools/package-lock.json").read_text("utf-8"))["packages"]
    bundler = json.loads((ROOT / "tools/echarts/package-lock.json").read_text("utf-8"))["packages"]
    locked["node_modules/esbuild"] = bundler["node_modules/esbuild"]
    for path, package in sorted(locked.items()):
        name = path.removeprefix("node_modules/")
        if name:
            digest = b64decode(package["integrity"].removeprefix("sha512-")).hex()
            yield Component(
                name=name, version=package["version"], scope=ComponentScope.EXCLUDED, bom_ref=f"npm:{name}",
                purl=PackageURL("npm", None, name, package["version"]),
                hashes=[HashType(alg=HashAlgorithm.SHA_512, content=digest)],
                licenses=[LicenseFactory().make_from_string(package["license"])],
            )  # fmt: skip


def main(arguments: list[str]) -> int:
    """Write the bill, to the file that is named or to one named by the version."""
    path = Path(arguments[0]) if arguments else ROOT / f"open-work-report-{__version__}.cdx.json"
    path.write_text(bill(), "utf-8", newline="\n")
    print(f"{path.as_posix()}: {sha256(path.read_bytes()).hexdigest()}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
