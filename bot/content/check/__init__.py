"""The checks of everything in data/ that an editor can get wrong: no Rasa, no model, a few seconds."""
