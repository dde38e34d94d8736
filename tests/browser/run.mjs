// Tests both artefacts in every engine that this machine has:
//   node tests/browser/run.mjs [--only chromium,firefox,webkit] [--no-shots] [--match search]
// With --match only the pages and journeys whose name holds the word.
// Prints a line per check and ends with `N passed, N failed`.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { corrections } from './lib/corrections.mjs';
import { journeys as actorJourneys } from './lib/actors.mjs';
import { journeys as compareJourneys } from './lib/compare.mjs';
import { open, pages, resolved, shows, until } from './lib/pages.mjs';
import { journeys as searchJourneys } from './lib/search.mjs';
import { launch as launchPuppeteer } from './lib/puppeteer.mjs';
import { serve } from './lib/server.mjs';
import { launch as launchWebkit, record } from './lib/webkit.mjs';
import { browsers, dist, screenshots, single } from './lib/where.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const onlyAt = process.argv.indexOf('--only');
const only = onlyAt < 0 ? undefined : process.argv[onlyAt + 1].split(',');
const shots = !process.argv.includes('--no-shots');
const matchAt = process.argv.indexOf('--match');
const chosen = (name) => matchAt < 0 || name.includes(process.argv[matchAt + 1]);

let passed = 0;
const failures = [];

async function check(name, work) {
  try {
    const note = await work();
    passed += 1;
    console.log(`ok    ${name}${note ? ` (${note})` : ''}`);
  } catch (error) {
    failures.push(name);
    console.log(`FAIL  ${name}: ${error.message ?? error}`);
  }
}

function expect(condition, message) {
  if (!condition) throw new Error(message);
}

function same(seen, wanted, what) {
  expect(JSON.stringify(seen) === JSON.stringify(wanted),
    `${what}: ${JSON.stringify(seen)} instead of ${JSON.stringify(wanted)}`);
}

/** A page that came up whole, said nothing to the console and asked for nothing it should not. */
async function quiet(browser, artefact) {
  const log = await browser.takeLog();
  expect(log.length === 0, `console: ${log.join(' | ')}`);
  const strange = (await browser.takeRequests())
    .filter((url) => !/^(data|blob):/.test(url) && !artefact.own(url));
  expect(strange.length === 0, `asked for ${strange.join(', ')}`);
  const missing = artefact.missing();
  expect(missing.length === 0, `not found: ${missing.join(', ')}`);
}

async function loads(browser, artefact, page) {
  await open(browser, artefact.base, page);
  const seen = await browser.evaluate(`() => ({
    titles: document.querySelectorAll('h1').length,
    title: document.title,
    words: document.querySelector('main').innerText.trim().split(/\\s+/).length,
    links: document.querySelectorAll('main a[href^="#/"]').length,
    marks: ['parallax:mounted', 'parallax:ready']
      .filter((name) => performance.getEntriesByName(name, 'mark').length > 0).length,
  })`);
  same(seen.titles, 1, 'number of h1');
  same(seen.marks, 2, 'number of performance marks');
  expect(seen.title.trim() !== '', 'the page has no title');
  expect(seen.words >= 5, `only ${seen.words} words in <main>`);
  if (page.page === 'lost') expect(seen.links > 0, 'no link that leads on');
  await quiet(browser, artefact);
}

async function accessible(browser) {
  if (!await browser.evaluate(`() => typeof axe !== 'undefined'`)) {
    await browser.evaluate(`() => { ${axe}; }`);
  }
  const found = await browser.evaluate(`async () => {
    // A colour that is still on its way would be measured.
    await Promise.allSettled(document.getAnimations().map((a) => a.finished));
    const result = await axe.run(document, { resultTypes: ['violations'] });
    return result.violations.map((v) =>
      v.id + ' at ' + v.nodes.slice(0, 3).map((n) => n.target.join(' ') + ' ' + (n.any[0]?.message ?? '')).join(' ; ')
        + (v.nodes.length > 3 ? ' and ' + (v.nodes.length - 3) + ' more' : ''));
  }`);
  expect(found.length === 0, found.join(' | '));
}

