"""The catalogue of rules, made from the shipped pack and its examples."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from sos_audit.checks import CHECKS, settings_by_kind
from sos_audit.cli.criterion_page import facts, shown
from sos_audit.findings import Outcome
from sos_audit.reports import wording
from sos_audit.resources import data_path
from sos_audit.rulepacks import load_examples, load_pack

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sos_audit.checks import CheckKind
    from sos_audit.rulepacks import Criterion, Example, RulePack

_INTRODUCTION = """\
# Rules

This page is made from the rule pack `{pack.id}` {pack.version}: {title}.
It lists {number} criteria. Each one is a question asked of a child's file. A criterion and its
examples are two small files under `rules/{pack.id}/`; `sos-audit rules explain ID` prints the same
as this page.

A gap means "{gap}", never that the work was not done. Presence criteria together carry at most
{cap} % of a domain's weight: more form-filling did not mean better practice. The sources (S01 and
so on) are the numbered references of the project's reading of published guidance; "derived" is the
project's own.
"""
_OUTCOMES = """\
## Outcomes

| outcome | what it means |
| --- | --- |
"""
_KINDS = """\
## Kinds of question

A criterion's `check` says which kind of question it asks, and how it is set.

"""
_CRITERIA = """\
## {domain}

| id | title | answered | axis | weight | severity |
| --- | --- | --- | --- | --- | --- |
"""


def rules_page() -> str:
    """The page."""
    path = data_path("rules", "signs_of_safety")
    pack, examples = load_pack(path, settings_by_kind()), load_examples(path)
    sections = [_introduction(pack), _outcomes(), _kinds()]
    sections += [_domain(pack, domain, examples) for domain in pack.domains]
    return "\n".join(sections)


def _introduction(pack: RulePack) -> str:
    return _INTRODUCTION.format(
        pack=pack,
        title=pack.title[0].lower() + pack.title[1:],
        number=len(pack.criteria),
        gap=wording.OUTCOMES[Outcome.GAP].lower(),
        cap=round(100 * pack.presence_cap),
    )


def _outcomes() -> str:
    rows = (f"| `{outcome}` | {wording.OUTCOMES[outcome]} |\n" for outcome in Outcome)
    return _OUTCOMES + "".join(rows)


def _kinds() -> str:
    rows = (f"- `{kind.name}`: {_asks(kind)} {_settings(kind)}\n" for kind in CHECKS.values())
    return _KINDS + "".join(rows)


def _asks(kind: CheckKind) -> str:
    return (sys.modules[kind.ask.__module__].__doc__ or "").strip().split("\n", 1)[0]


def _settings(kind: CheckKind) -> str:
    """What the settings mean, and their names."""
    names = ", ".join(f"`{name}`" for name in kind.settings.model_fields)
    meaning = " ".join((kind.settings.__doc__ or "").split())
    return f"{meaning} Settings: {names}." if names else meaning


def _domain(pack: RulePack, domain: str, examples: Sequence[Example]) -> str:
    criteria = [criterion for criterion in pack.criteria if criterion.domain == domain]
    rows = (
        f"| [`{c.id}`](#{_anchor(c)}) | {c.title} | {c.auto} | {c.axis} | {c.weight} "
        f"| {c.severity} |\n"
        for c in criteria
    )
    head = _CRITERIA.format(domain=wording.domain(domain)) + "".join(rows)
    pages = (_criterion(c, [e for e in examples if e.criterion == c.id]) for c in criteria)
    return "\n".join([head, *pages])


def _anchor(criterion: Criterion) -> str:
    return criterion.id.replace(".", "")


def _criterion(criterion: Criterion, examples: Sequence[Example]) -> str:
    listed = "".join(f"- **{heading}.** {text}\n" for heading, text in facts(criterion))
    proven = "".join(_examples(examples))
    return f"### `{criterion.id}`\n\n{criterion.title}.\n\n{listed}\nExamples:\n\n{proven}"


def _examples(examples: Sequence[Example]) -> Iterator[str]:
    for example in shown(examples):
        known = "; a known miss, which the check does not reach" if example.known_miss else ""
        text = f": “{example.text}”" if example.text else ""
        yield f"- {example.outcome} ({example.name}{known}){text}\n"
