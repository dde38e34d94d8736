// Runs in Chromium: analyses, compares in slices, makes each table; posts the times in milliseconds.
import start, { Library } from '/package/compare_bench.js';

/** How long a slice works, as in the app. */
const SLICE = 8;

const post = (path, value) => fetch(path, { method: 'POST', body: JSON.stringify(value) });
const timed = (work) => {
  const from = performance.now();
  const answer = work();
  return [performance.now() - from, answer];
};

async function run() {
  await start();
  const articles = await (await fetch('/data/articles')).json();
  const rounds = [];
  for (let round = 0; round < 5; round += 1) {
    const library = new Library();
    for (const a of articles) library.add(a.id, a.outlet, a.text);
    const [analysis, sentences] = timed(() => library.analyse());
    const slices = [];
    for (let more = true; more;) {
      const from = performance.now();
      while (more && performance.now() - from < SLICE) more = library.align();
      slices.push(performance.now() - from);
    }
    const tables = {};
    // The first page makes the comparison, the others only their table.
    const names = Library.tables().split(' ').filter((name) => name !== 'statements');
    for (const name of ['statements', ...names]) [tables[name]] = timed(() => library.table(name));
    rounds.push({
      sentences,
      analysis,
      statements: slices.reduce((sum, ms) => sum + ms, 0),
      slices: slices.length,
      longest: Math.max(...slices),
      tables,
    });
    library.free();
  }
  await post('/done', rounds);
}

// After the load event, so that whoever opened the page need not wait for the measuring.
addEventListener('load', () => setTimeout(
  () => run().catch((error) => post('/failed', String(error?.stack ?? error))), 0));
