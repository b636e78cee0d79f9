// Kotak pencarian: menampilkan hasil selagi orang mengetik. Semua isi ditulis sebagai teks, tidak pernah sebagai HTML.
const JEDA = 120, JEDA_LANJUT = 450, JEDA_SUARA = 700, SEKALI = 10;
const akarSitus = new URL("../", alamatMesin);
let akhirBerkas;

function unsur(nama, isi, atribut = {}) {
  const dibuat = document.createElement(nama);
  for (const [kunci, nilai] of Object.entries(atribut)) dibuat.setAttribute(kunci, nilai);
  dibuat.append(...[].concat(isi));
  return dibuat;
}

// Alamat sebuah hasil; dari berkas di komputer, folder tidak membuka halamannya sendiri.
function alamat(relatif) {
  const tujuan = new URL(relatif, akarSitus);
  if (tujuan.protocol === "file:") tujuan.pathname = tujuan.pathname.replace(/\/$/, akhirBerkas);
  return tujuan.href;
}

const tautan = ([relatif, nama]) => unsur("a", nama, { href: alamat(relatif) });

function baris(satu) {
  const [alamatnya, , ringkasan, untuk, catatan, nomor, terbaca] = satu;
  const isi = [unsur("h3", tautan(satu)), unsur("p", ringkasan)];
  if (untuk) isi.push(unsur("p", alamatnya.startsWith("kontak") ? untuk : `Untuk: ${untuk}`, { class: "cari-untuk" }));
  if (catatan) isi.push(unsur("p", catatan));
  if (nomor) isi.push(unsur("p", unsur("a", `Telepon ${terbaca}`, { href: `tel:${nomor}` })));
  return unsur("li", isi);
}

function bantuan([relatif, nama, keterangan, berlaku, catatan, nomor, terbaca]) {
  // "Panggilan Darurat 112" sudah menyebut nomornya
  const tujuan = nomor ? unsur("a", nama.endsWith(terbaca) ? nama : `${nama}: ${terbaca}`, { href: `tel:${nomor}` }) : tautan([relatif, nama]);
  return unsur("li", [tujuan, ` ${keterangan} (${berlaku}) `, catatan ? unsur("strong", catatan) : ""]);
}

function pasang(kotak) {
  const [formulir, isian, keadaan, tempat] = ["form", "input", ".cari-keadaan", ".cari-hasil"].map((s) => kotak.querySelector(s));
  let urutan = 0, jeda, suara;
  // "/index.html", atau ".html" pada salinan untuk flashdisk
  akhirBerkas = formulir.action.replace(/.*abjad/, "");

  // Dibacakan pembaca layar sesudah jari berhenti, supaya tidak memotong ketikan.
  function kabarkan(teks) {
    clearTimeout(suara);
    suara = setTimeout(() => { keadaan.textContent = teks; }, JEDA_SUARA);
  }

  function tampilkan({ bahaya, hasil, jumlah }, kata, banyak) {
    const isi = [];
    if (bahaya.length) {
      isi.push(unsur("section", [
        unsur("h2", "Perlu pertolongan sekarang?"), unsur("ul", bahaya.map(bantuan)),
      ], { class: "darurat", "aria-label": "Nomor bantuan" }));
    }
    if (hasil.length) isi.push(unsur("h2", "Hasil"), unsur("ol", hasil.map(baris), { class: "cari-daftar" }));
    if (jumlah > hasil.length) {
      const lagi = unsur("button", `Tampilkan ${Math.min(jumlah, banyak * 2) - hasil.length} lagi`, { type: "button", class: "tombol tombol-lain" });
      lagi.addEventListener("click", async () => {
        await coba(banyak * 2);
        const berikut = tempat.querySelectorAll(".cari-daftar a")[hasil.length];
        if (berikut) berikut.focus();
      });
      isi.push(lagi);
    }
    // yang sedang dipilih tetap terpilih bila hasil disusun lagi
    const titik = () => [...tempat.querySelectorAll("a, button")];
    const terpilih = titik().indexOf(document.activeElement);
    tempat.textContent = "";
    tempat.append(...isi);
    if (terpilih >= 0) (titik()[terpilih] || isian).focus();
    const dulu = bahaya.length ? "Nomor bantuan ada di bawah ini. " : "";
    // satu dua huruf baru awal sebuah kata: "tidak ada yang cocok" belum tentu benar
    const kosong = kata.length < 3 ? "Ketik lebih banyak huruf."
      : `Tidak ada yang cocok dengan ${kata}. Coba kata lain, atau salah satu jalan di bawah.`;
    kabarkan(hasil.length ? `${dulu}${jumlah} hasil untuk ${kata}.` : dulu || kosong);
    kotak.classList.toggle("cari-kosong", !hasil.length && !bahaya.length);
  }

  async function coba(banyak = SEKALI, selesai = true) {
    const ini = ++urutan;
    const kata = isian.value.trim();
    if (!kata) {
      tempat.textContent = "";
      kotak.classList.remove("cari-kosong");
      kabarkan("");
      return;
    }
    try {
      const jawaban = await cari(kata, banyak, selesai);
      if (ini !== urutan) return;
      if (jawaban.sementara) {
        jeda = setTimeout(coba, JEDA_LANJUT);
        if (!jawaban.jumlah && !jawaban.bahaya.length) return;
      }
      tampilkan(jawaban, kata.length > 60 ? `${kata.slice(0, 60)}…` : kata, banyak);
    } catch (galat) {
      if (ini === urutan) kabarkan("Pencarian belum bisa dimuat. Coba lagi, atau pakai salah satu jalan di bawah.");
    }
  }

  formulir.addEventListener("submit", () => { clearTimeout(jeda); coba(); });
  // kabar yang belum dibacakan tentang isian sebelumnya sudah tidak benar
  isian.addEventListener("input", () => { clearTimeout(suara); clearTimeout(jeda); jeda = setTimeout(() => coba(SEKALI, false), JEDA); });
  kotak.addEventListener("keydown", (peristiwa) => {
    const langkah = { ArrowDown: 1, ArrowUp: -1 }[peristiwa.key];
    const titik = [isian, ...tempat.querySelectorAll("a, button")];
    const tujuan = langkah && titik[titik.indexOf(document.activeElement) + langkah];
    if (tujuan) {
      tujuan.focus();
      peristiwa.preventDefault();
    }
    if (peristiwa.key === "Escape" && document.activeElement !== isian) isian.focus();
  });
  if (isian.value) coba();
}

window.PortalCari = { baca, dok: (n, isi) => isi.forEach((satu, i) => { hasil[n * indeks.isi + i] = satu; }), cari, pasang };
