// Indeks: kata-kata yang sudah ditimbang saat portal dibuat, dimuat sepotong-sepotong menurut kata yang diketik.
// Bentuknya: portal/search/shards.py.
// henti: tanpa arti; lemah dan luas: tidak menentukan; asing: urusan lain
const henti = new Set(), lemah = new Set(), luas = new Set(), asing = new Set();
// tempat kata yang sendirian pun berarti bahaya
const gawat = new Set();
// seruan seperti "tolong", yang tidak berarti apa-apa di samping kata lain -> tempat nomor bantuan
const seru = new Map();
// ketikan -> kunci kata yang berarti hanya dalam ungkapan; lalu kunci-kunci itu sendiri
const ringan = new Map(), kunciRingan = new Set();
// kunci -> berkas, teks yang baru diurai ketika dipakai
const kata = new Map();
// kunci yang diketik -> kunci yang dimaksud
const arti = new Map();
// ejaan yang bukan kunci
const bentuk = new Set();
// kunci pemimpin -> [[semua kunci, berkas]]
const ungkapan = new Map();
// kunci pemimpin -> [[semua kunci, tempat nomor bantuan]]
const darurat = new Map();
// kunci yang ada hanya dalam ungkapan
const anggota = new Set();
// nomor -> [alamat, nama, ringkasan, untuk, catatan, nomor telepon, telepon seperti dibaca]
const hasil = [];
const dimuat = new Map();
const alamatMesin = document.currentScript.src;
let indeks, batas, batasEjaan;

const pilah = (teks, tanda = " ") => teks.split(tanda).filter((s) => s);
// flat() ada sejak Chrome 69
const rata = (semua) => [].concat(...semua);
const tambah = (peta, k, ...isi) => peta.set(k, [...(peta.get(k) || []), ...isi]);

// Isi berkas mesin ini.
function terima(data) {
  indeks = data;
  batas = data.batas.split(" ");
  batasEjaan = data.batasEjaan.split(" ");
  pilah(data.henti).forEach((k) => henti.add(k));
  pilah(data.gawat).forEach((r) => gawat.add(r));
  pilah(data.lemah).forEach((k) => lemah.add(k));
  for (const [k, isi] of pilah(data.ringan, ";").map((s) => s.split("|"))) {
    kunciRingan.add(k);
    pilah(isi).forEach((e) => ringan.set(e, k));
  }
  for (const [n, isi] of pilah(data.seru, ";").map((s) => s.split("|"))) pilah(isi).forEach((s) => seru.set(s, n));
  if (data.dok) hasil.push(...data.dok);
}

// Isi sebuah potongan.
function baca(teks) {
  for (const [kepala, isi] of pilah(teks, ";").map((s) => s.split("|"))) {
    const sisa = kepala.slice(1), himpunan = { ".": anggota, "~": luas, "?": asing, ",": bentuk }[kepala[0]];
    for (const k of isi.split(" ")) {
      const semua = k.split("+"), pemimpin = semua.find((s) => !kunciRingan.has(s));
      if (himpunan) himpunan.add(k);
      else if (kepala[0] === "=") tambah(arti, k, ...sisa.split(" "));
      else if (kepala[0] === "!") tambah(darurat, pemimpin, [semua, sisa]);
      else if (semua[1]) {
        tambah(ungkapan, pemimpin, [semua, kepala]);
        semua.forEach((s) => anggota.add(s));
      } else kata.set(k, kepala);
    }
  }
}

function urai(berkas = "") {
  let nomor = -1;
  return (berkas.match(/[0-9a-z]*[A-Z]/g) || []).map((s) => [nomor += 1 + (parseInt(s.slice(0, -1), 36) || 0), s.charCodeAt(s.length - 1) - 64]);
}

const kenal = (k) => kata.has(k) || arti.has(k) || anggota.has(k);
const tidakMenentukan = (s) => lemah.has(s) || luas.has(kunci(s));
const dikenal = (s) => ringan.has(s) || tidakMenentukan(s) || kenal(kunci(s)) || angka(s);

// Apa yang mungkin dimaksud sebuah kunci, dengan kadar keyakinannya.
const maksud = (k, kadar = 1) => [[k, kadar], ...(arti.get(k) || []).map((a) => [a, kadar * 0.88])];

const ambil = (nama) => new Promise((berhasil, gagal) => {
  const skrip = document.createElement("script");
  skrip.src = new URL(`cari/${nama}.js?v=${indeks.versi}`, alamatMesin);
  skrip.onload = berhasil;
  skrip.onerror = () => { skrip.remove(); dimuat.delete(nama); gagal(new Error(nama)); };
  document.head.append(skrip);
});

function muat(nama) {
  if (!dimuat.has(nama)) dimuat.set(nama, ambil(nama));
  return dimuat.get(nama);
}

const potongan = (semua, k) => Math.max(0, semua.filter((b) => b <= rak(k)).length - 1);
// Memuat potongan yang memuat kunci-kunci ini.
const siapkan = (dicari) => Promise.all(dicari.map((k) => muat(`k${potongan(batas, k)}`)));
// Ejaan yang berdekatan, untuk menebak.
const siapkanEjaan = (dicari) => Promise.all(dicari.map((k) => muat(`e${potongan(batasEjaan, k)}`)));
// Apakah sebuah kata mungkin berarti bahaya.
const genting = (s) => gawat.has(rak(kunci(s)));
const siapkanHasil = (nomor) => indeks.isi && Promise.all(nomor.map((d) => muat(`d${Math.floor(d / indeks.isi)}`)));
