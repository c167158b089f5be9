import type { StreamRequest } from '@ling-stream/core';
import { callSafely } from '@ling-stream/react';
import type { TurnPorts } from './createChatSession.ts';
import { toWire } from './toWire.ts';
import type { UseLingChatOptions } from './useLingChatOptions.ts';

/**
 * How a turn reaches its endpoint by the options of the hook.
 *
 * @param read - Gives the newest options; asked at each use, so that no turn runs with stale ones.
 */
export function turnPorts<Meta>(read: () => UseLingChatOptions<Meta>): TurnPorts<Meta> {
  return {
    toRequest(path): StreamRequest {
      const { endpoint, ...request } = read();
      return {
        ...request,
        url: endpoint,
        // A function: what the app's own `toWire` throws becomes the error of this turn.
        body: async () => {
          const { body, toWire: encode = toWire } = read();
          return { messages: encode(path), ...(typeof body === 'function' ? await body() : body) };
        },
      };
    },
    onEvent: (event) => callSafely(read().onEvent, event),
    onSettled: (result) => callSafely(read().onSettled, result),
  };
}
