"""Locust's visitors: people who talk, and those who only open conversations."""

import random

from locust import HttpUser, between, constant, task

MESSAGES = (
    "min bror har börjat prata om att alla andra är fiender",
    "vad kostar det att ringa",
    "när har ni öppet",
    "hur pratar jag med min son utan att han blir arg",
    "mer",
    "är det olagligt att vara nazist",
    "en elev hyllar terrordåd på lektionen",
    "jag vill lämna rörelsen men är rädd",
    "hej",
    "hn har slutat träffa sina gamla kompisar",
    "kan skolan göra en orosanmälan",
    "jag vill prata med en människa",
)
CHOICES = ("kostnad", "oppettider", "tecken", "stod_till_anhorig")
TURNS = 5


class Visitor(HttpUser):
    """Opens the page, talks for some turns with time to read between, and leaves."""

    wait_time = between(3, 8)

    @task
    def talk(self) -> None:
        self.client.get("/", name="page")
        headers = self._start()
        for turn in range(TURNS):
            said = {"choice": random.choice(CHOICES)} if turn % 3 == 2 else {"text": random.choice(MESSAGES)}
            with self.client.post(
                "/api/messages", json=said, headers=headers, catch_response=True, name="turn"
            ) as answer:
                if answer.status_code == 200 and not answer.json()["messages"]:
                    answer.failure("no messages")
            self.wait()
        self.client.delete("/api/conversations", headers=headers, name="end")

    def _start(self) -> dict[str, str]:
        token = self.client.post("/api/conversations", json={}, name="start").json()["token"]
        return {"Authorization": f"Bearer {token}"}


class Hurried(Visitor):
    """Talks without a pause: for the most that a server can do."""

    wait_time = constant(0)


class Flooder(HttpUser):
    """Opens conversations and says one thing in each, as fast as it can; being refused is the answer it should get."""

    wait_time = constant(0)

    @task
    def flood(self) -> None:
        with self.client.post("/api/conversations", json={}, catch_response=True, name="flood") as answer:
            if answer.status_code in (429, 503):
                answer.success()
                return
        headers = {"Authorization": f"Bearer {answer.json()['token']}"}
        self.client.post("/api/messages", json={"text": random.choice(MESSAGES)}, headers=headers, name="flood turn")
