import type { Problem } from '../wire/problem.ts';
import type { Reply } from './reply.ts';
import type { RequestRecord } from './requestRecord.ts';
import type { ResolvedOptions } from './resolveOptions.ts';

/** What the routes know besides the request. */
export interface RouteContext {
  readonly options: ResolvedOptions;
  /** Refuses a request over the limit of requests per minute. */
  readonly admit: () => Problem | undefined;
  /** How often a question was asked before. */
  readonly countAsked: (question: string) => number;
  /** The id of this request. */
  readonly id: string;
  /** Counts requests from 1. */
  readonly number: number;
}

/** A reply and what the log should say about it. */
export interface Routed {
  readonly reply: Reply;
  readonly about: Partial<RequestRecord>;
}
