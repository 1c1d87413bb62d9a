"""Settings for the whole suite: no display, no Qt needed for the headless half."""

import gc
import importlib.util
import os
import sys
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("PYTEST_QT_API", "pyside6")
sys.path.insert(0, str(Path(__file__).parent))

ROOT = Path(__file__).resolve().parent.parent


def _why_no_qt() -> str:
    """Why Qt cannot be used here; empty where it can."""
    if importlib.util.find_spec("PySide6") is None:
        return "PySide6 is not installed"
    try:
        from PySide6 import QtGui, QtWidgets  # noqa: F401
    except ImportError as error:
        return str(error)
    return "" if importlib.util.find_spec("pytestqt") else "pytest-qt is not installed"


WHY_NO_QT = _why_no_qt()
# The plugin refuses to start without Qt, so it is kept out (addopts) and taken in here.
pytest_plugins = [] if WHY_NO_QT else ["pytestqt.plugin"]
collect_ignore = ["ui", "render"] if WHY_NO_QT else []


def pytest_report_header() -> str:
    return f"no Qt, so only the headless half: {WHY_NO_QT}" if WHY_NO_QT else "Qt: yes"


def pytest_configure(config: pytest.Config) -> None:
    from hypothesis import HealthCheck, settings

    slow = [HealthCheck.too_slow, HealthCheck.data_too_large]
    settings.register_profile(
        "quick", deadline=None, derandomize=True, suppress_health_check=slow, database=None
    )
    settings.register_profile("deep", deadline=None, suppress_health_check=slow, database=None)
    is_deep = "not deep" not in config.getoption("-m")
    settings.load_profile("deep" if is_deep else "quick")
    if not is_deep:
        _same_examples_whatever_is_imported()


def _same_examples_whatever_is_imported() -> None:
    """Hypothesis draws constants from the source of all modules that others have imported too.

    So a test met other examples after other tests; and each process read all of the source.
    """
    try:
        from hypothesis.internal.conjecture import providers

        none = providers.Constants()
    except (ImportError, AttributeError):
        return  # an older one, which draws none
    providers._get_local_constants = lambda: none


@pytest.hookimpl(wrapper=True)
def pytest_collection():
    """What is imported and collected stays: to look through it for garbage would take a while."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


@pytest.fixture(scope="session")
def root() -> Path:
    """The top of the checkout."""
    return ROOT


@pytest.fixture(scope="session")
def data() -> Path:
    """Files the tests read."""
    return ROOT / "tests" / "data"
