import type { StreamRequest } from '@ling-stream/core';
import { callSafely } from '@ling-stream/react';
import type { TurnPorts } from './createTurnRunner.ts';
import { toWire } from './toWire.ts';
import type { SendOptions, UseLingChatOptions } from './useLingChatOptions.ts';

/**
 * How a turn reaches its endpoint by the options of the hook.
 *
 * @param read - Gives the newest options; asked at each use, so that no turn runs with stale ones.
 * @param extra - For this turn only.
 */
export function turnPorts<Meta>(read: () => UseLingChatOptions<Meta>, extra: SendOptions = {}): TurnPorts<Meta> {
  return {
    toRequest(path): StreamRequest {
      const { endpoint, ...request } = read();
      return {
        ...request,
        url: endpoint,
        ...(extra.headers !== undefined && { headers: extra.headers }),
        // A function: what the app's own `toWire` throws becomes the error of this turn.
        body: async () => {
          const { body, toWire: encode = toWire } = read();
          return { messages: encode(path), ...(typeof body === 'function' ? await body() : body), ...extra.body };
        },
      };
    },
    onEvent: (event) => callSafely(read().onEvent, event),
    onSettled: (result) => callSafely(read().onSettled, result),
  };
}
