"""`upload`: the built site goes to where it is published, only what changed and in the order that readers need."""

from workreport.upload.command import run

__all__ = ["run"]
