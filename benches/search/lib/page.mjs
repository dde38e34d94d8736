// Runs in Chromium what child.mjs runs in Node, and posts the answer to the server it came from.
import { measure } from './measure.mjs';
import { unpack } from './unpack.mjs';

const asked = new URL(location.href).searchParams;
const bytes = async (path) => (await fetch(path)).arrayBuffer();
const post = (path, value) => fetch(path, { method: 'POST', body: JSON.stringify(value) });
let linear = () => 0;

const place = {
  say: (line) => { post('/say', line); },
  texts: async () => unpack(await bytes('/data/texts')),
  async memory() {
    globalThis.gc?.();
    await new Promise((done) => { setTimeout(done, 20); });
    globalThis.gc?.();
    // Needs isolation, which the server's headers give.
    if (!performance.measureUserAgentSpecificMemory) return null;
    const told = await performance.measureUserAgentSpecificMemory();
    // The memory of wasm is no part of what is told.
    return told.bytes + linear();
  },
};

async function run() {
  const engine = await import(`/engines/${asked.get('engine')}.mjs`);
  await engine.prepare?.({ glue: '/package/search_bench.js', wasm: await bytes('/package/search_bench_bg.wasm') });
  if (engine.linear) linear = engine.linear;
  const queries = await (await fetch('/data/queries')).json();
  const answer = await measure(engine, queries, Number(asked.get('builds')), place);
  await post('/done', { ...answer, isolated: crossOriginIsolated });
}

// After the load event, so that whoever opened the page need not wait for the measuring.
addEventListener('load', () => setTimeout(
  () => run().catch((error) => post('/failed', String(error?.stack ?? error))), 0));
