// Yang diketik tidak dikirim, hanya diingat riwayat tab.
"use strict";
document.querySelectorAll(".cari").forEach((kotak) => {
  const isian = kotak.querySelector("input"), keadaan = kotak.querySelector(".cari-keadaan");
  const gagal = "Pencarian belum bisa dimuat. Coba lagi, atau pakai salah satu jalan di bawah.";
  let dimuat, takDipahami;
  function muat() {
    if (dimuat) return;
    dimuat = true;
    const skrip = document.createElement("script");
    skrip.src = kotak.dataset.mesin;
    skrip.onload = () => {
      if (window.PortalCari) return PortalCari.pasang(kotak);
      // peramban tua
      takDipahami = true;
      keadaan.textContent = "Di peramban ini pencarian tidak jalan. Tombol Cari membuka daftar A sampai Z.";
    };
    skrip.onerror = () => {
      dimuat = false;
      skrip.remove();
      // tidak di setiap huruf
      if (keadaan.textContent !== gagal) keadaan.textContent = gagal;
    };
    document.head.append(skrip);
  }
  isian.addEventListener("focus", muat);
  isian.addEventListener("input", () => { muat(); history.replaceState({ q: isian.value }, ""); });
  kotak.addEventListener("submit", (peristiwa) => {
    if (takDipahami) return;
    peristiwa.preventDefault();
    muat();
    if (isian.value && !window.PortalCari) keadaan.textContent = "Pencarian sedang dimuat.";
  });
  if (location.hash.startsWith("#q=")) isian.value = decodeURIComponent(location.hash.slice(3));
  if (history.state && typeof history.state.q === "string") isian.value = history.state.q;
  if (isian.value) muat();
});
