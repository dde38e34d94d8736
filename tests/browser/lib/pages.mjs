// The routes of the app as the tests visit them, and how to wait for them.

/** Each page: the hash it is reached by, and the `data-page` that <main> then carries. */
export const pages = [
  { hash: '#/', page: 'overview' },
  { hash: '#/articles', page: 'articles', first: 'article' },
  { hash: 'first article', page: 'article' },
  { hash: '#/actors', page: 'actors', first: 'actor' },
  { hash: '#/actors?show=network', page: 'actors' },
  { hash: '#/actors?show=network&in=each', page: 'actors' },
  { hash: 'first actor', page: 'actor' },
  { hash: '#/compare', page: 'compare' },
  { hash: '#/compare?table=statements&show=shared&alike=40', page: 'compare' },
  { hash: '#/compare?table=actions', page: 'compare' },
  { hash: '#/compare?hide=names&row=islamic-state', page: 'compare' },
  { hash: '#/compare?table=times', page: 'compare' },
  { hash: '#/compare?table=words', page: 'compare' },
  { hash: '#/search', page: 'search' },
  { hash: '#/search?q=raqqa', page: 'search' },
  { hash: '#/search?q=raqqa&show=sentences&f=-outlet:cnn', page: 'search' },
  { hash: '#/search?q=nothingofthesort&f=outlet:cnn', page: 'search' },
  { hash: '#/corrections', page: 'corrections' },
  { hash: '#/library', page: 'library' },
  { hash: '#/about', page: 'about' },
  { hash: '#/no/such//page?%%%', page: 'lost' },
  { hash: '#/articles/no-such-article', page: 'lost' },
];

/** Waits until a condition of the page holds; says what was there instead when it does not. */
export async function until(browser, what, source, ...args) {
  const stop = Date.now() + 20_000;
  for (;;) {
    let last;
    try {
      if (await browser.evaluate(source, ...args)) return;
    } catch (error) {
      last = error;
    }
    if (Date.now() > stop) {
      const seen = last?.message ?? await browser.evaluate(
        `() => document.documentElement.dataset.parallax + ' ' + location.hash + ' '
          + document.querySelector('main')?.dataset.page`);
      throw new Error(`${what}: not within 20 s (there: ${seen})`);
    }
    // A program that has stopped says why, and will not go on.
    const stopped = await browser.evaluate(
      `() => document.documentElement.dataset.parallax === 'stopped'
        && location.hash + ' ' + document.querySelector('main').innerText`).catch(() => false);
    if (stopped) throw new Error(`${what}: the program has stopped: ${stopped}`);
    await new Promise((done) => setTimeout(done, 25));
  }
}

export const shows = (browser, page) => until(browser, `page ${page}`,
  `(page) => document.documentElement.dataset.parallax === 'ready'
    && document.querySelector('main#main')?.dataset.page === page`, page);

/** Goes to a hash with a clock by which each step of work takes as long as a slice may, and with pauses of
 *  so many milliseconds between slices, long enough to see what is shown. */
export const inSlices = (browser, pause, hash) => browser.evaluate(`(pause, hash) => {
  let time = 0;
  performance.now = () => (time += 1000);
  const wait = globalThis.setTimeout;
  globalThis.setTimeout = (work, ms, ...rest) => wait(work, ms === 0 ? pause : ms, ...rest);
  location.hash = hash;
}`, pause, hash);

/** Presses the button that stops work in slices, sees that it rests, and lets it go on; `resting` is what else
 *  to look at before. */
export async function stopAndGoOn(browser, same, resting = async () => {}) {
  const press = () => browser.evaluate(`() => document.querySelector('main .building button').click()`);
  const text = `document.querySelector('main .building p').textContent`;
  await press();
  await until(browser, 'it has stopped', `() => ${text}.startsWith('Stopped: ')`);
  const [before, after] = await browser.evaluate(`async () => {
    const before = ${text};
    await new Promise((done) => { setTimeout(done, 300); });
    return [before, ${text}];
  }`);
  same(after, before, 'nothing goes on by itself');
  await resting();
  await press();
}

/** Opens a page of the app afresh and waits for it. */
export async function open(browser, base, { hash, page }) {
  await browser.goto(base + hash);
  await shows(browser, page);
}

/** The pages with the addresses of the first article and the first actor put in. */
export async function resolved(browser, base) {
  const found = {};
  for (const page of pages.filter((p) => p.first)) {
    await open(browser, base, page);
    const href = await browser.evaluate(
      `(start) => document.querySelector('main a[href^="' + start + '"]')?.getAttribute('href')`,
      `${page.hash}/`);
    if (!href) throw new Error(`${page.hash} links to no ${page.first}`);
    found[`first ${page.first}`] = href;
  }
  return pages.map((p) => ({ ...p, name: p.hash, hash: found[p.hash] ?? p.hash }));
}
