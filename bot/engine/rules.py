"""Rasa's rule policy, which looks at the turns that its rules can see, and at the rules that can apply."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from rasa.core.policies.rule_policy import RULES, RulePolicy
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.core.constants import ACTION_LISTEN_NAME, PREVIOUS_ACTION, USER
from rasa.shared.core.domain import Domain, State
from rasa.shared.core.events import ActionExecuted, ActionReverted, Event, UserUtteranceReverted
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.constants import ACTION_NAME, INTENT, TEXT

TAKEN_BACK = (ActionReverted, UserUtteranceReverted)
Sign = tuple[str | None, str | None]


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.POLICY_WITHOUT_END_TO_END_SUPPORT, is_trainable=True)
class QuickRulePolicy(RulePolicy):
    """Predict what Rasa's rule policy predicts. Only a trained one is quick: while it learns, it is Rasa's own."""

    _rules: dict[Sign, dict[str, str]] | None = None

    @classmethod
    def load(cls, *args: Any, **kwargs: Any) -> "QuickRulePolicy":
        """Return the policy as it was trained, its rules sorted by what they ask for last."""
        policy: QuickRulePolicy = super().load(*args, **kwargs)
        rules: dict[Sign, dict[str, str]] = defaultdict(dict)
        states = [(key, policy._rule_key_to_state(key)) for key in policy.lookup[RULES]]
        for key, rule in states:
            rules[_sign(rule[-1])][key] = policy.lookup[RULES][key]
        policy._rules = rules
        policy._longest = max((len(rule) for _, rule in states), default=0)
        policy._reads_text = any(TEXT in state.get(USER, {}) for _, rule in states for state in rule)
        return policy

    def _find_action_from_rules(
        self, tracker: DialogueStateTracker, domain: Domain, use_text_for_last_user_input: bool
    ) -> tuple[str | None, str | None, bool]:
        if self._rules is not None and use_text_for_last_user_input and not self._reads_text:
            return None, None, False
        found: tuple[str | None, str | None, bool] = super()._find_action_from_rules(
            tracker, domain, use_text_for_last_user_input
        )
        return found

    def _prediction_states(
        self, tracker: DialogueStateTracker, domain: Domain, *args: Any, **kwargs: Any
    ) -> list[State]:
        seen = self._latest(tracker, domain) if self._rules is not None else None
        states: list[State] = super()._prediction_states(seen or tracker, domain, *args, **kwargs)
        return states[-self._longest :] if seen else states

    def _get_possible_keys(self, lookup: dict[str, str], states: list[State]) -> set[str]:
        if self._rules is not None and lookup is self.lookup[RULES] and states:
            last = _sign(states[-1])
            lookup = {**self._rules.get(last, {}), **self._rules.get((last[0], None), {})}
        keys: set[str] = super()._get_possible_keys(lookup, states)
        return keys

    def _latest(self, tracker: DialogueStateTracker, domain: Domain) -> DialogueStateTracker | None:
        """Return the end of a conversation that the longest rule fits in, or None where what was before counts too."""
        if tracker.active_loop or any(slot.has_features() for slot in domain.slots):
            return None
        events = list(_until_longer(tracker, self._longest))
        if len(events) == len(tracker.events) or any(isinstance(event, TAKEN_BACK) for event in events):
            return None
        return DialogueStateTracker.from_events(tracker.sender_id, events[::-1], domain.slots)


def _until_longer(tracker: DialogueStateTracker, length: int) -> Iterator[Event]:
    """Yield the events from the latest back to where a turn began before that many actions."""
    actions = 0
    for event in reversed(tracker.events):
        yield event
        actions += isinstance(event, ActionExecuted)
        if actions > length and isinstance(event, ActionExecuted) and event.action_name == ACTION_LISTEN_NAME:
            return


def _sign(state: State) -> Sign:
    """Return what a state shows at a glance: the action before it, and what the visitor meant."""
    return state.get(PREVIOUS_ACTION, {}).get(ACTION_NAME), state.get(USER, {}).get(INTENT)
