// Kata yang tidak dikenal: imbuhan percakapan dan daerah, kata serangkai, salah ketik.
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
  [...asal].forEach(lepas);
  return asal;
}

const HIDUP = /[aeiou]/;
const MIRIP = "gk dt bp fp sz jz cs iy uw";
const mirip = (a, b) => (HIDUP.test(a) && HIDUP.test(b)) || MIRIP.includes(a + b) || MIRIP.includes(b + a);
const sisip = (a, sebelum) => (a === "h" || a === sebelum ? 0.5 : 1);

// Jarak ketik: huruf hidup yang tertukar, huruf yang bunyinya mirip, h, dan huruf kembar hanya setengah salah.
function jarak(a, b, paling) {
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
    if (Math.min(...baris) > paling) return 9;
    dua = satu; satu = baris;
  }
  return satu[b.length];
}

// Kata yang mungkin dimaksud oleh salah ketik, yang terdekat lebih dulu.
function terdekat(ketikan, terakhir) {
  const n = ketikan.length;
  if (n < 3) return [];
  const paling = n < 4 ? 0.5 : n < 6 ? 1 : n < 9 ? 1.5 : 2;
  const dekat = new Map();
  const ukur = (ejaan, kunciDari) => {
    const sama = ejaan[0] === ketikan[0];
    // huruf pertama salah, kurang, atau lebih
    if (!sama && !(n > 4 && (ejaan.startsWith(ketikan.slice(1, 3), 1) || ejaan.startsWith(ketikan.slice(0, 2), 1) || ejaan.startsWith(ketikan.slice(1, 3))))) return;
    let d = 9;
    if (Math.abs(ejaan.length - n) <= 2) d = jarak(ketikan, ejaan, paling) + (sama ? 0 : 0.3);
    if (terakhir && ejaan.length > n && ejaan.startsWith(ketikan)) d = Math.min(d, 0.6 + (ejaan.length - n) / 20);
    if (!HIDUP.test(ketikan) && ejaan.length < 2 * n + 3 && ejaan.replace(/[aeiou]/g, "") === ketikan) d = Math.min(d, 0.7);
    if (d > paling) return;
    const k = kunciDari(ejaan);
    if (!(dekat.get(k) <= d)) dekat.set(k, d);
  };
  for (const k of [...kata.keys(), ...arti.keys(), ...anggota]) ukur(k, (s) => s);
  for (const ejaan of bentuk) ukur(ejaan, kunci);
  const urut = [...dekat].sort((x, y) => x[1] - y[1]);
  return urut.filter(([, d]) => d <= urut[0][1] + 0.2).slice(0, 4).map(([k, d]) => [k, 0.9 - 0.2 * d]);
}

// Dua kata yang ditulis serangkai, seperti "gabisa" atau "tunarungu".
async function belah(ketikan) {
  const utuh = (s) => ringan.has(s) || (s.length > 3 && kenal(kunci(s)));
  for (let i = ketikan.length - 3; i > 1 && !asing.has(ketikan); i--) {
    const bagian = [ketikan.slice(0, i), ketikan.slice(i)];
    if (utuh(bagian[0])) await siapkan([kunci(bagian[1])]);
    if (bagian.every(utuh)) return bagian;
  }
  return [ketikan];
}

async function tebak(ketikan, terakhir) {
  if (asing.has(ketikan) || angka(ketikan)) return [];
  const k = kunci(ketikan);
  const asal = [...new Set([...bentukAsal(k), ...bentukAsal(ketikan)])];
  await siapkan(asal);
  const ada = asal.filter(kenal).sort((a, b) => b.length - a.length).slice(0, 2);
  if (ada.length) return ada.map((a) => [a, 0.9]);
  const dekat = () => terdekat(ketikan, terakhir).concat(k === ketikan ? [] : terdekat(k, false));
  const sudah = dekat();
  if (sudah.length) return sudah;
  await muat("kamus");
  return dekat();
}
