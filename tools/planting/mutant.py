"""A false statement to be planted, and the list of what kinds of them there are."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import ModuleType

from tools.planting.document import Edit
from tools.planting.folder import Folder, applied

Plants = Iterator[tuple[str, tuple[Edit, ...]]]
"""What is planted, in words, and where."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutant:
    """One false statement in one copy."""

    kind: str
    what: str
    edits: tuple[Edit, ...]

    def texts(self, folder: Folder) -> Iterator[tuple[str, str]]:
        """The files that it changes, as they read then."""
        yield from applied(folder.texts, self.edits).items()

    @property
    def place(self) -> str:
        """File and line of its first change."""
        return f"{self.edits[0].file}:{self.edits[0].line}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A class of false statements."""

    name: str
    plants: Callable[[Folder], Plants]

    def mutants(self, folder: Folder) -> list[Mutant]:
        """All that the folder has room for, in the order of its files."""
        found = [Mutant(kind=self.name, what=what, edits=edits) for what, edits in self.plants(folder) if edits]
        return [mutant for mutant in found if any(text != folder.texts[name] for name, text in mutant.texts(folder))]


def kind(name: str) -> Callable[[Callable[[Folder], Plants]], Kind]:
    """Makes a function a class of false statements, named as the table shows it."""
    return lambda plants: Kind(name=name, plants=plants)


def kinds(*modules: ModuleType) -> tuple[Kind, ...]:
    """All classes of the modules, in their order."""
    return tuple(found for module in modules for found in vars(module).values() if isinstance(found, Kind))


def sample(mutants: list[Mutant], size: int) -> list[Mutant]:
    """`size` of them, evenly spread; all where `size` is 0 or there are fewer."""
    if not size or len(mutants) <= size:
        return mutants
    return [mutants[at * len(mutants) // size] for at in range(size)]
