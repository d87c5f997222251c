"""Chinese in Latin letters, so that a resident may type koudaigongyuan or kdgy. Pure."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=4096)  # both languages ask for the same titles
def pinyin(text: str) -> str:
    """A text's syllables joined, and their first letters: 口袋公园 is "koudaigongyuan kdgy"; other characters are left out."""
    # Imported here: the dictionary is large, and only the search needs it.
    from pypinyin import lazy_pinyin

    syllables = lazy_pinyin(text, errors="ignore")
    return f"{''.join(syllables)} {''.join(s[0] for s in syllables)}" if syllables else ""
