"""Reads exports of Mosaic's reporting tables into case files.

Mosaic is a product of The Access Group, which has no part in this project.
"""

__version__ = "0.1.0"
