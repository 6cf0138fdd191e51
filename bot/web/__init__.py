"""The page: works without JavaScript, leaves no trace, easy to leave."""
