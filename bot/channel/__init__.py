"""The way in: conversations, limits, and the JSON API."""
