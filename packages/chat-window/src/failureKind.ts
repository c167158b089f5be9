import type { LingError, SerializedLingError } from '@ling-stream/core';
import type { FailureKind } from './labels/labels.ts';

/** What a failure is to the reader, who knows no codes. */
export function failureKind(error: LingError | SerializedLingError): FailureKind {
  switch (error.code) {
    case 'http':
      return error.providerCode === 'upstream_auth' ? 'setup' : statusKind(error.status ?? 0);
    case 'api':
      return error.providerCode === 'truncated' ? 'truncated' : 'server';
    case 'network':
    case 'timeout':
    case 'truncated':
      return error.code;
    case 'content_filter':
      return 'filtered';
    case 'protocol':
      return 'unreadable';
    default:
      return 'server';
  }
}

function statusKind(status: number): FailureKind {
  if (status === 401 || status === 403) return 'denied';
  if (status === 404 || status === 405) return 'setup';
  if (status === 413) return 'tooLarge';
  if (status === 429 || status === 503) return 'busy';
  return status >= 500 ? 'server' : 'refused';
}

/** Whether asking again may help: not where somebody else has to act first, or the question has to change. */
export function isWorthRetrying(kind: FailureKind): boolean {
  return kind !== 'setup' && kind !== 'tooLarge' && kind !== 'unreadable';
}
