"""What every trained component of ours shares: where it is kept and how Rasa makes it."""

from typing import Any, TypeVar

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage

Component = TypeVar("Component", bound="TrainedComponent")


class TrainedComponent(GraphComponent):
    """A graph component with a folder of its own in the model. Subclasses read it in `read`."""

    def __init__(self, config: dict[str, Any], storage: ModelStorage, resource: Resource) -> None:
        self.config = config
        self.storage = storage
        self.resource = resource

    @classmethod
    def create(
        cls: type[Component],
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> Component:
        """Return a component that has yet to be trained."""
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls: type[Component],
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> Component:
        """Return the component as it was trained."""
        component = cls(config, model_storage, resource)
        component.read()
        return component

    def read(self) -> None:
        """Read what training wrote."""
        raise NotImplementedError
