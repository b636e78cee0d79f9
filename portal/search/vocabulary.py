"""Words of speech that lead nowhere by themselves, in Indonesian, Javanese and Madurese, chat spellings included."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from portal.search.spelling import key, words


def _all(text: str) -> frozenset[str]:
    return frozenset(words(text))


# Carry no meaning at all: pronouns, particles, question words, politeness.
STOP: Final = _all("""
saya aku gue gua gw kami kita kamu anda dia ia mereka beliau kulo kula ingsun engkok sengkok bule badan abdina koen
kowe sampeyan panjenengan awakmu dheweke dewe dhewe kadewe bena be'na yang yg sing seng se dan dn lan ban sareng atau
ato utowa serta di ke dari dr dgn dengan pada utk untuk buat bagi kanggo gawe kangguy oleh dalam dlm nang ning neng
ing ring ka ri neg ten teng soko saka tentang soal mengenai terhadap antara itu ini iki iku kuwi kuwe niki niku reya
rea jareya tu tuh nih ni sini situ sana kene kono kana begini begitu ngene ngono apa apakah apaan opo napa ponapa apah
siapa sopo sapa'an gimana gmn bagaimana bgmn piye yok'opo yaopo yak'opo kenapa knp mengapa ngopo lapo kapan kpn bila
mana dimana dmn endi nangdi ngendi kemana kmn berapa brp piro pira saponapa berempa ya y yo iya iyo enggih nggih
inggih deh dong sih kok kan lah kah tah a loh lho nah wah oh aduh ayo toh seh mah pun juga jg jugak ugo ugi akan bakal
sudah sdh udah udh uda telah wis wes mpon ampon la masih msh isih sek sik lagi lg sedang sdg sangat sekali bgt banget
amat sanget sarah paling lebih lbh terlalu agak cukup hanya cuma mung mek malah saja aja ae wae bae jugan kalau kalo
klo kl jika apabila nek yen lamun mon karena krn karna soale polana sebab supaya agar ben men biar maka lalu terus
trus trs kemudian setelah sesudah sebelum saat ketika waktu sambil hingga sampai sampe sehingga namun tetapi tapi tp
namong padahal walau meski seperti kayak kyk kaya koyo koyok engak secara sebagai adalah yaitu yakni ialah tolong
tulung mohon tlg please plis maaf permisi kak min gan sis bro halo hai salam assalamualaikum selamat pagi siang sore
malam terima kasih makasih suwun kira mungkin harus hrs kudu kodhu boleh olih perlu butuh btuh abutto membutuhkan
memerlukan dapat dpt bisakah adakah dapatkah cara caranya dok semua smua kabeh kabbi setiap tiap para si sang beberapa
banyak byk akeh bannya' sedikit lain laen liyane selain jadi dadi daddi menjadi sama pula pernah tau milik dll dsb dst
via pakai pake pke nganggo ngangguy bekto tadi kemarin wingi sekarang skrg skarang saiki sateya besok besuk nanti ntar
info informasi masalahnya namanya katanya ternyata memang emang mulai ikut melu lihat liat
""") - _all("sapa")

# Mean something only inside an expression, such as "tidak bisa pulang": the word they count as, and its spellings.
LIGHT: Final = {
    spelling: key(light)
    for light, spellings in {
        "tidak": """tidak gak gk ga nggak ngga enggak engga ndak dak ora ra ta' tak nda tdk tida tiada mboten bunten
            bukan bkn dudu banne belum blm blum durung dereng jangan jgn ojo ojok jha'""",
        "bisa": "bisa bs isa iso saget bisah sanggup kuat kowat kellar",
        "orang": "orang org wong oreng reng uwong tiyang seseorang manusia",
        "ada": "ada ono ana enten adalah bada bede badha",
        "punya": "punya pny duwe gadah andi' andhi' nduwe nduweni mempunyai memiliki ngandhi'",
        "ingin": "ingin ingn pengen pgn pingin pengin mau mo kepingin kepengen terro gelem gellem kate arep hendak",
    }.items()
    for spelling in _all(spellings)
}
SLIGHT: Final = _all(
    "mas mbak pak bu rek cak warga masyarakat rakyat penduduk kata ambil dikasih kasih beri diberi memberi kei nei wei"
)

# Words of other errands. They are no misspellings of ours, and a question full of them is not for this portal.
ELSEWHERE: Final = _all("""
harga jual beli dijual dibeli membeli menjual murah mahal diskon promo toko pasar belanja online shopee tokopedia
lazada paspor visa sim stnk bpkb pajak tilang samsat imb sertifikat tanah notaris pbb skck npwp akta ktp kk kartu
nikah kua motor mobil sepeda truk bensin oli ban honda yamaha toyota kereta pesawat kapal tiket travel hotel wisata
pantai liburan penginapan jadwal rute bus angkot ojek gojek grab parkir tol cuaca hujan panas suhu gempa emas perak
saham kurs dolar dollar rupiah euro bitcoin kripto crypto bunga deposito tabungan pinjol kredit cicilan leasing
asuransi bola sepakbola timnas skor gol liga persebaya arema persib klasemen pertandingan badminton voli konser film
drama sinetron lagu musik lirik chord download streaming youtube tiktok facebook instagram netflix game mobile legend
ff pubg novel komik hp iphone samsung xiaomi oppo vivo laptop printer kamera wifi pulsa kuota internet aplikasi
install baterai charger nasi goreng rendang soto bakso mie ayam ikan sapi kambing domba kucing anjing burung lele
telur cabai beras gula minyak resep masak masakan kue roti kopi teh susu sayur buah mangga pisang durian ppdb snbp
utbk kuliah kampus universitas jurusan skripsi beasiswa ijazah rapor ujian soal jawaban matematika fisika kimia
biologi inggris rumus pr lks dosen cpns pppk pns gaji lowongan lamaran cv magang baju celana jaket kaos kosmetik
skincare parfum jerawat rambut diet kurus gemuk otot gym pupuk padi jagung tebu tanaman bibit ternak kolam sawah
traktor kontrakan kos apartemen semen cat keramik genteng bangunan arsitek lemari kasur kulkas ac televisi tv pemilu
pilkada presiden gubernur bupati menteri partai caleg pilpres arti mimpi zodiak ramalan togel judi slot lotre undian
hadiah
""")


def content(text: str) -> Iterator[tuple[str, str]]:
    """Yield the words of a text that are no mere function words, each with the key it counts as."""
    for word in words(text):
        if word not in STOP:
            yield word, LIGHT.get(word) or key(word)


def weighty(word: str) -> bool:
    """Tell whether a word says something by itself."""
    return word not in LIGHT and word not in SLIGHT


def expression(text: str) -> str:
    """Return the key of a whole expression: its words' keys, each once, joined by `+`."""
    return "+".join(dict.fromkeys(one for _, one in content(text)))
