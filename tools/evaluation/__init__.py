"""What is drafted by program, measured against a record that people made: a part of it a module."""
