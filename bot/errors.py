"""Every error this project raises, as a tree.

OrosbotenError
├── PackageLeftOut
├── ContentError
├── ModelError
├── MemoryFull
├── MemoryUnreachable
├── StatisticsUnreachable
└── ConfigurationError
"""


class OrosbotenError(Exception):
    """Any error that this project raises on purpose; its text says how to mend it."""


class PackageLeftOut(OrosbotenError, ImportError):
    """A part of Rasa that needs a package left out of the default install was used."""

    def __init__(self, package: str, used: str) -> None:
        of_tensorflow = package.startswith(("tensorflow", "keras"))
        name, extra = ("TensorFlow", "tensorflow") if of_tensorflow else (package, "tensorflow")
        super().__init__(
            f"{name} is left out of the default install and was needed (for '{used}'): "
            f"install it with `make extra-{extra}`."
        )


class ContentError(OrosbotenError):
    """A file in data/ cannot be used as it stands."""


class ModelError(OrosbotenError):
    """There is no trained model, or it cannot be loaded."""


class ConfigurationError(OrosbotenError):
    """A setting would make the server unsafe or useless."""


class MemoryFull(OrosbotenError):
    """As many conversations as are allowed are under way."""


class MemoryUnreachable(OrosbotenError):
    """Redis does not answer, so conversations cannot be kept or found just now."""


class StatisticsUnreachable(OrosbotenError):
    """The database of the counts does not answer, so they can be neither written nor read just now."""
