"""How soon the page can be used, beside two chat widgets, on a slow phone."""
