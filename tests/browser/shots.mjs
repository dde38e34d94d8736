// Quick screenshots: node tests/browser/shots.mjs [--firefox] [--out DIR] [--width 320,768,1440]
//   [--scheme light,dark] [--hosted] [ROUTE…]      e.g. '#/' '#/compare?a=cnn'
// Without routes: every page. Prints the files it writes, and console messages if there are any.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { pages, resolved, until } from './lib/pages.mjs';
import { launch } from './lib/puppeteer.mjs';
import { serve } from './lib/server.mjs';
import { browsers, dist, screenshots, single } from './lib/where.mjs';

const words = process.argv.slice(2);
const flag = (name) => words.includes(name) && words.splice(words.indexOf(name), 1).length > 0;
const option = (name, otherwise) => {
  const at = words.indexOf(name);
  return at < 0 ? otherwise : words.splice(at, 2)[1];
};
const engine = flag('--firefox') ? 'firefox' : 'chromium';
const hosted = flag('--hosted');
const out = option('--out', screenshots);
const widths = option('--width', '320,768,1440').split(',').map(Number);
const schemes = option('--scheme', 'light,dark').split(',');

const path = browsers()[engine];
if (!path) throw new Error(`${engine} was not found`);
mkdirSync(out, { recursive: true });
const server = hosted ? await serve(dist) : undefined;
const base = server?.url ?? pathToFileURL(single).href;
for (const scheme of schemes) {
  const browser = await launch(engine, path, scheme);
  try {
    const routes = words.length > 0
      ? words.map((hash) => ({ hash, name: hash }))
      : await resolved(browser, base).catch((reason) => {
        console.error(`${reason.message}; pages that need it are left out`);
        return pages.filter((p) => p.hash.startsWith('#')).map((p) => ({ ...p, name: p.hash }));
      });
    for (const route of routes) {
      await browser.goto(base + route.hash);
      await until(browser, route.hash, `() => document.documentElement.dataset.parallax === 'ready'`);
      for (const width of widths) {
        await browser.resize(width, width < 600 ? 640 : 900);
        const name = route.name.replace(/^#\//, '').replace(/[^a-z0-9]+/gi, '-').replace(/^-|-$/g, '');
        const file = join(out, `${name || 'overview'}-${width}-${scheme}-${engine}.png`);
        await browser.screenshot(file);
        console.log(file);
      }
      for (const line of await browser.takeLog()) console.log(`  console: ${line}`);
    }
  } finally {
    await browser.close();
  }
}
await server?.close();
