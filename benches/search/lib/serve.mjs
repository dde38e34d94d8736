// Serves the page of the bench on this machine only, isolated, so that its clock is fine (5 µs).
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.wasm': 'application/wasm',
};

/** Packages that are no modules, as the default export of one. */
const scripts = /\/(lunr\.js|lang\/en\.min\.js)$/;
const asModule = (source) =>
  `const module = { exports: {} };\nconst exports = module.exports;\n(function () {\n${source}\n}).call(globalThis);\nexport default module.exports;\n`;

/** `folders` are tried by the longest beginning of a path; `files` are single paths. */
export async function serve(folders, files, receive) {
  const roots = Object.entries(folders).sort(([a], [b]) => b.length - a.length);
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://x');
    const headers = {
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
      'cache-control': 'no-store',
    };
    if (request.method === 'POST') {
      const parts = [];
      for await (const part of request) parts.push(part);
      response.writeHead(204, headers).end();
      receive(pathname, JSON.parse(Buffer.concat(parts).toString()));
      return;
    }
    try {
      let file = files[pathname];
      if (!file) {
        const [start, folder] = roots.find(([beginning]) => pathname.startsWith(beginning));
        file = normalize(join(folder, pathname.slice(start.length)));
        if (!file.startsWith(normalize(folder + sep))) throw new Error('outside');
      }
      let body = await readFile(file);
      if (scripts.test(pathname)) body = asModule(body.toString());
      response.writeHead(200, { ...headers, 'content-type': types[extname(file)] ?? 'application/octet-stream' });
      response.end(body);
    } catch {
      response.writeHead(404, headers).end('not found\n');
    }
  });
  await new Promise((done) => { server.listen(0, '127.0.0.1', done); });
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    close: () => new Promise((done) => { server.close(done); server.closeAllConnections(); }),
  };
}
