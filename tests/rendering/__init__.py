"""The same invented families, written as each system would export them.

Pure functions from interchange case files to tables and a mapping file; tests read the result back
and compare, and `python -m tests.rendering` writes the demonstration exports from it.
"""
