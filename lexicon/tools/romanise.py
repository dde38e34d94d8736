"""Rules that write names of other scripts in Latin letters, as English news does. Small on purpose: one table a script."""
import unicodedata

LETTERS = {"ə": "a", "ı": "i", "ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th", "ð": "d", "ŋ": "ng", "ɓ": "b", "ɗ": "d", "ƙ": "k",
           "ʼ": "'", "’": "'", "‘": "'", "ʻ": "'", "`": "'"}

def fold(text):
    """Small letters without marks."""
    text = "".join(LETTERS.get(c, c) for c in text.lower())
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))

RUSSIAN = dict(zip("абвгдезиклмнопрстуфыэ", "abvgdeziklmnoprstufye")) | {
    "ё": "yo", "ж": "zh", "й": "y", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ь": "", "ю": "yu", "я": "ya",
    "ѓ": "gj", "ќ": "kj", "ѕ": "dz", "ј": "j", "љ": "lj", "њ": "nj", "џ": "dzh"}
UKRAINIAN = RUSSIAN | {"г": "h", "ґ": "g", "є": "ie", "и": "y", "і": "i", "ї": "i", "й": "i", "ю": "iu", "я": "ia", "’": "", "'": ""}
BULGARIAN = RUSSIAN | {"х": "h", "щ": "sht", "ъ": "a", "й": "y"}
MACEDONIAN = RUSSIAN | {"х": "h", "ц": "c", "ж": "z", "ч": "c", "ш": "s"}
GREEK = dict(zip("αβγδεζηικλμνοπρσςτυφω", "avgdeziiklmnoprsstyfo")) | {"θ": "th", "ξ": "x", "χ": "ch", "ψ": "ps"}
GEORGIAN = {
    "ა": "a", "ბ": "b", "გ": "g", "დ": "d", "ე": "e", "ვ": "v", "ზ": "z", "თ": "t", "ი": "i", "კ": "k", "ლ": "l", "მ": "m", "ნ": "n", "ო": "o",
    "პ": "p", "ჟ": "zh", "რ": "r", "ს": "s", "ტ": "t", "უ": "u", "ფ": "p", "ქ": "k", "ღ": "gh", "ყ": "q", "შ": "sh", "ჩ": "ch", "ც": "ts",
    "ძ": "dz", "წ": "ts", "ჭ": "ch", "ხ": "kh", "ჯ": "j", "ჰ": "h"}
ARMENIAN = {"ա": "a", "բ": "b", "գ": "g", "դ": "d", "ե": "e", "զ": "z", "է": "e", "ը": "y", "թ": "t", "ժ": "zh", "ի": "i", "լ": "l", "խ": "kh", "ծ": "ts",
    "կ": "k", "հ": "h", "ձ": "dz", "ղ": "gh", "ճ": "ch", "մ": "m", "յ": "y", "ն": "n", "շ": "sh", "ո": "o", "չ": "ch", "պ": "p", "ջ": "j", "ռ": "r",
    "ս": "s", "վ": "v", "տ": "t", "ր": "r", "ց": "ts", "ւ": "v", "փ": "p", "ք": "k", "օ": "o", "ֆ": "f", "և": "ev"}

# Indic scripts share one layout: the offset in the block names the letter.
CONSONANT = {0x15: "k", 0x16: "kh", 0x17: "g", 0x18: "gh", 0x19: "n", 0x1a: "ch", 0x1b: "chh", 0x1c: "j", 0x1d: "jh", 0x1e: "n", 0x1f: "t", 0x20: "th",
    0x21: "d", 0x22: "dh", 0x23: "n", 0x24: "t", 0x25: "th", 0x26: "d", 0x27: "dh", 0x28: "n", 0x29: "n", 0x2a: "p", 0x2b: "ph", 0x2c: "b", 0x2d: "bh",
    0x2e: "m", 0x2f: "y", 0x30: "r", 0x31: "r", 0x32: "l", 0x33: "l", 0x34: "zh", 0x35: "v", 0x36: "sh", 0x37: "sh", 0x38: "s", 0x39: "h",
    0x58: "q", 0x59: "kh", 0x5a: "gh", 0x5b: "z", 0x5c: "r", 0x5d: "rh", 0x5e: "f", 0x5f: "y", 0x71: "v"}
VOWEL = {0x05: "a", 0x06: "a", 0x07: "i", 0x08: "i", 0x09: "u", 0x0a: "u", 0x0b: "ri", 0x0d: "e", 0x0e: "e", 0x0f: "e", 0x10: "ai", 0x11: "o", 0x12: "o",
    0x13: "o", 0x14: "au"}
SIGN = {0x3e: "a", 0x3f: "i", 0x40: "i", 0x41: "u", 0x42: "u", 0x43: "ri", 0x45: "e", 0x46: "e", 0x47: "e", 0x48: "ai", 0x49: "o", 0x4a: "o", 0x4b: "o",
    0x4c: "au", 0x57: "au"}

def indic(word, final):
    """`final`: whether the inherent vowel of the last consonant is spoken."""
    out = []  # [text, inherent vowel follows]
    for ch in unicodedata.normalize("NFC", word):
        at = ord(ch) & 0x7f
        if at in CONSONANT: out.append([CONSONANT[at], True])
        elif at in VOWEL: out.append([VOWEL[at], False])
        elif at in SIGN and out: out[-1] = [out[-1][0] + SIGN[at], False]
        elif at == 0x4d and out: out[-1][1] = False
        elif at in (0x01, 0x02): out.append(["n", False])
        elif at == 0x03: out.append(["h", False])
        elif at == 0x3c and out: pass
        elif ch in "\u200c\u200d": pass
        else: return None
    # The inherent vowel falls silent at the end, unless a cluster stands before it ("mitra").
    text = ""
    for i, (t, a) in enumerate(out):
        last = i == len(out) - 1
        cluster = i > 0 and not out[i - 1][1] and out[i - 1][0][-1] not in "aeiou"
        text += t + ("a" if a and (not last or final or cluster) else "")
    return text.replace("yya", "ya")

