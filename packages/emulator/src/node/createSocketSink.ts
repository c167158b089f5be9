import type { ServerResponse } from 'node:http';
import type { Sink } from '../engine/sink.ts';

/** Creates the sink behind an HTTP response. */
export function createSocketSink(response: ServerResponse): Sink {
  return {
    head({ status, headers }) {
      response.writeHead(status, headers);
      // The client must see the head before the first token exists.
      response.flushHeaders();
    },
    write: (bytes) =>
      new Promise((resolve) => {
        if (response.destroyed || response.write(bytes)) return resolve();
        const go = () => {
          response.off('drain', go);
          response.off('close', go);
          resolve();
        };
        response.on('drain', go);
        response.on('close', go);
      }),
    end: () => void response.end(),
    reset: () => void response.socket?.resetAndDestroy(),
  };
}
