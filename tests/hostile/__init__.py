"""Exports made to harm, each a good one with something done to it."""