SINHALA_C = {"ක": "k", "ඛ": "kh", "ග": "g", "ඝ": "gh", "ඟ": "ng", "ච": "ch", "ඡ": "ch", "ජ": "j", "ඤ": "gn", "ඥ": "gn", "ට": "t", "ඨ": "t", "ඩ": "d", "ඪ": "d", "ණ": "n", "ඬ": "nd",
    "ත": "th", "ථ": "th", "ද": "d", "ධ": "dh", "න": "n", "ඳ": "nd", "ප": "p", "ඵ": "p", "බ": "b", "භ": "bh", "ම": "m", "ඹ": "mb", "ය": "y", "ර": "r", "ල": "l", "ව": "w",
    "ශ": "sh", "ෂ": "sh", "ස": "s", "හ": "h", "ළ": "l", "ෆ": "f"}
SINHALA_V = {"අ": "a", "ආ": "a", "ඇ": "a", "ඈ": "a", "ඉ": "i", "ඊ": "i", "උ": "u", "ඌ": "u", "එ": "e", "ඒ": "e", "ඔ": "o", "ඕ": "o"}
SINHALA_S = {"ා": "a", "ැ": "a", "ෑ": "a", "ි": "i", "ී": "i", "ු": "u", "ූ": "u", "ෙ": "e", "ේ": "e", "ෛ": "ai", "ො": "o", "ෝ": "o", "ෞ": "au", "ෘ": "ru"}

def sinhala(word):
    out = ""
    bare = False
    for ch in unicodedata.normalize("NFC", word).replace("\u200d", ""):
        if ch in SINHALA_C:
            out += ("a" if bare else "") + SINHALA_C[ch]; bare = True
        elif ch in SINHALA_V:
            out += ("a" if bare else "") + SINHALA_V[ch]; bare = False
        elif ch in SINHALA_S: out += SINHALA_S[ch]; bare = False
        elif ch == "්": bare = False
        elif ch == "ං": out += ("a" if bare else "") + "n"; bare = False
        else: return None
    return out + ("a" if bare else "")

INITIALS = ["g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h"]
MEDIALS = ["a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu", "eu", "ui", "i"]
FINALS = ["", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p", "t", "t", "ng", "t", "t", "k", "t", "p", "t"]

def korean(word):
    out = []
    for ch in word:
        n = ord(ch) - 0xac00
        if not 0 <= n < 11172: return []
        out.append(INITIALS[n // 588] + MEDIALS[n % 588 // 28] + FINALS[n % 28])
    return ["".join(out), *out]

def letters(word, table):
    out = ""
    for ch in word.lower():
        if ch in table: out += table[ch]
        else: return None
    return out

def ascii_name(text):
    """The name without marks, with straight apostrophes."""
    text = unicodedata.normalize("NFKD", "".join({"ı": "i", "ł": "l", "ø": "o", "Ø": "O", "Ł": "L", "đ": "d", "Đ": "D"}.get(c, c) for c in text))
    text = "".join("'" if c in "‘’`ʻʼ" else c for c in text if not unicodedata.combining(c))
    return text

def spellings(locale, word):
    """Folded Latin spellings of a name that a locale of faker writes in its own script; none where no rule is known."""
    low = word.lower()
    first = low[:1]
    if "\u0400" <= first <= "\u04ff":
        tables = {"uk_UA": UKRAINIAN, "bg_BG": BULGARIAN, "mk_MK": MACEDONIAN}
        out = letters(low, tables.get(locale, RUSSIAN))
        if out is None:
            return []
        if locale == "ru_RU":
            return [out[:-2] + "y" if out.endswith("iy") else out[:-1] if out.endswith("yy") else out]
        if locale == "uk_UA" and out.endswith("ii"):
            return [out[:-2] + "iy", out[:-1]]
        if locale == "uk_UA" and out.endswith("yi"):
            return [out[:-1], out]
        return [out]
    if "\u0370" <= first <= "\u03ff":
        bare = "".join(c for c in unicodedata.normalize("NFD", low) if not unicodedata.combining(c))
        for pair, latin in (("ου", "ou"), ("μπ", "b"), ("γγ", "ng"), ("ευ", "ev"), ("αυ", "av")):
            bare = bare.replace(pair, latin)
        out = letters(bare, GREEK | {c: c for c in "abegnouv"})
        return [out] if out else []
    if "\u10a0" <= first <= "\u10ff":
        out = letters(low, GEORGIAN)
        return [out] if out else []
    if "\u0530" <= first <= "\u058f":
        out = letters(low.replace("ու", "u"), ARMENIAN | {"u": "u"})
        return [out] if out else []
    if "\u0d80" <= first <= "\u0dff":
        out = sinhala(word)
        return [out] if out else []
    if "\u0900" <= first <= "\u0d7f":
        out = indic(word, final=False)
        return [out] if out else []
    if "\uac00" <= first <= "\ud7a3":
        return korean(word)
    return [fold(word).strip(".'")] if first else []
