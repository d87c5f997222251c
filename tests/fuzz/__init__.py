"""Broken and hostile input to all that reads text. The *.txt are what was found: each once went wrong."""
