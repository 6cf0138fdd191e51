"""Orosboten beside stock Rasa and a bare server: the same topics, the same messages, the same machine, in turns."""
