// Mesin pencari: mencocokkan kata yang diketik dengan indeks yang sudah ditimbang saat portal dibuat, lalu menjumlah.
// Bentuk indeks: portal/search/shards.py. Kata yang tidak dikenal ditebak oleh tebak.js, yang diambil bila perlu.
"use strict";
var PortalCari = (() => {
  const { pecah, kunci } = PortalKata;
  const PANJANG = 300;
  const BANYAK = 24;
  // makin besar, makin menentukan kata yang khusus
  const TAJAM = 1.4;
  // henti: tanpa arti; ringan: berarti hanya dalam ungkapan; lemah dan luas: tidak menentukan; asing: urusan lain
  const daftar = { henti: new Set(), lemah: new Set(), luas: new Set(), asing: new Set(), ringan: new Map() };
  // kunci -> berkas, teks yang baru diurai ketika dipakai
  const kata = new Map();
  // kunci yang diketik -> kunci yang dimaksud
  const arti = new Map();
  // kunci pertama -> [[semua kunci], berkas]
  const ungkapan = new Map();
  // semua kunci dalam ungkapan
  const anggota = new Set();
  // [[ungkapan], nomor kontak]
  const darurat = [];
  // nomor -> [alamat, nama, ringkasan, untuk, nomor telepon, telepon seperti dibaca]
  const hasil = [];
  // kunci dan ejaannya yang lain
  const bentuk = [];
  const dimuat = new Map();
  let indeks = null;
  let batas = null;
  let ambil = () => Promise.resolve();
  const pilah = (teks, tanda = " ") => (teks ? teks.split(tanda) : []);

  // Dipanggil oleh berkas indeks.
  function terima(data) {
    indeks ??= data;
    for (const nama of ["henti", "lemah", "luas", "asing"]) pilah(data[nama]).forEach((k) => daftar[nama].add(k));
    for (const [k, ...ejaan] of (data.ringan || []).map((baris) => baris.split(" "))) {
      ejaan.forEach((e) => daftar.ringan.set(e, k));
    }
    for (const [teks, siapa] of data.bahaya || []) darurat.push([pilah(teks).map((u) => u.split("+")), siapa]);
    (data.dok || []).forEach((satu, i) => { hasil[(data.d || 0) * (indeks.isi || 0) + i] = satu; });
    bentuk.push(...pilah(data.bentuk).map((baris) => baris.split(",")));
    pilah(data.kata, "\n").forEach(baca);
  }

  function baca(baris) {
    const [kepala, isi] = baris.split("|");
    for (const k of isi.split(" ")) {
      if (k.includes("+")) {
        const semua = k.split("+");
        semua.forEach((s) => anggota.add(s));
        if (!ungkapan.has(semua[0])) ungkapan.set(semua[0], []);
        ungkapan.get(semua[0]).push([semua, kepala]);
      } else if (kepala[0] === "=") {
        arti.set(k, [...(arti.get(k) || []), ...kepala.slice(1).split(" ")]);
      } else kata.set(k, kepala);
    }
  }

  function urai(teks) {
    const berkas = [];
    let nomor = -1;
    for (const [, jarak, berat] of teks.matchAll(/([0-9a-z]*)([A-Z])/g)) {
      nomor += 1 + (jarak ? parseInt(jarak, 36) : 0);
      berkas.push([nomor, berat.charCodeAt(0) - 64]);
    }
    return berkas;
  }

  const kenal = (k) => kata.has(k) || arti.has(k) || anggota.has(k);
  const angka = (s) => /^[0-9]+$/.test(s);
  const lemah = (s) => daftar.lemah.has(s) || (daftar.luas.has(kunci(s)) && !kenal(kunci(s)));
  const dikenal = (s) => daftar.henti.has(s) || daftar.ringan.has(s) || lemah(s) || kenal(kunci(s)) || angka(s);
  const berawal = (awal) => [...kata.keys(), ...arti.keys()].filter((k) => k.startsWith(awal)).slice(0, 8);

  // Apa yang mungkin dimaksud sebuah kunci, dengan kadar keyakinannya.
  const maksud = (k, kadar = 1) => [[k, kadar], ...(arti.get(k) || []).map((a) => [a, kadar * 0.92])];

  function muat(nama) {
    if (!dimuat.has(nama)) {
      dimuat.set(nama, ambil(nama, indeks?.versi).catch((galat) => { dimuat.delete(nama); throw galat; }));
    }
    return dimuat.get(nama);
  }

  // Potongan indeks besar yang memuat kunci-kunci ini.
  function siapkan(dicari) {
    if (!indeks.batas) return Promise.resolve();
    batas ??= indeks.batas.split(" ");
    const potongan = (k) => Math.max(0, batas.findLastIndex((b) => b <= k));
    return Promise.all([...new Set(dicari.map((k) => `k${potongan(k)}`))].map(muat));
  }

  // Isian menjadi pengertian: tiap kata dengan kunci yang mungkin dimaksud dan kadarnya. `sementara`: kata terakhir
  // belum selesai diketik dan cocok dengan awal sebuah kata, jadi kata-kata langka belum diambil.
  async function pahami(isian, selesai) {
    let semua = [...new Set(pecah(isian.slice(0, PANJANG)))].slice(0, BANYAK);
    await siapkan(semua.map(kunci).concat(semua.slice(1).map((s, i) => kunci(semua[i] + s))));
    const ujung = /[a-z0-9]$/i.test(isian) ? semua.at(-1) : "";
    const asing = semua.filter((s) => !dikenal(s));
    const sementara = !selesai && asing.length === 1 && asing[0] === ujung && berawal(ujung).length > 0;
    if (asing.length && !sementara) await muat("lain");
    semua = semua.filter((s) => !daftar.henti.has(s));
    if (PortalCari.tebak) semua = semua.flatMap((s) => (dikenal(s) ? s : PortalCari.tebak.belah(s) || s));
    const pengertian = [];
    for (const [i, ketikan] of semua.entries()) {
      const k = kunci(ketikan);
      const ringan = daftar.ringan.get(ketikan) || (lemah(ketikan) && k);
      let arti2;
      if (ringan) arti2 = [[ringan, 1]];
      else if (kenal(k)) arti2 = maksud(k);
      else if (sementara) arti2 = berawal(ketikan).flatMap((a) => maksud(a, 0.7));
      else arti2 = await PortalCari.tebak.maksud(ketikan, ketikan === ujung);
      const pasangan = semua[i + 1] && kunci(ketikan + semua[i + 1]);
      if (pasangan && kenal(pasangan)) arti2.push(...maksud(pasangan));
      const peta = new Map();
      for (const [a, kadar] of arti2) peta.set(a, Math.max(kadar, peta.get(a) || 0));
      pengertian.push({ ketikan, kunci: peta, ringan: !!ringan });
    }
    return { pengertian, sementara };
  }

  // Apakah sebuah ungkapan tertulis berdekatan; sesudah "tidak", urutannya menentukan.
  function tertulis(semua, pengertian) {
    const tempat = [];
    for (const s of semua) tempat.push(pengertian.findIndex((p, i) => p.kunci.has(s) && !tempat.includes(i)));
    if (tempat.includes(-1) || Math.max(...tempat) - Math.min(...tempat) > semua.length + 1) return null;
    const negasi = semua.indexOf("tidak");
    return negasi >= 0 && tempat.some((t, i) => i > negasi && t < tempat[negasi]) ? null : tempat;
  }

  // Setiap dokumen dengan jumlah timbangan katanya, ungkapannya, dan seberapa banyak isian yang terjawab.
  function nilai(pengertian) {
    const skor = new Map();
    const punya = (d) => skor.get(d) || skor.set(d, { d, jumlah: 0, pasti: 0, kena: [], ungkapan: [] }).get(d);
    pengertian.forEach((p, i) => {
      p.bobot = 0;
      if (p.ringan) return;
      const terbaik = new Map();
      for (const [k, kadar] of p.kunci) {
        for (const [d, w] of urai(kata.get(k) || "")) {
          terbaik.set(d, Math.max(terbaik.get(d) || 0, w * kadar));
          if (kadar > 0.8) punya(d).pasti = Math.max(punya(d).pasti, w * kadar);
        }
      }
      const tertinggi = Math.max(3, ...terbaik.values());
      p.bobot = terbaik.size ? Math.min(tertinggi, 14) : 5;
      p.kena = terbaik.size > 0;
      for (const [d, w] of terbaik) {
        punya(d).jumlah += w ** TAJAM;
        punya(d).kena[i] = p.bobot * Math.min(1, w / tertinggi + 0.3);
      }
    });
    const ada = new Set(pengertian.flatMap((p) => [...p.kunci.keys()]));
    for (const k of ada) {
      for (const [semua, berkas] of ungkapan.get(k) || []) {
        const tempat = tertulis(semua, pengertian);
        if (!tempat) continue;
        const kadar = Math.min(...semua.map((s, n) => pengertian[tempat[n]].kunci.get(s)));
        for (const i of tempat) pengertian[i].kena = true;
        for (const [d, w] of urai(berkas)) {
          punya(d).ungkapan.push((w * kadar * (0.9 + semua.length * 0.15)) ** TAJAM);
          for (const i of tempat) punya(d).kena[i] = pengertian[i].bobot;
        }
      }
    }
    const penting = pengertian.reduce((n, p) => n + p.bobot, 0);
    for (const s of skor.values()) {
      s.ungkapan.sort((a, b) => b - a);
      s.kuat = s.ungkapan.slice(0, 3).reduce((n, w, i) => n + w / 2 ** i, s.jumlah);
      s.cakupan = penting ? Math.min(1, s.kena.reduce((a, b) => a + b, 0) / penting) : 1;
      s.nilai = s.kuat * (0.55 + 0.45 * s.cakupan);
    }
    return [...skor.values()].sort((a, b) => b.nilai - a.nilai || a.d - b.d);
  }

  function bahaya(pengertian) {
    const ada = new Set();
    for (const p of pengertian) for (const [k, kadar] of p.kunci) if (kadar > 0.65) ada.add(k);
    const siapa = [];
    for (const [semua, nomor] of darurat) {
      const kena = Math.max(0, ...semua.filter((u) => u.every((k) => ada.has(k))).map((u) => u.length));
      if (kena) siapa.push([kena, nomor]);
    }
    const terpanjang = Math.max(0, ...siapa.map(([kena]) => kena));
    return [...new Set(siapa.filter(([kena]) => kena === terpanjang).flatMap(([, nomor]) => nomor))].slice(0, 4);
  }

  // Apakah hasil teratas menjawab isian, atau hanya kebetulan mengandung satu katanya.
  function terjawab(pengertian, atas) {
    if (!atas) return false;
    const berat = pengertian.filter((p) => !p.ringan);
    const asing = berat.filter((p) => !p.kena);
    const lain = berat.filter((p) => daftar.asing.has(p.ketikan) && !p.kena).length;
    const jelas = berat.filter((p) => [...p.kunci.keys()].some((k) => /[I-Z]/.test(kata.get(k)))).length;
    if (!asing.length) return atas.kuat >= 2;
    if (lain >= jelas && !atas.ungkapan.length) return false;
    return atas.pasti >= 8 || atas.ungkapan.length > 0 || (atas.cakupan > 0.6 && atas.kuat >= 6);
  }

  // Mencari: { bahaya: [hasil], hasil: [hasil], jumlah, sementara }.
  async function cari(isian, terbanyak = 10, selesai = true) {
    const { pengertian, sementara } = await pahami(isian, selesai);
    const semua = nilai(pengertian);
    const urut = terjawab(pengertian, semua[0]) ? semua.filter((s) => s.nilai >= 0.22 * semua[0].nilai) : [];
    const nomor = bahaya(pengertian);
    const tampil = urut.slice(0, terbanyak).map((s) => s.d);
    if (indeks.isi) await Promise.all([...new Set([...tampil, ...nomor].map((d) => `d${Math.floor(d / indeks.isi)}`))].map(muat));
    return { bahaya: nomor.map((d) => hasil[d]), hasil: tampil.map((d) => hasil[d]), jumlah: urut.length, sementara, urut, nomor, pengertian };
  }

  const dalam = { kata, arti, ungkapan, darurat, bentuk, daftar, dimuat, kenal, angka, maksud, siapkan };
  return { cari, terima, dalam, dari: (cara) => { ambil = cara; } };
})();
