import { describe, expect, it } from 'vitest';
import { createResponseSink } from './createResponseSink.ts';

describe('createResponseSink', () => {
  it('lets a write go that waits for a reader who left, so that nothing hangs', async () => {
    const { sink, left, response } = open();
    sink.head({ status: 200, headers: {} });
    const write = sink.write(Uint8Array.from([1]));

    await (await response).body?.cancel();

    await expect(write).resolves.toBeUndefined();
    expect(left.aborted).toBe(true);
  });

  it('lets a write go that waits when the caller aborts', async () => {
    const { sink, left, controller, response } = open();
    sink.head({ status: 200, headers: {} });
    const write = sink.write(Uint8Array.from([1]));

    controller.abort(new Error('enough'));

    await expect(write).resolves.toBeUndefined();
    expect(left.aborted).toBe(true);
    await expect((await response).text()).rejects.toThrow('enough');
  });

  it.each([204, 304])('gives status %i no body', async (status) => {
    const { sink, response } = open();
    sink.head({ status, headers: {} });

    expect((await response).body).toBeNull();
  });
});

function open() {
  const controller = new AbortController();
  let client: ReturnType<typeof createResponseSink> | undefined;
  const response = new Promise<Response>((resolve, reject) => {
    client = createResponseSink({ resolve, reject, signal: controller.signal });
  });
  if (!client) throw new Error('A promise runs its function at once.');
  return { ...client, response, controller };
}
