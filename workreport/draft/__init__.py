"""A record of a report drafted by program: never final, always for a person to read."""

from workreport.draft.topics import topics_of

__all__ = ["topics_of"]
