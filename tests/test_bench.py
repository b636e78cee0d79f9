"""The benchmark: its records are valid, invented and always the same, and it sees when two sites differ."""

from __future__ import annotations

import re
import sys
from collections import Counter
from datetime import date
from itertools import islice
from pathlib import Path

import pytest
import yaml

from bench import build, sites, synthetic
from bench.processes import FailedError, run
from portal.choices import Audience, ContactKind, Form, Stage, Status
from portal.loading import Loaded, load
from portal.model import Contact, Innovation

DAY = date.fromisoformat(synthetic.DAY)


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    folder = tmp_path_factory.mktemp("synthetic")
    synthetic.write(200, folder / "data")
    return load(folder / "data", DAY)


def test_the_records_pass_every_check(loaded: Loaded):
    assert [str(problem) for problem in loaded.problems] == []
    assert len(loaded.innovations) == 200
    assert len(loaded.needs) == 40
    assert len(loaded.contacts) > 40
    assert len(loaded.synonyms) > 10


@pytest.mark.parametrize("count", [1, 2, 14])
def test_few_records_are_whole_as_well(count: int, tmp_path: Path):
    synthetic.write(count, tmp_path / "data")
    loaded = load(tmp_path / "data", DAY)
    assert (len(loaded.innovations), loaded.problems) == (count, ())


def test_everything_occurs(loaded: Loaded):
    records = loaded.innovations
    assert {audience for one in records for audience in one.sasaran} == set(Audience)
    assert {one.status for one in records} == set(Status)
    assert {one.jenis for one in records} == {*Form, None}
    assert {one.tahap for one in records} == {*Stage, None}
    assert {one.jenis for one in loaded.contacts} == set(ContactKind)
    places = {site.wilayah for one in records for site in one.tempat}
    assert set(synthetic.DISTRICTS) <= places
    assert len(synthetic.DISTRICTS) == 38
    for name in Innovation.model_fields.keys() - {"gambar"}:
        assert any(getattr(one, name) for one in records), name
    shapes = Counter(tuple(name for name in Innovation.model_fields if getattr(one, name)) for one in records)
    assert len(shapes) > 190
    whole = "".join(islice(synthetic.records(), 1000))
    assert [text for text in synthetic.ODD if synthetic._scalar(text) not in whole] == []


def test_nothing_looks_like_real_data(loaded: Loaded):
    named: list[Innovation | Contact] = [*loaded.innovations, *loaded.contacts]
    assert [one.nama for one in named if "Contoh" not in one.nama] == []
    addresses = [source.url for one in named for source in one.sumber]
    addresses += [link.url for one in loaded.innovations for link in (*one.tautan, *one.video)]
    assert len(addresses) > 400
    invented = re.compile(r"https://([a-z]+\.)?(example\.org|test)/")
    assert [one for one in addresses if not invented.match(one)] == []
    assert {str(one.telepon)[:4] for one in loaded.contacts} == {"0100"}


def test_a_record_weighs_about_two_kilobytes():
    texts = [len(text.encode()) for text in islice(synthetic.records(), 1000)]
    assert 1_700 < sum(texts) / 1000 < 2_300


def test_the_same_call_gives_the_same_bytes_and_more_begins_with_less(tmp_path: Path):
    for name, count, seed in (("a", 60, 1), ("b", 60, 1), ("more", 90, 1), ("other", 60, 2)):
        synthetic.write(count, tmp_path / name, seed)
    assert build.differences(tmp_path / "a", tmp_path / "b") == []
    first, more, other = ((tmp_path / name / "innovations.yaml").read_bytes() for name in ("a", "more", "other"))
    assert more.startswith(first)
    assert other != first


def test_records_in_several_files_are_the_same_records(tmp_path: Path):
    synthetic.write(25, tmp_path / "one")
    synthetic.write(25, tmp_path / "many", per_file=10)
    files = sorted((tmp_path / "many" / "innovations").iterdir())
    parts = [yaml.safe_load(file.read_text(encoding="utf-8")) for file in files]
    assert [len(part) for part in parts] == [10, 10, 5]
    assert [one for part in parts for one in part] == yaml.safe_load(
        (tmp_path / "one" / "innovations.yaml").read_text(encoding="utf-8")
    )


