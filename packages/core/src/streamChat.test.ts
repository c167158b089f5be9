import { describe, expect, it } from 'vitest';
import { createFakeClock } from '../test/createFakeClock.ts';
import { DONE, event, scriptTransport, sse } from '../test/scriptTransport.ts';
import { streamChat } from './streamChat.ts';

describe('streamChat', () => {
  it('yields every event in order, then ends', async () => {
    const { transport } = scriptTransport(sse(`${event({ content: 'Hel' })}${event({ content: 'lo' })}${DONE}`));
    const types: string[] = [];
    for await (const each of streamChat({ url: '/chat', transport, clock: createFakeClock() })) types.push(each.type);

    expect(types).toEqual(['open', 'text', 'text', 'end']);
  });
});
