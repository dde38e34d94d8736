// This project's own engine, as wasm (src/lib.rs).
let Engine;

export const about = { name: 'Parallax', setting: 'profile web, as the app is built' };

/** `glue` is the address of what wasm-bindgen wrote, `wasm` the module's bytes. */
export async function prepare({ glue, wasm }) {
  const module = await import(glue);
  const exports = await module.default({ module_or_path: wasm });
  Engine = module.Engine;
  memory = exports.memory;
}

let memory;

/** Bytes of linear memory; it grows and never shrinks, so this is the peak as well. */
export const linear = () => memory.buffer.byteLength;

const boolean = {
  and: ([a, b]) => `${a} AND ${b}`,
  or: ([a, b]) => `${a} OR ${b}`,
  not: ([a, b]) => `${a} AND NOT ${b}`,
  'or-and': ([a, b, c]) => `(${a} OR ${b}) AND ${c}`,
};
const writers = {
  words: ({ words }) => words.join(' '),
  phrases: ({ words }) => `"${words.join(' ')}"`,
  prefixes: ({ words }) => `${words[0]}*`,
  fuzzy: ({ words }) => `${words[0]}~`,
  boolean: ({ words, shape }) => boolean[shape](words),
};
export const express = (query) =>
  (Engine.classes().split(' ').includes(query.class) ? writers[query.class](query) : undefined);

const wrap = (engine) => ({
  add: (title, text) => (title ? engine.add_titled(title, text) : engine.add(text)),
  finish: () => engine.finish(),
  find: (query, top) => engine.search(query, top),
  plain: (text, top) => engine.search_words(text, top),
  // Missing where the engine cannot be kept yet.
  save: engine.save && (() => engine.save()),
  free: () => engine.free(),
});
export const open = () => wrap(new Engine());
export const load = (bytes) => wrap(Engine.load(bytes));
