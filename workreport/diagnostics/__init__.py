"""Problems as data, their codes, and how they are printed."""

from workreport.diagnostics.code import Code
from workreport.diagnostics.console import report
from workreport.diagnostics.diagnostic import Diagnostic, Refusal, as_json, did_you_mean

__all__ = [
    "Code",
    "Diagnostic",
    "Refusal",
    "as_json",
    "did_you_mean",
    "report",
]
