"""Writes a Markdown page for each record, as a small script beside MkDocs would: python generate.py [--tuned].

Plain: `yaml.safe_load`, every page in the navigation, every file written anew, the search and tags plugins. Tuned: the
quick loader, record pages out of the navigation, one page of tags made here, files written when they change.
"""

import json
import sys
from pathlib import Path

import yaml
from jinja2 import Environment

PAGE = Environment(trim_blocks=True, lstrip_blocks=True, autoescape=True).from_string(
    """\
{% macro items(title, found, mark="-") %}
{% if found %}
## {{ title }}

{% for one in found %}
{{ mark }} {{ one }}
{% endfor %}

{% endif %}
{% endmacro %}
{% if not tuned %}
---
tags: {{ r.sasaran | tojson }}
---
{% endif %}
# {{ r.nama }}

*{{ r.kepanjangan }}*

{{ r.ringkasan }}

Untuk: {{ r.sasaran | join(", ") }}

{% if r.peringatan %}
**{{ r.peringatan }}**

{% endif %}
{{ items("Mudah dibaca", r.mudah_dibaca) }}
{{ items("Syarat", r.syarat) }}
{{ items("Cara", r.cara, "1.") }}
## Ringkas

| Hal | Isi |
| --- | --- |
{% for title, value in [("Lama layanan", r.waktu), ("Biaya", r.biaya), ("Jadwal", r.jadwal), ("Pelaksana", r.pelaksana),
  ("Jenis", r.jenis), ("Tahap", r.tahap), ("Mulai", r.mulai), ("Status", r.status)] if value %}
| {{ title }} | {{ value }} |
{% endfor %}

{{ items("Yang Anda terima", r.hasil_layanan) }}
{% if r.tempat %}
## Tempat

{% for one in r.tempat %}
- {{ [one.nama, one.alamat, one.wilayah, one.catatan] | select | join(", ") }}
{% endfor %}

{% endif %}
{{ items("Kontak", r.kontak) }}
{{ items("Pengaduan", r.pengaduan) }}
{{ items("Mitra", r.mitra) }}
{{ items("Kegiatan", r.kegiatan) }}
{{ items("Masalah", [r.masalah] if r.masalah else []) }}
{{ items("Kebaruan", [r.kebaruan] if r.kebaruan else []) }}
{% if r.hasil %}
## Hasil

| Nilai | Satuan | Periode | Keterangan |
| --- | --- | --- | --- |
{% for one in r.hasil %}
| {{ one.nilai }} | {{ one.satuan }} | {{ one.periode }} | {{ one.keterangan }} |
{% endfor %}

{% endif %}
{% if r.penghargaan %}
## Penghargaan

{% for one in r.penghargaan %}
- {{ one.nama }}, {{ one.tahun }}{% if one.tingkat %} ({{ one.tingkat }}){% endif %}

{% endfor %}

{% endif %}
{{ items("Dasar hukum", r.dasar_hukum) }}
{% for title, links in [("Tautan", r.tautan), ("Video", r.video)] if links %}
## {{ title }}

{% for one in links %}
- [{{ one.judul }}]({{ one.url }})
{% endfor %}

{% endfor %}
{% if r.terkait %}
## Terkait

{% for one in r.terkait %}
- [{{ one }}]({{ one }}.md)
{% endfor %}

{% endif %}
## Sumber

{% for one in r.sumber %}
1. [{{ one.judul }}]({{ one.url }}){{ ["", one.penerbit, one.tanggal] | select("defined") | join(", ") }}
{% endfor %}

{% if r.diperiksa %}
Diperiksa {{ r.diperiksa.tanggal }} oleh {{ r.diperiksa.oleh }}.
{% endif %}
"""
)


def write(path: Path, text: str, tuned: bool) -> None:
    """Write a file; tuned, only when it changes."""
    if tuned and path.exists() and path.read_text(encoding="utf-8") == text:
        return
    path.write_text(text, encoding="utf-8")


def main(tuned: bool) -> None:
    """Write the pages and the configuration."""
    loader = yaml.CSafeLoader if tuned else yaml.SafeLoader
    files = sorted(Path("innovations").glob("*.yaml"))
    records = [one for file in files for one in yaml.load(file.read_text(encoding="utf-8"), loader)]  # noqa: S506
    folder = Path("docs") / "inovasi"
    folder.mkdir(parents=True, exist_ok=True)
    for one in records:
        write(folder / f"{one['id']}.md", PAGE.render(r=one, tuned=tuned), tuned)
    listed = "".join(f"- [{one['nama']}]({one['id']}.md): {one['kepanjangan']}\n" for one in records)
    write(folder / "index.md", f"# Semua inovasi\n\n{listed}", tuned)
    write(Path("docs") / "index.md", f"# Portal contoh\n\n{len(records)} inovasi contoh.\n", tuned)
    tags = sorted({tag for one in records for tag in one["sasaran"]})
    grouped = "".join(
        f"## {tag}\n\n"
        + "".join(f"- [{o['nama']}](inovasi/{o['id']}.md)\n" for o in records if tag in o["sasaran"])
        + "\n"
        for tag in tags
    )
    write(Path("docs") / "untuk.md", f"# Untuk siapa\n\n{grouped if tuned else '<!-- material/tags -->'}\n", tuned)
    config = {
        "site_name": "Portal contoh",
        "site_url": "https://portal-contoh.example.org/",
        "theme": {"name": "material", "language": "id", "font": False},
        "plugins": ["search"] if tuned else ["search", "tags"],
        "markdown_extensions": ["tables", "attr_list"],
    }
    if tuned:
        config |= {"nav": [{"Beranda": "index.md"}, {"Semua": "inovasi/index.md"}, {"Untuk siapa": "untuk.md"}]}
        config |= {"not_in_nav": "inovasi/*.md"}
    write(Path("mkdocs.yml"), json.dumps(config), tuned)


if __name__ == "__main__":
    main("--tuned" in sys.argv)
