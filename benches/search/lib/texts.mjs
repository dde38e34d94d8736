// The texts that are indexed: every article of the development sets, and that times ten.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { random } from './random.mjs';

/** Rows of a file of JSON Lines. */
export const rows = (file) => readFileSync(file, 'utf8').split('\n').filter((l) => l.trim()).map((l) => JSON.parse(l));

/** Every text of 200 characters or more, the same text once, in order of set, file and line. */
export function gather(dev) {
  const texts = new Set();
  for (const set of readdirSync(dev).sort()) {
    for (const name of ['docs.jsonl', 'input.jsonl', 'gold.jsonl']) {
      const file = join(dev, set, name);
      if (!existsSync(file)) continue;
      for (const row of rows(file)) {
        const text = row.text ?? row.articleBody;
        if (typeof text === 'string' && text.length >= 200) texts.add(text);
      }
    }
  }
  return [...texts];
}

/** So many copies, from each of which another random fifth of the sentences is dropped. */
export function grow(texts, copies) {
  const chance = random(4);
  const sentences = texts.map((text) => text.split(/(?<=[.!?]["'”’)]*\s)|(?<=\n)/u));
  const grown = [];
  for (let copy = 0; copy < copies; copy += 1) {
    for (const parts of sentences) {
      // Never nothing: an empty text would be no article.
      const kept = parts.filter(() => chance() >= 0.2);
      grown.push((kept.length > 0 ? kept : parts.slice(0, 1)).join(''));
    }
  }
  return grown;
}

/** Texts as bytes: their number, the length of each, then all of them in UTF-8. */
export function pack(texts) {
  const bytes = texts.map((text) => Buffer.from(text, 'utf8'));
  const head = new Uint32Array([bytes.length, ...bytes.map((b) => b.length)]);
  return Buffer.concat([Buffer.from(head.buffer), ...bytes]);
}
