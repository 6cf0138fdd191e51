"""Understanding: Rasa graph components for worried Swedish."""
