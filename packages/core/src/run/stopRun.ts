import type { StreamRequest, Transport } from '../request.ts';
import { prepareRequest, type ResumableRun } from './prepareRequest.ts';

/**
 * Tells the server to stop the model: where a run outlives its readers, leaving is not stopping. Nobody waits for the
 * answer, and a failure is nobody's concern: the run ends by itself in the end.
 */
export function stopRun(request: StreamRequest, run: ResumableRun, transport: Transport): void {
  prepareRequest(request, 'DELETE', run)
    .then((prepared) => transport(prepared, new AbortController().signal))
    .then(({ body }) => body?.cancel())
    .catch(() => {});
}
