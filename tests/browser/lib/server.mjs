// Serves the hosted files on a free port of this machine, and remembers what was asked for.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.wasm': 'application/wasm',
};

/** `change(html)` may alter pages on their way out. */
export async function serve(folder, change = (html) => html) {
  const missing = [];
  const server = createServer(async (request, response) => {
    const path = new URL(request.url, 'http://x').pathname;
    // Below a path of its own, as on many static hosts.
    const name = path === '/sub/' ? 'index.html' : path.replace(/^\/sub\//, '');
    try {
      if (!/^[\w.-]+$/.test(name)) throw new Error('no such file');
      let body = await readFile(join(folder, name));
      if (name.endsWith('.html')) body = Buffer.from(change(body.toString()));
      response.writeHead(200, { 'content-type': types[extname(name)] ?? 'application/octet-stream' });
      response.end(body);
    } catch {
      missing.push(request.url);
      response.writeHead(404, { 'content-type': 'text/plain' });
      response.end('not found\n');
    }
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${server.address().port}/sub/`,
    /** Requests for files that are not there, since the last call. */
    takeMissing: () => missing.splice(0),
    close: () => new Promise((done) => { server.close(done); server.closeAllConnections(); }),
  };
}
