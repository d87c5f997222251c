"""False statements, planted one at a time into a copy of a content folder, to see which of them the gate refuses."""
