"""Inert stand-ins for packages that Rasa imports and this bot never uses."""

import importlib.machinery
import importlib.util
import sys
from collections.abc import Sequence
from importlib.abc import Loader, MetaPathFinder
from types import ModuleType
from typing import Any

from bot.errors import PackageLeftOut

# Left out of requirements/base.txt: two thirds of the size and most of the start-up time of a stock Rasa.
LEFT_OUT = frozenset(
    {
        "tensorflow",
        "tensorflow_addons",
        "tensorflow_hub",
        "tensorflow_text",
        "keras",
        "aio_pika",
        "aiogram",
        "aiormq",
        "boto3",
        "botocore",
        "confluent_kafka",
        "fbmessenger",
        "google",
        "matplotlib",
        "mattermostwrapper",
        "prompt_toolkit",
        "psycopg2",
        "pymongo",
        "questionary",
        "robust_downloader",
        "rocketchat_API",
        "sanic_cors",
        "sanic_jwt",
        "sentry_sdk",
        "sklearn_crfsuite",
        "slack_sdk",
        "socketio",
        "structlog_sentry",
        "twilio",
        "webexteamssdk",
    }
)

# Rasa's own helpers for TensorFlow models: useless without it, and they import half of scikit-learn and SciPy.
TENSORFLOW_HELPERS = frozenset(
    f"rasa.utils.tensorflow.{name}" for name in ("callback", "data_generator", "model_data", "model_data_utils")
)


class _PlaceholderType(type):
    """A class whose every attribute is another such class."""

    package: str

    def __getattr__(cls, name: str) -> type:
        if name.startswith("__"):
            raise AttributeError(name)
        return _placeholder(cls.package, name)

    def __call__(cls, *args: Any, **kwargs: Any) -> Any:
        # Used as a decorator (`@tf.function`), it hands the function back untouched.
        if len(args) == 1 and callable(args[0]) and not kwargs:
            return args[0]
        raise PackageLeftOut(cls.package, cls.__name__)


class _PlaceholderModule(ModuleType):
    __path__: list[str] = []

    def __getattr__(self, name: str) -> type:
        if name.startswith("__"):
            raise AttributeError(name)
        return _placeholder("tensorflow" if "tensorflow" in self.__name__ else self.__name__.split(".")[0], name)


class _PlaceholderFinder(MetaPathFinder, Loader):
    """Finds every module of the packages left out, and given modules by name, and loads them empty."""

    def __init__(self, packages: frozenset[str], modules: frozenset[str] = frozenset()) -> None:
        self.packages = packages
        self.modules = modules

    def find_spec(
        self, fullname: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        if fullname.split(".")[0] not in self.packages and fullname not in self.modules:
            return None
        return importlib.machinery.ModuleSpec(fullname, self, is_package=True)

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> ModuleType:
        return _PlaceholderModule(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """Leave the module empty."""


def install_placeholders() -> None:
    """Put a placeholder last in the import path for each package of LEFT_OUT that is not installed."""
    if any(isinstance(finder, _PlaceholderFinder) for finder in sys.meta_path):
        return
    absent = frozenset(name for name in LEFT_OUT if importlib.util.find_spec(name) is None)
    sys.meta_path.append(_PlaceholderFinder(absent))
    if "tensorflow" in absent:
        sys.meta_path.insert(0, _PlaceholderFinder(frozenset(), TENSORFLOW_HELPERS))


def _placeholder(package: str, name: str) -> type:
    # An exception, because Rasa names some of them in `except`.
    return _PlaceholderType(name, (Exception,), {"package": package})
