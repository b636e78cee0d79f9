"""The `portal` command as people type it: words, exit codes, and nothing half done."""

from __future__ import annotations

import importlib.util
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bench import synthetic
from portal import alone, commands, engine, writing
from portal.generation import workspace
from portal.shells.store import shapes
from tests import samples
from tests.conftest import ROOT, edit, run, tree

DATA = Path("data") / "innovations.yaml"


def test_help_is_indonesian(capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as stopped:
        commands.main(["build", "--help"])
    assert stopped.value.code == 0
    shown = capsys.readouterr().out
    assert shown.startswith("pemakaian: portal build")
    assert "tampilkan bantuan ini" in shown
    assert "usage" not in shown
    assert "options" not in shown


def test_help_for_all_is_indonesian(capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit):
        commands.main(["--help"])
    shown = capsys.readouterr().out
    assert "tampilkan versi" in shown
    assert "show" not in shown


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "masih kurang: PERINTAH"),
        (["bulid"], "'bulid' tidak ada; pilih dari"),
        (["build", "--engin", "mkdocs"], "pilihan tidak dikenal: --engin"),
        (["build", "--engine", "hugo"], "'hugo' tidak ada; pilih dari"),
        (["build", "--site-dir"], "perlu satu isian"),
    ],
)
def test_wrong_use_is_answered_in_indonesian_with_2(words: list[str], said: str, capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as stopped:
        commands.main(words)
    assert stopped.value.code == 2
    assert said in capsys.readouterr().err


def test_outside_a_project_it_says_where_to_go(tmp_path: Path):
    done = run(tmp_path, "build")
    assert (done.returncode, done.stdout) == (2, "")
    assert "Jalankan perintah ini di dalam folder portal" in done.stderr


def test_the_real_data_builds_a_site(project: Path):
    done = run(project, "build")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith("Situs siap: site\n")
    assert len(list((project / "site" / "inovasi").glob("*/index.html"))) == 14
    assert "14 inovasi: 0 berkas ditulis" in run(project, "generate").stdout


def test_any_data_builds_from_outside_and_the_project_stays_as_it_is(project: Path, tmp_path: Path):
    data = tmp_path / "data luar"
    synthetic.write(12, data)
    before = tree(project / "docs")
    for words in ([], ["--full"]):
        site = tmp_path / f"situs{len(words)}"
        done = run(project, "build", "--data", str(data), "--no-papers", "--site-dir", str(site), *words)
        assert done.returncode == 0, done.stderr
        assert "12 inovasi" in done.stdout
    assert tree(project / "docs") == before
    made = tree(tmp_path / "situs0")
    assert made == tree(tmp_path / "situs1")
    pages = [name for name in made if name.startswith("inovasi/") and name.count("/") == 2 and name.endswith(".html")]
    assert len(pages) == 12
    assert [name for name in made if name.endswith(".pdf")] == []
    assert "privasi/index.html" in made


def test_copies_of_hand_written_pages_follow_and_generated_pages_are_not_looked_at(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    data = tmp_path / "data luar"
    data.mkdir()
    docs = workspace(project, data).docs
    assert (docs / "tentang.md").read_bytes() == (project / "docs" / "tentang.md").read_bytes()
    (project / "docs" / "tentang.md").unlink()
    (project / "docs" / "baru.md").write_text("# Baru\n", encoding="utf-8")
    looked: list[Path] = []
    real = writing.handwritten

    def handwritten(folder: Path) -> Iterator[str]:
        looked.append(folder)
        return real(folder)

    monkeypatch.setattr(writing, "handwritten", handwritten)
    assert workspace(project, data).docs == docs
    assert not (docs / "tentang.md").exists()
    assert (docs / "baru.md").read_text(encoding="utf-8") == "# Baru\n"
    assert looked == [project / "docs"]
    (docs / ".disalin.json").write_text("rusak", encoding="utf-8")
    (project / "docs" / "baru.md").unlink()
    workspace(project, data)
    assert not (docs / "baru.md").exists()


def test_one_file_of_innovations_builds_with_the_projects_contacts(project: Path, tmp_path: Path):
    file = tmp_path / "satu.yaml"
    shutil.copy(project / DATA, file)
    done = run(project, "build", "--data", str(file), "--no-papers", "--site-dir", str(tmp_path / "situs"))
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "situs" / "inovasi" / "serasi" / "index.html").is_file()


def test_a_second_build_has_nothing_to_do_until_something_changes(project: Path):
    first = run(project, "build")
    second = run(project, "build")
    assert second.returncode == 0
    assert "Tidak ada yang berubah" not in first.stdout
    assert "Tidak ada yang berubah" in second.stdout
    assert first.stdout.splitlines()[0] in second.stdout
    edit(project / DATA, 'nama: "Serasi"', 'nama: "Serasi Baru"')
    third = run(project, "build")
    assert "Tidak ada yang berubah" not in third.stdout
    assert "Serasi Baru" in (project / "site" / "inovasi" / "serasi" / "index.html").read_text(encoding="utf-8")


def test_generating_twice_gives_the_same_bytes(project: Path):
    script = [sys.executable, str(ROOT / "scripts" / "generate_pages.py")]
    subprocess.run(script, cwd=project, check=True, stdout=subprocess.DEVNULL)
    before = tree(project / "docs")
    shutil.rmtree(project / "docs" / "inovasi")
    subprocess.run(
        script, cwd=project, check=True, stdout=subprocess.DEVNULL, env={**os.environ, "PYTHONHASHSEED": "7"}
    )
    assert tree(project / "docs") == before


def test_a_python_without_the_packages_is_told_what_to_run(project: Path):
    script = str(ROOT / "scripts" / "generate_pages.py")
    done = subprocess.run(
        [sys.executable, "-I", "-S", script], cwd=project, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert done.stderr.startswith("Python ini belum punya ")
    assert done.stderr.endswith("Jalankan: python3 run.py generate\n")


def test_check_names_both_places_of_two_mistakes_in_two_records(project: Path):
    one = edit(project / DATA, '  ringkasan: "Bantuan pulang', '  ringkasn: "Bantuan pulang')
    two = edit(project / DATA, '- id: "okata-uti"', '- id: "Okata Uti"')
    done = run(project, "check")
    assert done.returncode == 1
    assert f"data/innovations.yaml:{one}:3" in done.stdout
    assert f"data/innovations.yaml:{two}:7" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr


def test_one_file_anywhere_is_checked_without_a_project(project: Path, tmp_path: Path):
    elsewhere = tmp_path / "kiriman"
    elsewhere.mkdir()
    shutil.copy(project / DATA, elsewhere / "kiriman.yaml")
    assert run(elsewhere, "check", "kiriman.yaml").returncode == 0
    (elsewhere / "kiriman.yaml").write_text("- id: x\n", encoding="utf-8")
    done = run(elsewhere, "check", "kiriman.yaml")
    assert done.returncode == 1
    assert "kiriman.yaml:1" in done.stdout
    assert run(elsewhere, "check", "tidak-ada.yaml").returncode == 1


@pytest.mark.parametrize(
    ("form", "said"), [("github", "::error file=data/innovations.yaml,line={line},"), ("json", '"line": {line}')]
)
def test_problems_are_told_to_programs_too(project: Path, form: str, said: str):
    line = edit(project / DATA, '  ringkasan: "Bantuan pulang', '  ringkasn: "Bantuan pulang')
    done = run(project, "check", "--format", form)
    assert done.returncode == 1
    assert said.format(line=line) in done.stdout


def test_strict_makes_a_warning_an_error(project: Path):
    edit(project / DATA, 'tanggal: "2026-11-24"\n    oleh', 'tanggal: "2024-11-24"\n    oleh')
    assert run(project, "check").returncode == 0
    assert run(project, "check", "--strict").returncode == 1


def test_a_safe_slip_is_mended_shown_and_kept(project: Path):
    edit(project / DATA, '  nama: "Serasi"', '  nama:"Serasi"')
    broken = (project / DATA).read_bytes()
    done = run(project, "check", "--fix")
    assert done.returncode == 0
    assert '+  nama: "Serasi"' in done.stdout
    assert (project / "data" / "innovations.yaml.bak").read_bytes() == broken
    assert run(project, "check").returncode == 0


def test_a_new_record_is_appended_and_published_once_it_is_written(project: Path):
    assert run(project, "new", "layanan-baru").returncode == 0
    checked = run(project, "check")
    assert checked.returncode == 1
    assert "isian ini belum diganti" in checked.stdout
    assert run(project, "generate").returncode == 1
    edit(project / DATA, '"Ganti: misalnya umum"', '"umum"')
    edit(project / DATA, '"Ganti: alamat webnya"', '"https://dinsos.jatimprov.go.id/layanan"')
    for text in ("kepanjangan Layanan Baru", "satu atau dua kalimat, apa ini dan untuk siapa", "judulnya"):
        assert run(project, "generate").returncode == 1
        edit(project / DATA, f'"Ganti: {text}"', '"Layanan untuk semua"')
    assert run(project, "generate").returncode == 0
    assert (project / "docs" / "inovasi" / "layanan-baru.md").exists()
    again = run(project, "new", "layanan-baru")
    assert (again.returncode, again.stderr) == (2, 'Tidak ditambahkan: id "layanan-baru" sudah ada.\n')


def test_format_changes_the_form_and_not_the_content(project: Path):
    before = (project / DATA).read_bytes()
    edit(project / DATA, '  nama: "Serasi"', "  nama: Serasi   # catatan")
    assert "innovations.yaml: dirapikan" in run(project, "format").stdout
    text = (project / DATA).read_text(encoding="utf-8")
    assert '  nama: "Serasi"' in text
    assert "# catatan" in text
    assert len(text.encode()) > len(before)


def test_the_report_says_what_to_ask(project: Path):
    done = run(project, "report")
    assert done.returncode == 0
    assert "Orkes Adelia" in done.stdout
    assert run(project, "report", "--output", "laporan.md").returncode == 0
    assert (project / "laporan.md").read_text(encoding="utf-8") == done.stdout


def lose(project: Path) -> None:
    (project / DATA).unlink()


def empty(project: Path) -> None:
    (project / DATA).write_bytes(b"")


def folder(project: Path) -> None:
    lose(project)
    (project / DATA).mkdir()


def break_yaml(project: Path) -> None:
    edit(project / DATA, 'nama: "Serasi"', 'nama: "Serasi')


def unknown_key(project: Path) -> None:
    edit(project / DATA, "  kepanjangan:", "  panjangan:")


def duplicate_id(project: Path) -> None:
    edit(project / DATA, '- id: "serasi"', '- id: "jsc"')


def unknown_reference(project: Path) -> None:
    edit(project / DATA, '  terkait:\n  - "', '  terkait:\n  - "tidak-ada-')


BAD = [lose, empty, folder, break_yaml, unknown_key, duplicate_id, unknown_reference]


@pytest.mark.parametrize("spoil", BAD, ids=lambda spoil: spoil.__name__)
def test_bad_data_stops_the_build_with_its_place_and_touches_nothing(project: Path, spoil):
    assert run(project, "generate").returncode == 0
    (project / "site").mkdir()
    (project / "site" / "index.html").write_text("lama", encoding="utf-8")
    spoil(project)
    before = tree(project / "docs") | tree(project / "site")
    done = run(project, "build")
    assert (done.returncode, done.stdout) == (1, "")
    assert "data/innovations.yaml" in done.stderr
    assert "Tidak ada halaman yang diubah." in done.stderr
    assert "Traceback" not in done.stderr
    assert tree(project / "docs") | tree(project / "site") == before


@pytest.mark.skipif(os.geteuid() == 0 and not shutil.which("setpriv"), reason="the superuser may read every file")
def test_a_file_without_permission_is_a_clear_problem(project: Path):
    (project / DATA).chmod(0)
    for path in (project, *project.parents):
        if path.owner() == project.owner() and path != Path("/"):
            path.chmod(path.stat().st_mode | 0o055)
    as_nobody = ["setpriv", "--reuid=65534", "--clear-groups"] if os.geteuid() == 0 else []
    done = subprocess.run(
        [*as_nobody, sys.executable, "-m", "portal", "check"],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1, done.stderr
    assert "data/innovations.yaml" in done.stdout
    assert "izin" in done.stdout


def test_a_vanished_record_stops_the_build_until_it_is_meant(project: Path):
    assert run(project, "generate").returncode == 0
    text = (project / DATA).read_text(encoding="utf-8")
    (project / DATA).write_text(
        text[: text.index('\n- id: "jalan-setia"')].replace('  - "jalan-setia"\n', '  - "jsc"\n'), encoding="utf-8"
    )
    needs = project / "data" / "needs.yaml"
    needs.write_text(needs.read_text(encoding="utf-8").replace('  - "jalan-setia"\n', '  - "jsc"\n'), encoding="utf-8")
    done = run(project, "generate")
    assert done.returncode == 1
    assert "jalan-setia" in done.stderr
    assert (project / "docs" / "inovasi" / "jalan-setia.md").exists()
    assert run(project, "generate", "--allow-removal").returncode == 0
    assert not (project / "docs" / "inovasi" / "jalan-setia.md").exists()


def test_a_hand_written_page_in_the_way_is_named_and_kept(project: Path):
    (project / "docs" / "kontak.md").write_text("# Kontak tulisan tangan\n", encoding="utf-8")
    done = run(project, "build")
    assert done.returncode == 1
    assert "kontak.md" in done.stderr
    assert (project / "docs" / "kontak.md").read_text(encoding="utf-8") == "# Kontak tulisan tangan\n"


def test_a_failing_engine_leaves_the_old_site(project: Path):
    assert run(project, "build").returncode == 0
    before = tree(project / "site")
    with (project / "docs" / "privasi.md").open("a", encoding="utf-8") as file:
        file.write("\n[rusak](tidak-ada.md)\n")
    done = run(project, "build")
    assert done.returncode == 1
    assert "tidak-ada.md" in done.stderr
    assert "Situs yang lama tidak berubah." in done.stderr
    assert tree(project / "site") == before


def test_a_file_where_the_site_should_go_is_a_clear_problem(project: Path):
    (project / "catatan").write_text("penting", encoding="utf-8")
    done = run(project, "build", "--site-dir", "catatan")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "Tidak bisa menulis ke" in done.stderr
    assert (project / "catatan").read_text(encoding="utf-8") == "penting"


@pytest.mark.parametrize("moment", ["engine", "swap"])
def test_a_build_killed_halfway_leaves_the_old_site(project: Path, tmp_path: Path, moment: str):
    assert run(project, "build").returncode == 0
    before = tree(project / "site")
    edit(project / DATA, 'nama: "Serasi"', 'nama: "Serasi Baru"')
    place = {"engine": "portal.engine.run", "swap": "portal.publishing._take_place"}[moment]
    module, name = place.rsplit(".", 1)
    reached = tmp_path / "reached"
    hold = (
        f"import time, {module} as m, pathlib\n"
        f"def wait(*_, **__):\n    pathlib.Path({str(reached)!r}).touch(); time.sleep(60)\n"
        f"m.{name} = wait\nfrom portal.commands import main\nmain(['build', '--full'])\n"
    )
    process = subprocess.Popen([sys.executable, "-c", hold], cwd=project, env={**os.environ, "PYTHONPATH": str(ROOT)})
    deadline = time.monotonic() + 30
    while not reached.exists() and time.monotonic() < deadline:
        time.sleep(0.02)
    assert reached.exists()
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert tree(project / "site") == before
    assert run(project, "build").returncode == 0
    assert "Serasi Baru" in (project / "site" / "inovasi" / "serasi" / "index.html").read_text(encoding="utf-8")


def test_a_missing_engine_is_named(project: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    job = engine.Job(project, project / "docs", samples.settings(), engine.Engine.ZENSICAL)
    for make in (lambda: engine.build(job, project / "site"), lambda: shapes(job)):
        with pytest.raises(engine.EngineError, match="Mesin zensical belum terpasang"):
            make()


def test_a_build_of_one_file_sees_that_what_belongs_to_it_changed(project: Path, tmp_path: Path):
    file = tmp_path / "lain" / "layanan.yaml"
    file.parent.mkdir()
    shutil.copy(project / DATA, file)
    words = ("build", "--data", str(file), "--no-papers")
    assert run(project, *words).returncode == 0
    assert "Tidak ada yang berubah" in run(project, *words).stdout
    contacts = project / "data" / "contacts.yaml"
    contacts.write_text(
        contacts.read_text(encoding="utf-8").replace("Tidak ada di semua", "Belum ada di semua"), "utf-8"
    )
    assert "Tidak ada yang berubah" not in run(project, *words).stdout
    assert "Belum ada di semua" in (project / "site" / "kontak" / "index.html").read_text(encoding="utf-8")


def test_pages_are_written_by_one_command_at_a_time(project: Path, monkeypatch: pytest.MonkeyPatch):
    """The list of generated files would lose what the other wrote, and later runs take it for hand-written."""
    monkeypatch.chdir(project)
    held: list[Path] = []

    @contextmanager
    def noted(folder: Path, *, wait: bool = True) -> Iterator[None]:
        held.append(folder)
        with alone.alone(folder, wait=wait):
            yield
        held.remove(folder)

    def write(*_: object, **__: object) -> writing.Changes:
        assert project / "docs" in held
        raise SystemExit(7)

    monkeypatch.setattr("portal.commands.site.alone", noted)
    monkeypatch.setattr("portal.generation.generate", write)
    with pytest.raises(SystemExit, match="7"):
        commands.main(["generate", "--no-papers"])


def test_a_file_that_cannot_be_written_is_named(project: Path):
    done = run(project, "report", "--output", "tidak/ada.txt")
    assert (done.returncode, done.stderr) == (1, "tidak/ada.txt: No such file or directory\n")


def test_hidden_pages_are_left_out_by_either_road(project: Path):
    (project / "docs" / "._tentang.md").write_text("dari komputer lain", encoding="utf-8")
    assert run(project, "build", "--no-papers", "--full").returncode == 0
