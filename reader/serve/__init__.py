"""The app in a browser on this machine: the only package that knows textual-serve."""
