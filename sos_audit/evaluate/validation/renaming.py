"""Gives the people of a text names of another origin, the same name for the same person."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING
from zlib import crc32

from sos_audit.casefile import Family
from sos_audit.evaluate.validation.names import ORIGINS
from sos_audit.evaluate.validation.rewriting import rewritten

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from sos_audit.casefile import CaseFile
    from sos_audit.engine.statement_v1 import StatementV1

_NOT_NAMES = frozenset(
    "mr mrs ms miss mx dr pc dc sgt rev sir prof nan nana nanna nanny nain gran granny grandma "
    "grandad grandpa mamgu taid auntie aunty aunt uncle mum mummy mam dad daddy papa mama baby "
    "unborn sister brother step foster carer pastor imam father mother the of and de la".split()
)
_TITLES = frozenset("mr mrs ms miss mx dr pc dc sgt sir prof".split())
_ALSO_WORDS = frozenset(
    "will may mark hope faith joy grace dawn summer rose hunter page young little day long short "
    "price bill rob sue pat jack drew art angel destiny star chance miles".split()
)
"""Names that are words too: to replace them in a text would replace the words."""
_WOMEN = frozenset(
    "mother mum mam grandmother gran nan aunt auntie sister stepmother daughter girlfriend wife "
    "niece godmother".split()
)

_MEN = frozenset(
    "father dad grandfather grandad uncle brother stepfather son boyfriend husband nephew".split()
)
_GIRL = "daughter"

Person = tuple[str | None, str | None]
"""A name and a role."""


def rename_statement(statement: StatementV1, origin: str) -> StatementV1:
    """The statement with its child and people renamed."""
    change = _renamer(_replacements(_in_statement(statement), origin))
    child = statement.child
    return statement.model_copy(
        update={
            "text": change(statement.text),
            "child": child and child.model_copy(update={"name": child.name and change(child.name)}),
            "people": tuple(
                person.model_copy(update={"name": change(person.name)})
                for person in statement.people
            ),
        }
    )


def rename_family(family: Family, origin: str) -> Family:
    """The family's case files with everybody in them renamed."""
    everybody = [person for case in family.cases for person in _people(case)]
    change = _renamer(_replacements(everybody, origin))
    return Family(tuple(_renamed(case, change) for case in family.cases))


def names_of_statement(statement: StatementV1) -> frozenset[str]:
    """Every word of the names of those whom a statement may name."""
    return _name_words(_in_statement(statement))


def names_of_family(family: Family) -> frozenset[str]:
    """Every word of the names of those in a family's files."""
    return _name_words(person for case in family.cases for person in _people(case))


def _name_words(people: Iterable[Person]) -> frozenset[str]:
    return frozenset(word for name, _ in people for word in _bare(name or ""))


def _in_statement(statement: StatementV1) -> list[Person]:
    child = statement.child
    people: list[Person] = [(person.name, person.role) for person in statement.people]
    return [(child.name if child else None, None), *people]


def _people(case: CaseFile) -> Iterator[Person]:
    yield case.child.name, _GIRL if (case.child.sex or "").upper().startswith("F") else None
    for person in case.people:
        yield person.name, person.relation
    for worker in case.workers:
        yield worker.name, None


def _renamed(case: CaseFile, change: Callable[[str], str]) -> CaseFile:
    def name(of: str | None) -> str | None:
        return None if of is None else change(of)

    return replace(
        case,
        child=replace(case.child, name=name(case.child.name)),
        people=tuple(replace(person, name=name(person.name)) for person in case.people),
        workers=tuple(replace(worker, name=name(worker.name)) for worker in case.workers),
        documents=tuple(
            replace(
                rewritten(document, change),
                title=name(document.title),
                author=document.author
                and document.author._replace(name=name(document.author.name)),
            )
            for document in case.documents
        ),
    )


def _replacements(people: Iterable[Person], origin: str) -> dict[str, str]:
    """New words for the words of names; where in the lists to begin depends on the first name."""
    found: dict[str, str] = {}
    taken: Counter[str] = Counter()
    for name, role in people:
        for word, pool in _words(name or "", role or ""):
            if word not in found:
                names: tuple[str, ...] = getattr(ORIGINS[origin], pool)
                begin = crc32(next(iter(found), word).encode())
                found[word] = names[(begin + taken[pool]) % len(names)]
                taken[pool] += 1
    return found


def _words(name: str, role: str) -> Iterator[tuple[str, str]]:
    """Each word of a name that can be replaced, and the list its replacement comes from."""
    titled = name.split(maxsplit=1)[:1] and name.split(maxsplit=1)[0].strip(".").lower() in _TITLES
    bare = _bare(name)
    for at, word in enumerate(bare):
        if word.lower() not in _ALSO_WORDS and word[0].isupper():
            last = at == len(bare) - 1 and (at > 0 or titled)
            yield word, "surnames" if last else _given(word, role)


def _bare(name: str) -> list[str]:
    """The words of a name without titles, what people are to the child, and initials."""
    words = re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", name)
    return [word for word in words if word.lower() not in _NOT_NAMES and len(word) > 1]


def _given(word: str, role: str) -> str:
    """Which given names to take: by the role where that tells, otherwise now these, now those."""
    roles = {*role.replace("_", " ").lower().split()}
    if roles & _WOMEN:
        return "women"
    return "men" if roles & _MEN or crc32(word.encode()) % 2 else "women"


def _renamer(replacements: Mapping[str, str]) -> Callable[[str], str]:
    if not replacements:
        return lambda text: text
    words = sorted(replacements, key=len, reverse=True)
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)")
    return lambda text: pattern.sub(lambda match: replacements[match.group()], text)
