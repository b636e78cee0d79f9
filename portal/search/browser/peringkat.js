// Peringkat: isian menjadi pengertian, pengertian menjadi jumlah timbangan setiap dokumen.
// batas unduhan: huruf yang dibaca, dan kata yang dimuat
const PANJANG = 300, BANYAK = 9;
// kata tak dikenal yang ditebak, dan kata dikenal yang membuat tebakan tidak perlu: keduanya menghemat unduhan
const TEBAKAN = 3, CUKUP = 4;
// makin besar, makin menentukan kata yang khusus
const TAJAM = 1.4;

const berawal = (awal) => [...kata.keys(), ...arti.keys()].filter((k) => k.startsWith(awal)).slice(0, 8);

// Tiap kata dengan kunci yang mungkin dimaksud dan kadarnya. `sementara`: kata terakhir belum selesai diketik dan tidak
// dikenal, jadi belum ditebak, hanya dilengkapi.
async function pahami(isian, selesai) {
  const bermakna = [...new Set(pecah(isian.slice(0, PANJANG)))].filter((s) => !henti.has(s));
  // dalam isian yang panjang, kata yang mungkin berarti bahaya didahulukan
  const dicari = bermakna.filter((s) => !ringan.has(s)).sort((a, b) => genting(b) - genting(a)).slice(0, BANYAK);
  let semua = bermakna.filter((s) => ringan.has(s) || dicari.includes(s));
  const ujung = !selesai && /[a-z0-9]$/i.test(isian) ? semua[semua.length - 1] : "";
  // awal kata yang sangat pendek bisa menjadi kata apa saja
  await siapkan(dicari.filter((s) => s !== ujung || s.length > 3).map(kunci));
  const takDikenal = semua.filter((s) => !dikenal(s));
  const sementara = !selesai && takDikenal.length > 0;
  const cukup = dicari.filter((s) => dikenal(s) && !tidakMenentukan(s)).length >= CUKUP;
  const ditebak = new Set(selesai && !cukup ? takDikenal.slice(0, TEBAKAN) : []);
  const serangkai = (i) => !ringan.has(semua[i]) && semua[i + 1] && !ringan.has(semua[i + 1]) && kunci(semua[i] + semua[i + 1]);
  if (ditebak.size) {
    await siapkanEjaan([...ditebak].map(kunci));
    await siapkan(rata(semua.map((s, i) => (ditebak.has(s) || ditebak.has(semua[i + 1]) ? serangkai(i) || [] : []))));
    semua = rata(await Promise.all(semua.map((s) => (ditebak.has(s) ? belah(s) : [s]))));
  }
  const pengertian = [];
  for (const [i, ketikan] of semua.entries()) {
    const k = kunci(ketikan);
    const tetap = ringan.get(ketikan) || (tidakMenentukan(ketikan) && k);
    let calon;
    if (tetap || kenal(k)) calon = [[tetap || k, 1]];
    else if (ditebak.has(ketikan)) calon = await tebak(ketikan, i === semua.length - 1);
    else calon = ketikan === ujung ? berawal(ketikan).map((a) => [a, 0.7]) : [];
    const pasangan = serangkai(i);
    if (pasangan && kenal(pasangan)) calon.push([pasangan, 1]);
    if (!tetap) {
      calon = rata(calon.map(([a, kadar]) => maksud(a, kadar)));
      await siapkan(calon.map(([a]) => a));
    }
    const peta = new Map();
    for (const [a, kadar] of calon) peta.set(a, Math.max(kadar, peta.get(a) || 0));
    pengertian.push({ ketikan, kunci: peta, ringan: !!tetap });
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
      for (const [d, w] of urai(kata.get(k))) {
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
  for (const k of new Set(rata(pengertian.map((p) => [...p.kunci.keys()])))) {
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

// Apakah sebuah kata sendirian sudah menunjuk ke sesuatu.
const jelas = (p) => [...p.kunci.keys()].some((k) => /[I-Z]/.test(kata.get(k)));

// Nomor bantuan: ungkapan bahaya yang terpanjang menentukan; tanpa itu, seruan yang tidak diikuti urusan apa pun.
function bahaya(pengertian, isian) {
  const ada = new Set();
  for (const p of pengertian) for (const [k, kadar] of p.kunci) if (kadar > 0.65) ada.add(k);
  const kena = rata([...ada].map((k) => darurat.get(k) || [])).filter(([semua]) => semua.every((k) => ada.has(k)));
  const terpanjang = Math.max(0, ...kena.map(([semua]) => semua.length));
  const tempat = kena.filter(([semua]) => semua.length === terpanjang).map(([, n]) => n);
  if (!tempat[0] && pengertian.every((p) => p.ringan || (p.kena && !jelas(p)))) tempat.push(...pecah(isian).map((s) => seru.get(s)));
  return [...new Set(rata(indeks.bahaya.filter((_, n) => tempat.includes(`${n}`))))].slice(0, 4);
}

// Apakah hasil teratas menjawab isian, atau hanya kebetulan mengandung satu katanya.
function terjawab(pengertian, atas) {
  if (!atas) return false;
  const berat = pengertian.filter((p) => !p.ringan);
  const lepas = berat.filter((p) => !p.kena);
  const lain = lepas.filter((p) => asing.has(p.ketikan)).length;
  if (!lepas.length) return atas.kuat >= 2;
  if (lain >= berat.filter(jelas).length && !atas.ungkapan.length) return false;
  return atas.pasti >= 8 || atas.ungkapan.length > 0 || (atas.cakupan > 0.6 && atas.kuat >= 6);
}

// Mencari: { bahaya: [hasil], hasil: [hasil], jumlah, sementara }; `urut` dan `nomor` menyebut dokumennya.
async function cari(isian, terbanyak = 10, selesai = true) {
  const { pengertian, sementara } = await pahami(isian, selesai);
  const semua = nilai(pengertian);
  const urut = terjawab(pengertian, semua[0]) ? semua.filter((s) => s.nilai >= 0.22 * semua[0].nilai).map((s) => s.d) : [];
  const nomor = bahaya(pengertian, isian), tampil = urut.slice(0, terbanyak);
  await siapkanHasil([...tampil, ...nomor]);
  return { bahaya: nomor.map((d) => hasil[d]), hasil: tampil.map((d) => hasil[d]), jumlah: urut.length, sementara, urut, nomor };
}
