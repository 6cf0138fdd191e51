"""Rasa's turn without its detours: the same events from the same messages, several times faster (see docs/adr/0008)."""
