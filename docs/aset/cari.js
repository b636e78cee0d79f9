// Yang diketik tidak dikirim, hanya diingat riwayat tab.
"use strict";
document.querySelectorAll(".cari").forEach((kotak) => {
  const isian = kotak.querySelector("input"), keadaan = kotak.querySelector(".cari-keadaan");
  const gagal = "Pencarian belum bisa dimuat. Coba lagi, atau pakai salah satu jalan di bawah.";
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
      // setiap huruf mencoba lagi; pembaca layar mengatakannya sekali saja
      if (keadaan.textContent !== gagal) keadaan.textContent = gagal;
    };
    document.head.append(skrip);
  }
  isian.addEventListener("focus", muat);
  isian.addEventListener("input", () => { muat(); history.replaceState({ q: isian.value }, ""); });
  kotak.addEventListener("submit", (peristiwa) => {
    peristiwa.preventDefault();
    if (!dimuat) keadaan.textContent = "";
    muat();
  });
  if (location.hash.startsWith("#q=")) isian.value = decodeURIComponent(location.hash.slice(3));
  isian.value = history.state?.q ?? isian.value;
  if (isian.value) muat();
});
