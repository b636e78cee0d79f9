"""Words of speech that lead nowhere by themselves, in Indonesian, Javanese and Madurese, chat spellings included."""

from __future__ import annotations

from functools import cache
from typing import Final

from portal.search.spelling import key, spelled, tokens, words


def _all(text: str) -> frozenset[str]:
    return frozenset(words(text))


# Carry no meaning at all: pronouns, particles, question words, politeness; then the same in Javanese, Madurese and
# hasty writing.
STOP: Final = _all("""
membuat bikin melakukan lakukan dilakukan sedangkan sejak soalnya katanya kira2 harusnya sebaiknya caranya gitu gini
saya aku kami kita kamu anda dia ia mereka beliau yang yg dan dn atau serta di ke dari dgn dengan pada utk untuk buat
bagi oleh dalam ka tentang soal mengenai terhadap antara itu ini tu tuh nih ni sini situ sana begini begitu apa apakah
siapa gimana bagaimana kenapa mengapa kapan bila mana dimana kemana berapa ya yo iya dong sih kok kan lah kah tah a
ayo mah pun juga akan bakal sudah udah telah la masih lagi sedang sangat sekali banget paling lebih terlalu agak cukup
hanya cuma saja aja kalau kalo jika apabila karena sebab supaya agar biar maka lalu terus trus kemudian setelah
sesudah sebelum saat ketika waktu sambil hingga sampai sehingga namun tetapi tapi padahal walau meski seperti kayak
kaya secara sebagai adalah yaitu yakni ialah tolong mohon please maaf permisi kak min halo hai salam selamat pagi
siang sore malam terima kasih makasih kira mungkin harus boleh perlu butuh membutuhkan memerlukan dapat bisakah adakah
dapatkah cara caranya semua setiap tiap para si sang beberapa banyak sedikit lain selain jadi menjadi sama pula pernah
tau milik via pakai pake tadi kemarin sekarang besok nanti info informasi masalahnya namanya katanya ternyata memang
emang mulai ikut lihat liat
kulo kula ingsun engkok sengkok bule badan abdina koen kowe sampeyan panjenengan awakmu dheweke dewe dhewe kadewe bena
be'na sing seng se lan ban sareng ato utowa kanggo gawe kangguy nang ning neng ing ring ri neg ten teng soko saka iki
iku kuwi kuwe niki niku reya rea jareya kene kono kana ngene ngono opo napa ponapa apah sopo sapa'an piye yok'opo
yaopo yak'opo ngopo lapo endi nangdi ngendi piro pira saponapa berempa iyo enggih nggih inggih toh seh jugak ugo ugi
wis wes mpon ampon isih sek sik amat sanget sarah mung mek malah ae wae bae jugan nek yen lamun mon karna soale polana
ben men namong koyo koyok engak tulung suwun kudu kodhu olih abutto kabeh kabbi akeh bannya' laen liyane dadi daddi
nganggo ngangguy bekto wingi saiki sateya besuk melu gue gua gw dr dlm apaan gmn bgmn knp kpn dmn kmn brp y deh loh
lho nah wah oh aduh jg sdh udh uda msh lg sdg bgt lbh klo kl krn trs sampe tp kyk tlg plis gan sis bro assalamualaikum
hrs btuh dpt dok smua byk dll dsb dst pke skrg skarang ntar bahaya wiwit maneh
""") - _all("sapa")  # the number 129 is named so


def _light(**spellings: str) -> dict[str, str]:
    return {spelling: key(word) for word, text in spellings.items() for spelling in _all(text)}


