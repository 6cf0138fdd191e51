"""What the bot decides in a conversation; every sentence it says stands in data/."""