async function reflows(browser) {
  await browser.resize(320, 640);
  // An engine's window may have a least width above 320; then that width is what is tested.
  const [inner, needed] = await browser.evaluate(
    '() => [innerWidth, document.documentElement.scrollWidth]');
  const wide = needed <= inner ? [] : await browser.evaluate(`() => [...document.querySelectorAll('body *')]
    .filter((e) => e.getBoundingClientRect().right > innerWidth + 1).slice(0, 3)
    .map((e) => e.tagName.toLowerCase() + '.' + e.className)`);
  const over = await browser.evaluate(`() => {
    // What is hidden from sight, or scrolls by itself, may be wider.
    const inside = (node, cell) => {
      for (let e = node.parentElement; e !== cell; e = e.parentElement) {
        const style = getComputedStyle(e);
        if (style.position === 'absolute' || style.overflowX !== 'visible') return false;
      }
      return true;
    };
    const beyond = (cell) => {
      const right = cell.getBoundingClientRect().right + 1;
      const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
      const range = document.createRange();
      while (texts.nextNode()) {
        range.selectNodeContents(texts.currentNode);
        if (range.getBoundingClientRect().right > right && inside(texts.currentNode, cell)) return true;
      }
      return false;
    };
    return [...document.querySelectorAll('main :is(td, th)')]
      .filter((cell) => getComputedStyle(cell).overflowX === 'visible' && beyond(cell)).slice(0, 3)
      .map((cell) => cell.textContent.trim().slice(0, 40));
  }`);
  await browser.resize(1280, 900);
  expect(over.length === 0, `words run out of their cells: ${over.join(', ')}`);
  expect(needed <= inner, `needs ${needed} px of ${inner}: ${wide.join(', ')}`);
  return inner === 320 ? '' : `at ${inner} px, the least of this window`;
}

/** What is done with the whole app rather than seen on one page. */
const journeys = {
  async 'links, back and forward'(browser, artefact) {
    await open(browser, artefact.base, { hash: '#/', page: 'overview' });
    await browser.click('header a[href^="#/articles"]');
    await shows(browser, 'articles');
    await browser.click('main a[href^="#/articles/"]');
    await shows(browser, 'article');
    const article = await browser.evaluate('() => location.hash');
    await browser.back();
    await shows(browser, 'articles');
    await browser.back();
    await shows(browser, 'overview');
    await browser.forward();
    await shows(browser, 'articles');
    await browser.forward();
    await shows(browser, 'article');
    same(await browser.evaluate('() => location.hash'), article, 'address');
    await quiet(browser, artefact);
  },
  async 'an address typed over another'(browser, artefact) {
    await open(browser, artefact.base, { hash: '#/', page: 'overview' });
    await browser.evaluate(`() => { location.hash = '#/no/such'; }`);
    await shows(browser, 'lost');
    await browser.evaluate(`() => { location.hash = '#/about'; }`);
    await shows(browser, 'about');
    await quiet(browser, artefact);
  },
  async 'skip link'(browser, artefact) {
    await open(browser, artefact.base, { hash: '#/actors', page: 'actors' });
    await browser.press('Tab');
    same(await browser.evaluate('() => document.activeElement.matches("a.skip")'), true,
      'the first Tab reaches the skip link');
    await browser.press('Enter');
    await until(browser, 'focus in <main>',
      `() => document.querySelector('main').contains(document.activeElement)`);
    await shows(browser, 'actors');
    await quiet(browser, artefact);
  },
  async 'search by keyboard'(browser, artefact) {
    await open(browser, artefact.base, { hash: '#/', page: 'overview' });
    await browser.press('/');
    await until(browser, '/ focuses the search box',
      `() => document.activeElement?.matches('header input[type=search]#q')`);
    await browser.type('raqqa');
    same(await browser.evaluate('() => document.querySelector("#q").value'), 'raqqa', 'the box holds');
    await browser.press('Enter');
    await shows(browser, 'search');
    await until(browser, 'the address holds the query',
      `() => location.hash.startsWith('#/search?') && location.hash.includes('q=raqqa')`);
    await until(browser, 'a result is marked', `() => document.querySelector('main mark') !== null`);
    await quiet(browser, artefact);
  },
  async 'the address survives a reload'(browser, artefact) {
    const page = { hash: '#/search?q=raqqa', page: 'search' };
    await open(browser, artefact.base, page);
    const before = await browser.evaluate(`() => document.querySelector('main').innerText`);
    await open(browser, artefact.base, page);
    same(await browser.evaluate(`() => document.querySelector('main').innerText`), before, 'text');
    await quiet(browser, artefact);
  },
  ...corrections({ expect, same, quiet, accessible }),
  ...actorJourneys({ expect, same, quiet, accessible, reflows }),
  ...searchJourneys({ expect, same, quiet, accessible, reflows }),
  ...compareJourneys({ expect, same, quiet, accessible, reflows }),
};

