"""Shipped files are found in a checkout and in an installed package."""

import pytest

from snapviz.resources import resources_folder, scenarios_folder


def test_that_a_checkout_keeps_its_files_beside_the_package(root):
    assert resources_folder() == root / "resources"
    assert scenarios_folder() == root / "scenarios"
    assert (resources_folder() / "fonts" / "Inter-Regular.otf").is_file()
    assert (resources_folder() / "fonts" / "OFL.txt").is_file()


def test_that_an_installed_package_carries_its_files_inside(tmp_path):
    package = tmp_path / "site-packages" / "snapviz"
    for name in ("_resources", "_scenarios"):
        (package / name).mkdir(parents=True)
    assert resources_folder(package) == package / "_resources"
    assert scenarios_folder(package) == package / "_scenarios"


def test_that_a_folder_of_another_project_beside_an_installed_package_is_not_taken(tmp_path):
    package = tmp_path / "site-packages" / "snapviz"
    (package / "_resources").mkdir(parents=True)
    (tmp_path / "site-packages" / "resources").mkdir()
    assert resources_folder(package) == package / "_resources"


def test_that_an_incomplete_installation_is_named(tmp_path):
    with pytest.raises(FileNotFoundError, match="without its scenarios folder"):
        scenarios_folder(tmp_path / "snapviz")
