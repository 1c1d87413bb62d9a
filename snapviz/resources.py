"""Where the shipped files are: beside the package in a checkout, inside it in a wheel."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def _folder(name: str, package: Path) -> Path:
    shipped = package / f"_{name}"
    beside = package.parent / name
    for folder in (shipped, beside):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(
        f"snapviz is installed without its {name} folder; looked for {shipped} and {beside}"
    )


def resources_folder(package: Path = PACKAGE) -> Path:
    """Fonts, icons, help, lessons, reference pages and the JSON Schema.

    Raises FileNotFoundError, naming both places, when the installation is incomplete.
    """
    return _folder("resources", package)


def scenarios_folder(package: Path = PACKAGE) -> Path:
    """The shipped scenarios; raises FileNotFoundError like `resources_folder`."""
    return _folder("scenarios", package)
