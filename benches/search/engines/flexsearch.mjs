// FlexSearch. It orders by place in the text, not by weight; title and text are one string, since
// answers from several fields come apart. The setting is the best of about sixty (character
// sets, stop words, stems, resolution, context, tokenizer) on both sets of relevance together.
import { Charset, Encoder, Index } from 'flexsearch';
import { stemmer } from 'stemmer';
// The package offers this list as `flexsearch/lang/en`, which Node cannot import.
import english from '../node_modules/flexsearch/dist/lang/en.min.js';
import { parse, stringify } from '../lib/kept.mjs';

export function engine(name, setting, tokenize) {
  const fresh = () => new Index({
    tokenize,
    resolution: 20,
    encoder: new Encoder(Charset.Default, {
      filter: english.filter,
      finalize: (terms) => terms.map((term) => stemmer(term)),
      dedupe: false,
    }),
  });
  // Articles with some of the words count as well, as with the other engines.
  const words = (text) => (index, top) => index.search(text, { limit: top, suggest: true });
  const first = (index, query) => index.search({ query, resolve: false });
  const boolean = {
    and: ([a, b]) => (index, top) => first(index, a).and({ query: b, index }).resolve(top),
    or: ([a, b]) => (index, top) => first(index, a).or({ query: b, index }).resolve(top),
    not: ([a, b]) => (index, top) => first(index, a).not({ query: b, index }).resolve(top),
    'or-and': ([a, b, c]) => (index, top) =>
      first(index, a).or({ query: b, index }).and({ query: c, index }).resolve(top),
  };
  const express = (query) => {
    switch (query.class) {
      case 'words': return words(query.words.join(' '));
      case 'prefixes': return tokenize === 'forward' ? words(query.words[0]) : undefined;
      case 'boolean': return boolean[query.shape](query.words);
      default: return undefined;
    }
  };
  return {
    about: { name, package: 'flexsearch', setting },
    express,
    open() {
      const index = fresh();
      let next = 0;
      return {
        add: (title, text) => index.add(next++, title ? `${title}\n${text}` : text),
        find: (query, top) => query(index, top),
        plain: (text, top) => words(text)(index, top),
        save() {
          const parts = [];
          index.export((key, data) => { parts.push([key, data]); });
          return stringify(parts);
        },
      };
    },
    load(bytes) {
      const index = fresh();
      for (const [key, data] of parse(bytes)) index.import(key, data);
      return { find: (query, top) => query(index, top) };
    },
  };
}

export const { about, express, open, load } = engine(
  'FlexSearch', 'default characters, English stop words, Porter stems, resolution 20, whole words', 'strict');
