"""What holds for every test: reproducible properties, and no quiet skips in CI."""

from __future__ import annotations

import os

import hypothesis

from tests.require_all import RequireAll

hypothesis.settings.register_profile("ci", derandomize=True, deadline=None)
hypothesis.settings.register_profile("local", deadline=None)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") else "local")


def pytest_configure(config):
    """Register the check here rather than as hooks, so that it covers the plugins' tests too."""
    if os.environ.get("SOS_AUDIT_REQUIRE_ALL") == "1":
        config.pluginmanager.register(RequireAll(), "require_all")
