"""Run a model's graph as the straight line it is."""

from functools import cache
from typing import Any

from rasa.engine.runner.dask import DaskGraphRunner


class StraightRunner(DaskGraphRunner):
    """Call each node after those it needs. Rasa plans the same order anew at each call, and writes out what goes in."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._plan = cache(self._nodes_before)

    def run(self, inputs: dict[str, Any] | None = None, targets: list[str] | None = None) -> dict[str, Any]:
        """Return the output of each target, given the inputs. Raise GraphRunError if one is missing."""
        wanted = tuple(targets or self._graph_schema.target_names)
        outputs = dict(inputs or {})
        for name, needs in self._plan(wanted):
            received = [(need, outputs[need]) for need in needs if need in outputs]
            outputs[name] = self._instantiated_nodes[name](*received)[1]
        return {name: outputs[name] for name in wanted}

    def _nodes_before(self, targets: tuple[str, ...]) -> list[tuple[str, tuple[str, ...]]]:
        nodes = self._graph_schema.minimal_graph_schema(list(targets)).nodes
        order: dict[str, tuple[str, ...]] = {}

        def place(name: str) -> None:
            if name in nodes and name not in order:
                needs = tuple(nodes[name].needs.values())
                for need in needs:
                    place(need)
                order[name] = needs

        for target in targets:
            place(target)
        return list(order.items())
