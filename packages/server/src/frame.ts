import type { RunEvent } from './runStore.ts';

/**
 * Entries of a run as they go over the wire.
 *
 * @param withIds - Whether each event gets an id line. Only for clients that ask: the tutorial's client loses an event
 *   that has one.
 */
export function frame(events: readonly RunEvent[], withIds: boolean): string {
  return events.map(({ seq, data }) => `${withIds ? `id: ${seq}\n` : ''}data: ${data}\n\n`).join('');
}

/** Whether a client asked for event ids. */
export function wantsIds(request: Request): boolean {
  return request.headers.get('x-ling-stream') === '1';
}
