// One engine in a process of its own: node --expose-gc child.mjs JOB, where JOB is JSON.
// Prints lines of progress, and the answer as JSON in the last one.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { measure } from './lib/measure.mjs';
import { unpack } from './lib/unpack.mjs';
import { rows } from './lib/texts.mjs';

const job = JSON.parse(process.argv[2]);
const engine = await import(`./engines/${job.engine}.mjs`);
await engine.prepare?.({
  glue: pathToFileURL(join(job.package, 'search_bench.js')).href,
  wasm: readFileSync(join(job.package, 'search_bench_bg.wasm')),
});

/** The best hundred documents of each query of a set, as its scorer reads them. */
function rank({ docs, queries }) {
  const index = engine.open(true);
  const ids = [];
  for (const doc of rows(docs)) {
    index.add(doc.title ?? '', doc.text);
    ids.push(doc.id);
  }
  index.finish?.();
  return rows(queries).map((query) => ({
    query: query.id,
    docs: [...index.plain(query.text, 100)].map((number) => ids[number]),
  }));
}

const place = {
  say: (line) => console.log(`      ${line}`),
  texts: async () => {
    const file = readFileSync(job.texts);
    return unpack(file.buffer.slice(file.byteOffset, file.byteOffset + file.length));
  },
  async memory() {
    await new Promise((done) => { setTimeout(done, 10); });
    gc();
    gc();
    const { heapUsed, external } = process.memoryUsage();
    // `external` holds array buffers and the memory of wasm.
    return heapUsed + external;
  },
  cpu() {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1e6;
  },
  peak: () => ({ now: process.memoryUsage().rss, highest: process.resourceUsage().maxRSS * 1024 }),
};
const answer = job.kind === 'rank'
  ? job.sets.map(rank)
  : await measure(engine, JSON.parse(readFileSync(job.queries, 'utf8')), job.builds, place);
console.log(JSON.stringify(answer));
