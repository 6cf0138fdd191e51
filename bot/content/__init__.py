"""The content in data/: load it, fill facts into it, check it. No Rasa here."""
