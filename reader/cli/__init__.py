"""The command line: a module a verb, loaded when it is called."""
