"""The regular forms of English verbs."""

import pytest

from sos_audit.reading.inflect import forms


@pytest.mark.parametrize(
    ("lemma", "expected"),
    [
        ("shout", ("shout", "shouts", "shouted", "shouting")),
        ("stop", ("stop", "stops", "stopped", "stopping")),
        ("open", ("open", "opens", "opened", "opening")),
        ("worry", ("worry", "worries", "worried", "worrying")),
        ("play", ("play", "plays", "played", "playing")),
        ("love", ("love", "loves", "loved", "loving")),
        ("agree", ("agree", "agrees", "agreed", "agreeing")),
        ("watch", ("watch", "watches", "watched", "watching")),
        ("push", ("push", "pushes", "pushed", "pushing")),
        ("miss", ("miss", "misses", "missed", "missing")),
        ("fix", ("fix", "fixes", "fixed", "fixing")),
        ("go", ("go", "goes", "goed", "going")),
        ("show", ("show", "shows", "showed", "showing")),
        ("need", ("need", "needs", "needed", "needing")),
    ],
)
def test_a_verb_has_four_regular_forms(lemma, expected):
    assert forms(lemma) == expected
