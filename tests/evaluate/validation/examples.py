"""Small labelled texts, and a reader that says what it is told to say."""

import json
from dataclasses import dataclass, field

from sos_audit.evaluate.validation.gold_v1 import GoldStatement
from sos_audit.evaluate.validation.reader import CaseRead, StatementRead
from sos_audit.findings import Outcome

MET, PARTLY, GAP = Outcome.MET, Outcome.PARTLY, Outcome.GAP


def labelled(id_="s1", kind="danger_statement", text="Nan is worried that Ella falls.", **labels):
    """One labelled statement as it is written in a file."""
    return {"id": id_, "kind": kind, "text": text, "outcomes": {}, **labels}


def statement(id_="s1", **labels):
    """One labelled statement as it is read."""
    return GoldStatement.model_validate(labelled(id_, **labels))


def case(child_id="c1", *, gold, **fields):
    """One labelled case file as it is written in a file."""
    child = {"name": "Ella Doe", "dob": "2020-03-02"}
    written = {"child_id": child_id, "restricted": False, "child": child, "documents": []}
    return {**written, "as_at": "2026-10-30", "gold": gold, **fields}


def written(folder, name, *lines):
    """A file of JSON Lines; text is written as it is."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / name
    texts = (line if isinstance(line, str) else json.dumps(line) for line in lines)
    file.write_text("".join(f"{text}\n" for text in texts), encoding="utf-8")
    return file


@dataclass
class Told:
    """A reader that knows beforehand what to say of each id."""

    says: dict = field(default_factory=dict)
    asks: frozenset = frozenset({"danger.future", "danger.grounded"})
    percents: dict = field(default_factory=dict)
    name: str = "told"

    def statement(self, statement):
        said = self.says[statement.id]
        return said if isinstance(said, StatementRead) else StatementRead(said)

    def family(self, family, as_at):
        return [
            CaseRead(self.says[one.child.id], self.percents.get(one.child.id, {}))
            for one in family.cases
        ]
