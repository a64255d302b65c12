"""The check that forbids skips in CI."""

from tests.require_all import RequireAll


def test_a_skipped_test_fails(pytester):
    pytester.makepyfile("import pytest\ndef test_it(): pytest.skip('no browser')")
    result = pytester.inline_run(plugins=[RequireAll()])
    result.assertoutcome(failed=1)


def test_a_module_that_skips_itself_fails(pytester):
    pytester.makepyfile("import pytest\npytest.importorskip('no_such_module_anywhere')")
    result = pytester.inline_run(plugins=[RequireAll()])
    result.assertoutcome(failed=1)


def test_a_test_of_shared_exports_may_skip(pytester):
    pytester.makeini("[pytest]\nmarkers = shared_exports: may be skipped")
    pytester.makepyfile(
        "import pytest\n@pytest.mark.shared_exports\ndef test_it(): pytest.skip('not here')"
    )
    result = pytester.inline_run(plugins=[RequireAll()])
    result.assertoutcome(skipped=1)


def test_an_expected_failure_is_no_skip(pytester):
    pytester.makepyfile("import pytest\n@pytest.mark.xfail\ndef test_it(): assert False")
    result = pytester.inline_run(plugins=[RequireAll()])
    result.assertoutcome(skipped=1)
