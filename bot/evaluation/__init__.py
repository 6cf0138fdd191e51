"""Measure what visitors would be served."""
