import type { RequestLog } from './createRequestLog.ts';
import type { EngineRequest } from './engineRequest.ts';
import { jsonReply, type Reply } from './reply.ts';

const ALLOWED = { 'access-control-allow-methods': 'GET, POST, OPTIONS', 'access-control-max-age': '86400' };

/**
 * Answers what is not asked of the model: the log, and a page's preflight. Such requests are not logged and meet
 * no fault. The log carries no CORS header: other pages may use the model but not read what it was asked.
 */
export function routeControl({ method, path, headers }: EngineRequest, log: RequestLog): Reply | undefined {
  if (/\/_emulator\/requests\/?$/.test(path)) {
    if (method === 'GET') return jsonReply(200, JSON.stringify(log.list()));
    if (method === 'DELETE') {
      log.clear();
      return jsonReply(204, '');
    }
  }
  if (method !== 'OPTIONS') return undefined;
  // A browser takes `*` for every header but Authorization, so the names are repeated.
  const names = headers['access-control-request-headers'] ?? '*';
  return jsonReply(204, '', { ...ALLOWED, 'access-control-allow-origin': '*', 'access-control-allow-headers': names });
}
