"""Audit children's social work case files for fidelity to the Signs of Safety practice model.

An export of case files goes in, findings backed by quoted evidence come out, and a practice
lead decides what they mean.  The public entry points are the command line
(:mod:`sos_audit.cli`), the adapter protocol (:mod:`sos_audit.adapters`) and the conformance
kit for plugins (:mod:`sos_audit.testing`).
"""

__version__ = "0.1.0"
