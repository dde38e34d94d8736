// The comparison of a large library, as wasm, in Chromium:
//   node benches/compare/run.mjs ARTICLES.json PACKAGE
// PACKAGE is what wasm-bindgen wrote. Prints one line of JSON: the rounds.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch } from '../../tests/browser/lib/puppeteer.mjs';
import { browsers } from '../../tests/browser/lib/where.mjs';
import { serve } from '../search/lib/serve.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const [articles, wasm] = process.argv.slice(2);
const chromium = browsers().chromium;
if (!chromium) throw new Error('Chromium was not found');

let settle;
const answer = new Promise((done, fail) => {
  settle = (path, value) => (path === '/done' ? done(value) : fail(new Error(value)));
});
const late = setTimeout(() => settle('/failed', 'not done after 300 s'), 300_000);
const files = { '/': join(here, 'page.html'), '/data/articles': articles };
const server = await serve({ '/bench/': here, '/package/': wasm }, files, settle);
const browser = await launch('chromium', chromium, 'light');
try {
  await browser.goto(`${server.url}/`);
  console.log(JSON.stringify({ browser: browser.version, rounds: await answer }));
} finally {
  clearTimeout(late);
  await browser.close();
  await server.close();
}