def test_a_folder_with_anything_in_it_is_left_alone(tmp_path: Path):
    (tmp_path / "innovations.yaml").write_text("- id: asli\n", encoding="utf-8")
    with pytest.raises(FileExistsError):
        synthetic.write(1, tmp_path)
    assert (tmp_path / "innovations.yaml").read_text(encoding="utf-8") == "- id: asli\n"


def test_an_edit_changes_one_word_of_one_record(tmp_path: Path):
    synthetic.write(9, tmp_path / "data")
    path = tmp_path / "data" / "innovations.yaml"
    before = yaml.safe_load(path.read_text(encoding="utf-8"))
    words = []
    for _ in range(2):
        word, save = build.edit(path, 5)
        assert word not in path.read_text(encoding="utf-8")
        save()
        words.append(word)
    after = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert words[0] != words[1]
    assert after[4].pop("ringkasan") == before[4].pop("ringkasan").replace("layanan", f"layanan {words[1]}", 1)
    assert after == before
    assert [one.name for one in path.parent.iterdir() if one.name.startswith(".")] == []


def test_a_difference_is_found_wherever_it_is(tmp_path: Path):
    for name in ("one", "other"):
        (tmp_path / name / "below").mkdir(parents=True)
        for file in ("same", "below/changed", "below/same"):
            (tmp_path / name / file).write_bytes(b"isi")
    (tmp_path / "other" / "below" / "changed").write_bytes(b"Isi")
    (tmp_path / "one" / "only").touch()
    (tmp_path / "other" / "below" / "more").touch()
    assert build.differences(tmp_path / "one", tmp_path / "other") == ["below/changed", "below/more", "only"]


def test_check_tells_one_byte_between_the_quick_and_the_full_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    spoilt = "x"

    def site(folder: Path, count: int, engine: str, *, full: bool) -> sites.Site:
        (folder / "out").mkdir(parents=True)
        text = f"{count} {engine} {spoilt if full and engine == 'zensical' else ''}"
        script = f"open('out/page', 'w').write({text!r}); open('out/same', 'w').write('a')"
        return sites.Site(folder, folder / "out", folder, ((sys.executable, "-c", script),), ())

    monkeypatch.setattr(build, "portal", site)
    assert build.check(3, tmp_path / "a", 60) == 1
    said = capsys.readouterr().out
    assert "mkdocs: 0 of 2 files differ" in said
    assert "zensical: 1 of 2 files differ\n  page" in said
    spoilt = ""
    assert build.check(3, tmp_path / "b", 60) == 0


def test_a_run_tells_a_failure_and_the_memory_of_the_whole_tree(tmp_path: Path):
    child = "x = bytearray(200_000_000); import time; time.sleep(2)"
    start = f"subprocess.Popen([sys.executable, '-c', {child!r}])"
    scripts = [f"import subprocess, sys; [one.wait() for one in [{start} for _ in {many!r}]]" for many in ("1", "12")]
    one, both = (run([[sys.executable, "-c", script]], tmp_path, {}, 60) for script in scripts)
    assert both.peak > one.peak + 100
    assert abs(both.largest - one.largest) < 50 < one.largest < one.peak
    with pytest.raises(FailedError, match="exit 3"):
        run([[sys.executable, "-c", "raise SystemExit(3)"]], tmp_path, {}, 60)
    with pytest.raises(FailedError, match="more than 0 s"):
        run([[sys.executable, "-c", "import time; time.sleep(60)"]], tmp_path, {}, 0.2)


def test_a_tool_that_does_not_run_is_named_with_the_reason():
    tool = sites.Tool("lambat", lambda: "1", sites.portal, most=1, why="terlalu lambat")
    chosen = build.arguments().parse_args(["14", "--rounds", "1", "--no-serve"])
    chosen.tools = [tool]
    results = build.compare(chosen, 14, Path("/nonexistent"))
    assert any("lambat | not run: terlalu lambat" in line for line in build.table(14, chosen.tools, results))
