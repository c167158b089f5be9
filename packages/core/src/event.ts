import type { StreamResult } from './result.ts';

/** Why the model stopped: `error` and `other` stand for reasons of one provider; `raw` keeps its word. */
export type FinishReason = 'stop' | 'length' | 'content_filter' | 'tool_calls' | 'error' | 'other';

/** Tokens as the provider counted them. */
export interface Usage {
  readonly promptTokens: number;
  readonly completionTokens: number;
  readonly totalTokens: number;
  readonly reasoningTokens?: number;
  readonly cachedTokens?: number;
}

/** One typed item of a stream. Errors are not events: they end it. */
export type StreamEvent =
  | {
      /** The server accepted the request; headers are here, content is not. */
      readonly type: 'open';
      /** Counts from 1. */
      readonly attempt: number;
      readonly status: number;
      readonly headers: Headers;
    }
  | { readonly type: 'start'; readonly runId?: string; readonly id?: string; readonly model?: string }
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'reasoning'; readonly text: string }
  | { readonly type: 'refusal'; readonly text: string }
  | {
      readonly type: 'tool-call';
      /** Position of the call in the answer; pieces of one call share it. */
      readonly index: number;
      readonly id?: string;
      readonly name?: string;
      readonly argumentsDelta: string;
    }
  | { readonly type: 'tool-output'; readonly id: string; readonly output?: unknown; readonly error?: string }
  | { readonly type: 'source'; readonly url: string; readonly title?: string }
  | { readonly type: 'file'; readonly url: string; readonly mediaType?: string; readonly name?: string }
  | { readonly type: 'data'; readonly name: string; readonly value: unknown }
  | { readonly type: 'usage'; readonly usage: Usage }
  | { readonly type: 'finish'; readonly reason: FinishReason | null; readonly raw?: string }
  | { readonly type: 'reconnecting'; readonly attempt: number; readonly delayMs: number }
  | {
      /** Always the last event of a stream that did not fail. */
      readonly type: 'end';
      readonly outcome: 'done' | 'stopped';
      readonly result: StreamResult;
    };

/** Whether an event shows the reader something: it ends `connecting` and starts the clock of the first token. */
export function isContent(event: StreamEvent): boolean {
  switch (event.type) {
    case 'open':
    case 'start':
    case 'usage':
    case 'finish':
    case 'reconnecting':
    case 'end':
      return false;
    default:
      return true;
  }
}
