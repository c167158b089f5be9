/** Text the model wrote, or its reasoning. */
export interface TextPart {
  readonly type: 'text' | 'reasoning';
  readonly text: string;
  /** `done` once nothing more can be added: a later part began, or the stream ended in whatever way. */
  readonly state: 'streaming' | 'done';
  /** For reasoning that is done: how long it was written, in milliseconds. */
  readonly durationMs?: number;
}

/** A call of a tool that the model asks for. */
export interface ToolPart {
  readonly type: 'tool';
  readonly toolCallId: string;
  readonly name: string;
  /** The arguments as the model wrote them, JSON when complete. */
  readonly argsText: string;
  /** The parsed arguments; present once `state` is `ready`. */
  readonly args?: unknown;
  readonly output?: unknown;
  readonly error?: string;
  /** `args` while the arguments arrive; `ready` only after the model's own end signal; then `output` or `error`. */
  readonly state: 'args' | 'ready' | 'output' | 'error';
}

/** A page the answer refers to. Always http or https. */
export interface SourcePart {
  readonly type: 'source';
  readonly url: string;
  readonly title?: string;
}

/** A file the model made or the user attached. */
export interface FilePart {
  readonly type: 'file';
  readonly url: string;
  readonly mediaType?: string;
  readonly name?: string;
}

/** Anything else the endpoint sent, by name. */
export interface DataPart {
  readonly type: 'data';
  readonly name: string;
  readonly value: unknown;
}

/** One piece of a message, in the order in which pieces began. */
export type Part = TextPart | ToolPart | SourcePart | FilePart | DataPart;
