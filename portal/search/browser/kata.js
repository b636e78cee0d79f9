// Kata: satu kunci untuk semua ejaan dan imbuhan sebuah kata. Kembarannya di Python: portal/search/spelling.py;
// ujian membandingkan keduanya. Akar kata menurut algoritma Snowball "indonesian" 3.1.
"use strict";
var PortalKata = (() => {
  const EJAAN = [
    [/(.)\1{2,}/g, "$1"], [/([a-z])\1$/, "$1"], [/terlantar/g, "telantar"],
    [/oe/g, "u"], [/dj/g, "j"], [/tj/g, "c"], [/sy/g, "s"],
    [/(?<!n)gh/g, "g"], [/([bdjkpt])h/g, "$1"], [/q/g, "k"], [/v/g, "f"], [/(?<=[a-z])x/g, "ks"],
  ];
  // Akar yang berawal atau berakhir seperti imbuhan.
  const AKAR = "bencana|berani|berita|demensia|disabilitas|kelahi|keluarga|kecamatan|kelamin|kepala|ketua|keramik|masalah|memori|"
    + "menteri|meriang|pelabuhan|pemuda|penjara|perahu|perempuan|perkosa|perawan|pesantren|petugas|rampok|rantau|rawat|"
    + "rokok|rumah|rundung|sekolah|sampah|telantar|teman|terampil|terapi|terminal|terima|"
    + "ingatan|kecurian|kehabisan|penanganan|pendengaran|penglihatan|perjalanan|pikiran";
  const BERIMBUHAN = new RegExp(`^(?:di|ke|me|men|mem|meny|pe|pen|per|ber|be|ter|se|memper|diper)?(${AKAR})(?:kan|an|i)?(?:nya|ku|mu)?(?:lah|kah|pun)?$`);
  const LULUH = /^([mp])en(?=[aeiou])(?!ikah|ilai|ama|anti|aik|asihat)(?=(?:[^aeiou]*[aeiou]){2})/;
  const angka = (kata) => /^[0-9]+$/.test(kata);

  function eja(kata) {
    kata = kata.replace(/^([a-z]{2,})2$/, "$1");
    return angka(kata) ? kata : EJAAN.reduce((k, [pola, ganti]) => k.replace(pola, ganti), kata);
  }

  const pecah = (teks) => (teks.toLowerCase().replace(/[`´‘’ʼʻ]/g, "'").normalize("NFKD").replace(/\p{M}/gu, "")
    .replace(/(?<=[aeiou])'(?![a-z0-9])/g, "k").replace(/'/g, "").match(/[a-z0-9]+/g) || []).filter((kata) => kata.length > 1 || angka(kata)).map(eja);

  function akar(kata) {
    let suku = (kata.match(/[aeiou]/g) || []).length;
    let awalan = 0;
    const ganti = (pola, isi = "") => {
      const lama = kata;
      kata = kata.replace(pola, isi);
      if (kata === lama) return false;
      suku--;
      return true;
    };
    const akhiran = () => {
      if (kata.endsWith("i")) return awalan < 3 && !kata.endsWith("si") && ganti(/i$/);
      if (!kata.endsWith("an")) return false;
      if (awalan !== 2 && awalan !== 3 && kata.endsWith("kan")) return ganti(/kan$/);
      return awalan !== 1 && ganti(/an$/);
    };
    const awalanKedua = () => {
      if (ganti(/^bel(?=ajar)/) || ganti(/^ber/)) { awalan = 4; return true; }
      if (ganti(/^be(?=[^aeiou]er)/)) { awalan = 4; return true; }
      if (ganti(/^pel(?=ajar)/)) return true;
      if (ganti(/^per?/)) { awalan = 2; return true; }
      return false;
    };
    if (suku <= 2) return kata;
    ganti(/(kah|lah|pun)$/);
    if (suku <= 2) return kata;
    ganti(/(nya|ku|mu)$/);
    if (suku <= 2) return kata;
    const pertama = [
      [/^meny(?=[aeiou])/, "s", 1], [/^peny(?=[aeiou])/, "s", 3], [/^mem(?=[aeiou])/, "p", 1], [/^pem(?=[aeiou])/, "p", 3],
      [/^(meng|men|mem|me|di|ter)/, "", 1], [/^(peng|pen|pem|ke)/, "", 3],
    ].find(([pola, isi]) => ganti(pola, isi));
    if (pertama) {
      awalan = pertama[2];
      if (suku > 2 && akhiran() && suku > 2) {
        const kepala = pertama[1]; // huruf yang luluh, seperti p pada "memukul", bukan awal dari awalan kedua
        kata = kata.slice(kepala.length);
        awalanKedua();
        kata = kepala + kata;
      }
    } else {
      awalanKedua();
      if (suku > 2) akhiran();
    }
    return kata;
  }

  function kunci(kata) {
    if (angka(kata)) return kata;
    const utuh = BERIMBUHAN.exec(kata);
    return utuh ? utuh[1] : akar(kata.replace(LULUH, "$1ent")).replace(/(.)\1/g, "$1");
  }

  return { pecah, kunci, akar };
})();
