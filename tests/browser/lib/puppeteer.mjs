// Chromium (over its own protocol) and Firefox (over WebDriver BiDi).
import puppeteer from 'puppeteer-core';

const chromiumFlags = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
  '--disable-dev-shm-usage', '--force-color-profile=srgb', '--hide-scrollbars',
];

/** Without motion: a colour that is still on its way to the new scheme would be measured. */
const emulate = (page, scheme) => page.emulateMediaFeatures([
  { name: 'prefers-color-scheme', value: scheme },
  { name: 'prefers-reduced-motion', value: 'reduce' },
]);

/**
 * A picture of the page. Now and then Chromium waits for a frame that nothing asks it to paint; a change of
 * the window asks. A page that paints nothing at all still fails.
 */
async function picture(page, options) {
  for (const last of [false, false, true]) {
    const shot = page.screenshot(options);
    if (last) return shot;
    shot.catch(() => {});
    let timer;
    const late = new Promise((done) => { timer = setTimeout(done, 20_000, 'late'); });
    const first = await Promise.race([shot, late]);
    clearTimeout(timer);
    if (first !== 'late') return first;
    const { width, height } = page.viewport();
    await page.setViewport({ width, height: height + 1 });
    await page.setViewport({ width, height });
  }
  return undefined;
}

/** Starts one browser with one page. The scheme is `light` or `dark`; `flags` are for Chromium. */
export async function launch(engine, executablePath, scheme, flags = []) {
  const browser = await puppeteer.launch({
    browser: engine === 'firefox' ? 'firefox' : 'chrome',
    executablePath,
    headless: true,
    timeout: 60_000,
    protocolTimeout: 120_000,
    args: engine === 'chromium' ? [...chromiumFlags, ...flags] : [],
    extraPrefsFirefox: {
      'layout.css.prefers-color-scheme.content-override': scheme === 'dark' ? 0 : 1,
      'browser.shell.checkDefaultBrowser': false,
      'network.captive-portal-service.enabled': false,
      'network.connectivity-service.enabled': false,
    },
  });
  const page = (await browser.pages())[0] ?? (await browser.newPage());
  if (engine === 'chromium') {
    await emulate(page, scheme);
  }
  const log = [];
  const requests = [];
  page.on('console', (message) => {
    if (['error', 'warn', 'warning', 'assert'].includes(message.type())) {
      log.push(`${message.type()}: ${message.text()}`);
    }
  });
  page.on('pageerror', (error) => log.push(`uncaught: ${error.message}`));
  page.on('request', (request) => requests.push(request.url()));
  if (engine === 'chromium') {
    // Warnings of the browser itself (policy, preload, deprecation) are no console calls.
    const session = await page.createCDPSession();
    await session.send('Log.enable');
    session.on('Log.entryAdded', ({ entry }) => {
      if (entry.level === 'error' || entry.level === 'warning') log.push(`${entry.level}: ${entry.text}`);
    });
  }
  return {
    name: engine,
    version: await browser.version(),
    /** Settles when the page's process dies. */
    crashed: new Promise((done) => { page.once('error', (error) => done(error.message)); }),
    // Firefox takes its scheme when it starts.
    setScheme: engine === 'chromium'
      ? (value) => emulate(page, value)
      : undefined,
    async goto(url) {
      await page.goto('about:blank');
      log.length = 0;
      requests.length = 0;
      await page.goto(url, { waitUntil: 'load', timeout: 30_000 });
    },
    /** Runs a function in every later document before anything else. */
    before: (source) => page.evaluateOnNewDocument(`(${source})()`),
    evaluate: (source, ...args) => page.evaluate(
      `(${source})(${args.map((a) => JSON.stringify(a)).join(', ')})`),
    press: (key) => page.keyboard.press(key),
    type: (text) => page.keyboard.type(text),
    click: (selector) => page.click(selector),
    back: () => page.evaluate('history.back()'),
    forward: () => page.evaluate('history.forward()'),
    resize: (width, height) => page.setViewport({ width, height }),
    screenshot: (path, fullPage = true) => picture(page, { path, fullPage }),
    takeLog: async () => log.splice(0),
    takeRequests: async () => requests.splice(0).filter((url) => url !== 'about:blank'),
    close: () => browser.close(),
  };
}
