// Mesin pencari: mencocokkan kata yang diketik dengan indeks yang sudah ditimbang saat portal dibuat, lalu menjumlah.
// Bentuk indeks: portal/search/shards.py. Berkas indeks diambil sebagai skrip, sehingga berjalan juga dari file://.
"use strict";
var PortalCari = (() => {
  const { pecah, kunci } = PortalKata;
  const PANJANG = 300; // huruf yang dibaca dari isian
  const BANYAK = 24; // kata yang dibaca dari isian
  const TAKHENTI = { asing: new Set(), henti: new Set(), lemah: new Set(), luas: new Set(), ringan: new Map() };
  let indeks = null;
  let ambil = () => Promise.resolve();
  const kata = new Map(); // kunci -> berkas, teks yang baru diurai ketika dipakai
  const arti = new Map(); // kunci yang diketik -> kunci yang dimaksud
  const ungkapan = new Map(); // kunci pertama -> [[semua kunci], berkas]
  const bentuk = new Map(); // huruf pertama -> Map ejaan -> kunci
  const hasil = []; // nomor -> [alamat, nama, ringkasan, untuk, telepon]
  const dimuat = new Map();

  const daftar = (teks) => new Set((teks || "").split(" "));
  const tambah = (peta, k, isi) => (peta.has(k) ? peta.get(k).push(isi) : peta.set(k, [isi]));
  const eja = (ejaan, k) => (bentuk.get(ejaan[0]) || bentuk.set(ejaan[0], new Map()).get(ejaan[0])).set(ejaan, k);

  // Dipanggil oleh berkas indeks.
  function terima(data) {
    if (data.henti !== undefined) {
      indeks = data;
      for (const nama of ["henti", "lemah", "asing", "luas"]) TAKHENTI[nama] = daftar(data[nama]);
      for (const baris of data.ringan) {
        const [k, ...ejaan] = baris.split(" ");
        for (const e of ejaan) TAKHENTI.ringan.set(e, k);
      }
      indeks.bahaya = data.bahaya.map(([teks, siapa]) => [teks.split(" ").map((u) => u.split("+")), siapa]);
      for (const [semua] of indeks.bahaya) for (const u of semua) for (const k of u) eja(k, k);
      indeks.batas = data.batas ? data.batas.split(" ") : [];
    }
    (data.dok || []).forEach((satu, i) => { hasil[(data.d || 0) * (indeks.isi || 0) + i] = satu; });
    if (data.kata) data.kata.split("\n").forEach(baca);
  }

  function baca(baris) {
    const [kepala, isi] = baris.split("|");
    for (const satu of isi.split(" ")) {
      const [k, ...ejaan] = satu.split(",");
      if (k.includes("+")) {
        const semua = k.split("+");
        tambah(ungkapan, semua[0], [semua, kepala]);
        for (const s of semua) eja(s, s);
        continue;
      }
      if (kepala[0] === "=") arti.set(k, [...(arti.get(k) || []), ...kepala.slice(1).split(" ")]);
      else kata.set(k, kepala);
      for (const e of [k, ...ejaan]) eja(e, k);
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

  const kenal = (k) => kata.has(k) || arti.has(k);

  // Potongan indeks besar yang memuat kunci-kunci ini.
  function siapkan(kunci2) {
    if (!indeks.batas.length) return Promise.resolve();
    const perlu = new Set();
    for (const k of kunci2) {
      let i = indeks.batas.findIndex((b) => b > k);
      if (i < 0) i = indeks.batas.length;
      perlu.add("k" + Math.max(0, i - 1));
    }
    return Promise.all([...perlu].map(muat));
  }

  function muat(nama) {
    if (!dimuat.has(nama)) dimuat.set(nama, ambil(nama).catch((galat) => { dimuat.delete(nama); throw galat; }));
    return dimuat.get(nama);
  }

  // Imbuhan percakapan, Jawa, dan Madura: bentuk yang mungkin menjadi asal sebuah kata.
  function bentukAsal(k) {
    const asal = new Set();
    const lepas = (s) => {
      for (const [pola, ganti] of [
        [/^nge?(?=[a-z]{3})/, ""], [/^ng(?=[aeiou])/, "k"], [/^ny(?=[aeiou])/, "s"], [/^ny(?=[aeiou])/, "c"],
        [/^n(?=[aeioudjgct])/, "t"], [/^n(?=[dtjcg])/, ""], [/^m(?=[aeiou])/, "p"], [/^m(?=[bp])/, ""], [/^(di|ke|ka|tak|se|ta|a|e|pa|ma)(?=[a-z]{3})/, ""],
        [/^meng(?=[aeiou])/, "k"], [/^peng(?=[aeiou])/, "k"], [/^[mp]en(?=[aeiou])/, "n"],
      ]) if (pola.test(s)) asal.add(s.replace(pola, ganti));
      for (const akhir of [/(nya|ne|na|e|ku|mu|in|en|an|ana|i|ake|no|aken|a)$/, /(kan|ne|e|n|k)$/, /(ane|nipun|ipun|ira)$/]) {
        if (akhir.test(s) && s.replace(akhir, "").length > 2) asal.add(s.replace(akhir, ""));
      }
    };
    lepas(k);
    for (const s of [...asal]) lepas(s);
    return [...asal];
  }

  const HIDUP = /[aeiou]/;
  const MIRIP = ["gk", "dt", "bp", "fp", "sz", "jz", "cs", "iy", "uw"];
  const mirip = (a, b) => (HIDUP.test(a) && HIDUP.test(b)) || MIRIP.includes(a + b) || MIRIP.includes(b + a);
  const sisip = (a, sebelum) => (a === "h" || a === sebelum ? 0.5 : 1);

  // Jarak ketik: huruf hidup yang tertukar, huruf yang bunyinya mirip, h, dan huruf kembar hanya setengah salah.
  function jarak(a, b, batas) {
    let dua = [], satu = [0];
    for (let j = 0; j < b.length; j++) satu.push(satu[j] + sisip(b[j], b[j - 1]));
    for (let i = 0; i < a.length; i++) {
      const baris = [satu[0] + sisip(a[i], a[i - 1])];
      for (let j = 0; j < b.length; j++) {
        let n = a[i] === b[j] ? satu[j] : satu[j] + (mirip(a[i], b[j]) ? 0.5 : 1);
        n = Math.min(n, satu[j + 1] + sisip(a[i], a[i - 1]), baris[j] + sisip(b[j], b[j - 1]));
        if (i && j && a[i] === b[j - 1] && a[i - 1] === b[j]) n = Math.min(n, dua[j - 1] + 0.8);
        baris.push(n);
      }
      if (Math.min(...baris) > batas) return 9;
      dua = satu; satu = baris;
    }
    return satu[b.length];
  }

  const rangka = (k) => k.replace(/[aeiou]/g, "");

  // Kata yang mungkin dimaksud oleh salah ketik, yang terdekat lebih dulu.
  function tebak(ketikan, terakhir) {
    const n = ketikan.length;
    const batas = n < 4 ? 0.5 : n < 6 ? 1 : n < 9 ? 1.5 : 2;
    const dekat = new Map();
    const ukur = (ejaan, k, tambahan) => {
      let d = 9;
      if (Math.abs(ejaan.length - n) <= 2) d = jarak(ketikan, ejaan, batas) + tambahan;
      if (terakhir && n > 2 && ejaan.length > n && ejaan.startsWith(ketikan)) d = Math.min(d, 0.6 + (ejaan.length - n) / 20);
      if (n > 2 && !HIDUP.test(ketikan) && ejaan.length < 2 * n + 3 && rangka(ejaan) === ketikan) d = Math.min(d, 0.7);
      if (d <= batas && d < (dekat.get(k) ?? 9)) dekat.set(k, d);
    };
    for (const [ejaan, k] of bentuk.get(ketikan[0]) || []) ukur(ejaan, k, 0);
    if (n > 4) {
      const [awal, lanjut] = [ketikan.slice(0, 2), ketikan.slice(1, 3)]; // huruf pertama salah, kurang, atau lebih
      for (const [huruf, semua] of bentuk) {
        if (huruf === ketikan[0]) continue;
        for (const [ejaan, k] of semua) {
          if (ejaan.startsWith(lanjut, 1) || ejaan.startsWith(awal, 1) || ejaan.startsWith(lanjut)) ukur(ejaan, k, 0.3);
        }
      }
    }
    const urut = [...dekat].sort((x, y) => x[1] - y[1]);
    return urut.filter(([, d]) => d <= urut[0][1] + 0.2).slice(0, 4).map(([k, d]) => [k, 0.9 - 0.2 * d]);
  }

  // Dua kata yang ditulis serangkai, seperti "gabisa" atau "tunarungu".
  function belah(ketikan) {
    for (let i = ketikan.length - 2; i > 1; i--) {
      const [kiri, kanan] = [ketikan.slice(0, i), ketikan.slice(i)];
      const k = [kiri, kanan].map((s) => TAKHENTI.ringan.get(s) || (s.length > 2 && kenal(kunci(s)) ? kunci(s) : ""));
      if (k[0] && k[1]) return k;
    }
    return null;
  }

  // Apa yang mungkin dimaksud satu kata: kunci dengan kadar keyakinannya. Kata yang tak dikenal: daftar kosong.
  function maksud(k, kadar = 1) {
    return [[k, kadar], ...(arti.get(k) || []).map((a) => [a, kadar * 0.92])];
  }

  async function artikan(ketikan, terakhir) {
    const k = kunci(ketikan);
    await siapkan([k, ketikan]);
    if (kenal(k)) return maksud(k);
    const asal = bentukAsal(k).concat(bentukAsal(ketikan));
    await siapkan(asal);
    const dikenal = [...new Set(asal)].filter(kenal).sort((a, b) => b.length - a.length);
    if (dikenal.length) return dikenal.slice(0, 2).flatMap((a) => maksud(a, 0.9));
    if (TAKHENTI.asing.has(ketikan) || /^[0-9]+$/.test(ketikan)) return [];
    const bagian = belah(ketikan);
    if (bagian) return bagian.flatMap((b) => maksud(b));
    await siapkan([...new Set([...asal, ...arti.keys()].length ? [] : [])]);
    return tebak(ketikan, terakhir).concat(k !== ketikan ? tebak(k, false) : [])
      .flatMap(([a, kadar]) => maksud(a, kadar));
  }

  // Isian menjadi pengertian: { kunci: Map kunci -> kadar, ringan, dikenal }.
  async function baca_isian(isian) {
    const semua = [...new Set(pecah(isian.slice(0, PANJANG)))].filter((s) => !TAKHENTI.henti.has(s)).slice(0, BANYAK);
    const pengertian = [];
    const buka = /[a-z0-9]$/i.test(isian);
    for (const [i, ketikan] of semua.entries()) {
      const ringan = TAKHENTI.ringan.get(ketikan);
      if (ringan) { pengertian.push({ ketikan, kunci: new Map([[ringan, 1]]), ringan: true }); continue; }
      const pasangan = semua[i + 1] && kunci(ketikan + semua[i + 1]);
      if (pasangan) await siapkan([pasangan]);
      const lemah = TAKHENTI.lemah.has(ketikan) || (TAKHENTI.luas.has(kunci(ketikan)) && !kenal(kunci(ketikan)));
      const arti2 = lemah ? [[kunci(ketikan), 1]] : await artikan(ketikan, buka && i === semua.length - 1);
      if (pasangan && kenal(pasangan)) arti2.push(...maksud(pasangan));
      const peta = new Map();
      for (const [k, kadar] of arti2) if (kadar > (peta.get(k) || 0)) peta.set(k, kadar);
      pengertian.push({ ketikan, kunci: peta, ringan: lemah });
    }
    return pengertian;
  }

  // Setiap dokumen dengan jumlah timbangan katanya, ungkapannya, dan seberapa banyak isian yang terjawab.
  function nilai(pengertian) {
    const ada = new Map(); // kunci -> kadar, dari semua kata
    for (const p of pengertian) for (const [k, kadar] of p.kunci) ada.set(k, Math.max(kadar, ada.get(k) || 0));
    const skor = new Map();
    const punya = (d) => skor.get(d) || skor.set(d, { d, jumlah: 0, pasti: 0, kena: [], ungkapan: [] }).get(d);
    let penting = 0;
    pengertian.forEach((p, i) => {
      if (p.ringan) return;
      const terbaik = new Map();
      for (const [k, kadar] of p.kunci) {
        for (const [d, w] of urai(kata.get(k) || "")) {
          terbaik.set(d, Math.max(terbaik.get(d) || 0, w * kadar));
          if (kadar > 0.8) punya(d).pasti = Math.max(punya(d).pasti, w * kadar);
        }
      }
      const tertinggi = Math.max(3, ...terbaik.values());
      p.bobot = p.kunci.size ? Math.min(tertinggi, 14) : 5;
      penting += p.bobot;
      for (const [d, w] of terbaik) {
        punya(d).jumlah += w;
        punya(d).kena[i] = p.bobot * Math.min(1, w / tertinggi + 0.3);
      }
    });
    for (const k of ada.keys()) {
      for (const [semua, berkas] of ungkapan.get(k) || []) {
        if (!semua.every((s) => ada.has(s))) continue;
        const kadar = Math.min(...semua.map((s) => ada.get(s)));
        const kena = [...pengertian.keys()].filter((i) => !pengertian[i].ringan && semua.some((s) => pengertian[i].kunci.has(s)));
        for (const [d, w] of urai(berkas)) {
          punya(d).ungkapan.push(w * kadar * (1 + semua.length / 10));
          for (const i of kena) punya(d).kena[i] = pengertian[i].bobot;
        }
      }
    }
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
    for (const p of pengertian) for (const [k, kadar] of p.kunci) if (kadar > 0.6) ada.add(k);
    const siapa = [];
    let panjang = 0;
    for (const [semua, nomor] of indeks.bahaya) {
      const kena = Math.max(0, ...semua.filter((u) => u.every((k) => ada.has(k))).map((u) => u.length));
      if (kena) siapa.push([kena, nomor]);
      panjang = Math.max(panjang, kena);
    }
    siapa.sort((a, b) => b[0] - a[0]);
    return [...new Set(siapa.flatMap(([, nomor]) => nomor))].slice(0, 4);
  }

  // Apakah hasil teratas menjawab isian, atau hanya kebetulan mengandung satu katanya.
  function terjawab(pengertian, atas) {
    if (!atas) return false;
    const berat = pengertian.filter((p) => !p.ringan);
    const asing = berat.filter((p) => !p.kunci.size);
    const lain = asing.filter((p) => TAKHENTI.asing.has(p.ketikan)).length;
    const jelas = berat.filter((p) => [...p.kunci.keys()].some((k) => !TAKHENTI.luas.has(k))).length;
    if (!asing.length) return atas.kuat >= 2;
    if (lain >= jelas && !atas.ungkapan.length) return false;
    return atas.pasti >= 8 || atas.ungkapan.length > 0 || (atas.cakupan > 0.6 && atas.kuat >= 4);
  }

  // Mencari: { bahaya: [hasil], hasil: [hasil], jumlah }.
  async function cari(isian, terbanyak = 10) {
    await muat("indeks");
    const pengertian = await baca_isian(isian);
    let urut = nilai(pengertian);
    urut = terjawab(pengertian, urut[0]) ? urut.filter((s) => s.nilai >= 0.22 * urut[0].nilai) : [];
    const nomor = bahaya(pengertian);
    const tampil = urut.slice(0, terbanyak).map((s) => s.d);
    if (indeks.isi) await Promise.all([...new Set([...tampil, ...nomor].map((d) => "d" + Math.floor(d / indeks.isi)))].map(muat));
    return { bahaya: nomor.map((d) => hasil[d]), hasil: tampil.map((d) => hasil[d]), jumlah: urut.length, nilai: urut, pengertian, nomor };
  }

  return { cari, terima, dari: (cara) => { ambil = cara; } };
})();
