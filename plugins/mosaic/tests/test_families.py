"""Children are read together for a parent, a sibling or a subgroup, and for nothing else."""

from plugins.mosaic.tests.small_export import SmallExport


def families(export, tmp_path):
    return [(case.family_id, case.child.id) for case in export.read(tmp_path).cases]


def three_children():
    export = SmallExport()
    for child_id in ("1", "2", "3"):
        export.child(child_id, subgroup=f"10{child_id}")
    export.step(SUBGROUP_ID="101")
    export.answer()
    return export


def relate(export, person, word, child):
    export.add(
        "DM_PERSONAL_RELATIONSHIPS",
        PERSON_ID=person,
        OTHER_PERSON_ID=child,
        IS_MOTHER="Y" if word == "Mother" else "N",
        FAMILY_CATEGORY=word,
    )


def test_strangers_are_apart(tmp_path):
    assert families(three_children(), tmp_path) == [("1", "1"), ("2", "2"), ("3", "3")]


def test_children_of_one_mother_are_together(tmp_path):
    export = three_children()
    relate(export, "77", "Mother", "1")
    relate(export, "77", "Mother", "3")
    assert families(export, tmp_path) == [("1", "1"), ("1", "3"), ("2", "2")]


def test_siblings_and_subgroups_join_too(tmp_path):
    export = three_children()
    relate(export, "3", "Child's Siblings", "2")
    export.subject("1", "300")
    export.subject("2", "300")
    assert families(export, tmp_path) == [("1", "1"), ("1", "2"), ("1", "3")]


def test_an_aunt_joins_nobody(tmp_path):
    export = three_children()
    relate(export, "77", "Aunt", "1")
    relate(export, "77", "Aunt", "2")
    assert families(export, tmp_path) == [("1", "1"), ("2", "2"), ("3", "3")]


def test_a_grandmother_does_not_join_cousins(tmp_path):
    export = three_children()
    relate(export, "77", "Mother", "1")
    relate(export, "78", "Mother", "2")
    relate(export, "79", "Mother", "77")
    relate(export, "79", "Mother", "78")
    assert families(export, tmp_path) == [("1", "1"), ("2", "2"), ("3", "3")]


def test_a_restricted_child_names_no_family(tmp_path):
    export = three_children()
    export.rows["DM_PERSONS"][0]["RESTRICTED"] = "Y"
    export.subject("1", "300")
    export.subject("2", "300")
    export.subject("3", "300")
    assert families(export, tmp_path) == [("2", "2"), ("2", "3")]


def test_an_adult_in_a_subgroup_has_no_case_file(tmp_path):
    export = three_children()
    export.add("DM_PERSONS", PERSON_ID="77", CONTEXT_FLAG="A", RESTRICTED="N")
    export.subject("77", "101")
    assert [child for _, child in families(export, tmp_path)] == ["1", "2", "3"]
