"""A linear classifier whose answers are plain NumPy; scikit-learn is only needed to train it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from bot.nlu.rows import Row, stacked

STEPS = 127


@dataclass(frozen=True)
class LinearModel:
    """Labels, a weight for each (feature, label) in int8 steps of `scale` (one a label), and a bias a label.

    Eight bits are enough for a margin, and make the model a quarter of the size.
    """

    labels: tuple[str, ...]
    weights: np.ndarray
    scale: np.ndarray
    bias: np.ndarray

    def scores(self, row: Row) -> np.ndarray:
        """Return the margin of each label: shape (labels,); above 0 means «rather this than not»."""
        sums = row.weights @ self.weights[row.columns].astype(np.float32)
        return np.asarray(sums * self.scale + self.bias)

    def save(self, folder: Path, name: str) -> None:
        """Write labels and weights into a folder."""
        (folder / f"{name}.json").write_text(json.dumps(self.labels))
        # Compressed here, it is small work for Rasa, which packs the model at the highest level.
        np.savez_compressed(folder / f"{name}.npz", weights=self.weights, scale=self.scale, bias=self.bias)

    @classmethod
    def load(cls, folder: Path, name: str) -> "LinearModel":
        """Read what `save` wrote."""
        labels = tuple(json.loads((folder / f"{name}.json").read_text()))
        with np.load(folder / f"{name}.npz") as kept:  # numbers only: a file that holds code is refused
            return cls(labels, kept["weights"], kept["scale"], kept["bias"])


def train_linear(rows: Sequence[Row], labels: Sequence[str], *, c: float) -> LinearModel:
    """Return a one-versus-rest support vector machine; `c` is the price of a wrong training example."""
    from sklearn.svm import LinearSVC

    # A looser tolerance than the default changes no answer (measured). Not in threads: the solver is not safe there.
    model = LinearSVC(C=c, tol=1.0, random_state=0).fit(stacked(rows), list(labels))
    scale = np.abs(model.coef_).max(axis=1) / STEPS
    steps = np.ascontiguousarray(np.rint(model.coef_ / scale[:, None]).T.astype(np.int8))
    names = tuple(str(name) for name in model.classes_)
    return LinearModel(names, steps, scale.astype(np.float32), model.intercept_.astype(np.float32))
