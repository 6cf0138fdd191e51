"""What stands in for packages left out."""

import subprocess
import sys

import pytest

from bot.errors import PackageLeftOut


def test_using_a_left_out_package_says_how_to_install_it() -> None:
    import tensorflow

    with pytest.raises(PackageLeftOut, match="make extra-tensorflow"):
        tensorflow.constant(1)


def test_a_component_that_needs_tensorflow_fails_with_one_sentence() -> None:
    from rasa.utils.tensorflow.models import RasaModel

    with pytest.raises(PackageLeftOut, match="TensorFlow is left out of the default install"):
        RasaModel(random_seed=1)


def test_telemetry_is_off_and_no_error_reporter_starts() -> None:
    code = "import bot, rasa.telemetry as t; t.initialize_telemetry(); assert not t.is_telemetry_enabled()"
    assert subprocess.run([sys.executable, "-c", code], timeout=120).returncode == 0


def test_rasas_run_points_to_our_server() -> None:
    command = [sys.executable, "-m", "bot", "rasa", "run"]
    result = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert result.returncode == 2 and "python -m bot serve" in result.stderr
