import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { lingChat } from '@ling-stream/server';
import express from 'express';
import type { DemoModel } from './demoModel.ts';
import { listenOnFreePort } from './listenOnFreePort.ts';

export interface StartedServer {
  readonly port: number;
  close(): void;
}

/** Nothing in the page may be loaded from, or sent to, any other host. */
const POLICY =
  "default-src 'self'; img-src 'self' data: https:; require-trusted-types-for 'script'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Starts the Express server: the page, and the chat endpoint in front of the model. */
export async function startServer(page: string, model: DemoModel, firstPort: number): Promise<StartedServer> {
  const app = express();
  app.disable('x-powered-by');
  app.post('/chat', lingChat());
  app.get('/model.json', (_request, response) => void response.json(model));
  app.use(express.static(page, { setHeaders: (response) => response.setHeader('Content-Security-Policy', POLICY) }));

  const server = createServer(app);
  await listenOnFreePort(
    firstPort,
    async (port) => {
      server.listen(port, '127.0.0.1');
      await once(server, 'listening'); // rejects with the server's own error
    },
    (port) => console.log(`Port ${port} is taken; the demo takes the next one.`),
  );
  const { port } = server.address() as AddressInfo;
  return {
    port,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
