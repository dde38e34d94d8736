// MiniSearch with what its documentation offers for better results: a stemmer and stop words.
import { stopwords } from '@orama/stopwords/english';
import MiniSearch from 'minisearch';
import { stemmer } from 'stemmer';
import { parse, stringify } from '../lib/kept.mjs';

const stop = new Set(stopwords);
const lower = (term) => term.toLowerCase();
const stem = (term) => {
  const word = lower(term);
  return stop.has(word) ? null : stemmer(word);
};

export function engine(name, setting, better) {
  const options = (titled) => ({
    fields: titled ? ['title', 'body'] : ['body'],
    ...(better ? { processTerm: stem, searchOptions: { bm25: { k: 1.2, b: 0.7, d: 0 } } } : {}),
  });
  const boolean = {
    and: (queries) => ({ combineWith: 'AND', queries }),
    or: (queries) => ({ combineWith: 'OR', queries }),
    not: (queries) => ({ combineWith: 'AND_NOT', queries }),
    'or-and': ([a, b, c]) => ({ combineWith: 'AND', queries: [{ combineWith: 'OR', queries: [a, b] }, c] }),
  };
  const express = (query) => {
    switch (query.class) {
      case 'words': return [query.words.join(' '), {}];
      // The beginning of a word is no word: it has no stem, and is no stop word.
      case 'prefixes': return [query.words[0], { prefix: true, processTerm: lower }];
      case 'fuzzy': return [query.words[0], { fuzzy: 1 }];
      case 'boolean': return [boolean[query.shape](query.words), {}];
      default: return undefined;
    }
  };
  const wrap = (index) => ({
    add: (id, title, text) => index.add({ id, title, body: text }),
    find: ([query, more], top) => index.search(query, more).slice(0, top).map((hit) => hit.id),
    save: () => stringify(index),
  });
  return {
    about: { name, package: 'minisearch', setting },
    express,
    open(titled) {
      const index = wrap(new MiniSearch(options(titled)));
      let next = 0;
      return {
        ...index,
        add: (title, text) => index.add(next++, title, text),
        plain: (text, top) => index.find([text, {}], top),
      };
    },
    // `loadJS` takes what `JSON.parse` gives; `loadJSON` would parse by itself.
    load: (bytes) => wrap(MiniSearch.loadJS(parse(bytes), options(false))),
  };
}

export const { about, express, open, load } = engine(
  'MiniSearch', 'Porter stems, stop words, BM25+ with k 1.2, b 0.7, d 0', true);
