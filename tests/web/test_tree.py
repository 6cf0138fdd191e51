"""The page as assistive technology is given it: names, roles and order, not the words of the answers."""

import pytest
from playwright.sync_api import expect

from tests.web.conftest import Open
from tests.web.states import STATES

AROUND = """
- region "Lämna sidan eller ring":
  - link "Lämna sidan snabbt"
  - link "Hoppa till frågan"
  - paragraph:
    - link "Ring 020-100 200"
    - link "Ring 112"
- banner:
  - navigation "Sidor"
- main:
  - heading [level=1]
{middle}
- contentinfo:
  - paragraph:
    - link "Ring 112"
    - link "Ring 020-100 200"
  - list
"""
FIELD = """
  - textbox "Din fråga"
  - button "Skicka"
"""
TREES = {
    "start": """
  - alert
  - region "Samtalet":
    - log "Samtalet":
      - list
    - status
"""
    + FIELD
    + """
  - region "Välj en fråga att börja med":
    - heading [level=2]
    - button
    - group: Jag är orolig för någon
    - group: Jag är ung
  - button "Rensa chatten"
""",
    "svar": """
  - region "Samtalet":
    - heading "Samtalet" [level=2]
    - log "Samtalet":
      - list:
        - listitem:
          - paragraph: Du
          - paragraph: /Hur kan jag märka/
        - listitem:
          - paragraph: Automatiskt svar
          - article:
            - heading [level=3]
            - paragraph
            - group: Läs mer
            - group: /Källor/
            - group: Så går det till att ringa
            - paragraph: "Fråga vidare:"
            - button
    - status: Svar klart
"""
    + FIELD
    + """
  - button "Rensa chatten"
""",
    "kris": """
  - alert:
    - heading /^Akut. Ring 112/ [level=2]:
      - link "Ring 112"
    - paragraph
  - region "Samtalet":
    - log "Samtalet":
      - list:
        - listitem:
          - paragraph: Automatiskt svar
          - paragraph:
            - link /Se rutan överst/
    - status: Svar klart. Läs rutan överst.
"""
    + FIELD,
}


@pytest.mark.parametrize("state", TREES)
def test_names_roles_and_order_are_as_agreed(open_page: Open, state: str) -> None:
    path, options, prepare = STATES[state]
    page = open_page(path, **options)
    prepare(page)
    tree = AROUND.format(middle=TREES[state].strip("\n"))
    expect(page.locator("body")).to_match_aria_snapshot("\n".join(line for line in tree.splitlines() if line))
