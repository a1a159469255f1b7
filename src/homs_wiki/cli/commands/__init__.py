"""One module a command; its ``command`` is loaded only when it is called for."""
