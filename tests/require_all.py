"""Turn skips into failures where everything is installed, so that CI cannot pass by skipping.

Switched on by ``SOS_AUDIT_REQUIRE_ALL=1``.  Tests marked ``shared_exports`` may still skip.
"""

from __future__ import annotations

from typing import Any

import pytest


class RequireAll:
    """A pytest plugin that fails every skipped test and every skipped module."""

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(self, item: pytest.Item) -> Any:
        """Fail a skipped test; an expected failure is no skip."""
        report = yield
        allowed = item.get_closest_marker("shared_exports") or hasattr(report, "wasxfail")
        return report if allowed else _failed_if_skipped(report)

    @pytest.hookimpl(wrapper=True)
    def pytest_make_collect_report(self) -> Any:
        """Fail a module that skips itself while it is collected."""
        report = yield
        return _failed_if_skipped(report)


def _failed_if_skipped(report: Any) -> Any:
    """Change a skipped report into a failed one that says why it was skipped."""
    if report.outcome == "skipped":
        reason = report.longrepr[-1] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome = "failed"
        report.longrepr = f"{report.nodeid}: skipped where nothing may be skipped: {reason}"
    return report
