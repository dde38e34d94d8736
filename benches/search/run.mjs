// Runs every engine, one after another, each alone:
//   node benches/search/run.mjs EVAL PACKAGE WORK [--quick] [--engines a,b]
// EVAL holds the data sets, PACKAGE what wasm-bindgen wrote; WORK takes files on the way, and the
// figures in the end (figures.json). Prints lines of progress.
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch } from '../../tests/browser/lib/puppeteer.mjs';
import { browsers } from '../../tests/browser/lib/where.mjs';
import { names } from './engines/all.mjs';
import { draw } from './lib/queries.mjs';
import { serve } from './lib/serve.mjs';
import { gather, grow, pack } from './lib/texts.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const [evaluation, wasm, work, ...options] = process.argv.slice(2);
const quick = options.includes('--quick');
const chosen = options.includes('--engines') ? options[options.indexOf('--engines') + 1].split(',') : names;
const unknown = chosen.find((name) => !names.includes(name));
if (unknown) throw new Error(`there is no engine ${unknown}; there are ${names.join(', ')}`);

/** Seconds that one engine may take in one place. */
const limit = quick ? 120 : 1500;
const sizes = quick ? [['x1', 1]] : [['x1', 1], ['x10', 10]];
const counts = quick
  ? { words: 40, phrases: 20, prefixes: 20, fuzzy: 20, boolean: 20 }
  : { words: 300, phrases: 100, prefixes: 100, fuzzy: 100, boolean: 100 };
// A browser's page has no more than 4 GB; Node gets what the machine can spare.
const heap = Math.min(12_000, Math.floor((totalmem() / 1e6) * 0.6));

mkdirSync(work, { recursive: true });
const processors = availableParallelism();
const [busy] = loadavg();
if (busy > processors / 2) {
  console.log(`    this machine is at work (load ${busy.toFixed(1)} on ${processors} processors): the times will be worse than its own`);
}
const texts = gather(join(evaluation, 'dev'));
const queriesFile = join(work, 'queries.json');
writeFileSync(queriesFile, JSON.stringify(draw(texts, counts)));
const corpora = {};
for (const [size, copies] of sizes) {
  const all = copies === 1 ? texts : grow(texts, copies);
  const file = join(work, `texts-${size}.bin`);
  writeFileSync(file, pack(all));
  const mb = all.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6;
  corpora[size] = { file, articles: all.length, mb };
  console.log(`    texts ${size}: ${all.length} articles, ${mb.toFixed(1)} MB`);
}

/** A job in a Node of its own; the last line of its output. */
function inNode(job) {
  const flags = ['--expose-gc', `--max-old-space-size=${heap}`];
  const child = spawn(process.execPath, [...flags, join(here, 'child.mjs'), JSON.stringify({ ...job, package: wasm })], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return new Promise((done, fail) => {
    let out = '';
    let faults = '';
    let late = false;
    const timer = setTimeout(() => { late = true; child.kill('SIGKILL'); }, limit * 1000);
    child.stdout.setEncoding('utf8').on('data', (text) => {
      out += text;
      for (let end = out.indexOf('\n'); end >= 0 && !out.startsWith('{') && !out.startsWith('['); end = out.indexOf('\n')) {
        console.log(out.slice(0, end));
        out = out.slice(end + 1);
      }
    });
    child.stderr.setEncoding('utf8').on('data', (text) => { faults = (faults + text).slice(-4000); });
    child.on('error', fail);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      const fault = faults.split('\n').find((line) => /error/i.test(line)) ?? `ended with ${signal ?? code}`;
      if (late) fail(new Error(`not done after ${limit} s`));
      else if (code !== 0) fail(new Error(fault.trim()));
      else done(JSON.parse(out));
    });
  });
}

/** A job in a Chromium of its own. */
async function inChromium({ engine, texts: file, queries, builds }) {
  let settle;
  const told = new Promise((done, fail) => { settle = { done, fail }; });
  const server = await serve(
    { '/package/': wasm, '/': here },
    { '/data/texts': file, '/data/queries': queries },
    (path, value) => {
      if (path === '/say') console.log(`      ${value}`);
      if (path === '/done') settle.done(value);
      if (path === '/failed') settle.fail(new Error(value.split('\n')[0]));
    },
  );
  const timer = setTimeout(() => settle.fail(new Error(`not done after ${limit} s`)), limit * 1000);
  let browser;
  try {
    browser = await launch('chromium', chromium, 'light', [
      '--js-flags=--expose-gc --max-old-space-size=4096',
      // Memory is told at once instead of after some seconds.
      '--enable-blink-features=ForceEagerMeasureMemory',
    ]);
    version = browser.version;
    browser.crashed.then((reason) => settle.fail(new Error(reason)));
    await browser.goto(`${server.url}/page.html?engine=${engine}&builds=${builds}`);
    return await told;
  } finally {
    clearTimeout(timer);
    await browser?.close().catch(() => {});
    await server.close();
  }
}

const { chromium } = browsers();
let version;
if (!chromium) console.log('    Chromium was not found: figures of Node only');
const figures = { relevance: {}, node: {}, chromium: {} };
/** An engine that fails leaves a reason in place of figures; the others go on. */
async function attempt(label, work_) {
  console.log(`    ${label}`);
  try {
    return await work_();
  } catch (error) {
    console.log(`      FAILED: ${error.message}`);
    return { failed: error.message };
  }
}

const sets = ['cranfield', 'cisi'];
for (const engine of chosen) {
  figures.relevance[engine] = await attempt(`${engine}: relevance`, async () => {
    const files = (set) => ['docs', 'queries'].map((name) => [name, join(evaluation, 'dev', set, `${name}.jsonl`)]);
    const runs = await inNode({ kind: 'rank', engine, sets: sets.map((set) => Object.fromEntries(files(set))) });
    const result = {};
    for (const [i, set] of sets.entries()) {
      const file = join(work, `run-${engine}-${set}.jsonl`);
      writeFileSync(file, runs[i].map((row) => `${JSON.stringify(row)}\n`).join(''));
      const score = JSON.parse(execFileSync('python3', [
        join(evaluation, 'score/retrieval.py'), join(evaluation, 'dev', set, 'qrels.tsv'), file, '--json',
      ], { env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' } }));
      result[set] = { ndcg10: score['ndcg@10'], map: score.map };
      console.log(`      ${set}: nDCG@10 ${score['ndcg@10'].toFixed(4)}, MAP ${score.map.toFixed(4)}`);
    }
    return result;
  });
}
for (const [size] of sizes) {
  for (const [where, run] of [['node', inNode], ...(chromium ? [['chromium', inChromium]] : [])]) {
    figures[where][size] = {};
    for (const engine of chosen) {
      const job = { kind: 'measure', engine, texts: corpora[size].file, queries: queriesFile, builds: quick ? 1 : 3 };
      figures[where][size][engine] = await attempt(`${engine}: ${where}, ${size}`, () => run(job));
    }
  }
}

const engines = {};
for (const name of chosen) {
  const { about } = await import(`./engines/${name}.mjs`);
  const packages = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8')).devDependencies;
  engines[name] = { ...about, version: packages[about.package] };
}
writeFileSync(join(work, 'figures.json'), JSON.stringify({
  machine: { processors, load_before: busy, node: process.version, chromium: version },
  texts: Object.fromEntries(Object.entries(corpora).map(([size, { articles, mb }]) => [size, { articles, mb }])),
  queries: counts,
  engines,
  ...figures,
}));
