"""A stretch of text made ready for the element readers: tagged sentences with their people."""

from bisect import bisect_right
from dataclasses import dataclass

from sos_audit.casefile import Span, Voice
from sos_audit.reading.lexicon import Lexicon
from sos_audit.reading.mentions import Mention, find_mentions
from sos_audit.reading.sentences import Sentence, split_sentences
from sos_audit.reading.subjects import Clause
from sos_audit.reading.tokens import Token, span_of, tokenize


@dataclass(frozen=True, slots=True)
class Passage:
    """A span of a text as sentences; all offsets are into the whole text."""

    text: str
    span: Span
    sentences: tuple[Clause, ...]

    @classmethod
    def read(cls, text: str, span: Span, lexicon: Lexicon) -> "Passage":
        """Tokenise, tag and split ``text[span.start:span.end]``."""
        tagged = lexicon.tag(tokenize(text, span.start, span.end))
        sentences = tuple(
            Clause(sentence.tokens, find_mentions(sentence.tokens))
            for sentence in split_sentences(tagged)
            if not _is_form_question(sentence)
        )
        return cls(text, span, sentences)

    @property
    def tokens(self) -> list[Token]:
        """All tokens in order."""
        return [token for sentence in self.sentences for token in sentence.tokens]

    def antecedent(self, sentence: int, before: int) -> Mention | None:
        """The person a pronoun at token `before` of a sentence most likely stands for.

        In the same sentence the nearest to the left; in the two sentences before it the first
        named. He is never the mother, she never the father.
        """
        pronoun = self.sentences[sentence].tokens[before].text
        for index in range(sentence, max(sentence - 3, -1), -1):
            mentions = self.sentences[index].mentions
            if index == sentence:
                end = bisect_right(mentions, before, key=lambda mention: mention.last)
                near = reversed(mentions[max(0, end - _REMEMBERED) : end])
            else:
                near = iter(mentions[:_REMEMBERED])
            found = next((m for m in near if _is_person(m) and _agrees(m, pronoun)), None)
            if found is not None:
                return found
        return None


_REMEMBERED = 8
"""People a reader keeps in mind when a pronoun comes."""
_QUESTION_WORDS = frozenset({"who", "what", "how", "why", "when", "which", "where"})


def _is_form_question(sentence: Sentence) -> bool:
    """A form's own question left in the answer: "(What will the child experience?)"."""
    words = [token for token in sentence.tokens if token.is_word]
    if sentence.tokens[-1].text != "?" or not words or words[0].text not in _QUESTION_WORDS:
        return False
    return not any(token.text in {'"', "i", "my", "me"} for token in sentence.tokens)


_NEVER = {"he": Voice.MOTHER, "him": Voice.MOTHER, "his": Voice.MOTHER}
_NEVER |= {"she": Voice.FATHER, "her": Voice.FATHER}


def _agrees(mention: Mention, pronoun: str) -> bool:
    return mention.voice is not _NEVER.get(pronoun)


def _is_person(mention: Mention) -> bool:
    return not (mention.pronoun or mention.nobody or mention.first_person)


def rest_of(clause: Clause, start: int, end: int) -> Span:
    """The span of ``tokens[start:end]`` without a closing stop or comma."""
    while end > start + 1 and not clause.tokens[end - 1].text[0].isalnum():
        end -= 1
    return span_of(clause.tokens[start:end])
