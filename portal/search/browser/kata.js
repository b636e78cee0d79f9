// Kata: satu kunci untuk semua ejaan dan imbuhan sebuah kata. Kembarannya di Python: portal/search/spelling.py;
// ujian membandingkan keduanya. Akar kata menurut algoritma Snowball "indonesian" 3.1.
const EJAAN = [
  [/(.)\1{2,}/g, "$1"], [/([a-z])\1$/, "$1"], [/terlantar/g, "telantar"],
  [/oe/g, "u"], [/dj/g, "j"], [/tj/g, "c"], [/sy/g, "s"],
  [/(ngh)|(g)h/g, "$1$2"], [/([bdjkpt])h/g, "$1"], [/q/g, "k"], [/v/g, "f"], [/\Bx/g, "ks"],
];
// Akar yang berawal atau berakhir seperti imbuhan.
const AKAR = "bencana|berani|berita|butuh|cerai|demensia|dijual|disabilitas|ingatan|kecamatan|kecurian|kediri|kehabisan|kekerasan|kelahi|kelainan|"
  + "kelamin|keluarga|kepala|keramik|kerangkeng|kerja|ketua|ketuban|lambat|ledak|mandiri|masalah|melahirkan|memori|menteri|"
  + "meriang|minta|pelabuhan|pemuda|penanganan|pendengaran|penglihatan|penjara|perahu|perawan|perempuan|periksa|"
  + "perjalanan|perkosa|pesantren|petugas|pikiran|rampok|rantau|rawat|rokok|rumah|rundung|sampah|sekolah|sendiri|"
  + "tabrak|tanya|telantar|teman|terampil|terapi|terbatas|terbelakang|terima|terminal|terpadu|tunai";
const BERIMBUHAN = new RegExp(`^(?:di|ke|keter|me|men|mem|meny|pe|pen|per|ber|berke|be|ter|se|memper|diper)?(${AKAR})(?:kan|an|i)?(?:nya|ku|mu)?(?:lah|kah|pun)?$`);
const LULUH = /^([mp])en(?=[aeiou])(?!ikah|ilai|ama|anti|aik|asihat)(?=(?:[^aeiou]*[aeiou]){2})/;
const angka = (kata) => /^[0-9]+$/.test(kata);

function eja(kata) {
  kata = kata.replace(/^([a-z]{2,})2$/, "$1");
  return angka(kata) ? kata : EJAAN.reduce((k, [pola, ganti]) => k.replace(pola, ganti), kata);
}

const pecah = (teks) => (teks.toLowerCase().replace(/[`´‘’ʼʻ]/g, "'").normalize("NFKD").replace(/[\u0300-\u036f]/g, "")
  .replace(/([aeiou])'(?![a-z0-9])/g, "$1k").replace(/'/g, "").match(/[a-z0-9]+/g) || []).filter((kata) => kata.length > 1 || angka(kata)).map(eja);

function akar(kata) {
  let suku = (kata.match(/[aeiou]/g) || []).length;
  // awalan yang sudah lepas menentukan akhiran yang boleh lepas
  let awalan = 0;
  const lepas = (pola, isi = "") => {
    if (suku < 3 || !pola.test(kata)) return false;
    kata = kata.replace(pola, isi);
    suku--;
    return true;
  };
  const akhiran = () => (awalan < 3 && lepas(/([^s])i$/, "$1")) || (awalan % 4 < 2 && lepas(/kan$/)) || (awalan !== 1 && lepas(/an$/));
  const awalanKedua = () => {
    if (lepas(/^bel(?=ajar)|^ber|^be(?=[^aeiou]er)/)) awalan = 4;
    else if (!lepas(/^pel(?=ajar)/) && lepas(/^per?/)) awalan = 2;
  };
  lepas(/(kah|lah|pun)$/);
  lepas(/(nya|ku|mu)$/);
  const pertama = [
    [/^meny(?=[aeiou])/, "s", 1], [/^peny(?=[aeiou])/, "s", 3], [/^mem(?=[aeiou])/, "p", 1], [/^pem(?=[aeiou])/, "p", 3],
    [/^(meng|men|mem|me|di|ter)/, "", 1], [/^(peng|pen|pem|ke)/, "", 3],
  ].find(([pola, isi]) => lepas(pola, isi));
  if (!pertama) {
    awalanKedua();
    akhiran();
    return kata;
  }
  const luluh = pertama[1];
  awalan = pertama[2];
  if (akhiran()) {
    // huruf yang luluh, seperti p pada "memukul", bukan awal dari awalan kedua
    kata = kata.slice(luluh.length);
    awalanKedua();
    kata = luluh + kata;
  }
  return kata;
}

function kunci(kata) {
  if (angka(kata)) return kata;
  const utuh = BERIMBUHAN.exec(kata);
  return utuh ? utuh[1] : akar(kata.replace(LULUH, "$1ent")).replace(/(.)\1/g, "$1");
}

// Tempat sebuah kunci di antara semua kunci: huruf mati menurut bunyinya, sehingga "ngopeni" dan "kopen",
// "mukul" dan "pukul", atau salah ketik huruf hidup, berdekatan.
const rak = (k) => k.replace(/^(ng(?=[^aeiou]))+/, "").replace(/^m(?=[bp])|^n(?=[cdjt])/, "").replace(/^(ng|h)?(?=[aeiou])/, "k")
  .replace(/^m/, "p").replace(/^ny/, "s").replace(/^n/, "t")
  .replace(/[aeiouhwy]/g, "").replace(/[bcdfgjz]/g, (h) => "pstpkss"["bcdfgjz".indexOf(h)]);
