// The queries that are timed: drawn from the texts, the same in every run.
import { stopwords } from '@orama/stopwords/english';
import { random } from './random.mjs';

const stop = new Set(stopwords);
const wordsOf = (text) => text.toLowerCase().match(/\p{L}{3,}/gu) ?? [];

/** What a boolean query can look like; the engines write each in their own way. */
export const shapes = ['and', 'or', 'not', 'or-and'];

/** Draws `counts[class]` queries of each class: `{ class, words, shape? }`. */
export function draw(texts, counts) {
  const chance = random(10);
  const frequency = new Map();
  for (const text of texts) {
    for (const word of new Set(wordsOf(text))) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  }
  const content = (text) => [...new Set(wordsOf(text))].filter((word) => !stop.has(word));

  /** `n` different words of one article. Every other word is the rarest of four draws, so that rare
   * and frequent ones mix. */
  function some(n, allowed = () => true) {
    for (;;) {
      const pool = content(chance.of(texts)).filter(allowed);
      const words = new Set();
      for (let tries = 0; words.size < n && pool.length > 0 && tries < 20; tries += 1) {
        const drawn = Array.from({ length: chance() < 0.5 ? 4 : 1 }, () => chance.of(pool));
        words.add(drawn.reduce((a, b) => (frequency.get(b) < frequency.get(a) ? b : a)));
      }
      if (words.size === n) return [...words];
    }
  }

  /** Consecutive words with nothing but a space between them, not all of them stop words. */
  function phrase(n) {
    for (;;) {
      const run = chance.of(texts).match(/\p{L}{2,}(?: \p{L}{2,})+/gu);
      if (!run) continue;
      const words = chance.of(run).toLowerCase().split(' ');
      const from = chance.below(words.length - n + 1);
      const chosen = words.slice(from, from + n);
      if (chosen.length === n && !chosen.every((word) => stop.has(word) || word.length < 3)) return chosen;
    }
  }

  /** A word with one letter replaced (not the first), so that no text holds the result. */
  function misspelt() {
    for (;;) {
      const [word] = some(1, (w) => /^[a-z]{5,}$/.test(w) && frequency.get(w) > 1);
      const at = 1 + chance.below(word.length - 1);
      const wrong = word.slice(0, at) + String.fromCharCode(97 + chance.below(26)) + word.slice(at + 1);
      if (!frequency.has(wrong)) return wrong;
    }
  }

  const make = {
    words: (i) => ({ words: some(1 + (i % 4)) }),
    phrases: (i) => ({ words: phrase(2 + (i % 3)) }),
    prefixes: (i) => {
      const length = 3 + (i % 4);
      return { words: [some(1, (word) => word.length > length)[0].slice(0, length)] };
    },
    fuzzy: () => ({ words: [misspelt()] }),
    boolean: (i) => {
      const shape = shapes[i % shapes.length];
      // What is excluded comes from another article; otherwise nothing might be left.
      const words = shape === 'not' ? [...some(1), ...some(1)] : some(shape === 'or-and' ? 3 : 2);
      return { words, shape };
    },
  };
  const queries = Object.entries(counts).flatMap(([name, count]) =>
    Array.from({ length: count }, (_, i) => ({ class: name, ...make[name](i) })));
  // Mixed, so that no class profits from what the one before it left in the caches.
  for (let i = queries.length - 1; i > 0; i -= 1) {
    const j = chance.below(i + 1);
    [queries[i], queries[j]] = [queries[j], queries[i]];
  }
  return queries;
}
