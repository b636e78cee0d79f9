"""What templates may ask of the records."""

from __future__ import annotations

from portal import catalogue as records
from portal.catalogue import Catalogue
from portal.choices import Audience, ContactKind
from portal.model import Innovation
from tests import samples


def ids(found: tuple[Innovation, ...]) -> list[str]:
    return [one.id for one in found]


def test_an_innovation_without_own_contacts_gets_the_default_ones(catalogue: Catalogue):
    full, thin = catalogue.innovations
    assert [one.id for one in catalogue.contacts_of(full)] == ["kantor"]
    assert [one.id for one in catalogue.contacts_of(thin)] == ["kantor"]
    assert [one.id for one in catalogue.complaints_of(thin)] == ["lapor"]


def test_own_contacts_win():
    catalogue = samples.catalogue(samples.innovation(kontak=["darurat"], pengaduan=["kantor"]))
    assert [one.id for one in catalogue.contacts_of(catalogue.innovations[0])] == ["darurat"]
    assert [one.id for one in catalogue.complaints_of(catalogue.innovations[0])] == ["kantor"]


def test_audiences_come_in_their_order_and_only_when_they_have_innovations(catalogue: Catalogue):
    assert {audience: ids(found) for audience, found in catalogue.by_audience.items()} == {
        Audience.LANSIA: ["okata-uti"],
        Audience.TELANTAR: ["simlontar-rek"],
        Audience.PPKS: ["simlontar-rek"],
    }
    assert list(catalogue.by_audience) == [Audience.LANSIA, Audience.TELANTAR, Audience.PPKS]


def test_stopped_innovations_come_last():
    stopped = samples.innovation(id="lama", status="berhenti")
    catalogue = samples.catalogue(stopped, samples.innovation())
    assert ids(catalogue.by_audience[Audience.LANSIA]) == ["okata-uti", "lama"]


def test_the_catalogue_lists_each_innovation_once_under_its_family(catalogue: Catalogue):
    assert [(family.label, ids(found)) for family, found in catalogue.by_family()] == [
        ("Lansia", ["okata-uti"]),
        ("Orang telantar dan masalah sosial", ["simlontar-rek"]),
    ]


def test_facets_hold_what_the_records_say_and_leave_out_what_none_does(catalogue: Catalogue):
    found = {
        facet.label: [(one.label, one.slug, ids(one.innovations)) for one in facet.choices]
        for facet in catalogue.facets
    }
    assert found["Jenis"] == [("Digital", "digital", ["simlontar-rek"])]
    assert found["Kabupaten atau kota"] == [("Kabupaten Sidoarjo", "kabupaten-sidoarjo", ["simlontar-rek"])]
    assert found["Status"] == [
        ("Berjalan", "berjalan", ["simlontar-rek"]),
        ("Belum dikonfirmasi", "belum-dikonfirmasi", ["okata-uti"]),
    ]
    thin = samples.catalogue(samples.innovation())
    assert [facet.label for facet in thin.facets] == ["Untuk siapa", "Status"]
    assert [facet.label for facet in thin.facets if facet.single] == ["Untuk siapa", "Status"]


def test_a_need_belongs_to_the_audience_of_its_most_fitting_innovation(catalogue: Catalogue):
    assert [need.id for need in catalogue.needs_of(Audience.TELANTAR)] == ["pulang"]
    assert catalogue.needs_of(Audience.LANSIA) == ()


def test_the_place_decides_only_between_innovations_of_different_places():
    def at(key: str, region: str) -> Innovation:
        return samples.innovation(id=key, tempat=[{"nama": "UPT", "wilayah": region}])

    def regions(*innovations: Innovation) -> list[tuple[str, list[str]]]:
        catalogue = samples.catalogue(*innovations)
        need = catalogue.needs[0].model_copy(update={"inovasi": tuple(one.id for one in innovations)})
        return [(one.label, ids(one.innovations)) for one in catalogue.regions_of(need)]

    assert regions(at("a", "Kediri"), at("b", "Pasuruan")) == [("Kediri", ["a"]), ("Pasuruan", ["b"])]
    assert regions(at("a", "Kediri"), at("b", "Kediri")) == []
    assert regions(at("a", "Kediri"), samples.innovation()) == []


def test_letters_hold_names_in_alphabetical_order():
    catalogue = samples.catalogue(
        samples.innovation(id="b", nama="serasi"), samples.innovation(id="a", nama="Sabi Bisa"), samples.innovation()
    )
    assert [(letter, ids(found)) for letter, found in catalogue.by_letter()] == [
        ("O", ["okata-uti"]),
        ("S", ["a", "b"]),
    ]


def test_a_name_that_begins_with_no_letter_is_listed_last():
    names = {"a": "112 Siaga", "b": "Élan", "c": "zona"}
    catalogue = samples.catalogue(*(samples.innovation(id=key, nama=name) for key, name in names.items()))
    assert [(letter, ids(found)) for letter, found in catalogue.by_letter()] == [("Z", ["c"]), ("Lainnya", ["a", "b"])]


def test_labels_of_the_same_letters_have_different_slugs():
    said = ("A & B", "A-B", "A/B", "A B 2", "???")
    catalogue = samples.catalogue(*(samples.innovation(id=f"a{n}", pelaksana=one) for n, one in enumerate(said)))
    found = next(facet for facet in catalogue.facets if facet.slug == "pelaksana")
    assert [(one.label, one.slug) for one in found.choices] == [
        ("A & B", "a-b"),
        ("A-B", "a-b-2"),
        ("A/B", "a-b-3"),
        ("A B 2", "a-b-2-2"),
        ("???", "lain"),
    ]


