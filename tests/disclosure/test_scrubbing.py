"""Everything a structured field knows is found in narrative, however it is written there."""

import datetime as dt
import re
import unicodedata

import pytest

from sos_audit.disclosure import Key, NameBook, Scrubber, plain

KEY = Key(b"k" * 32)


def scrubber(*names, **options):
    book = NameBook(KEY)
    for name in names:
        book.add(name)
    return Scrubber(KEY, book, **options)


def scrub(text, *names, year=2026, **options):
    return scrubber(*names, **options).scrub(text, year).text


SEEDED = {
    "Welsh": ["Siân ap Rhys", "Llŷr Gruffydd-Jones", "Angharad ferch Owain", "Myfanwy Prydderch"],
    "Irish": ["Caoimhe O'Brien", "Pádraig Mac Giolla", "Siobhán Ní Dhomhnaill", "Aoife D’Arcy"],
    "Nigerian": ["Chidiebere Okonkwo-Eze", "Oluwaseun Adébáyò", "Ngozi Nwachukwu", "Ayọ̀ Bámgbóṣé"],
    "Polish": ["Jakub (Kuba) Wrona", "Małgorzata Źdźbło", "Łukasz Święty", "Agnieszka Wójcik"],
    "Bangladeshi": ["Farzana Begum", "Md. Abdul Karim", "Rezaul Haque", "Nusrat Jahan Chowdhury"],
    "Somali": ["Ayaan Xasan Cali", "Cabdi Warsame", "Hodan Maxamed Nuur", "Faadumo Geedi"],
}

WAYS = {
    "full": lambda name: f"We met {name} at home.",
    "first": lambda name: f"We met {first(name)} at home.",
    "surname": lambda name: f"The {name.split()[-1]} household was calm.",
    "possessive": lambda name: f"It was {first(name)}'s idea, and {first(name)}’s room.",
    "capitals": lambda name: f"SPOKE TO {name.upper()} TODAY.",
    "small": lambda name: f"spoke to {name.lower()} today",
    "without accents": lambda name: f"We met {bare(name)} at home.",
    "hyphenated": lambda name: f"The baby is {first(name)}-{name.split()[-1]}.",
    "in a list": lambda name: f"Present:{first(name)},{name.split()[-1]};others",
}


def first(name):
    return next(word for word in name.split() if word != "Md.")


def bare(name):
    spread = unicodedata.normalize("NFKD", name.translate(str.maketrans("łŁ", "lL")))
    return re.sub("[\u0300-\u036f]", "", spread)


def identifying(name):
    words = re.findall(r"[^\W\d_][^\s()-]*", name)
    particles = {"ap", "ferch", "mac", "ni", "md", "md."}
    return {plain(word) for word in words if plain(word) not in particles}


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
@pytest.mark.parametrize("origin", SEEDED)
def test_every_seeded_name_is_found(origin, way):
    for name in SEEDED[origin]:
        text = scrub(way(name), name)
        left = identifying(name) & {plain(w) for w in re.findall(r"[^\W\d_][^\s,;.-]*", text)}
        assert not left, (text, name)


def test_one_person_is_one_person_throughout():
    text = scrub("Zoë saw Zoe. ZOE'S mum is Zoë Źdźbło.", "Zoë Źdźbło")
    invented = re.findall(r"[A-Za-z]+", text)
    assert len({word.casefold() for word in invented if word not in {"saw", "S", "mum", "is"}}) == 2


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("KW rang.", "KW"),
        ("K.W. rang.", "K.W."),
        ("J. Wrona rang.", "J."),
        ("Seen with Ms Farida Haque today.", "Farida"),
        ("Dr. Osei rang.", "Osei"),
    ],
)
def test_initials_and_titled_names_are_found(text, gone):
    assert gone not in scrub(text, "Jakub (Kuba) Wrona")


def test_initials_that_are_an_abbreviation_or_two_people_stay():
    assert scrub("SW rang KW.", "Kuba Wrona", "Karol Wilk", "Sara Webb") == "SW rang KW."


def test_a_name_that_is_a_word_is_a_name_only_when_written_as_one():
    text = scrub("They will come when Will comes, in May 2026.", "Will May")
    assert text.startswith("They will come when ")
    assert "Will" not in text


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("Ring 07911 123456 or (020) 7946 0958.", "123456"),
        ("Ring +44 7911 123456.", "123456"),
        ("At 12 Acacia Road, E8 1EA.", "Acacia"),
        ("At E8 1EA.", "E8"),
        ("a.b@council.gov.uk", "council"),
        ("NHS 943 476 5919", "5919"),
        ("Mosaic 10452 is hers.", "10452"),
    ],
)
def test_numbers_and_places_are_replaced(text, gone):
    assert gone not in scrub(text, ids={"10452"})


def test_a_score_is_no_persons_id():
    assert scrub("0 is worst and 10 best; 6/10 today, 7 (was 5).", ids={"0", "10", "7"}) == (
        "0 is worst and 10 best; 6/10 today, 7 (was 5)."
    )


@pytest.mark.parametrize(
    ("text", "style"),
    [
        ("12/01/2026", "%d/%m/%Y"),
        ("2026-01-12", "%Y-%m-%d"),
        ("12.01.26", "%d.%m.%y"),
        ("12 January 2026", "%d %B %Y"),
        ("12 Jan 2026", "%d %b %Y"),
    ],
)
def test_a_date_moves_by_whole_weeks_and_keeps_its_style(text, style):
    moved = dt.datetime.strptime(scrub(text), style).date()  # noqa: DTZ007
    assert moved == dt.date(2026, 1, 12) + dt.timedelta(weeks=KEY.weeks)


def test_an_ordinal_is_right_after_moving():
    assert re.fullmatch(r"\d+(st|nd|rd|th) [A-Z]\w+", scrub("3rd March"))


def test_a_date_that_cannot_be_stays():
    assert scrub("31/02/2026") == "31/02/2026"


def test_doubtful_words_are_counted_and_replaced_unless_kept():
    done = scrubber(doubtful={"beata"}).scrub("Beata and Beata's mum.", 2026)
    assert done.unknown == 2
    assert "Beata" not in done.text
    kept = scrubber(doubtful={"beata"}, keep_doubtful=True).scrub("Beata came.", 2026)
    assert (kept.unknown, kept.text) == (1, "Beata came.")


def test_places_in_the_text_move_with_it():
    text = "Kuba said: I like 10. Ring 07911 123456 today."
    done = scrubber("Kuba Wrona").scrub(text, 2026)
    start = text.index("I like")
    assert done.text[done.place(start) : done.place(start + 9)] == "I like 10"
    assert done.place(len(text)) == len(done.text)
    assert done.place(0) == 0


def test_another_key_gives_other_names():
    other = NameBook(Key(b"o" * 32))
    other.add("Kuba")
    assert other.stand_in("Kuba") != scrub("Kuba", "Kuba")


def test_the_key_does_not_show():
    assert "kkk" not in repr(KEY)
