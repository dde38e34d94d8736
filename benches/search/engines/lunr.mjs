// Lunr as it comes: it has a stemmer and stop words.
import lunr from 'lunr';
import { parse, stringify } from '../lib/kept.mjs';

export const about = { name: 'Lunr', package: 'lunr', setting: 'as it comes (stems, stop words)' };

const { REQUIRED, PROHIBITED } = lunr.Query.presence;
const { TRAILING } = lunr.Query.wildcard;
// Queries are not trimmed of punctuation by Lunr; words with a mark attached would not be found.
const tokens = (text) => lunr.tokenizer(text.replace(/[^\p{L}\p{N}\s]+/gu, ' '));
const boolean = {
  and: ([a, b]) => (query) => query.term(tokens(a), { presence: REQUIRED }).term(tokens(b), { presence: REQUIRED }),
  or: ([a, b]) => (query) => query.term(tokens(`${a} ${b}`)),
  not: ([a, b]) => (query) => query.term(tokens(a), { presence: REQUIRED }).term(tokens(b), { presence: PROHIBITED }),
};

export const express = (query) => {
  const [first] = query.words;
  switch (query.class) {
    case 'words': return (q) => q.term(tokens(query.words.join(' ')));
    case 'prefixes': return (q) => q.term(first, { wildcard: TRAILING, usePipeline: false });
    case 'fuzzy': return (q) => q.term(first, { editDistance: 1 });
    // It has no brackets.
    case 'boolean': return boolean[query.shape]?.(query.words);
    default: return undefined;
  }
};

const find = (index, query, top) => index.query(query).slice(0, top).map((hit) => Number(hit.ref));

export function open(titled) {
  let builder = new lunr.Builder();
  // What `lunr()` itself sets up.
  builder.pipeline.add(lunr.trimmer, lunr.stopWordFilter, lunr.stemmer);
  builder.searchPipeline.add(lunr.stemmer);
  builder.ref('id');
  if (titled) builder.field('title');
  builder.field('body');
  let next = 0;
  let index;
  return {
    add: (title, text) => builder.add({ id: next++, title, body: text }),
    // The builder is needed no more and must not count as part of the index.
    finish: () => {
      index = builder.build();
      builder = undefined;
    },
    find: (query, top) => find(index, query, top),
    plain: (text, top) => find(index, (q) => q.term(tokens(text)), top),
    save: () => stringify(index),
  };
}

export function load(bytes) {
  const index = lunr.Index.load(parse(bytes));
  return { find: (query, top) => find(index, query, top) };
}
