"""The audit as pages for a browser: a folder for each team, no script, nothing from outside."""

from sos_audit.reports.html.write import write_html

__all__ = ["write_html"]
