"""What our components share: how Rasa makes them, and where one that is trained is kept."""

from abc import ABC, abstractmethod
from typing import Any, TypeVar

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage

Made = TypeVar("Made", bound="Component")
Trained = TypeVar("Trained", bound="TrainedComponent")


class Component(GraphComponent):
    """A graph component with its settings, and a folder of its own in the model."""

    def __init__(self, config: dict[str, Any], storage: ModelStorage, resource: Resource) -> None:
        self.config = config
        self.storage = storage
        self.resource = resource

    @classmethod
    def create(
        cls: type[Made],
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> Made:
        """Return a component that has yet to be trained, if it is one that learns."""
        return cls(config, model_storage, resource)


class TrainedComponent(Component, ABC):
    """A component that learns. Subclasses read in `read` what they wrote when they learned."""

    @classmethod
    def load(
        cls: type[Trained],
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> Trained:
        """Return the component as it was trained."""
        component = cls(config, model_storage, resource)
        component.read()
        return component

    @abstractmethod
    def read(self) -> None:
        """Read what training wrote."""
