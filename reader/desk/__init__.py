"""The desk: library, quotes and store together, the one thing both front ends talk to.

Importing this package loads nothing: quotations of a lone text need neither library nor store.
"""
