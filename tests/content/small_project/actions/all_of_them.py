"""The actions of the small project: a name is all that the checks look at."""


class ShowEmergencyCards:
    """Show a card."""

    def name(self) -> str:
        return "action_kris"


class TellMore:
    """Tell more."""

    def name(self) -> str:
        return "action_mer"


class OwnUpToNotKnowing:
    """Say that the message was not understood."""

    def name(self) -> str:
        return "action_okant"
