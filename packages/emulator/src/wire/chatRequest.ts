/** A checked body of `POST /v1/chat/completions` or `POST /chat`. */
export interface ChatRequest {
  readonly model: string;
  readonly messages: readonly ChatMessage[];
  readonly stream: boolean;
  /** `stream_options.include_usage`; `undefined` when the client said nothing. */
  readonly includeUsage: boolean | undefined;
  readonly n: number;
  readonly maxTokens: number;
  readonly stop: readonly string[];
  readonly tools: readonly Tool[];
  /** The name of a tool that must be called, or what the client left to the model. */
  readonly toolChoice: ToolChoice;
  readonly seed: number | undefined;
  readonly thinking: boolean | undefined;
  /** `response_format`: `true` for any JSON, a schema for JSON of that shape. */
  readonly json: true | JsonObject | undefined;
}

export type Role = 'system' | 'developer' | 'user' | 'assistant' | 'tool';

export interface ChatMessage {
  readonly role: Role;
  readonly text: string;
  /** Calls an assistant message made. */
  readonly toolCalls: readonly CalledTool[];
  /** The call a tool message answers. */
  readonly toolCallId: string | undefined;
}

export interface CalledTool {
  readonly id: string;
  readonly name: string;
  readonly arguments: string;
}

export interface Tool {
  readonly name: string;
  readonly description: string;
  readonly parameters: JsonObject;
}

export type ToolChoice =
  | { readonly kind: 'auto' | 'none' | 'required' }
  | { readonly kind: 'named'; readonly name: string };

export type JsonObject = Readonly<Record<string, unknown>>;
