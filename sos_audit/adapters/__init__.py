"""Adapters turn one system's exported files into case files of the common model."""
