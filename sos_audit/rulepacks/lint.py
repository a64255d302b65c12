"""What a careful reviewer would say of a rule pack that can be loaded."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from sos_audit.casefile import Element, StatementKind
from sos_audit.errors import Problem, RulePackError
from sos_audit.findings import Outcome
from sos_audit.reading.fold import fold
from sos_audit.rulepacks.examples import ENDING, load_examples
from sos_audit.rulepacks.layers import layers, read_source
from sos_audit.rulepacks.loading import criterion_files, load_pack
from sos_audit.rulepacks.problems import did_you_mean
from sos_audit.rulepacks.reach import HEADING, can_be_found, can_hold
from sos_audit.rulepacks.word_lint import lint_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from pydantic import BaseModel

    from sos_audit.adapters.mapping.strict_yaml import Source
    from sos_audit.rulepacks.examples import Example
    from sos_audit.rulepacks.layers import Layer
    from sos_audit.rulepacks.model import Criterion, RulePack

_PROVEN = (Outcome.MET, Outcome.GAP, Outcome.NOT_ASSESSABLE)
_BLAMES = re.compile(
    r"not (?:been )?done|fail(?:ed|s|ing|ure)|did(?: not|n't)|should have|neglected|missed|omitted"
)
_KIND_SETTINGS = ("statement", "danger", "partners")
_ELEMENT_SETTINGS = ("any_of", "all_of", "good", "bad")
_PHRASE_SETTINGS = ("phrases", "asks")


def lint(path: Path, kinds: Mapping[str, type[BaseModel]]) -> list[Problem]:
    """Every mistake in a pack or overlay, with its file and line where it has one."""
    try:
        pack, held = load_pack(path, kinds), layers(path)
        examples = load_examples(path)
    except RulePackError as error:
        return list(error.problems) or [Problem(error.summary)]
    sources = _sources(pack, held)
    return [
        *_domains(pack, held[-1], sources),
        *(p for c in pack.criteria for p in _criterion(c, pack, sources[c.id])),
        *_examples(pack, examples, sources),
        *lint_words(held),
    ]


def _sources(pack: RulePack, held: Sequence[Layer]) -> dict[str, Source]:
    """The file that each criterion in force was read from."""
    sources = {}
    for layer in held:
        for file in criterion_files(layer.folder):
            source = read_source(file)
            criterion = source.value.get("id") if isinstance(source.value, dict) else None
            if pack.criterion(str(criterion)) is not None:
                sources[str(criterion)] = source
    return sources


def _domains(pack: RulePack, top: Layer, sources: Mapping[str, Source]) -> Iterator[Problem]:
    for domain in pack.domains:
        weights = [c.weight for c in pack.criteria if c.domain == domain]
        if weights and not any(weights):
            yield top.source.problem(("domains",), f"nothing in {domain!r} has a weight")
    for criterion in pack.criteria:
        if criterion.domain not in pack.domains:
            hint = did_you_mean(criterion.domain, pack.domains) or "name it in pack.yaml"
            message = f"{criterion.domain!r} is not a domain of the pack, so it is not scored"
            yield sources[criterion.id].problem(("domain",), message, hint)


def _criterion(criterion: Criterion, pack: RulePack, source: Source) -> Iterator[Problem]:
    yield from _wording(criterion, source)
    yield from _reachable(criterion, pack, source)
    for name in _PHRASE_SETTINGS:
        for at, phrase in enumerate(getattr(criterion.params, name, ())):
            if fold(phrase) != phrase:
                message = f"{phrase!r} never matches: texts are compared in small letters"
                yield source.problem(("check", name, at), message, f"write {fold(phrase)!r}")


def _wording(criterion: Criterion, source: Source) -> Iterator[Problem]:
    gap = fold(criterion.gap)
    blame = _BLAMES.search(gap)
    if blame:
        hint = "a gap says what was not found in the records supplied"
        yield source.problem(("gap",), f"{blame.group()!r} speaks of people, not records", hint)
    elif "found" not in gap or "supplied" not in gap:
        yield source.problem(("gap",), "does not say what was not found in the records supplied")
    if not criterion.ask.rstrip().endswith("?"):
        yield source.problem(("ask",), "is no question", "end it with a question mark")
    for at, named in enumerate(criterion.sources):
        if not named.strip():
            yield source.problem(("sources", at), "names no source")


def _reachable(criterion: Criterion, pack: RulePack, source: Source) -> Iterator[Problem]:
    params = criterion.params
    lists = pack.lexicon.lists
    for name in _KIND_SETTINGS:
        for at, kind in enumerate(getattr(params, name, ())):
            if isinstance(kind, StatementKind) and not can_be_found(kind, lists):
                hint = f"add words/{HEADING}{kind}.txt"
                message = f"no text can hold a {kind}: it is not read and has no headings"
                yield source.problem(("check", name, at), message, hint)
    kinds = getattr(params, "statement", ())
    for name in _ELEMENT_SETTINGS:
        for at, element in enumerate(getattr(params, name, ())):
            if isinstance(element, Element) and not can_hold(element, kinds):
                message = f"{element} is never read in a {' or '.join(kinds)}"
                yield source.problem(("check", name, at), message)
    wanted = [getattr(params, name) for name in _ELEMENT_SETTINGS if hasattr(params, name)]
    if wanted and not any(wanted):
        yield source.problem(("check",), "looks for no element")


def _examples(
    pack: RulePack, examples: Sequence[Example], sources: Mapping[str, Source]
) -> Iterator[Problem]:
    for example in examples:
        if pack.criterion(example.criterion) is None:
            hint = did_you_mean(example.criterion, sources)
            message = f"there is no criterion {example.criterion!r}"
            yield Problem(message, example.file, example.line, hint)
    for criterion in pack.criteria:
        own = [example for example in examples if example.criterion == criterion.id]
        yield from _proof(criterion, own, sources[criterion.id])


def _proof(criterion: Criterion, own: Sequence[Example], source: Source) -> Iterator[Problem]:
    if not own:
        file = f"{criterion.id.partition('.')[2]}{ENDING}"
        yield source.problem(("id",), "has no examples", f"write {file} beside it")
        return
    expected = {example.expect for example in own if not example.known_miss}
    for outcome in _PROVEN:
        if outcome not in expected:
            yield Problem(f"no example of {criterion.id} is {outcome}", own[0].file)
    names = Counter(example.name for example in own)
    for example in own:
        if names[example.name] > 1:
            message = f"two examples are called {example.name!r}"
            yield Problem(message, example.file, example.line)