# Mean something only inside an expression, such as "tidak bisa pulang": the word they count as, and its spellings.
LIGHT: Final = _light(
    tidak="tidak tak gak ga nggak enggak bukan belum jangan gk ngga engga ndak dak ora ra nda tdk tida tiada mboten "
    "bunten bkn dudu banne blm blum durung dereng jgn ojo ojok jha'",
    bisa="bisa sanggup kuat bs isa iso saget bisah kowat kellar",
    orang="orang seseorang manusia org wong oreng reng uwong tiyang",
    ada="ada ono ana enten bada bede badha",
    punya="punya mempunyai memiliki pny duwe gadah andi' andhi' nduwe nduweni ngandhi'",
    ingin="ingin pengen mau hendak ingn pgn pingin pengin mo kepingin kepengen terro gelem gellem kate arep",
)
LIGHT_KEYS: Final = frozenset(LIGHT.values())
SLIGHT: Final = _all(
    "mas mbak pak bu rek cak warga masyarakat rakyat penduduk kata ambil dikasih kasih beri diberi memberi kei nei wei"
)

# Words of other errands. They are no misspellings of ours, and a question full of them is not for this portal.
ELSEWHERE: Final = _all("""
harga kode jual beli dijual dibeli membeli menjual murah mahal diskon promo toko pasar belanja online shopee tokopedia
lazada paspor visa sim stnk bpkb pajak tilang samsat imb sertifikat tanah notaris pbb skck npwp akta ktp kk kartu
nikah kua motor mobil sepeda truk bensin oli honda yamaha toyota kereta pesawat kapal tiket travel hotel wisata
pantai liburan penginapan jadwal rute bus angkot ojek gojek grab parkir tol cuaca hujan panas suhu gempa emas perak
saham kurs dolar dollar rupiah euro bitcoin kripto crypto bunga deposito tabungan pinjol kredit cicilan leasing
asuransi bola sepakbola timnas skor gol liga persebaya arema persib klasemen pertandingan badminton voli konser film
drama sinetron lagu musik lirik chord download streaming youtube tiktok facebook instagram netflix game mobile legend
ff pubg novel komik hp iphone samsung xiaomi oppo vivo laptop printer kamera wifi pulsa kuota internet aplikasi
install baterai charger nasi goreng rendang soto bakso mie ayam ikan sapi kambing domba kucing anjing burung lele
telur cabai beras gula minyak resep masak masakan kue roti kopi teh susu sayur buah mangga pisang durian ppdb snbp
utbk kuliah kampus universitas jurusan skripsi beasiswa ijazah rapor ujian jawaban matematika fisika kimia
biologi inggris rumus pr lks dosen cpns pppk pns gaji lowongan lamaran cv magang baju celana jaket kaos kosmetik
skincare parfum jerawat pipi rambut diet kurus gemuk otot gym pupuk padi jagung tebu tanaman bibit ternak kolam sawah
traktor kontrakan kos apartemen semen cat keramik genteng bangunan arsitek lemari kasur kulkas ac televisi tv pemilu
pilkada presiden gubernur bupati menteri partai caleg pilpres arti mimpi zodiak ramalan togel judi slot lotre undian
hadiah
""")


Word = tuple[str, str, bool]
"""A word in its one spelling, its key, and whether it says something by itself."""


class Words(dict[str, Word | None]):
    """Each word that `spelling.tokens` gives.

    None for words without meaning. It is as large as the vocabulary of the texts, so keep it no longer than them.
    """

    def __missing__(self, token: str) -> Word | None:
        found = None
        if len(token) > 1 or token.isdigit():
            word = spelled(token)
            if word not in STOP:
                found = word, LIGHT.get(word) or key(word), weighty(word)
        self[token] = found
        return found


_SAID: Final = Words()


@cache
def content(text: str) -> tuple[tuple[str, str], ...]:
    """Return the words of an expression that are no mere function words, each with the key it counts as.

    What was asked once is kept: expressions are few, those that synonyms name.
    """
    return tuple((word[0], word[1]) for token in tokens(text) if (word := _SAID[token]))


def weighty(word: str) -> bool:
    """Tell whether a word says something by itself."""
    return word not in LIGHT and word not in SLIGHT


def expression(text: str) -> str:
    """Return the key of a whole expression: its words' keys, each once, joined by `+`."""
    return "+".join(dict.fromkeys(one for _, one in content(text)))


def leading(term: str) -> str:
    """Return the key by which an expression is looked up: its first that means something outside of expressions."""
    for part in (parts := term.split("+")):
        if part not in LIGHT_KEYS:
            return part
    return parts[0]
