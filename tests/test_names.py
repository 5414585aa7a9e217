"""The three packages have plain names; nobody else may bring packages of the same names."""

from importlib.metadata import packages_distributions

import pytest


@pytest.mark.parametrize("package", ["bot", "surveys", "analysis"])
def test_a_package_of_ours_comes_from_nobody_else(package: str) -> None:
    assert sorted(set(packages_distributions()[package])) == ["dalalab"]
