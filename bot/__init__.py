"""Orosboten: a Swedish information assistant about worries of radicalisation, built on Rasa."""

from bot.runtime import prepare

# The one thing done at import: Rasa reads telemetry, logging and TensorFlow settings the moment it is
# imported, and there are many ways to start it. Every one of them imports this package first.
prepare()
