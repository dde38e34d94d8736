// Where things are: the artefacts, the browsers of this machine.
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
export const dist = process.env.PARALLAX_DIST ?? join(root, 'dist');
export const single = join(dist, 'parallax.html');
export const screenshots = join(root, 'target/screenshots');

function program(...names) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  for (const name of names) {
    const files = name.includes('/') || name.includes('\\') ? [name] : folders.map((f) => join(f, name));
    for (const file of files) {
      try {
        accessSync(file, constants.X_OK);
        return file;
      } catch {
        // Not here.
      }
    }
  }
  return undefined;
}

function miniBrowser() {
  for (const base of ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/lib64', '/usr/libexec', '/usr/lib']) {
    if (!existsSync(base)) continue;
    for (const folder of readdirSync(base).filter((f) => f.startsWith('webkit2gtk-4')).sort().reverse()) {
      const file = join(base, folder, 'MiniBrowser');
      if (existsSync(file)) return file;
    }
  }
  return undefined;
}

/** What each engine needs to run, or `undefined` for an engine that this machine lacks. */
export function browsers() {
  const driver = program('WebKitWebDriver');
  const display = process.env.DISPLAY ? 'given' : program('Xvfb');
  const browser = miniBrowser();
  return {
    chromium: program(
      process.env.PARALLAX_CHROMIUM ?? 'chromium', 'chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'),
    firefox: program(
      process.env.PARALLAX_FIREFOX ?? 'firefox-esr', 'firefox-esr', 'firefox',
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      'C:\\Program Files\\Mozilla Firefox\\firefox.exe'),
    webkit: driver && display && browser ? { driver, display, browser } : undefined,
  };
}
