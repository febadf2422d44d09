// A server on this machine only that hands out the bundled page and waits for what it posts back.
import { once } from 'node:events';
import { createServer } from 'node:http';
import sirv from 'sirv';

/** Resolves to the page's address, `report` (a promise of what it posts) and `close`. */
export async function openReception(folder) {
  const files = sirv(folder, { dev: true });
  let receive;
  const report = new Promise((resolve) => {
    receive = resolve;
  });
  const server = createServer(async (request, response) => {
    if (request.method === 'POST') {
      let text = '';
      for await (const part of request) text += part;
      response.end();
      receive(JSON.parse(text));
      return;
    }
    files(request, response, () => {
      response.writeHead(404);
      response.end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = () => {
    server.closeAllConnections();
    return new Promise((done) => server.close(done));
  };
  return { url: `http://127.0.0.1:${server.address().port}/`, report, close };
}
