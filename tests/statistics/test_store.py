"""What is written of the counts, in a file and in a real PostgreSQL."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from bot.statistics.cells import Cell
from bot.statistics.counts import Batch
from bot.statistics.store import FEWEST, Store

TODAY = date(2026, 11, 24)
SOME, FEW = FEWEST + 4, FEWEST - 1


def topic(day: date, name: str = "kostnad") -> Cell:
    return Cell(day.isoformat(), "", "topic", name)


def batch(**numbers: int) -> Batch:
    return Batch(Counter({topic(TODAY, name): count for name, count in numbers.items()}))


def asked(words: str, times: int, day: date = TODAY) -> Batch:
    return Batch(questions=Counter({(day.isoformat(), words): times}))


def written(url: str) -> list[str]:
    with create_engine(url).connect() as connection:
        return [words for (words,) in connection.execute(text("select words from questions"))]


@pytest.fixture
def store(url: str) -> Store:
    return Store(url)


def test_numbers_are_added_to_what_is_there(store: Store) -> None:
    store.add(batch(kostnad=2, tecken=7))
    store.add(batch(kostnad=3))
    assert store.numbers("2026-11") == {topic(TODAY): 5, topic(TODAY, "tecken"): 7}
    assert store.numbers("2026-10") == {} and store.months() == ["2026-11"]


def test_several_processes_lose_no_number(store: Store, url: str) -> None:
    store.add(batch(kostnad=1))
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: Store(url).add(batch(kostnad=1, tecken=1)), range(30)))
    assert store.numbers("2026-11") == {topic(TODAY): 31, topic(TODAY, "tecken"): 30}


def test_a_small_number_loses_its_day_once_the_day_is_over(store: Store) -> None:
    over, yesterday = TODAY - timedelta(days=3), TODAY - timedelta(days=1)
    store.add(Batch(Counter({topic(over): FEW, topic(over, "tecken"): SOME, topic(yesterday): FEW})))
    for _ in range(2):
        store.tidy(TODAY)
    month = Cell("2026-11", "", "topic", "kostnad")
    kept = {topic(over): 0, month: FEW, topic(over, "tecken"): SOME, topic(yesterday): FEW}
    assert store.numbers("2026-11") == kept


def test_a_number_that_comes_late_to_a_day_that_is_over_is_moved_too(store: Store) -> None:
    over = TODAY - timedelta(days=9)
    for _ in range(2):
        store.add(Batch(Counter({topic(over): 1})))
        store.tidy(TODAY)
    assert store.numbers("2026-11") == {topic(over): 0, Cell("2026-11", "", "topic", "kostnad"): 2}


def test_processes_that_tidy_at_once_move_a_small_number_once(store: Store, url: str) -> None:
    over = TODAY - timedelta(days=3)
    store.add(Batch(Counter({topic(over, f"amne_{n}"): FEW for n in range(20)})))
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda _: Store(url).tidy(TODAY), range(4)))
    months = {cell.name: count for cell, count in store.numbers("2026-11").items() if cell.period == "2026-11"}
    assert months == {f"amne_{n}": FEW for n in range(20)}


def test_a_question_has_no_words_until_enough_have_asked_it(store: Store, url: str) -> None:
    store.add(asked("var är toaletten", FEW))
    assert store.questions() == {"": FEW} and written(url) == [""]
    store.add(asked("var är toaletten", 1, TODAY + timedelta(days=1)))
    store.add(asked("vad är det för väder", 1))
    assert store.questions() == {"var är toaletten": FEWEST, "": 1}


def test_a_question_is_gone_after_thirty_days(store: Store) -> None:
    store.add(asked("var är toaletten", SOME))
    store.tidy(TODAY + timedelta(days=29))
    assert store.questions() == {"var är toaletten": SOME}
    store.tidy(TODAY + timedelta(days=30))
    assert store.questions() == {}


def test_nothing_of_a_question_that_is_deleted_is_left_in_the_file(tmp_path: Path) -> None:
    store, file = Store(f"sqlite:///{tmp_path}/antal.db"), tmp_path / "antal.db"
    store.add(asked("var är toaletten", SOME))
    assert "toaletten" in file.read_text(errors="ignore")
    store.tidy(TODAY + timedelta(days=30))
    assert "toaletten" not in file.read_text(errors="ignore")


def test_a_question_that_was_common_is_shown_no_more_once_it_is_rare(store: Store) -> None:
    store.add(asked("var är toaletten", FEW))
    store.add(asked("var är toaletten", 1, TODAY + timedelta(days=9)))
    store.tidy(TODAY + timedelta(days=30))
    assert store.questions() == {"": 1}


def test_numbers_are_gone_after_two_years(store: Store) -> None:
    store.add(batch(kostnad=SOME))
    store.tidy(TODAY + timedelta(days=733))
    assert store.months() == []
