"""Problems as data, their codes, what is said of them in the languages of users, and how they are printed."""

from workreport.diagnostics.catalogue import LANGUAGES, catalogue, into, spoken
from workreport.diagnostics.code import Code
from workreport.diagnostics.console import Console, Unprinted, mute
from workreport.diagnostics.diagnostic import Diagnostic, Refusal, as_json, did_you_mean, refusal
from workreport.diagnostics.message import NOTHING, Message, joined, listed, say

__all__ = [
    "LANGUAGES",
    "NOTHING",
    "Code",
    "Console",
    "Diagnostic",
    "Message",
    "Refusal",
    "Unprinted",
    "as_json",
    "catalogue",
    "did_you_mean",
    "into",
    "joined",
    "listed",
    "mute",
    "refusal",
    "say",
    "spoken",
]
