// Kotak pencarian: memuat mesin dan indeks pada pemakaian pertama, lalu menampilkan hasil selagi orang mengetik.
// Yang diketik tidak dikirim dan tidak disimpan. Semua isi ditulis sebagai teks, tidak pernah sebagai HTML.
"use strict";
(() => {
  const aset = new URL(".", document.currentScript.src);
  const akar = new URL("../", aset);
  const JEDA = 120, JEDA_LANJUT = 250, JEDA_SUARA = 700, SEKALI = 10;
  let siap;

  const ambil = (alamat) => new Promise((berhasil, gagal) => {
    const skrip = document.createElement("script");
    skrip.src = alamat;
    skrip.onload = () => berhasil();
    skrip.onerror = () => { skrip.remove(); gagal(new Error(alamat)); };
    document.head.append(skrip);
  });

  // Mesin dan indeks, sekali saja; bila gagal, boleh dicoba lagi.
  function muat({ mesin }) {
    siap ??= ambil(mesin).then(() => {
      PortalCari.dari((nama, versi) => ambil(new URL(`cari/${nama}.js?v=${versi}`, aset).href));
    }).catch((galat) => { siap = undefined; throw galat; });
    return siap;
  }

  function unsur(nama, isi, atribut = {}) {
    const dibuat = document.createElement(nama);
    for (const [kunci, nilai] of Object.entries(atribut)) dibuat.setAttribute(kunci, nilai);
    dibuat.append(...[isi].flat());
    return dibuat;
  }

  // Alamat sebuah hasil; dari berkas di komputer, folder tidak membuka index.html sendiri.
  function alamat(relatif) {
    const tujuan = new URL(relatif, akar);
    if (tujuan.protocol === "file:" && tujuan.pathname.endsWith("/")) tujuan.pathname += "index.html";
    return tujuan.href;
  }

  const tautan = ([relatif, nama]) => unsur("a", nama, { href: alamat(relatif) });

  function baris(satu) {
    const [alamatnya, , ringkasan, untuk, nomor, terbaca] = satu;
    const isi = [unsur("h3", tautan(satu)), unsur("p", ringkasan)];
    if (untuk) isi.push(unsur("p", `${alamatnya.startsWith("kontak") ? "Berlaku di" : "Untuk"}: ${untuk}`, { class: "cari-untuk" }));
    if (nomor) isi.push(unsur("p", unsur("a", `Telepon ${terbaca}`, { href: `tel:${nomor}` })));
    return unsur("li", isi);
  }

  function bantuan([relatif, nama, keterangan, berlaku, nomor, terbaca]) {
    const tujuan = nomor ? unsur("a", `${nama}: ${terbaca}`, { href: `tel:${nomor}` }) : tautan([relatif, nama]);
    return unsur("li", [tujuan, ` ${keterangan} (${berlaku})`]);
  }

  function pasang(kotak) {
    const [formulir, isian, keadaan, tempat] = ["form", "input", ".cari-keadaan", ".cari-hasil"].map((s) => kotak.querySelector(s));
    let urutan = 0, jeda, suara;

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
          await cari(banyak * 2);
          tempat.querySelectorAll(".cari-daftar a")[hasil.length]?.focus();
        });
        isi.push(lagi);
      }
      tempat.replaceChildren(...isi);
      const dulu = bahaya.length ? "Nomor bantuan ada di atas. " : "";
      kabarkan(hasil.length ? `${dulu}${jumlah} hasil untuk ${kata}.` : bahaya.length ? dulu
        : `Tidak ada yang cocok dengan ${kata}. Coba kata lain, atau salah satu jalan di bawah.`);
      kotak.classList.toggle("cari-kosong", !hasil.length && !bahaya.length);
    }

    async function cari(banyak = SEKALI, selesai = true) {
      const ini = ++urutan;
      const kata = isian.value.trim();
      if (!kata) {
        tempat.replaceChildren();
        kotak.classList.remove("cari-kosong");
        kabarkan("");
        return;
      }
      try {
        await muat(kotak.dataset);
        const jawaban = await PortalCari.cari(kata, banyak, selesai);
        if (ini !== urutan) return;
        if (jawaban.sementara) jeda = setTimeout(cari, JEDA_LANJUT);
        tampilkan(jawaban, kata.length > 60 ? `${kata.slice(0, 60)}…` : kata, banyak);
      } catch {
        if (ini === urutan) kabarkan("Pencarian belum bisa dimuat. Coba lagi, atau pakai salah satu jalan di bawah.");
      }
    }

    const pindah = (langkah) => {
      const titik = [isian, ...tempat.querySelectorAll("a, button")];
      const tujuan = titik[titik.indexOf(document.activeElement) + langkah];
      tujuan?.focus();
      return tujuan;
    };

    formulir.addEventListener("submit", (peristiwa) => { peristiwa.preventDefault(); clearTimeout(jeda); cari(); });
    isian.addEventListener("focus", () => muat(kotak.dataset).catch(() => {}), { once: true });
    isian.addEventListener("input", () => { clearTimeout(jeda); jeda = setTimeout(() => cari(SEKALI, false), JEDA); });
    kotak.addEventListener("keydown", (peristiwa) => {
      const langkah = { ArrowDown: 1, ArrowUp: -1 }[peristiwa.key];
      if (langkah && pindah(langkah)) peristiwa.preventDefault();
      if (peristiwa.key === "Escape" && document.activeElement !== isian) isian.focus();
    });
    if (location.hash.startsWith("#q=")) {
      isian.value = decodeURIComponent(location.hash.slice(3));
    }
    if (isian.value) cari();
  }

  document.querySelectorAll(".cari").forEach(pasang);
})();
