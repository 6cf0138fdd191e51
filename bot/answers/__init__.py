"""Answers: what a visitor is shown, made from the content and never from a model."""
