"""Find what points out a person in a visitor's words, and put a label in its place before anything else sees it."""
