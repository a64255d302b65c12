"""Each shape is run once; the tests look at what came out."""

import pytest

from tests.runs.shapes import SHAPES, finish


@pytest.fixture(scope="session")
def runs(tmp_path_factory):
    """A finished run by the name of its shape."""
    return {shape.name: finish(shape, tmp_path_factory.mktemp(shape.name)) for shape in SHAPES}


@pytest.fixture(scope="session", params=[shape.name for shape in SHAPES])
def finished(request, runs):
    """The finished run of each shape in turn."""
    return runs[request.param]
