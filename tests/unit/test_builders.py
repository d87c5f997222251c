"""The container and the examples for CI take what is there, and do what README says."""

from __future__ import annotations

from fnmatch import fnmatch

import pytest
import yaml

from tests import ROOT

COMMANDS = ["python3 build.py", "python3 build.py verify"]


def test_the_container_takes_what_is_there_and_is_sent() -> None:
    """A file that `.dockerignore` holds back fails the build of the image, far from whoever moved it."""
    lines = [line.split() for line in (ROOT / "Containerfile").read_text("utf-8").splitlines()]
    taken = [name for line in lines if line[:1] == ["COPY"] for name in line[1:-1]]
    assert {"build.py", "workreport", "content"} <= set(taken)
    assert [name for name in taken if not (ROOT / name).exists()] == []
    sent = [line[1:] for line in (ROOT / ".dockerignore").read_text("utf-8").splitlines() if line.startswith("!")]
    assert [name for name in taken if not any(fnmatch(name, pattern) for pattern in sent)] == []


@pytest.mark.parametrize("name", ["github-actions.yml", "gitlab-ci.yml"])
def test_examples_build_verify_and_keep_the_site(name: str) -> None:
    job = yaml.safe_load((ROOT / "docs/ci" / name).read_text("utf-8"))
    if name == "gitlab-ci.yml":
        run, kept = job["site"]["script"], job["site"]["artifacts"]["paths"]
    else:
        steps = job["jobs"]["site"]["steps"]
        run = [step["run"].replace("make", COMMANDS[0]) for step in steps if "run" in step]
        kept = [step["with"]["path"] + "/" for step in steps if "upload-artifact" in step.get("uses", "")]
    assert [line for line in run if "build.py" in line] == COMMANDS
    assert kept == ["site/"]
