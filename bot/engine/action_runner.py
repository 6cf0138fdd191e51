"""Run the actions in this process, where stock Rasa makes an HTTP call to a second one."""

from typing import Any

from rasa.utils.endpoints import EndpointConfig
from rasa_sdk.executor import ActionExecutor


class ActionRunner(EndpointConfig):
    """An action endpoint without a network. Give endpoints.yml a `url` instead to use the stock action server."""

    def __init__(self, package: str = "actions") -> None:
        super().__init__()
        self._executor = ActionExecutor()
        self._executor.register_package(package)

    @property
    def names(self) -> frozenset[str]:
        """Return the names of the actions found."""
        return frozenset(self._executor.actions)

    async def request(self, *args: Any, json: Any = None, **kwargs: Any) -> Any:
        """Run the action that Rasa asks for, and return its events and responses."""
        return await self._executor.run(json)
