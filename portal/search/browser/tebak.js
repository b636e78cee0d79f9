// Kata yang tidak dikenal: imbuhan percakapan dan daerah, kata serangkai, salah ketik. Diambil hanya bila diperlukan.
"use strict";
PortalCari.tebak = (({ kata, arti, ungkapan, darurat, bentuk, daftar, dimuat, kenal, angka, maksud, siapkan }) => {
  const { kunci } = PortalKata;
  // huruf pertama -> Map ejaan -> kunci; disusun lagi bila ada potongan indeks yang baru dimuat
  let kamus = new Map();
  let susunan = 0;

  function susun() {
    if (susunan === dimuat.size) return;
    susunan = dimuat.size;
    kamus = new Map();
    const catat = (ejaan, k) => {
      if (!kamus.has(ejaan[0])) kamus.set(ejaan[0], new Map());
      kamus.get(ejaan[0]).set(ejaan, k);
    };
    for (const [k, ...ejaan] of bentuk) if (kenal(k)) ejaan.forEach((e) => catat(e, k));
    for (const [semua] of [...ungkapan.values()].flat()) semua.forEach((k) => catat(k, k));
    for (const [semua] of darurat) semua.flat().forEach((k) => catat(k, k));
    for (const k of [...kata.keys(), ...arti.keys()]) catat(k, k);
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
  function terdekat(ketikan, terakhir) {
    const n = ketikan.length;
    if (n < 3) return [];
    const batas = n < 4 ? 0.5 : n < 6 ? 1 : n < 9 ? 1.5 : 2;
    const dekat = new Map();
    const ukur = (ejaan, k, tambahan) => {
      let d = 9;
      if (Math.abs(ejaan.length - n) <= 2) d = jarak(ketikan, ejaan, batas) + tambahan;
      if (terakhir && n > 2 && ejaan.length > n && ejaan.startsWith(ketikan)) d = Math.min(d, 0.6 + (ejaan.length - n) / 20);
      if (n > 2 && !HIDUP.test(ketikan) && ejaan.length < 2 * n + 3 && rangka(ejaan) === ketikan) d = Math.min(d, 0.7);
      if (d <= batas && d < (dekat.get(k) ?? 9)) dekat.set(k, d);
    };
    for (const [ejaan, k] of kamus.get(ketikan[0]) || []) ukur(ejaan, k, 0);
    if (n > 4) {
      // huruf pertama salah, kurang, atau lebih
      const [awal, lanjut] = [ketikan.slice(0, 2), ketikan.slice(1, 3)];
      for (const [huruf, semua] of kamus) {
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
    if (daftar.asing.has(ketikan)) return null;
    const utuh = (s) => daftar.ringan.has(s) || (s.length > 3 && kenal(kunci(s)));
    for (let i = ketikan.length - 3; i > 1; i--) {
      const bagian = [ketikan.slice(0, i), ketikan.slice(i)];
      if (bagian.every(utuh)) return bagian;
    }
    return null;
  }

  async function tebak(ketikan, terakhir) {
    const k = kunci(ketikan);
    const asal = bentukAsal(k).concat(bentukAsal(ketikan));
    await siapkan(asal);
    const dikenal = [...new Set(asal)].filter(kenal).sort((a, b) => b.length - a.length);
    if (dikenal.length) return dikenal.slice(0, 2).flatMap((a) => maksud(a, 0.9));
    if (daftar.asing.has(ketikan) || angka(ketikan)) return [];
    susun();
    return terdekat(ketikan, terakhir).concat(k === ketikan ? [] : terdekat(k, false)).flatMap(([a, kadar]) => maksud(a, kadar));
  }

  return { belah, maksud: tebak };
})(PortalCari.dalam);
