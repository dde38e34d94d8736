// WebKitGTK over plain WebDriver, on a display of its own.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const keys = { Tab: '\uE004', Enter: '\uE007', Escape: '\uE00C', ArrowDown: '\uE015', ArrowUp: '\uE013' };

// WebDriver tells nothing of the console, so the page keeps its own record; it is put into the
// pages in front of everything else, and changes nothing but what is recorded.
const recorder = `<script>
globalThis.recorded = [];
for (const level of ['error', 'warn']) {
  const plain = console[level];
  console[level] = (...words) => { recorded.push(level + ': ' + words.join(' ')); plain.apply(console, words); };
}
addEventListener('error', (e) => recorded.push('uncaught: ' + (e.message ?? e.target?.src ?? e.type)), true);
addEventListener('unhandledrejection', (e) => recorded.push('uncaught: ' + e.reason));
document.addEventListener('securitypolicyviolation', (e) => recorded.push('policy: ' + e.violatedDirective + ' ' + e.blockedURI));
</script>`;

export const record = (html) => html.replace('<head>', `<head>${recorder}`);

function freePort() {
  return new Promise((done, fail) => {
    const server = createServer();
    server.on('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

async function display(xvfb, children) {
  // Xvfb picks a free number itself and writes it to the descriptor it is given.
  const child = spawn(xvfb, ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  children.push(child);
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('exit', () => fail(new Error('Xvfb ended before it was ready')));
    child.stdio[3].on('data', (data) => done(`:${data.toString().trim()}`));
  });
}

/** Starts one browser with one page. The scheme is `light` or `dark`. */
export async function launch(paths, scheme) {
  const children = [];
  const home = mkdtempSync(join(tmpdir(), 'parallax-webkit-'));
  const end = () => {
    for (const child of children.reverse()) child.kill('SIGTERM');
    rmSync(home, { recursive: true, force: true });
  };
  try {
    const env = {
      ...process.env,
      HOME: home,
      XDG_RUNTIME_DIR: home,
      XDG_DATA_HOME: join(home, 'data'),
      XDG_CACHE_HOME: join(home, 'cache'),
      XDG_CONFIG_HOME: join(home, 'config'),
      GTK_THEME: scheme === 'dark' ? 'Adwaita:dark' : 'Adwaita',
      GDK_BACKEND: 'x11',
      WEBKIT_DISABLE_COMPOSITING_MODE: '1',
      WEBKIT_DISABLE_DMABUF_RENDERER: '1',
      NO_AT_BRIDGE: '1',
      LIBGL_ALWAYS_SOFTWARE: '1',
    };
    // The sandbox needs user namespaces, which root in a container lacks.
    if (process.getuid?.() === 0) env.WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS = '1';
    if (paths.display !== 'given') env.DISPLAY = await display(paths.display, children);
    const port = await freePort();
    const driver = spawn(paths.driver, [`--port=${port}`, '--host=127.0.0.1'], { env, stdio: 'ignore' });
    children.push(driver);
    const base = `http://127.0.0.1:${port}`;
    const send = async (method, path, body) => {
      const reply = await fetch(base + path, {
        method,
        body: method === 'POST' ? JSON.stringify(body ?? {}) : undefined,
        signal: AbortSignal.timeout(60_000),
      });
      const { value } = await reply.json();
      if (value?.error) throw new Error(`${value.error}: ${value.message}`);
      return value;
    };
    for (let tries = 0; ; tries += 1) {
      try {
        await send('GET', '/status');
        break;
      } catch (error) {
        if (tries > 100) throw error;
        await new Promise((done) => setTimeout(done, 50));
      }
    }
    const session = await send('POST', '/session', {
      capabilities: {
        alwaysMatch: {
          'webkitgtk:browserOptions': { binary: paths.browser, args: ['--automation'] },
          pageLoadStrategy: 'normal',
        },
      },
    });
    const at = `/session/${session.sessionId}`;
    await send('POST', `${at}/timeouts`, { script: 60_000, pageLoad: 30_000 });
    const evaluate = (source, ...args) => send('POST', `${at}/execute/async`, {
      script: `const done = arguments[arguments.length - 1];
        Promise.resolve((${source})(...[].slice.call(arguments, 0, -1))).then(done);`,
      args,
    });
    const type = (texts) => send('POST', `${at}/actions`, {
      actions: [{
        type: 'key', id: 'keyboard',
        actions: texts.flatMap((value) => [{ type: 'keyDown', value }, { type: 'keyUp', value }]),
      }],
    });
    return {
      name: 'webkit',
      version: `WebKitGTK ${session.capabilities.browserVersion}`,
      /** A copy that records its own console; the address of the copy. */
      copy(html) {
        const file = join(home, 'parallax.html');
        writeFileSync(file, record(html));
        return file;
      },
      async goto(url) {
        await send('POST', `${at}/url`, { url: 'about:blank' });
        await send('POST', `${at}/url`, { url });
      },
      evaluate,
      press: (key) => type([keys[key] ?? key]),
      type: (text) => type([...text]),
      async click(selector) {
        const found = await send('POST', `${at}/element`, { using: 'css selector', value: selector });
        await send('POST', `${at}/element/${Object.values(found)[0]}/click`);
      },
      back: () => evaluate('() => { setTimeout(() => history.back()); }'),
      forward: () => evaluate('() => { setTimeout(() => history.forward()); }'),
      async resize(width, height) {
        // The window's frame counts too, and its size is not known before.
        const set = (w, h) => send('POST', `${at}/window/rect`, { x: 0, y: 0, width: w, height: h });
        await set(width, height);
        const inner = await evaluate('() => [innerWidth, innerHeight]');
        await set(2 * width - inner[0], 2 * height - inner[1]);
      },
      takeLog: () => evaluate('() => (globalThis.recorded ?? ["error: nothing was recorded"]).splice(0)'),
      takeRequests: () => evaluate(
        '() => performance.getEntriesByType("resource").map((entry) => entry.name)'),
      async close() {
        try {
          await send('DELETE', at);
        } finally {
          end();
        }
      },
    };
  } catch (error) {
    end();
    throw error;
  }
}
