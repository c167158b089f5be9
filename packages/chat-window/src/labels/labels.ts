import type { StreamingTextLabels } from '@ling-stream/streaming-text';

/** The kinds of failure a reader can tell apart. */
export type FailureKind =
  | 'network'
  | 'timeout'
  | 'truncated'
  | 'busy'
  | 'server'
  | 'setup'
  | 'denied'
  | 'tooLarge'
  | 'refused'
  | 'filtered'
  | 'unreadable';

/** What a reader is told of a failure: what happened, and what it means. */
export interface FailureText {
  readonly title: string;
  readonly detail: string;
}

/** Every word that a chat window puts on the page. */
export interface ChatLabels {
  /** Name of the whole window. */
  readonly chat: string;
  /** First link of the window, for who comes by keyboard. */
  readonly skip: string;
  /** Name of the part that scrolls. */
  readonly transcript: string;
  /** Hidden headings of the messages. */
  readonly youSaid: string;
  readonly assistantSaid: string;
  readonly welcomeTitle: string;
  readonly welcomeText: string;
  /** Name of the form, and of its text box. */
  readonly composer: string;
  readonly message: string;
  readonly hint: string;
  readonly send: string;
  readonly stop: string;
  readonly jump: string;
  readonly retry: string;
  /** Shown where an answer is awaited, to those who hear it. */
  readonly waiting: string;
  /** On the reasoning of an answer, while it is written and afterwards. */
  readonly thinking: string;
  readonly thought: (seconds: number) => string;
  /** Notes below an answer. */
  readonly stopped: string;
  readonly cutOff: string;
  readonly filtered: string;
  readonly empty: string;
  readonly interrupted: string;
  /** Spoken, not shown. */
  readonly spokenSent: string;
  readonly spokenDone: string;
  readonly spokenStopped: string;
  /** Figures below an answer; times in milliseconds. */
  readonly firstToken: (milliseconds: number) => string;
  readonly speed: (tokensPerSecond: number) => string;
  readonly tokens: (count: number, isEstimate: boolean) => string;
  readonly failures: Readonly<Record<FailureKind, FailureText>>;
  /** Words inside an answer. */
  readonly text: StreamingTextLabels;
}
