"""Who speaks near a place in a passage: by a verb of speech, a label, or the sentence before."""

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from sos_audit.casefile import Span
from sos_audit.reading.fold import fold
from sos_audit.reading.mentions import Mention
from sos_audit.reading.passage import Passage
from sos_audit.reading.subjects import Clause, subject_before

_VERB_REACH = 112
_LABEL_REACH = 30
_NEARBY = 3


class Saying(NamedTuple):
    """A verb of speech and the person whose it is, None when nobody is named."""

    clause: Clause
    verb: int
    speaker: Mention | None

    @property
    def start(self) -> int:
        """Where the verb begins."""
        return self.clause.tokens[self.verb].start

    @property
    def end(self) -> int:
        """Where the verb ends."""
        return self.clause.tokens[self.verb].end


class Speakers:
    """The verbs of speech of a passage, looked up by place."""

    def __init__(self, passage: Passage) -> None:
        self._passage = passage
        self.sayings = [
            Saying(clause, at, _speaker_of(passage, index, clause, at))
            for index, clause in enumerate(passage.sentences)
            for at, token in enumerate(clause.tokens)
            if token.has("speech")
        ]
        self._verbs = [saying.start for saying in self.sayings]
        self._sentences = [clause.tokens[0].start for clause in passage.sentences]

    def near(self, quoted: Span) -> Mention | None:
        """The person whose words stand at `quoted`, or None."""
        return self._by_verb(quoted) or self._by_label(quoted) or self._by_sentence(quoted)

    def _by_verb(self, quoted: Span) -> Mention | None:
        """The nearest verb of speech before or after the words, not one inside them."""
        first = bisect_left(self._verbs, quoted.start - _VERB_REACH)
        last = bisect_right(self._verbs, quoted.end + _VERB_REACH)
        near = [
            (gap, at)
            for at, saying in enumerate(self.sayings[first:last], first)
            if saying.speaker is not None and (gap := _gap(saying, quoted)) is not None
        ]
        return self.sayings[min(near)[1]].speaker if near else None

    def _by_label(self, quoted: Span) -> Mention | None:
        """ "Ella: '...'", "Imran, by letter: '...'", "Ella - '...'"."""
        for _, clause in self._sentences_before(quoted):
            for mention in reversed(clause.mentions):
                distance = quoted.start - mention.span.end
                if 0 <= distance <= _LABEL_REACH:
                    between = fold(self._passage.text[mention.span.end : quoted.start]).strip()
                    if between in {"-", ",", "("} or _is_label(between):
                        return mention
        return None

    def _by_sentence(self, quoted: Span) -> Mention | None:
        """'Saw Gran. "I do the mornings."': the last person of the sentence just before."""
        for index, clause in self._sentences_before(quoted):
            people = [
                m
                for m in clause.mentions
                if m.span.end <= quoted.start and not (m.nobody or m.first_person)
            ]
            if quoted.start - clause.tokens[-1].end > _NEARBY or not people:
                continue
            mention = people[-1]
            return self._passage.antecedent(index, mention.first) if mention.pronoun else mention
        return None

    def _sentences_before(self, quoted: Span) -> list[tuple[int, Clause]]:
        """The sentence that holds the words, and the one before it, nearest first."""
        at = bisect_right(self._sentences, quoted.start) - 1
        return [(index, self._passage.sentences[index]) for index in (at, at - 1) if index >= 0]


def _gap(saying: Saying, quoted: Span) -> int | None:
    """How far a verb is from the words; None when it is one of them or too far."""
    if saying.end <= quoted.start:
        gap = quoted.start - saying.end
    elif saying.start >= quoted.end:
        gap = saying.start - quoted.end
    else:
        return None
    return gap if gap <= _VERB_REACH else None


def _is_label(between: str) -> bool:
    return between.endswith(":") and len(between.split()) <= 4 and "." not in between


def _speaker_of(passage: Passage, index: int, clause: Clause, at: int) -> Mention | None:
    subject = subject_before(clause, at).mentions
    mention = subject[-1] if subject else clause.mention_starting(at + 1)
    if mention is None or mention.nobody or mention.first_person:
        return None
    return passage.antecedent(index, mention.first) or mention if mention.pronoun else mention
