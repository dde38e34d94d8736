// Orama with its own stemmer and its own list of stop words.
import { create, insert, load as restore, save, search } from '@orama/orama';
import { stopwords } from '@orama/stopwords/english';
import { parse, stringify } from '../lib/kept.mjs';

export const about = {
  name: 'Orama', package: '@orama/orama', setting: 'stems, stop words, any of the words (threshold 1)',
};

export const express = (query) => {
  const term = query.words.join(' ');
  switch (query.class) {
    // It takes every word for the beginning of one, unless it is told to compare whole texts.
    case 'words': return { term, threshold: 1 };
    case 'prefixes': return { term, threshold: 1 };
    case 'fuzzy': return { term, threshold: 1, tolerance: 1 };
    case 'boolean': return { and: { term, threshold: 0 }, or: { term, threshold: 1 } }[query.shape];
    default: return undefined;
  }
};

const fresh = (titled) => create({
  schema: titled ? { title: 'string', body: 'string' } : { body: 'string' },
  components: { tokenizer: { language: 'english', stemming: true, stopWords: stopwords } },
  // Sorting by a field would keep every text once more.
  sort: { enabled: false },
});
const find = (base, query, top) => search(base, { ...query, limit: top }).hits.map((hit) => Number(hit.id));

export function open(titled) {
  const base = fresh(titled);
  let next = 0;
  return {
    add(title, text) {
      const id = String(next++);
      insert(base, { id, title, body: text });
      // It keeps the document beside the index. No other engine here does, so it need not either.
      // Its own numbers begin at 1.
      base.data.docs.docs[next] = { id };
    },
    find: (query, top) => find(base, query, top),
    plain: (text, top) => find(base, { term: text, threshold: 1 }, top),
    save: () => stringify(save(base)),
  };
}

export function load(bytes) {
  const base = fresh(false);
  restore(base, parse(bytes));
  return { find: (query, top) => find(base, query, top) };
}
