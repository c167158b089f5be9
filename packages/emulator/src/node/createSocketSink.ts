import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Head } from '../engine/step.ts';
import type { Sink } from '../engine/sink.ts';

/** Creates the sink behind an HTTP response. */
export function createSocketSink(response: ServerResponse): Sink {
  let raw: Socket | undefined;
  return {
    explains: true,
    head(head) {
      if (head.untilClose && response.socket) {
        raw = response.socket;
        raw.write(formatHead(head));
        return;
      }
      response.writeHead(head.status, head.headers);
      // The client must see the head before the first token exists.
      response.flushHeaders();
    },
    write(bytes) {
      const target = raw ?? response;
      return new Promise((resolve) => {
        if (target.destroyed || target.write(bytes)) return resolve();
        const go = () => {
          target.off('drain', go);
          target.off('close', go);
          resolve();
        };
        target.on('drain', go);
        target.on('close', go);
      });
    },
    end: () => void (raw ?? response).end(),
    // What was written is still corked; a client should get it before the reset.
    reset: () => void setImmediate(() => response.socket?.resetAndDestroy()),
  };
}

/** node:http answers in HTTP/1.1 only, so this head is written by hand. */
function formatHead({ status, headers }: Head): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.0 ${status} OK\r\n${lines.join('')}\r\n`;
}
