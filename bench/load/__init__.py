"""How it bears many visitors: on one process, or several behind the proxy with a Redis."""
