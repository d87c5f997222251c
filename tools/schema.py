"""Writes content/schema/: the JSON Schema of each kind of content file, for completion in editors.

python3 tools/schema.py            write what differs
python3 tools/schema.py --check    write nothing, exit 1 where a file differs from the models
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from workreport import interpreter  # noqa: E402 - the checkout is not installed

if __name__ == "__main__":
    interpreter.enter("pydantic")

from workreport.content import schema  # noqa: E402

MODELS: dict[str, type[schema.Model]] = {
    "site": schema.Site,
    "units": schema.UnitTable,
    "permalinks": schema.Permalinks,
    "corrections": schema.Corrections,
    "measures": schema.Measures,
    "glossary": schema.Glossary,
    "places": schema.Places,
    "search": schema.Search,
    "report": schema.Report,
    "waivers": schema.Waivers,
    "anchors": schema.Anchors,
    "review-section": schema.ReviewSection,
    "tasks-section": schema.TasksSection,
}


def schema_of(kind: type[schema.Model]) -> str:
    """The JSON Schema of one model, as text."""
    body = {"$schema": "https://json-schema.org/draft/2020-12/schema", **kind.model_json_schema()}
    return json.dumps(body, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def main(arguments: list[str]) -> int:
    """Write or compare all schemas."""
    folder = ROOT / "content" / "schema"
    stale = []
    for name, kind in MODELS.items():
        path = folder / f"{name}.json"
        text = schema_of(kind)
        if not path.is_file() or path.read_text("utf-8") != text:
            stale.append(path)
            if "--check" not in arguments:
                folder.mkdir(exist_ok=True)
                path.write_text(text, "utf-8", newline="\n")
    if "--check" in arguments and stale:
        print("These schemas differ from the models: " + ", ".join(p.name for p in stale) + ". Run: make schema")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
