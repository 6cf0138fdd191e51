"""A text as the model sees it: one sparse row for each kind of feature."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix


@dataclass(frozen=True)
class Row:
    """The features of one text: which columns of how many (int32), and how much each weighs (float32)."""

    columns: np.ndarray
    weights: np.ndarray
    width: int


Features = dict[str, Row]


def joined(features: Features, shares: dict[str, float]) -> Row:
    """Return the blocks that have a share, side by side as one row."""
    columns, weights, width = [], [], 0
    for name, share in shares.items():
        row = features[name]
        columns.append(row.columns + width)
        weights.append(row.weights * np.float32(share))
        width += row.width
    return Row(np.concatenate(columns), np.concatenate(weights), width)


def stacked(rows: Sequence[Row]) -> csr_matrix:
    """Return rows of the same width under one another."""
    ends = np.cumsum([0, *(len(row.columns) for row in rows)])
    columns, weights = np.concatenate([row.columns for row in rows]), np.concatenate([row.weights for row in rows])
    return csr_matrix((weights, columns, ends), shape=(len(rows), rows[0].width))
