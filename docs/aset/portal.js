// Every page is complete without this script; it only adds: buttons to copy and print, filters, reading without network.
"use strict";

function make(tag, text, attributes) {
  const element = document.createElement(tag);
  element.textContent = text;
  return Object.assign(element, attributes);
}

// Copy the page's address and print the page.
function addShareButtons() {
  const place = document.getElementById("bagikan-tombol");
  const address = document.getElementById("alamat");
  if (!place || !address) return;
  const said = make("span", "", { role: "status", className: "kabar" });
  if (navigator.clipboard) {
    const copy = make("button", "Salin alamat", { type: "button", className: "tombol tombol-lain" });
    copy.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(address.textContent);
        said.textContent = "Alamat sudah disalin.";
      } catch (error) {
        said.textContent = "Tidak bisa menyalin. Tekan lama alamat di bawah ini.";
      }
    });
    place.append(copy);
  }
  const print = make("button", "Cetak halaman", { type: "button", className: "tombol tombol-lain" });
  print.addEventListener("click", () => window.print());
  place.append(print, said);
}

// Narrow the catalogue by what stands in the cards' data attributes.
function addFilters() {
  const place = document.querySelector(".saring");
  if (!place) return;
  const cards = [...document.querySelectorAll(".kartu")];
  const values = (card, facet) => (card.dataset[facet] || "").split("|").filter(Boolean);
  const said = make("p", "", { role: "status", className: "kabar" });
  const selects = [...place.querySelectorAll("[data-saring]")].map((label) => {
    const facet = label.dataset.saring;
    const select = make("select", "", { id: `saring-${facet}` });
    select.append(new Option("Semua", ""));
    for (const value of new Set([].concat(...cards.map((card) => values(card, facet))))) select.append(new Option(value));
    const field = make("div", "");
    field.append(make("label", label.textContent, { htmlFor: select.id }), select);
    label.replaceWith(field);
    select.addEventListener("change", narrow);
    return [facet, select];
  });
  place.append(said);
  place.classList.add("siap");
  // after Back or a reload the browser has put the choice in again, without any event
  addEventListener("pageshow", () => selects.some(([, select]) => select.value) && narrow());

  function narrow() {
    for (const card of cards) {
      card.hidden = selects.some(([facet, select]) => select.value && !values(card, facet).includes(select.value));
    }
    for (const group of document.querySelectorAll(".kartu-kartu")) {
      const empty = !group.querySelector(".kartu:not([hidden])");
      group.hidden = empty;
      group.previousElementSibling.hidden = empty;
    }
    const shown = cards.filter((card) => !card.hidden).length;
    // a select cuts a long choice on a phone
    const chosen = selects.map(([, select]) => select.value).filter(Boolean).join("; ");
    said.textContent = shown ? `Tampil ${shown} dari ${cards.length} inovasi${chosen && `: ${chosen}`}.` : "Tidak ada yang cocok. Pilih lagi.";
  }
}

// Keep every page readable without a network, on hosts that allow it. The page comes first: the copy of all pages is
// fetched only when the reader stays, and not at all where the phone is told to save data.
const STAY = 8000; // milliseconds

function keepOffline(script) {
  const allowed = "serviceWorker" in navigator && window.isSecureContext && location.protocol.startsWith("http");
  if (!allowed || (navigator.connection && navigator.connection.saveData)) return;
  setTimeout(() => navigator.serviceWorker.register(new URL("../luring.js", script)).catch(() => {}), STAY);
}

addShareButtons();
addFilters();
keepOffline(document.currentScript.src);
