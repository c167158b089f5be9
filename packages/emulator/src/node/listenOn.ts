import type { Server } from 'node:http';

/** Where an emulator listens. */
export interface Listening {
  /** Without a slash at the end, for example `http://127.0.0.1:8080`. */
  readonly url: string;
  readonly port: number;
}

/** Starts a server and says where it listens; rejects with a sentence that helps. */
export function listenOn(server: Server, port: number, host: string): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const fail = (cause: NodeJS.ErrnoException) => reject(explain(cause, port, host));
    server.once('error', fail);
    server.listen(port, host, () => {
      server.off('error', fail);
      const address = server.address();
      const actual = typeof address === 'object' && address ? address.port : port;
      resolve({ url: `http://${host.includes(':') ? `[${host}]` : host}:${actual}`, port: actual });
    });
  });
}

function explain(cause: NodeJS.ErrnoException, port: number, host: string): Error {
  if (cause.code !== 'EADDRINUSE') return cause;
  const message = `Port ${port} on ${host} is taken by another program. Stop it, choose another port, or pass 0 for any free one.`;
  return Object.assign(new Error(message, { cause }), { code: cause.code });
}
