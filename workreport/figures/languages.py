"""In which languages figures are read: in source texts, and in translations beside them. Pure.

A further language of a site adds its function to `ALIGNERS`, its vocabulary to `SPEAKS_OF` if it has one, and its words to
`BOUND_WORDS`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from workreport.figures.chinese import read
from workreport.figures.figure import Figure, Reading
from workreport.figures.parity import Alignment, match_figures
from workreport.figures.units import Units
from workreport.figures.vocabulary import found

Reader = Callable[[str, Units], Reading]
Aligner = Callable[[str, str, Units, Sequence[Figure]], Alignment]
"""(source, translation, units, figures of the source) to what differs and where each figure stands."""

READERS: dict[str, Reader] = {"zh": read}
"""By language of the source text."""
ALIGNERS: dict[str, Aligner] = {"en": match_figures}
"""By language of the translation."""
SPEAKS_OF: dict[str, Callable[[str, str], bool]] = {"en": found}
"""By language of the translation: whether a text of it speaks of a topic of the source. Lines of another are not compared."""
