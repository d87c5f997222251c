"""A program of its own: V8, which ends the whole process where it has too little memory, in one that may end.

Started by `engine`. Reads requests, a line of JSON each: the source of a script that is run for what it does, or the value
that its function `draw` is called with. Answers each with a line: {"found": what `draw` returned} or {"error": why not}.
Ends with its input.
"""

from __future__ import annotations

import json
import sys

SECONDS = 30
"""How long one evaluation may take; a chart takes milliseconds."""


def serve() -> None:
    """Answer requests until there are no more."""
    answers, sys.stdout = sys.stdout, sys.stderr
    racer = None
    for line in sys.stdin:
        request = json.loads(line)
        answer = {}
        try:
            if racer is None:
                from py_mini_racer import MiniRacer

                racer = MiniRacer()
            if isinstance(request, str):
                racer.eval(f"{request}\n;0", timeout_sec=SECONDS)
            else:
                answer["found"] = racer.call("draw", request, timeout_sec=SECONDS)
        except Exception as error:  # whatever a native library may raise where it does not fit the system
            answer["error"] = str(error).strip() or type(error).__name__
        answers.write(json.dumps(answer) + "\n")
        answers.flush()
    if racer is not None:
        racer.close()  # one that is left open can hang the process at its end


if __name__ == "__main__":
    serve()
