// Time from navigation to the first complete page, of the single file and of an empty app packed
// the same way, interleaved in one Chromium over file://:
//   node benches/load.mjs PARALLAX.html EMPTY.html [RUNS]
// Prints one line of JSON.
import { pathToFileURL } from 'node:url';
import { launch } from '../tests/browser/lib/puppeteer.mjs';
import { browsers } from '../tests/browser/lib/where.mjs';

const [real, empty, runs = '21'] = process.argv.slice(2);
const chromium = browsers().chromium;
if (!chromium) throw new Error('Chromium was not found');
const browser = await launch('chromium', chromium, 'light');
const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

// Two animation frames after the mark the page has been painted.
await browser.before(`() => {
  new PerformanceObserver((list) => {
    if (list.getEntriesByName('parallax:ready').length > 0) {
      requestAnimationFrame(() => requestAnimationFrame(() => { globalThis.painted = performance.now(); }));
    }
  }).observe({ type: 'mark', buffered: true });
}`);

async function once(file) {
  await browser.goto(`${pathToFileURL(file).href}#/`);
  return browser.evaluate(`async () => {
    while (globalThis.painted === undefined) await new Promise((done) => setTimeout(done, 5));
    const measure = performance.getEntriesByName('parallax:analyse', 'measure')[0];
    return { painted: globalThis.painted, analyse: measure?.duration ?? null };
  }`);
}

const times = { real: [], empty: [], analyse: [] };
try {
  for (let run = -2; run < Number(runs); run += 1) {
    const a = await once(empty);
    const b = await once(real);
    // The first two rounds warm the browser up.
    if (run >= 0) {
      times.empty.push(a.painted);
      times.real.push(b.painted);
      times.analyse.push(b.analyse);
    }
  }
  console.log(JSON.stringify({
    browser: browser.version,
    runs: times.real.length,
    parallax_ms: median(times.real),
    empty_ms: median(times.empty),
    analyse_ms: median(times.analyse),
  }));
} finally {
  await browser.close();
}