async function testArtefact(browser, artefact, full) {
  const at = `${browser.name} ${artefact.name}`;
  await browser.resize(1280, 900);
  let routes;
  await check(`${at}: lists link to their pages`, async () => {
    routes = await resolved(browser, artefact.base);
  });
  routes ??= pages.filter((p) => p.hash.startsWith('#')).map((p) => ({ ...p, name: p.hash }));
  routes = routes.filter((page) => chosen(page.name));
  for (const page of routes) {
    await check(`${at} ${page.name}: loads, quiet`, () => loads(browser, artefact, page));
    if (full) {
      await check(`${at} ${page.name}: axe, light`, () => accessible(browser));
      if (browser.setScheme) {
        await browser.setScheme('dark');
        await check(`${at} ${page.name}: axe, dark`, () => accessible(browser));
        await browser.setScheme('light');
      }
      await check(`${at} ${page.name}: reflow`, () => reflows(browser));
    }
  }
  for (const [name, journey] of Object.entries(journeys).filter(([name]) => chosen(name))) {
    await check(`${at}: ${name}`, () => journey(browser, artefact));
  }
  return routes;
}

/** Engines that take their colour scheme only when they start get a second start. */
async function testDark(browser, artefact, routes) {
  await browser.resize(1280, 900);
  for (const page of routes) {
    await check(`${browser.name} ${artefact.name} ${page.name}: axe, dark`, async () => {
      await open(browser, artefact.base, page);
      same(await browser.evaluate(`() => matchMedia('(prefers-color-scheme: dark)').matches`), true,
        'dark scheme');
      await accessible(browser);
    });
  }
}

async function photograph(browser, artefact, routes, scheme) {
  for (const page of routes) {
    await open(browser, artefact.base, page);
    const name = page.name.replace(/^#\//, '').replace(/[^a-z0-9]+/gi, '-').replace(/^-|-$/g, '');
    for (const width of [320, 768, 1440]) {
      await browser.resize(width, width < 600 ? 640 : 900);
      await browser.screenshot(
        join(screenshots, `${name || 'overview'}-${width}-${scheme}-${browser.name}.png`));
    }
  }
  await browser.resize(1280, 900);
}

async function testEngine(engine, paths) {
  const start = Date.now();
  const launch = (scheme) =>
    engine === 'webkit' ? launchWebkit(paths, scheme) : launchPuppeteer(engine, paths, scheme);
  const server = await serve(dist, engine === 'webkit' ? record : undefined);
  const hosted = {
    name: 'hosted', base: server.url, own: (url) => url.startsWith(server.url), missing: server.takeMissing,
  };
  // The browser's own copy of the file where it needs one, else the file itself.
  const alone = (browser) => {
    const base = pathToFileURL(browser.copy?.(readFileSync(single, 'utf8')) ?? single).href;
    return { name: 'single file', base, own: (url) => url.split('#')[0] === base, missing: () => [] };
  };
  let browser;
  try {
    browser = await launch('light');
    console.log(`      ${engine}: ${browser.version}`);
    const file = alone(browser);
    const routes = await testArtefact(browser, file, true);
    await testArtefact(browser, hosted, engine === 'chromium');
    if (shots && browser.screenshot) {
      await check(`${engine}: screenshots, light`, () => photograph(browser, file, routes, 'light'));
      if (browser.setScheme) {
        await browser.setScheme('dark');
        await check(`${engine}: screenshots, dark`, () => photograph(browser, file, routes, 'dark'));
      }
    }
    if (!browser.setScheme) {
      await browser.close();
      browser = undefined;
      browser = await launch('dark');
      await testDark(browser, alone(browser), routes);
      if (shots && browser.screenshot) {
        await check(`${engine}: screenshots, dark`, () => photograph(browser, alone(browser), routes, 'dark'));
      }
    }
  } catch (error) {
    failures.push(engine);
    console.log(`FAIL  ${engine}: ${error.stack ?? error}`);
  } finally {
    await browser?.close().catch(() => {});
    await server.close();
  }
  console.log(`      ${engine}: ${((Date.now() - start) / 1000).toFixed(1)} s`);
}

if (shots) {
  rmSync(screenshots, { recursive: true, force: true });
  mkdirSync(screenshots, { recursive: true });
}
const found = Object.entries(browsers()).filter(([engine]) => only?.includes(engine) ?? true);
const here = found.filter(([, paths]) => paths);
await Promise.all(here.map(([engine, paths]) => testEngine(engine, paths)));
const names = (list) => list.map(([engine]) => engine).join(', ') || 'none';
console.log(`engines tested: ${names(here)}; not found: ${names(found.filter(([, paths]) => !paths))}`);
if (here.length === 0) failures.push('no browser engine was found');
for (const name of failures) console.log(`failed: ${name}`);
console.log(`${passed} passed, ${failures.length} failed`);
process.exit(failures.length > 0 ? 1 : 0);
