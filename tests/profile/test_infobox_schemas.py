"""The schemas of infoboxes: names of fields, their order, and what is close to a name."""

import pytest

from homs_wiki.profile import available_profiles, load_profile
from homs_wiki.profile.infoboxes import InfoboxSchema, find_schema


def schema(language: str, name: str) -> InfoboxSchema:
    found = find_schema(language, name)
    assert found
    return found


ENGLISH = schema("en", "Infobox military conflict")


@pytest.mark.parametrize("name", sorted(available_profiles()))
def test_every_template_with_a_schema_is_an_infobox(name: str) -> None:
    from homs_wiki.profile.infoboxes import _schemas

    profile = load_profile(name)
    for template in _schemas(profile.language):
        assert profile.template_key(template) == template
        assert find_schema(profile.language, template)


@pytest.mark.parametrize("name", sorted(available_profiles()))
def test_every_field_has_a_local_name_that_means_it(name: str) -> None:
    from homs_wiki.profile.infoboxes import _schemas

    for each in _schemas(load_profile(name).language).values():
        for pattern in each._patterns.values():
            canonical = pattern.name.replace("#", "3")
            local = each.local_name(canonical)
            if local is None:  # Several numbered names may stand for one thing (imagen2).
                continue
            found = each.find(local)
            assert found
            assert found.name == canonical
        for required in each.required:
            assert each.local_name(required)


@pytest.mark.parametrize(
    ("language", "template", "local", "canonical"),
    [
        ("en", "Infobox military conflict", "combatant2a", "combatant2a"),
        ("en", "Infobox settlement", "area_total_km2", "area_total_km2"),
        ("en", "Infobox settlement", "area_blank2_km2", "area_blank2_km2"),
        ("en", "Infobox settlement", "blank1_name_sec2", "blank1_name_sec2"),
        ("ur", "حرب", "متحارب1", "combatant1"),
        ("ur", "حرب", "سلسلۂ_محارب", "partof"),
        ("ur", "Infobox military conflict", "combatant1", "combatant1"),
        ("ar", "معلومات نزاع عسكري", "خصم2ب", "combatant2b"),
        ("de", "Infobox Militärischer Konflikt", "TRUPPENSTÄRKE2", "strength2"),
        ("fr", "Infobox Conflit militaire", "commandant1", "commander1"),
        ("ru", "Вооружённый конфликт", "общие потери", "overall_casualties"),
        ("ru", "Вооружённый конфликт", "commander2", "commander2"),
        ("ja", "Battlebox", "conflict", "partof"),
        ("ja", "Battlebox", "battle_name", "conflict"),
    ],
)  # fmt: skip
def test_local_names_mean_canonical_ones(
    language: str, template: str, local: str, canonical: str
) -> None:
    found = schema(language, template).find(local)
    assert found
    assert found.name == canonical


@pytest.mark.parametrize(
    "name", ["", "foo", "combatant", "combatant01", "combatant100", "combatant#", "combatant1e"]
)
def test_unknown_names_are_unknown(name: str) -> None:
    assert ENGLISH.find(name) is None


def test_fields_have_an_order() -> None:
    names = ["conflict", "date", "result", "combatant1", "combatant2", "combatant1a", "combatant2a",
             "commander1", "units2", "strength1", "casualties3", "notes"]  # fmt: skip
    places = [found.place for name in names if (found := ENGLISH.find(name))]
    assert len(places) == len(names)
    assert places == sorted(places)
    settlement = schema("en", "Infobox settlement")
    pairs = ["subdivision_type", "subdivision_name", "subdivision_type1", "subdivision_name1",
             "subdivision_type2", "subdivision_name2", "established_title"]  # fmt: skip
    order = [found.place for name in pairs if (found := settlement.find(name))]
    assert order == sorted(order)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("combattant1", "combatant1"),
        ("comander2", "commander2"),
        ("strenght1", "strength1"),
        ("resulte", "result"),
        ("combatant۲", "combatant2"),
    ],
)
def test_a_slip_has_a_name_near_it(written: str, meant: str) -> None:
    assert ENGLISH.near(written) == meant


@pytest.mark.parametrize(
    "written", ["foo", "dat", "dates", "results", "Result", "part of", "imagesize", "combatant", ""]
)
def test_what_may_be_another_name_is_near_to_none(written: str) -> None:
    assert ENGLISH.near(written) is None


@pytest.mark.parametrize("written", ["organisation", "baptized", "parent_s", "known for", "Spouse"])
def test_other_spellings_are_near_to_none(written: str) -> None:
    assert schema("en", "Infobox person").near(written) is None


def test_near_speaks_the_language_of_the_template() -> None:
    assert schema("ur", "حرب").near("نتیجه") == "نتیجہ"
    assert schema("ur", "حرب").near("متحارب۲") == "متحارب2"


def test_what_nobody_knows_has_no_schema() -> None:
    assert find_schema("en", "Infobox mystery") is None
    assert find_schema("xx", "Infobox person") is None
