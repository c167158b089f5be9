const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  // `no-transform` keeps compression from holding the stream back; the second does the same for nginx.
  'cache-control': 'no-cache, no-transform',
  'x-accel-buffering': 'no',
  'x-content-type-options': 'nosniff',
};

/** An event stream as a response. */
export function streamResponse(body: ReadableStream<Uint8Array>, requestId: string): Response {
  return new Response(body, { headers: { ...HEADERS, 'x-request-id': requestId } });
}
