// Dibuat otomatis dari folder data/. Jangan disunting di sini: perubahan akan hilang.
"use strict";
var PortalKata = (() => {
const EJAAN = [
[/(.)\1{2,}/g, "$1"], [/([a-z])\1$/, "$1"], [/terlantar/g, "telantar"],
[/oe/g, "u"], [/dj/g, "j"], [/tj/g, "c"], [/sy/g, "s"],
[/(?<!n)gh/g, "g"], [/([bdjkpt])h/g, "$1"], [/q/g, "k"], [/v/g, "f"], [/x/g, "ks"],
];
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
"use strict";
var PortalCari = (() => {
const { pecah, kunci } = PortalKata;
const PANJANG = 300;
const BANYAK = 24;
const TAJAM = 1.4;
const daftar = { henti: new Set(), lemah: new Set(), luas: new Set(), asing: new Set(), ringan: new Map() };
const kata = new Map();
const arti = new Map();
const ungkapan = new Map();
const anggota = new Set();
const darurat = [];
const hasil = [];
const bentuk = [];
const dimuat = new Map();
let indeks = null;
let batas = null;
let ambil = () => Promise.resolve();
const pilah = (teks, tanda = " ") => (teks ? teks.split(tanda) : []);
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
const maksud = (k, kadar = 1) => [[k, kadar], ...(arti.get(k) || []).map((a) => [a, kadar * 0.92])];
function muat(nama) {
if (!dimuat.has(nama)) {
dimuat.set(nama, ambil(nama, indeks?.versi).catch((galat) => { dimuat.delete(nama); throw galat; }));
}
return dimuat.get(nama);
}
function siapkan(dicari) {
if (!indeks.batas) return Promise.resolve();
batas ??= indeks.batas.split(" ");
const potongan = (k) => Math.max(0, batas.findLastIndex((b) => b <= k));
return Promise.all([...new Set(dicari.map((k) => `k${potongan(k)}`))].map(muat));
}
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
function tertulis(semua, pengertian) {
const tempat = [];
for (const s of semua) tempat.push(pengertian.findIndex((p, i) => p.kunci.has(s) && !tempat.includes(i)));
if (tempat.includes(-1) || Math.max(...tempat) - Math.min(...tempat) > semua.length + 1) return null;
const negasi = semua.indexOf("tidak");
return negasi >= 0 && tempat.some((t, i) => i > negasi && t < tempat[negasi]) ? null : tempat;
}
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
PortalCari.terima({"henti":"adakah adalah agak agar aja akan aku anda antara apa apabila apakah atau ayo bagaimana bagi bakal banget banyak beberapa begini begitu beliau berapa besok biar bikin bila bisakah boleh buat butuh cara caranya cukup cuma dalam dan dapat dapatkah dari dengan dgn di dia dilakukan dimana dn dong emang fia gimana gini gitu hai halo hanya harus harusnya hingga ia ialah ikut info informasi ini itu iya jadi jika juga ka kah kak kalau kalo kami kamu kan kapan karena kasih katanya kaya kayak ke kemana kemarin kemudian kenapa ketika kira kita kok la lagi lah lain lakukan lalu lebih liat lihat maaf mah maka makasih malam mana masalahnya masih melakukan memang membuat membutuhkan memerlukan mengapa mengenai menjadi mereka meski milik min mohon mulai mungkin namanya namun nanti ni nih oleh pada padahal pagi pakai pake paling para perlu permisi pernah please pula pun saat saja salam sama sambil sampai sana sang sangat saya sebab sebagai sebaiknya sebelum secara sedang sedangkan sedikit sehingga sejak sekali sekarang selain selamat semua seperti serta sesudah setelah setiap si siang siapa sih sini situ soal soalnya sore sudah supaya tadi tah tapi tau telah tentang terhadap terima terlalu ternyata terus tetapi tiap tolong trus tu tuh udah untuk utk waktu walau ya yaitu yakni yang yg yo","ringan":["ada ada","tidak belum bukan enggak ga gak jangan nggak tak tidak","bisa bisa kuat sanggup","ingin hendak ingin mau pengen","orang manusia orang seseorang","punya memiliki mempunyai punya"],"lemah":"ambil beri bu cak diberi dikasih kasih kata kei mas masarakat mbak memberi nei pak penduduk rakyat rek warga wei","luas":" ambil ayah bangun baru bayar berat bibi bisa dana dokumen embang gadis hp istri jawa+timur kecil kena kosong lagu lahir laki luar+biasa mandi mbali neger ngrawat online paman pulang+pergi punya senang sepupu tangal tanpa+bayar tantu teman tenang terus","bahaya":[["akir+hidup benci+hidup bosan+hidup bundir bunuh+diri capek+hidup gantung+diri hidup+tidak+ada+arti hidup+tidak+guna ingin+mati iris+tangan lelah+hidup lompat+jembat loncat+jembat luka+diri muak+hidup nekat+akir potong+nadi putus+asa+hidup sakit+diri sayat+tangan self+harm suicide surat+wasiat terjun+jembat tidak+bisa+hidup tidak+ingin+hidup urat+nadi",[20,21,14]],["minum+baygon minum+obat+nyamuk minum+potas minum+putih minum+sabun ngenom+racon obat+lebih ofer+dosis oferdosis racun",[14,16,20]],["anak+hilang anak+kurung anak+paksa+emis anak+sundut anak+telantar ancam+istri ancam+sebar+foto aniaya ayah+tiri bapak+tiri cabul cekik culik dofil eksploitasi+anak fideo+porno+sebar gerayang groming hajar hubung+sedarah incest inses jual+pacar kawin+paksa kdrt keras leceh main+tangan mukul+istri pacar+kasar paksa+layan paksa+meni perkosa predator pukul raba sekap sekstorsi setubuh sodom suam+ancam suam+kasar suam+mukul suam+ringan+tangan takut+suam tampar tendang+suam",[19,15,14]],["amuk ancam+warga bahaya+warga bawa+arit bawa+celurit bawa+golok bawa+parang bawa+pisau bawa+senjata+tajam gowo+arit ngamuk ngebeh+calok ngebek+arek ngowo+arit ngowo+lading resah+warga",[14,15]],["cancang epasong ikat kerangkeng kurung pasung ranta rante",[14,20,23]],["ada+bayi+depan+rumah bayi+buang bayi+buwak bayi+guwak bayi+jual bayi+kardus bayi+letak bayi+mati bayi+tempat+sampah bayi+temu bayik+ebuwang buang+bayi jual+bayi nemo+bayik nemu+bayek nemu+bayi orok temu+bayi",[15,14,19]],["api asap+tebal bakar baran gas+bocor kaobar katonon kobong konslet korsleting leda+gas ledak obong tabung+gas tawon tonon ular+masuk+rumah",[17,14]],["anyot banjir bencana cebur cemplung+sumur daki+hilang efakuasi erupsi gempa hanyut hilang+gunung hilang+hutan hilang+laut jatuh+jurang jatuh+sumur jatuh+sunga kapal+karam kelem keli kintir labu+somor lelep letus longsor nelay+hilang orang+hilang perahu+balik perahu+karam pohon+tumbang puting+beliung rumah+ambruk rumah+roboh+timpa seret+arus seret+ombak tengelam timbun timpa+pohon tsunam",[18,14,16]],["ambruk ambul ambulans atabrag celaka cilaka darah gawat+darurat gigit+ular gugur henti+jantung ingin+lahir katabrak kejang kritis lahir+jalan laka+lantas lenger luka+bakar luka+parah pingsan sakit+keras+jalan sedak sekarat semapot semaput sengat+listrik serang+jantung sesak+nafas sesak+napas setrum tabra tabrak tidak+napas",[16,14]],["ancam bacok begal bom bunuh carok copet curi ebacok eroyok garong jahat jambret jotosi+orang keroyok kriminal maleng maling maten palak paten preman rampok rusuh tawur+bawa+senjata tembak teror todong tusuk",[15,14]],["dagang+orang",[15,19]]],"kata":"|adik adopsi aji anak bapak ibu jalan kakak polisi telantar\n1A|aplikasi hilang lengkap tiket uang\n1A1A1A5AA|gratis\n1A1A5AA2A5AAAA8A|bantu\n1A2A|gital\n1A3A|bawa berkas surat\n1A5A1A|makan\n1A8F|penanganan\n1AA1A|urus\n1AA2A4C|tahu\n1AA3A1A|masuk\n1AA7A|korban\n1AB2A|tim\n1AH2AdD7E5B|lapor\n1AkAA|pusat\n1AuA1A|data\n1B|habis tahan tidur\n1B3B4O|terang\n1B3BgE6E|pada\n1B4F|ruju\n1BAA6A|kerja\n1BB3J|diri\n1BBsF|paka\n1BE|bencana\n1C1E|lowong\n1C3B3DjE|lewat\n1C3B9M|polisi\n1C5J|linglung\n1D3B9P|kantor+polisi\n1DI7I|pmks\n1E|bala prs\n1E3C|sidoarjo\n1E5C5B|misal\n1E7C|atur\n1EB|catat\n1F|copet sementara singah stasiun wisma\n1F3F|sistem\n1F6B|manajemen\n1FB6C|bekal\n1FC|tawar\n1G|tahan+surabaya terminal uang+habis+jalan\n1GBvF|tipu\n1GC|kehabisan\n1H|ongkos\n1J|lontar\n1J8J|tunawisma\n1L|korban+traficking leler ot\n1L5D|mulih\n1P|liponsos rumah+singah shelter tampung tpo traficking\n1PD1D2B5C|mbali+kampung surat+jalan\n1PD1D8C|dana+habis kehabisan+biaya kehabisan+uang lowong+palsu luar+jawa tidak+ada+uang tidak+punya+uang uang+habis uang+hilang uang+tidak+ada\n1T|pulang+orang+telantar\n1UE1E8D|telantar\n1V|simlontarek\n1W|integrasi\n1X|simlontar+rek\n1XD4C5B|pulang\n1Z|simlontar sistem+manajemen+pulang+orang+telantar+integrasi+edukasi\n2A|liling\n2A1AAiAAA|unit\n2A2A5A|buka\n2A3A1A|tetanga\n2A3A1A4A|sakit\n2A3A2A3A|hidup\n2A3I1B|kurung\n2A4F4EH|sepi\n2A4I4II|nenek\n2AA4A1A|suam\n2AB|tangan\n2AbB|nomor\n2B|kasus\n2B3I1IhD|rsbl\n2B3P1O|anksiety bundir bunuh+diri burnout cemas curhat depresi frustasi frustrasi hampa hidup+tidak+ada+arti hidup+tidak+guna insomnia konselor murung ofertinking panik pikiran psikolog sakit+diri sedih setres stres suicide tangis tekan teman+bicara tidak+ada+guna+hidup tidak+bisa+hidup tidak+ingin+hidup trauma\n2B3P1OcF|konseling\n2B4I4II|kakek\n2B4L4JP|anak+rantau baring ceblok gembira hari+tua hidup+sendir jenguk lanjut+usia orang+tua+renta pampers popok rawat+rumah sakit+tua sebatangkara sehat+bahagia sejahtera sering+jatuh telantar+anak tibo tidak+ada+rawat tidak+ada+urus tidak+bisa+bangun tidak+rawat tidak+urus tingal+anak tingal+sendir tua+renta umur+tua usia+lanjut usia+tua\n2B4L4JV|bahagia\n2B4O4DE|lanjut\n2B4P4JP|panti+jompo panti+lansia pstw werda wreda\n2BlEEE|teknis\n2BqF|situs\n2C3H1G2D|gangu\n2C3J|ngamuk\n2C3J1J|edan gila\n2C3S1QbE|jiwa\n2C4R4OY|lansia\n2CoHHH|luhan\n2D1F5H|padu\n2D3I1C|amuk\n2D3K1L|odgj\n2D7H|jaring\n2E|cepat\n2E3C1B1D|alam\n2E3O1P|bicara+sendir bina+laras cacat+mental dengar+bisi dengar+suara disabilitas+mental kurung+diri ngomong+sendir obat+tenang orang+gila putus+obat sakit+mental sakit+saraf tidak+ingin+mandi\n2E7F|masalah\n2E7J|lapar\n2F|pilar pukul\n2F3SkPPP|wadul\n2FoPPP|adu+layan cewa complain komplain korupsi kritik minta+uang ngadu petugas+minta+uang protes pungli saran tidak+layan\n2G|firal reaksi\n2GbEDDDD|darurat\n2H|jatim relaw\n2H5B1P|bingung\n2H7P|basis+masarakat bingung+minta jejaring kolaborasi lintas+sektor masalah+masarakat masalah+tetanga minta+tolong terpadu tidak+tahu tolong+segera\n2HjD4PPPB|adu\n2I3J1J|ranta\n2J3C1B|desak\n2J7J|emis gelandang gepeng kaliren kdrt luwen tksk\n2K3K1K|pasung\n2K7P7G|tolong\n2L|gawat keluarga+lapar lansia+telantar+jalan orang+edan+ngamuk orang+gila+jalan orang+telantar+jalan pukul+suam\n2L3O1P|odgj+amuk\n2L7P|bebas+sarat sandang+masalah+sejahtera+sosial sejahtera+sosial warga+bina\n2L7P2G|masalah+rumah+tanga orang+tua+tungal rumah+tanga suam+pergi tidak+bisa+makan tidak+makan tidak+mampu tingal+suam\n2M|segera\n2O7T|pks\n2P|jatimsocialcare\n2P3E1C|warga+sakit+tidak+ada+biaya\n2P3P1P|bebas+pasung pasung+keluarga\n2P7P|damping+sosial kerja+sosial peksos petugas+sosial pilar+sosial pinta+minta relaw+sosial tagana tidak+punya+rumah tidak+punya+tempat+tingal tidur+jalan\n2T|ejsc tim+jatim+social+care\n2V|jatim+sosial+care\n2X|jatim+social+care jatim+social+care+jsc\n2Y|social\n2Z|care jsc\n3A|main\n3A1A6A|biaya\n3A1F|elektronik\n3A2AAA|mental\n3A7A|agama\n3AAA1AA4A|panti\n3B|bimbing\n3B8F|arti\n3F|buntung kursi roda serfice serfis sikil\n3FuD|palsu\n3G|biasa\n3H|kaki\n3H4H2AdCC|pasuru\n3KlA|bangil\n3KlE|rsbd\n3L|amputasi bengkel bordir bungkuk kerja+fabel lowong+fabel lumpuh pengkor pincang polio prostesis sablon sepatu stroke tongkat wungkuk\n3M|kursus\n3N|dingklang jahit\n3PlN|bina+daksa+pasuru rsbd+pasuru\n3T|sabibisa+disabilitas+bisa\n3TlF|sabi\n3WlB|sabibisa\n3X|disabilitas+daksa+luar+biasa sabi+bisa\n4A5A2A|tingal\n4A6A|umum\n4A7AhA|baca\n4AA|cucu\n4AA1A1A2AA4AcA|cari\n4AA4AD1A|mampu\n4B|program\n4F|karakter pojok\n4G|ajar+anak anak+tidak+mampu anak+tidak+sekolah anak+tingal+orang+tua cucu+tidak+ada+urus didik+anak rangka\n4J|optimal\n4J4E|bocah\n4L|karakter+anak lare\n4M|nganjuk\n4O|psa\n4PD|anak+telantar cucu+tidak+urus momong panti+sosial+anak rumah+anak tidak+ada+urus+anak\n4PE|asrama asuh bapak+ibu+tingal hilang+orang+tua orang+tua+tingal piatu tidak+punya+orang+tua tingal+bapak+ibu tingal+orang+tua yatim\n4PP|anak+panti\n4S|enak top\n4T|edukasi+anak+padu+optimal+upt\n4U|optimalisasi\n4V|enaktop\n4X|edukasi+anak+padu+rangka+optimalisasi+upt enak+top\n5A|bulan\n5A4AdA|kota\n5A6A|sarat\n5A7A|ngopen\n5AA1A|saudara\n5AAAA4A|rawat\n5ADAC4D2A4A|sehat\n5B|daftar lama ngrumat ponak\n5BfF|sebut\n5BnF|langsung\n5F|buang izin mupu nemu ngangkat proses pupon sidang\n5G|ngopen+anak\n5L|adobsi cota psab\n5M|balita\n5N|bayi\n5P|ambil+anak ambil+anak+panti angkat ingin+punya+anak ngangkat+anak orang+tua+asuh orangtua+asuh tidak+punya+anak\n5T|serasi+adopsi\n5U|registrasi\n5X|sistem+elektronik+registrasi+adopsi+anak\n5Y|angkat+anak\n5Z|adopsi serasi\n6A|adik\n6A4C|dengar\n6A5A|obat\n6AAAA2AA|sering\n6B1K|asesmen\n6D|ngomong\n6E|suara\n6E1RhE|laras\n6E2E|putus\n6F|bunuh lingkung\n6G|damping saudara+bicara+sendir sehat+mental+keluarga\n6J|wadulmas\n6J1J|gemblung keluarga+odgj koplak owah skizofrenia\n6K1K|psikotik\n6L|anak+sering+amuk halusinasi odmk rawat+odgj+rumah tetanga+gangu+jiwa\n6L1J|gileh\n6L1L|gendeng kentir sinting\n6T|jalak+wadulmas jalakwadul jalakwadulmas\n6U|jalak\n6X|jalak+wadul+mas jangkau+layan+sehat+jiwa+keluarga+masarakat\n7A|bapak musik suka\n7B|ingat\n7BeEE|berta\n7E4C|turun\n7E5E|tresna\n7EBC|hadap\n7F|daya gampang guna hibur senam\n7G|ingatan rekreasi\n7I4II|eyang jompo kakung manula mbah sepuh simbah\n7I4QI|akung\n7I4SI|uti\n7J4IJ|tuwek\n7L|alzheimer giat+lansia kakek+lupa+makan lalin lansia+sepi mbah+lali+dalan+mulih orang+tua+suka+luyur pikun sehat+mental+lansia simbah+lali+mulih\n7N|lali\n7N5F|lupa\n7P5C|bingung+sendir daya+ingat hibur+lansia ingatan+turun lupa+jalan+pulang terapi+lansia tidak+ingat\n7Q4DE|usia\n7S|adelia\n7S5C|demensia\n7T|orkesadelia\n7U|atasi olah orkes rekreasional\n7X|olah+giat+rekreasional+atasi+demensia+lanjut+usia orkes+adelia\n8A|kakak\n8A1B|minta\n8E|kulon\n8E3BjC|jelas\n8EaF|konsultasi\n8G|petugas+datang+rumah\n8JhA|grati\n8L|kakak+gangu+jiwa odgj+amuk+desa odgj+rumah\n8PhF|bl\n8PhO|bina+laras+pasuru rsbl+pasuru\n8ShF|kacamata\n8T|giat+outreach+manajemen+asesmen+bina+laras\n8ThC|kacamata+bina+laras kacamatabl\n8U|asesment management\n8X|giat+outreach+management+asesment+bina+laras kacamata+bl outreach\n9B|motor suluh\n9F|arek bebas bolos dini karang minder muda narkoba nikah taruna\n9FF|basis\n9G|anak+tidak+ingin+sekolah enom gaul geng nakal\n9L|ab abg bulying erantang prsmp psbr tawur\n9M|rundung\n9P|anak+muda erantangbaskom kabur+rumah karang+taruna main+hp nikah+dini nikah+muda putus+sekolah tidak+ingin+sekolah\n9V|tanguh\n9W|erantang+baskom\n9X|edukasi+remaja+tanguh+basis+komunitas rantang\n9Z|baskom rantang+baskom remaja\n=adopsi|adobsi adopt adopter bayi cota mandul momong mupu orok pancing pupon turun\n=adopsi anak|balita\n=aji|alkur ceramah dakwah doa hafal hijaiyah ikra ikro kaji kuran madrasah masjid mualaf muslim ngaji pesantren pondok salat santri shalat sholat solat tadarus tpa tpk ustad ustadz ustadzah ustaz wudu\n=ambulans|ambul ambulance igd ugd\n=anak|ajar ank arek bocah cucu kanak lare murid pona ponak putra putri\n=cepat|cpet cpt\n=daftar|dftar dftr\n=daksa|amputasi bungkuk buntung cebol cedera dingklang kaki kerdil kruk lumpuh paraplegia pengkor pincang polio prostesis protesa rsbd sikil skoliosis stroke tunadaksa wungkuk\n=demensia|alzeimer alzheimer amnesia bingung dangdut demensi ingatan kluyur lali lalin linglung lupa memori mensia musik ngelantur nyanyi nyasar orkes pikun rekreasi rekreasional senam\n=dengar|krungu\n=desa|dusun kampung\n=disabilitas|cacad cacat fabel fable inklusi inklusif pdpd penca sable sabled\n=emis pks|ngemis\n=gelandang emis|gepeng\n=gelandang pks|empat emper gembel homeles pulung punk rtlh trotoar tunawisma\n=gratis|fre gretong\n=jalan|dalan mlaku\n=jsc|desak\n=jsc desak|cepat darurat emergency fideo firal gawat gawatdarurat kasus korban lapor medsos relaw respon respons segera tim urgent\n=jsc desak bantu|tolong\n=katarak|blawur bular glaukoma kataraks lamur mripat mripate penglihatan rabun silau\n=keluarga|klg klrga klwrga\n=kerja|krja loker rjan\n=lansia|akung embah eyang geriatr jompo kake kakek kakung manula mbah nene nenek oma opa renta rtua sepuh simbah siun tuwek uti uzur\n=lansia ibu|simbok\n=lansia keluarga|orangtua\n=lapor jsc|adu\n=masalah|masalh mslh\n=miskin pks|bangkrut cera cerai duafa fakir hutang janda kaliren keluarga kere lapar larat luwen misken mlarat papa pk rentenir stunting utang\n=netra|braile buta distra pijat tunanetra wuta\n=odgj|bipolar bisi delusi edan gelisah gemblung gendeng gila gileh halusinasi iak jiwa kambuh kentir koplak laras luyur mental ngamuk odmk owah paranoid pasung psikiater psikis psikosis psikososial psikotik rasuk rsj saraf schizoprenia sinting skizo skizofrenia suara telanjang waham\n=odgj ngamuk|amuk\n=pasung odgj|cancang epasong ikat kandang kerangkeng kurung rangkeng ranta rante\n=perempuan|cewe cewek wanita\n=pks|aids amen banci emis hif lacur lapas lokalisasi miskin napi narapidana ngamen oda odif penjara pmks prostitusi psk waria wts\n=polisi|polda polres polsek\n=pulang|plg plng\n=pulang telantar|balik mudik mulang mulih pulkam repatriasi\n=remaja|ab abege abg badung bandel bangkang begadang belia bengal bolos buly bulying dibuly ejek enom gadget galau gangster ganja gaul gen geng genk genre insecure kelahi kucil mabuk mbolos minder mingat miras nakal narkoba ngelem nongkrong olok osis pacar pede pemuda pramuka puber pubertas pudi rokok rundung sabu sma smk smp tahan tanguh tawur tongkrong\n=sekolah|sklh skolah skul\n=telantar|bekal bungurasih calo copet dampar deportasi katung kecurian leler lunta maling migran ongkos ot pelabuhan pmi pulang purabaya rantau sangu sesat stasiun terminal tipu tki tkw transmigr\n=telepon|nmor nmr tlp tlpn\n=terampil|angur bakat bengkel bordir daya elektronik fokasi jahit kerja kursus las latih mandir mandiri montir ngangur prakarya rajin reparasi sablon salon serfis skil umkm usaha wirausaha\n=tetanga|tanga\n=tua|towa tuwa\n=tua lansia|tuwo\n=tuli|bisindo bisu budeg congek gerkatin isarat pekak pendengaran sibi telinga tunarungu tunawicara\n=tuli dengar|rungu\nA|hari\nA1A1A1BAAAB1AA2AaAA|layan\nA1A3A1A4A|sendir\nA1AA4A2A|datang\nA1AAC1A1A2A|upt\nA1AAEDAAAAAA7A|anak\nA2A1A|tahun\nA2A1A4AA|tanya\nA2A2A3AAAaA|tempat\nA2AA1A1CfAAA|bina\nA4A|umur\nA4A2AA|desa\nA5A1A|bicara\nA6DDA1A|giat\nAA1AAA2A1AeAA|kabupaten\nAA1CA3A1A|luar\nAA3AAAA1A2A|rumah\nAAA1A2A1AB2BaAAA|jalan\nAAAA1AA1A4A|petugas\nAAAA1ABAA1BAAA|keluarga\nAAAAAAA1A1AAbA4AA|dinas\nAAAAAAA1A4A9A4AA|jawa timur\nAAAAAAA1AeA4A|profinsi\nAABAAAA1AAAAaAAAAA1AA|sosial\nAaA|jadwal\nAxA|beri\nB1EE|gerak\nB2BHB5C|ajar didik\nB2BHD3C1B|sekolah\nB2F|serta\nB4A1A4AB|tua\nB9E|bagai\nBBBB1BDCB1DBBD|orang+tua\nBBBBBBB1B2AbH4B|surabaya\nBBBBBBB1B2AbHAAA1B|kantor\nBBBBBBB1BaAAAAH4B|telepon\nBBBBBBB1BeH4B|kontak\nBBBBBBB1BeH4B5A|alamat\nBnA|malang\nC1CCPMCCCCCC7C|adik+kecil sekolah+dasar usia+sekolah\nC1CCPPCCCCCC7C|bayi+buang bayi+tingal nemu+bayi tidak+bisa+rawat+bayi\nC1L1P2C1CP|anak+jalan anjal\nC2G|tubuh\nC2PlD|cacat+tangan cacat+tubuh disabilitas+tubuh gerak+tubuh hilang+tangan kursi+roda kursi+roda+bekas tangan+palsu tangan+putus tidak+bisa+gerak tidak+punya+tangan\nCE|kampung\nD2VlE|daksa\nDD2D1A2D|edukasi\nDDDDDDD1D1GcP4D|dinas+sosial dinsos\nDDDDDDD1DeP4D|alamat+dinas+sosial email hubung kantor+dinas+sosial kantor+pusat nomor+hp nomor+telepon telepon+dinas+sosial telp telpon wa whatsap\nDDDDDDD1DeP4DG|surel\nE|dopo manik\nE2EPC5G|biaya+sekolah bimbel bimbing+ajar lengkap+sekolah les pojok+baca prestasi pustaka sekolah+gratis seragam tidak+mampu+sekolah tidak+sekolah\nE2H|mandir\nE2J3D|latih\nE5D1B4D|jangkau\nE8EE|komunitas\nEB6E|butuh\nF|cerebral down fision lompok mobilitas okupasi orientasi pals sndrome tari\nF1B|kusus\nF2JB|terampil\nFnF|netra\nG|kebutuh petugas+datang+desa siap terapi\nHnP|rsbn\nJ2G|cacat\nJ2J|tunadaksa\nJ2PC|ajar+kerja bala+latih cari+kerja hidup+mandir serfice+hp serfis+hp\nJbE|buta\nJnP|bina+netra+malang\nL|cacad disabilitas+malang distra giat+anak+fabel keluarga+sandang+disabilitas orang+tua+anak+fabel penca petugas+datang+kampung rajin+manik rsbn+malang sable terampil+fabel tunanetra wuta\nL2F|fabel\nM|singosar\nN|sijelita\nN2I4B2G|sandang\nP|belakang bodoh disabilitas+mental+anak grahita idiot lemot retardasi tunagrahita\nP2P2D1D2G|abk ad autis autism autisme butuh+kusus cerebral+pals cp down+sndrome downsindrom fisioterap hidrosefalus hiperaktif kebutuh+kusus mikrosefal sekolah+luar+biasa sindrom slb tantrum terapi+okupasi terapi+wicara\nP2P2D1D2GdD|tidak+bisa+jalan\nP2P2D1D2P|tidak+bisa+bicara\nP4H1H4HP|orgtua ortu\nPaP|gagap pelo\nPnP|bina+netra buta+lahir disabilitas+penglihatan hilang+penglihatan mata+buta orientasi+mobilitas pijat+tunanetra teman+netra tidak+bisa+lihat tidak+lihat tongkat+putih\nQnF|jelita\nR2R2D1D2H|disabilitas\nSnF|manis\nT|siap+jangkau+edukasi+disabilitas+komunitas+masarakat sijelita+manis\nTnC|sijelitamanis\nX|siap+jangkau+edukasi+disabilitas+masarakat+komunitas\nZnC|jelita+manis\naA|pergi warga\naE8F|keras\naF|bekas dasar fakir lintas mantan penjara susila\naG|kerja+dinas layan+padu masalah+sosial minta+bantu napi sektor\naJ|pakumis\naK2E|miskin\naL|amen dinsos+kabupaten dinsos+kota kere korban+keras misken mlarat ngemis ngerti psk pulung wts\naT|jalan+terang+pakumis jalanterangpakumis\naU|kumis\naX|jalan+terang+pak+kumis jaring+layan+padu+penanganan+pks+basis+keluarga+komunitas\nbB|bahasa\nbF|dili kuran pendengaran pesantren sobat wicara\nbG|rungu tingkat\nbL|alkur bisindo bisu gerkatin ikra krungu masjid rsbrw salat sobat+dili tunawicara\nbM|tunarungu\nbN|budeg ngaji\nbP|ajar+agama bicara+tangan disabilitas+wicara isarat tidak+bisa+dengar tidak+bisa+ngomong tidak+dengar\nbS|niat tangkas\nbV|islam kaji\nbW|niatangkas\nbX|niat+tangkas tingkat+mampu+tuli+aji+kaji+islam\nbZ|aji tuli\ncA|lihat\ncF|buram kabut mripat\ncG|penglihatan putih\ncJ|kabur\ncL|bular kakek+tidak+bisa+lihat lamur rabun tidak+bisa+lihat+jelas\ncM|blawur\ncP|mata penglihatan+turun tidak+bisa+baca\ncT|operasi+katarak+lansia\ncU|okata\ncX|operasi+katarak+akung+uti\ncY|okataut operasi\ncZ|katarak okata+uti\ndA|jatuh\ndG|orang+tua+sakit orang+tua+sepi orang+tua+sering+jatuh\ndP|jalaksetia\ndS|setia\ndX|jalan+setia jangkau+lansia+sehat+bahagia\ndY|jalansetia\neG|tungal\neX|112\nfX|110\ngE4EF|menteri\ngR|ambulans\ngT3T|119\nhI|bakar\nhP|damkar padam pmk\nhQ|padam+bakar\nhX|113\niG|pinta\niP|basarnas bpbd sar tim+sar\niQ|cari+tolong+sar\niX|115\njB|perempuan\njH|sapa\njP|daya+perempuan kpai p2tp2a pa\njQ|sapa+129\njX|08111129129 129\nkG|dukung psikologis rahasia\nkPP|konseling+online layan+konseling psikolog+sehat+jiwa\nkQ|sejiwa\nlG|krisis\nlQ|healing19\nmP|atensi bansos bantu+sosial blt bpnt cair desil dtks dtsen kip ks mensos menteri+sosial pip pk sembako\nmX|171\nnB|inofasi\nnD6BEBJ|portal\nnQ|dinas+sosial+profinsi+jawa+timur\nnS|031 8290794\nnX|031+8290794\noQ|upt+rsbn+malang\npQ|upt+rsbd+pasuru\nqQ|upt+rsbl+pasuru\nrEEE|sampai\nrG|publik\nrH|sp4n\nrQ|sp4n+lapor\nrX|1708\nsF|cetar\nsQ|cetar+jawa+timur\ntQ|adu+dinas+sosial+jawa+timur\nuH|aksesibilitas nyata\nuQ|nyata+aksesibilitas\nvA|besar\nvQ|paka+portal\nwQ|prifasi\nxE|isi\nyH|waspada\nyP|hoaks otp situs+palsu tipu+bansos\nyQ|waspada+tipu","dok":[["inovasi/si-jelita-manis/","Si Jelita Manis","Layanan kunjungan ke kelompok warga, untuk penyandang disabilitas dan orang tuanya. Petugas menilai kebutuhan, melatih keterampilan, dan memberi edukasi.","Penyandang disabilitas dan Keluarga"],["inovasi/simlontar-rek/","Simlontar Rek","Bantuan pulang gratis untuk orang telantar, misalnya yang kehabisan bekal di jalan atau tertipu tawaran kerja. Datanya dicatat secara digital untuk mengatur kepulangan.","Orang telantar"],["inovasi/jsc/","Jatim Social Care (JSC)","Tim reaksi cepat untuk warga yang mengalami masalah sosial mendesak. Tim bergerak bersama relawan.","Warga dengan masalah sosial"],["inovasi/sabi-bisa/","Sabi Bisa","Pelatihan untuk penyandang disabilitas daksa, yaitu disabilitas pada gerak tubuh, agar mandiri. Peserta mendapat bimbingan dan belajar keterampilan kerja di Bangil, Pasuruan.","Disabilitas daksa dan Penyandang disabilitas"],["inovasi/enak-top/","Enak Top","Program belajar dan pembinaan untuk anak yang diasuh di unit pelayanan anak Dinas Sosial Jawa Timur. Pelaksananya unit asuhan anak di Nganjuk.","Anak"],["inovasi/serasi/","Serasi","Sistem elektronik untuk pendaftaran adopsi anak, agar prosesnya terbuka. Untuk keluarga yang ingin mengangkat anak.","Anak dan Keluarga"],["inovasi/jalak-wadul-mas/","Jalak Wadul Mas","Layanan jangkauan kesehatan jiwa untuk orang dengan gangguan jiwa, keluarganya, dan lingkungannya. Petugas menilai keadaan di tempat, mendampingi, dan memberi rujukan.","Kesehatan jiwa dan Keluarga"],["inovasi/orkes-adelia/","Orkes Adelia","Kegiatan rekreasi untuk lansia, guna menghadapi demensia (daya ingat menurun) dan merawat kesehatan mental mereka.","Lansia"],["inovasi/kacamata-bl/","Kacamata BL","Layanan kunjungan untuk orang dengan gangguan jiwa di rumah dan keluarganya. Petugas menilai kebutuhan, memberi penjelasan, dan melayani konseling.","Kesehatan jiwa dan Keluarga"],["inovasi/e-rantang-baskom/","E-Rantang Baskom","Edukasi untuk remaja yang dijalankan lewat komunitas, supaya remaja lebih tangguh dalam kehidupan sosial.","Remaja"],["inovasi/jalan-terang-pak-kumis/","Jalan Terang Pak Kumis","Jaringan layanan terpadu untuk warga yang mengalami masalah sosial, dengan keluarga dan komunitas sebagai dasarnya. Berbagai sektor bekerja sama.","Warga dengan masalah sosial dan Keluarga"],["inovasi/niat-tangkas/","Niat Tangkas","Kegiatan belajar mengaji dan kajian Islam untuk orang Tuli.","Orang Tuli dan Penyandang disabilitas"],["inovasi/okata-uti/","Okata Uti","Operasi katarak gratis untuk lansia. Dalam namanya, akung berarti kakek dan uti berarti nenek.","Lansia"],["inovasi/jalan-setia/","Jalan Setia","Layanan jangkauan untuk lansia di Jawa Timur, supaya mereka sehat, bahagia, dan sejahtera.","Lansia"],["kontak/#darurat","Panggilan Darurat 112","Nomor tunggal untuk keadaan darurat.","Darurat; berlaku di hanya di daerah yang sudah punya; di Jawa Timur antara lain Surabaya, Gresik, Kota Pasuruan, dan Kabupaten Malang","112","112"],["kontak/#darurat","Polisi","Memanggil polisi.","Darurat; berlaku di seluruh Indonesia","110","110"],["kontak/#darurat","Ambulans","Memanggil ambulans, layanan Kementerian Kesehatan.","Darurat; berlaku di seluruh Indonesia","119","119"],["kontak/#darurat","Pemadam kebakaran","Memanggil pemadam kebakaran.","Darurat; berlaku di seluruh Indonesia","113","113"],["kontak/#darurat","Pencarian dan pertolongan (SAR)","Meminta pencarian dan pertolongan.","Darurat; berlaku di seluruh Indonesia","115","115"],["kontak/#bantuan","SAPA 129","Melapor atau berkonsultasi tentang kekerasan terhadap perempuan dan anak.","Telepon bantuan; berlaku di seluruh Indonesia","129","129"],["kontak/#bantuan","SEJIWA","Bantuan dukungan jiwa atau psikologis; rahasia.","Telepon bantuan; berlaku di seluruh Indonesia","119","119, lalu tekan 8"],["kontak/#bantuan","Healing119","Konseling krisis dari Kementerian Kesehatan; tidak perlu menyebut nama.","Telepon bantuan; berlaku di seluruh Indonesia"],["kontak/#bantuan","Pusat panggilan Kementerian Sosial","Bertanya atau mengadu kepada Kementerian Sosial, antara lain tentang bantuan sosial.","Telepon bantuan; berlaku di seluruh Indonesia","171","171"],["kontak/#instansi","Dinas Sosial Provinsi Jawa Timur","Kantor pusat Dinas Sosial; tempat bertanya tentang semua inovasi di portal ini.","Kantor; berlaku di jawa Timur","+62318290794","031-8290794"],["kontak/#instansi","UPT RSBN Malang","Unit Pelaksana Teknis Rehabilitasi Sosial Bina Netra, yang menjalankan Si Jelita Manis.","Kantor; berlaku di jawa Timur"],["kontak/#instansi","UPT RSBD Pasuruan","Unit Pelaksana Teknis Rehabilitasi Sosial Bina Daksa, yang menjalankan Sabi Bisa.","Kantor; berlaku di jawa Timur"],["kontak/#instansi","UPT RSBL Pasuruan","Unit Pelaksana Teknis Rehabilitasi Sosial Bina Laras, yang menjalankan Kacamata BL.","Kantor; berlaku di jawa Timur"],["kontak/#pengaduan","SP4N-LAPOR!","Menyampaikan keluhan tentang layanan publik apa saja.","Pengaduan; berlaku di seluruh Indonesia"],["kontak/#pengaduan","CETTAR Jawa Timur","Menyampaikan keluhan tentang layanan Dinas Sosial Provinsi Jawa Timur.","Pengaduan; berlaku di jawa Timur"],["kontak/#pengaduan","Pengaduan ke Dinas Sosial Jawa Timur","Menyampaikan keluhan langsung kepada Dinas Sosial lewat situs atau surel.","Pengaduan; berlaku di jawa Timur"],["aksesibilitas/","Pernyataan aksesibilitas","Apa yang dilakukan agar semua orang bisa membaca portal ini, apa yang belum, dan cara mengadu."],["cara-memakai/","Cara memakai portal ini","Cara mencari bantuan, membesarkan huruf, mencetak, dan membagikan halaman."],["privasi/","Privasi","Portal ini tidak mengumpulkan data Anda. Halaman ini menjelaskan caranya dan batasnya."],["tentang/","Tentang portal ini","Apa isi portal ini, untuk siapa, dari mana isinya, dan ke mana melapor jika ada yang salah."],["waspada-penipuan/","Waspada penipuan","Cara mengenali pesan dan alamat palsu, dan apa yang dilakukan jika data telanjur diberikan."]],"versi":"c87fd52b"});
