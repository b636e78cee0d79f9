// Memuat pencarian pada pemakaian pertama. Yang diketik tidak dikirim; hanya riwayat tab ini yang mengingatnya.
"use strict";
document.querySelectorAll(".cari").forEach((kotak) => {
  const isian = kotak.querySelector("input");
  let dimuat;
  function muat() {
    if (dimuat) return;
    dimuat = true;
    const skrip = document.createElement("script");
    skrip.src = kotak.dataset.mesin;
    skrip.onload = () => PortalCari.pasang(kotak);
    skrip.onerror = () => {
      dimuat = false;
      skrip.remove();
      kotak.querySelector(".cari-keadaan").textContent = "Pencarian belum bisa dimuat. Coba lagi, atau pakai salah satu jalan di bawah.";
    };
    document.head.append(skrip);
  }
  isian.addEventListener("focus", muat);
  isian.addEventListener("input", muat);
  kotak.addEventListener("submit", (peristiwa) => { peristiwa.preventDefault(); muat(); });
  if (location.hash.startsWith("#q=")) isian.value = decodeURIComponent(location.hash.slice(3));
  // sesudah Kembali atau muat ulang, yang diketik ada lagi
  isian.value = history.state?.q ?? isian.value;
  isian.addEventListener("input", () => history.replaceState({ q: isian.value }, ""));
  if (isian.value) muat();
});
