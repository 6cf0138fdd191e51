"""A linear classifier whose answers are plain NumPy; scikit-learn is only needed to train it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix


@dataclass(frozen=True)
class LinearModel:
    """Labels, a float32 weight for each (feature, label), and a bias for each label."""

    labels: tuple[str, ...]
    weights: np.ndarray
    bias: np.ndarray

    def scores(self, rows: csr_matrix) -> np.ndarray:
        """Return the margin of each label: shape (rows, labels); above 0 means «rather this than not»."""
        return np.asarray(rows @ self.weights + self.bias)

    def save(self, folder: Path, name: str) -> None:
        """Write labels as JSON and weights as .npy."""
        (folder / f"{name}_labels.json").write_text(json.dumps(self.labels))
        np.save(folder / f"{name}_weights.npy", self.weights)
        np.save(folder / f"{name}_bias.npy", self.bias)

    @classmethod
    def load(cls, folder: Path, name: str) -> "LinearModel":
        """Read what `save` wrote; the weights stay on disk until they are used."""
        labels = tuple(json.loads((folder / f"{name}_labels.json").read_text()))
        weights = np.load(folder / f"{name}_weights.npy", mmap_mode="r")
        return cls(labels, weights, np.load(folder / f"{name}_bias.npy"))


def train_linear(rows: csr_matrix, labels: Sequence[str], *, c: float, balanced: bool = False) -> LinearModel:
    """Return a one-versus-rest support vector machine; `c` is the price of a wrong training example."""
    from sklearn.svm import LinearSVC

    model = LinearSVC(C=c, class_weight="balanced" if balanced else None, random_state=0).fit(rows, labels)
    weights, bias, names = model.coef_, model.intercept_, [str(name) for name in model.classes_]
    if len(names) == 2:
        weights, bias = np.vstack([-weights, weights]), np.concatenate([-bias, bias])
    return LinearModel(tuple(names), np.ascontiguousarray(weights.T, dtype=np.float32), bias.astype(np.float32))
