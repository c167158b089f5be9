import { once } from 'node:events';
import { createServer } from 'node:http';
import { serve } from '@hono/node-server';
import compression from 'compression';
import express from 'express';
import fastify from 'fastify';
import { Hono } from 'hono';
import { createChatHandler } from '../src/createChatHandler.ts';
import { lingChat } from '../src/lingChat.ts';
import type { ChatHandlerOptions } from '../src/options.ts';

/** An endpoint on some server. */
export interface Served {
  readonly url: string;
  close(): Promise<void>;
}

export type ServerKind = keyof typeof SERVERS;

const SERVERS = {
  express: onExpress,
  'express with compression': onCompression,
  'node:http': onNode,
  hono,
  fastify: onFastify,
};

/** Every server that the README names. */
export const SERVER_KINDS: readonly ServerKind[] = [
  'express',
  'express with compression',
  'node:http',
  'hono',
  'fastify',
];

/** Mounts the endpoint as the README says. */
export function serveWith(kind: ServerKind, options: ChatHandlerOptions): Promise<Served> {
  return SERVERS[kind](options);
}

function onExpress(options: ChatHandlerOptions): Promise<Served> {
  const app = express();
  app.use('/chat', lingChat(options));
  return listen(app);
}

function onCompression(options: ChatHandlerOptions): Promise<Served> {
  const app = express();
  app.use(compression({ threshold: 0 }), express.json());
  app.use('/chat', lingChat(options));
  return listen(app);
}

function onNode(options: ChatHandlerOptions): Promise<Served> {
  const chat = lingChat(options);
  return listen((request, response) => void chat(request, response));
}

async function hono(options: ChatHandlerOptions): Promise<Served> {
  const app = new Hono();
  const chat = createChatHandler(options);
  app.all('/chat/*', (context) => chat(context.req.raw));
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
  await once(server, 'listening');
  return served(server);
}

async function onFastify(options: ChatHandlerOptions): Promise<Served> {
  const app = fastify();
  const chat = lingChat(options);
  // The endpoint reads the body itself, and answers by itself.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, _body, done) => done(null));
  app.all('/chat', (request, reply) => chat(request.raw, reply.hijack().raw));
  app.all('/chat/*', (request, reply) => chat(request.raw, reply.hijack().raw));
  await app.listen({ port: 0, host: '127.0.0.1' });
  return served(app.server);
}

async function listen(listener: Parameters<typeof createServer>[1]): Promise<Served> {
  const server = createServer(listener ?? (() => {})).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return served(server);
}

interface AnyServer {
  address(): ReturnType<ReturnType<typeof createServer>['address']>;
  close(done: () => void): unknown;
}

function served(server: AnyServer): Served {
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/chat`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        if ('closeAllConnections' in server && typeof server.closeAllConnections === 'function')
          server.closeAllConnections();
      }),
  };
}