def test_an_innovation_has_the_values_of_a_facet_in_the_order_of_the_values(catalogue: Catalogue):
    full, thin = catalogue.innovations
    found = {facet.slug: facet for facet in catalogue.facets}
    assert list(found["untuk"].labels_of(full)) == ["Orang telantar", "Warga dengan masalah sosial"]
    assert list(found["jenis"].labels_of(full)) == ["Digital"]
    assert list(found["jenis"].labels_of(thin)) == []


def test_a_source_that_a_record_names_twice_is_listed_once():
    twice = [{"judul": "Lama", "url": "https://x.id/a"}, {"judul": "Baru", "url": "https://x.id/a"}]
    found = samples.catalogue(samples.innovation(sumber=twice)).references
    assert (found[0].source.judul, ids(found[0].innovations)) == ("Lama", ["okata-uti"])


def test_contacts_are_grouped_by_kind_with_danger_first(catalogue: Catalogue):
    kinds = [(kind, [one.id for one in found]) for kind, found in catalogue.contacts_by_kind()]
    assert kinds == [
        (ContactKind.DARURAT, ["darurat"]),
        (ContactKind.INSTANSI, ["kantor"]),
        (ContactKind.PENGADUAN, ["lapor"]),
    ]


def test_a_contact_tells_its_conditions_and_which_of_them_are_known():
    contact = samples.contact(biaya="tarif lokal", jam="tidak diketahui")
    assert contact.conditions == (("Biaya", "tarif lokal"), ("Jam", "tidak diketahui"))
    assert contact.known_conditions == (("Biaya", "tarif lokal"),)


def test_each_source_is_listed_once_with_all_that_rests_on_it(catalogue: Catalogue):
    found = [
        (one.source.url, ids(one.innovations), [contact.id for contact in one.contacts]) for one in catalogue.references
    ]
    assert found == [
        ("https://contoh.id/berita", ["simlontar-rek", "okata-uti"], []),
        ("https://contoh.go.id/standar", ["simlontar-rek"], ["kantor", "lapor", "darurat"]),
    ]


def test_sources_come_newest_first_and_those_without_a_date_last():
    dated = {"a": None, "b": "2024", "c": "2025-03", "d": "2025-03-09"}
    sources = [{"judul": key, "url": f"https://x.id/{key}", "tanggal": day} for key, day in dated.items()]
    found = samples.catalogue(samples.innovation(sumber=sources)).references
    assert [one.source.judul for one in found if one.innovations] == ["d", "c", "b", "a"]


def test_a_record_has_the_dates_of_its_check_and_of_the_sources_that_were_read():
    sources = [{"judul": "x", "url": f"https://x.id/{day}", "diakses": day} for day in ("2026-01-02", None)]
    checked = {"tanggal": "2026-03-04", "oleh": "Dinas Sosial"}
    assert records.dates(samples.innovation(sumber=sources)) == ["2026-01-02"]
    assert records.dates(samples.innovation(sumber=sources, diperiksa=checked)) == ["2026-03-04", "2026-01-02"]


def test_what_nobody_confirmed_is_asked_first_whether_it_still_runs():
    first = {
        status: records.questions(samples.innovation(status=status))[0] for status in ("belum-dikonfirmasi", "aktif")
    }
    assert first == {"belum-dikonfirmasi": records.STILL_RUNNING, "aktif": "Apa saja syarat dan berkasnya?"}


def test_what_is_unknown_becomes_questions_in_the_order_of_the_model():
    thin = samples.innovation(biaya="gratis")
    asked = [field.question for field in records.unknown(thin)]
    assert asked[:2] == ["Apa saja syarat dan berkasnya?", "Bagaimana cara mendapatkannya?"]
    assert "Apakah ada biaya?" not in asked
    assert "Apakah ada biaya?" in [field.question for field in records.unknown(samples.innovation())]
    assert records.unknown(samples.full()) == []


def test_a_field_rests_on_the_sources_that_name_it_or_name_nothing():
    full = samples.full()
    assert records.backing(full, "syarat") == (2,)
    assert records.backing(full, "kepanjangan", "biaya") == (1, 2)
    assert records.backing(full, "dasar_hukum") == ()
    everything = samples.innovation(sumber=[{"judul": "x", "url": "https://x.id"}])
    assert records.backing(everything, "syarat") == (1,)


def test_figures_and_awards_rest_on_the_sources_that_they_name():
    sources = [{"id": name, "judul": name, "url": f"https://{name}.go.id/"} for name in "ab"]
    figure = {"nilai": 5, "satuan": "orang", "periode": "2025", "sumber": "b"}
    one = samples.innovation(sumber=sources, hasil=[figure], biaya="gratis")
    assert records.backing(one, "hasil") == (2,)
    assert records.backing(one, "biaya") == (1, 2)
    assert records.backing(one, "hasil", "biaya") == (1, 2)


def test_labels_of_fields_are_written_as_inside_a_sentence():
    assert records.labels(["waktu", "hasil_layanan"]) == ("lama layanan", "yang Anda terima")
