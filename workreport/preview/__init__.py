"""`python build.py serve`: build, watch, reload."""
