// The page of a record and the pages that list records, as the quickest kind of template of JavaScript peers: strings.
const NAMES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
export const esc = (text) => String(text).replace(/[&<>"']/g, (one) => NAMES[one]);
const when = (value, make) => (value === undefined ? "" : make(value));
const list = (id, title, items, tag = "ul") =>
  when(items, (all) => `<h2 id="${id}">${title}</h2>\n<${tag}>${all.map((one) => `<li>${esc(one)}</li>`).join("")}</${tag}>\n`);
const row = (title, value) => when(value, (one) => `<tr><th>${title}</th><td>${esc(one)}</td></tr>\n`);
const text = (id, title, value) => when(value, (one) => `<h2 id="${id}">${title}</h2>\n<p>${esc(one)}</p>\n`);
const links = (id, title, items) =>
  when(items, (all) => `<h2 id="${id}">${title}</h2>\n<ul>${all.map((one) => `<li><a href="${esc(one.url)}">${esc(one.judul)}</a></li>`).join("")}</ul>\n`);
const tail = (before, value) => when(value, (one) => before + esc(one));

export function record(r) {
  return `<h1>${esc(r.nama)}</h1>
<p><em>${esc(r.kepanjangan)}</em></p>
<p>${esc(r.ringkasan)}</p>
<p>Untuk: ${r.sasaran.map((one) => `<a href="/untuk/${one}/">${one}</a> `).join("")}</p>
${when(r.peringatan, (one) => `<p><strong>${esc(one)}</strong></p>\n`)}${list("mudah", "Mudah dibaca", r.mudah_dibaca)}${list("syarat", "Syarat", r.syarat)}${list("cara", "Cara", r.cara, "ol")}<h2 id="ringkas">Ringkas</h2>
<table><tbody>
${row("Lama layanan", r.waktu)}${row("Biaya", r.biaya)}${row("Jadwal", r.jadwal)}${row("Pelaksana", r.pelaksana)}${row("Jenis", r.jenis)}${row("Tahap", r.tahap)}${row("Mulai", r.mulai)}${row("Status", r.status)}</tbody></table>
${list("terima", "Yang Anda terima", r.hasil_layanan)}${when(r.tempat, (all) => `<h2 id="tempat">Tempat</h2>\n<ul>${all.map((one) => `<li>${esc(one.nama)}${tail(", ", one.alamat)}${tail(", ", one.wilayah)}${tail(". ", one.catatan)}</li>`).join("")}</ul>\n`)}${list("kontak", "Kontak", r.kontak)}${list("pengaduan", "Pengaduan", r.pengaduan)}${list("mitra", "Mitra", r.mitra)}${list("kegiatan", "Kegiatan", r.kegiatan)}${text("masalah", "Masalah", r.masalah)}${text("kebaruan", "Kebaruan", r.kebaruan)}${when(r.hasil, (all) => `<h2 id="hasil">Hasil</h2>\n<table><thead><tr><th>Nilai</th><th>Satuan</th><th>Periode</th><th>Keterangan</th></tr></thead><tbody>\n${all.map((one) => `<tr><td>${one.nilai}</td><td>${esc(one.satuan)}</td><td>${esc(one.periode)}</td><td>${tail("", one.keterangan)}</td></tr>\n`).join("")}</tbody></table>\n`)}${when(r.penghargaan, (all) => `<h2 id="penghargaan">Penghargaan</h2>\n<ul>${all.map((one) => `<li>${esc(one.nama)}, ${one.tahun}${when(one.tingkat, (level) => ` (${level})`)}</li>`).join("")}</ul>\n`)}${list("hukum", "Dasar hukum", r.dasar_hukum)}${links("tautan", "Tautan", r.tautan)}${links("video", "Video", r.video)}${when(r.terkait, (all) => `<h2 id="terkait">Terkait</h2>\n<ul>${all.map((one) => `<li><a href="/inovasi/${one}/">${one}</a></li>`).join("")}</ul>\n`)}<h2 id="sumber">Sumber</h2>
<ol>${r.sumber.map((one) => `<li><a href="${esc(one.url)}">${esc(one.judul)}</a>${tail(", ", one.penerbit)}${tail(", ", one.tanggal)}</li>`).join("")}</ol>
${when(r.diperiksa, (one) => `<p>Diperiksa ${one.tanggal} oleh ${esc(one.oleh)}.</p>`)}`;
}

export const catalogue = (records) => `<h1>Semua inovasi</h1>
<ul>
${records.map((r) => `<li><a href="/inovasi/${r.id}/">${esc(r.nama)}</a>: ${esc(r.kepanjangan)}</li>\n`).join("")}</ul>`;

export const home = (records) => `<h1>Portal contoh</h1>\n<p>${records.length} inovasi contoh.</p>`;

export function tags(records) {
  const found = new Map();
  for (const one of records) for (const tag of one.sasaran) (found.get(tag) ?? found.set(tag, []).get(tag)).push(one);
  return found;
}

export const tagged = (tag, records) => `<h1>${tag}</h1>
<ul>
${records.map((r) => `<li><a href="/inovasi/${r.id}/">${esc(r.nama)}</a></li>\n`).join("")}</ul>`;

export const untuk = (found) => `<h1>Untuk siapa</h1>
<ul>
${[...found].map(([tag, all]) => `<li><a href="/untuk/${tag}/">${tag}</a> (${all.length})</li>\n`).join("")}</ul>`;

export const search = (records) =>
  `[${records.map((r) => `\n${JSON.stringify({ url: `/inovasi/${r.id}/`, nama: r.nama, kepanjangan: r.kepanjangan, ringkasan: r.ringkasan, kata_kunci: r.kata_kunci })}`).join(",")}\n]\n`;

const ADDRESS = "https://portal-contoh.example.org";
export const sitemap = (paths) => `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${paths.map((path) => `<url><loc>${ADDRESS}${path}</loc></url>\n`).join("")}</urlset>
`;

export const paths = (records) => [
  "/", "/inovasi/", "/untuk/", ...[...tags(records).keys()].map((tag) => `/untuk/${tag}/`), ...records.map((r) => `/inovasi/${r.id}/`),
];

export const shell = (title, path, main) => `<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${esc(title)} - Portal contoh</title>
<link rel="canonical" href="${ADDRESS}${path}">
<style>body{font-family:sans-serif;max-width:45rem;margin:auto;padding:1rem}table{border-collapse:collapse}td,th{border:1px solid;padding:.3rem}</style>
</head>
<body>
<header><a href="/">Portal contoh</a> <nav><a href="/inovasi/">Semua inovasi</a> <a href="/untuk/">Untuk siapa</a></nav></header>
<main>
${main}
</main>
<footer>Data contoh: semua isinya karangan.</footer>
</body>
</html>
`;
