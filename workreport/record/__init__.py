"""`record`: the addresses that the content makes are entered in permalinks.yaml."""

from workreport.record.command import run

__all__ = ["run"]
