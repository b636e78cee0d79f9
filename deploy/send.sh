#!/usr/bin/env bash
# Publish a built site on a server that has nothing but sshd, rsync and a POSIX shell, or go back to the one before:
#
#   deploy/send.sh site portal@web.contoh.go.id:/srv/portal
#   deploy/send.sh --rollback portal@web.contoh.go.id:/srv/portal
#
# The layout on the server is that of `portal publish` (portal/releases.py): numbered releases, the links `current` and
# `previous`. What is shown changes in one step, and only when every file has arrived as the manifest says.
set -euo pipefail

die() { printf '%s\n' "$*" >&2; exit 1; }
[[ $# -eq 2 && $2 == *:/* ]] || die "pemakaian: deploy/send.sh FOLDER|--rollback PENGGUNA@SERVER:/FOLDER"
host=${2%%:*}
place=${2#*:}
[[ $place =~ ^/[A-Za-z0-9._/-]+$ ]] || die "Folder di server hanya boleh memuat huruf, angka, titik, garis, dan garis miring."
ssh=${PORTAL_SSH:-ssh}

# Runs on the server. `before` tells which release was shown before this one, as portal/releases.py does; `switch N` shows
# release N; the caller holds the lock.
read -r -d '' remote <<'SH' || true
set -eu
umask 022
point() { ln -s "releases/$2" ".$1.$$"; mv -T ".$1.$$" "$1"; }
number() { basename "$(readlink "$1" 2>/dev/null || echo none)"; }
before() {
  to=$(number previous) now=$(number current)
  case $to in
    none | "$now") ls releases | grep -E '^[0-9]+$' | sort -n | awk -v now="$now" '$0 + 0 < now + 0' | tail -n 1 ;;
    *) echo "$to" ;;
  esac
}
switch() {
  now=$(number current)
  old=$(cat current/.server/headers.conf 2>/dev/null || true)
  if [ "$now" != none ] && [ "$now" != "$1" ]; then point previous "$now"; fi
  point current "$1"
  echo "Terbitan $1 tampil."
  if [ "$old" != "$(cat current/.server/headers.conf 2>/dev/null || true)" ]; then
    echo "Header berubah. Jalankan di server: sudo systemctl reload nginx"
  fi
}
whole() {
  (cd "$1" && sha256sum -c --quiet --strict SHA256SUMS) &&
    [ "$(find "$1" ! -type d | wc -l)" -eq "$(($(wc -l <"$1/SHA256SUMS") + 1))" ] ||
    { echo "Berkas di server tidak sama dengan daftarnya. Tidak ada yang berubah." >&2; exit 1; }
}
SH

# Run on the server what comes in, with the folder held alone; its lock is that of `portal publish`.
alone() {
  "$ssh" "$host" "cd '$place/releases/..' 2>/dev/null || { echo 'Belum ada terbitan di $place.' >&2; exit 1; }
    exec flock -n -E 75 . sh -s" || {
    local code=$?
    [[ $code -ne 75 ]] || die "Penerbitan lain sedang berjalan di $place. Coba lagi sebentar lagi."
    exit "$code"
  }
}

if [[ $1 == --rollback ]]; then
  alone <<SH
$remote
to=\$(before)
[ -n "\$to" ] && [ -d "releases/\$to" ] || { echo "Tidak ada terbitan sebelumnya." >&2; exit 1; }
whole "releases/\$to"
switch "\$to"
SH
  exit
fi

[[ -f $1/SHA256SUMS ]] || die "$1 bukan hasil python3 run.py build."
(cd "$1" && sha256sum -c --quiet --strict SHA256SUMS) || die "Situs tidak utuh. Bangun ulang dengan: python3 run.py build"

reply=$("$ssh" "$host" "umask 022; mkdir -p '$place/releases' && cd '$place' && mktemp -d releases/.arriving-XXXXXXXX &&
  if [ -e current ]; then echo current; fi")
draft=${reply%%$'\n'*}
[[ $draft =~ ^releases/\.arriving-[A-Za-z0-9]+$ ]] || die "Server menjawab lain dari yang diharapkan: $draft"
trap '"$ssh" "$host" "rm -rf '"'$place/$draft'"'" || true' EXIT
# Unchanged files become hard links to the release that is shown: only what is new travels, and browsers keep the rest.
kept=()
[[ $reply == *$'\n'current ]] && kept=(--link-dest="$place/current/")
rsync -rlp --checksum --chmod=D755,F644 --rsh="$ssh" "${kept[@]}" "$1/" "$host:$place/$draft/"
alone <<SH
$remote
# A sender that was killed left its copy. Nobody holds a lock while files arrive: a day is longer than that takes.
find releases -maxdepth 1 -name '.arriving-*' -mtime +0 -exec rm -rf {} + || true
whole '$draft'
last=\$(ls releases | grep -E '^[0-9]+\$' | sort -n | tail -n 1)
next=\$(printf '%04d' "\$((\$(echo "\${last:-0}" | sed 's/^0*//;s/^\$/0/') + 1))")
sync
mv -T '$draft' "releases/\$next"
switch "\$next"
for old in \$(ls releases | grep -E '^[0-9]+\$' | sort -n | head -n -5); do
  case "\$old" in "\$(number current)" | "\$(number previous)") ;; *) rm -rf "releases/\$old" ;; esac
done
SH
trap - EXIT
