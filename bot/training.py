"""Train the model, only when something it is made of has changed."""

import hashlib
import json
import logging
import warnings
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from bot.content.topics import topic_files
from bot.content.yaml_file import read_yaml
from bot.errors import ModelError
from bot.settings import Settings

logger = logging.getLogger(__name__)
MODEL_NAME = "orosboten"
CODE = Path(__file__).parent / "nlu"


def model_path(settings: Settings) -> Path:
    """Return where the trained model is, or will be."""
    return settings.models / f"{MODEL_NAME}.tar.gz"


def train_if_changed(settings: Settings | None = None) -> Path:
    """Train unless the model on disk was made from the same examples, rules, settings and code; return its path.

    Raises ModelError if Rasa cannot train.
    """
    settings = settings or Settings.from_environment()
    model, stamp = model_path(settings), settings.models / f"{MODEL_NAME}.fingerprint"
    code, content = _fingerprint(_code()), _fingerprint(_content(settings))
    trained_with = stamp.read_text().split() if model.exists() and stamp.exists() else []
    if trained_with == [code, content]:
        logger.info("The model is up to date.")
        return model
    logger.info("Training: about a minute.")
    # Rasa keeps what it has trained, and does not see that the code has changed.
    _train(settings, force=trained_with[:1] != [code])
    stamp.write_text(f"{code}\n{content}\n")
    return model


def _train(settings: Settings, *, force: bool) -> None:
    import rasa.model_training
    from rasa.engine.exceptions import GraphComponentException, GraphSchemaException, GraphSchemaValidationException
    from rasa.shared.exceptions import RasaException

    try:
        # Rasa warns of every response that only an action uses; `make check` knows better which are missing.
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            result = rasa.model_training.train(
                domain=str(settings.domain),
                config="config.yml",
                training_files=[str(settings.data)],
                output=str(settings.models),
                fixed_model_name=MODEL_NAME,
                force_training=force,
            )
    except (RasaException, GraphComponentException, GraphSchemaException, GraphSchemaValidationException) as error:
        raise ModelError(f"Rasa could not train: {error}. Run `make check`.") from error
    except OSError as error:
        raise ModelError(f"The model cannot be written to {settings.models}: {error}.") from error
    if result.code != 0 or result.model is None:
        raise ModelError("Rasa could not train. Run `make check`, then `python -m bot rasa train` for the details.")


def _fingerprint(parts: Iterable[str]) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def _code() -> Iterator[str]:
    yield from (path.read_text() for path in sorted(CODE.glob("*.py")))


def _content(settings: Settings) -> Iterator[str]:
    data = settings.data
    files = [Path("config.yml"), settings.domain, data / "kris.yml", *sorted((data / "lexikon").glob("*.yml"))]
    yield from (path.read_text() for path in files)
    yield from (json.dumps(part, ensure_ascii=False, sort_keys=True) for part in _learnt_from(data))


def _learnt_from(data: Path) -> Iterator[Any]:
    """Yield what the model learns from a topic: not the answer, which may change without training."""
    for path in topic_files(data):
        content = read_yaml(path) or {}
        variants: Any = next(iter((content.get("responses") or {}).values()), [{}])
        has_card = "kort" in (variants[0].get("metadata") or {})
        yield path.stem, content.get("nlu"), content.get("rules"), has_card
