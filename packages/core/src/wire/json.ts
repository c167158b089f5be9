/** A JSON object read from the wire. Its values are checked where they are used; it is never merged into another. */
export type JsonObject = Readonly<Record<string, unknown>>;

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const NOTHING: JsonObject = {};

/** The value as an object, else an empty one: providers send `null` and leave fields out as they like. */
export function asObject(value: unknown): JsonObject {
  return isJsonObject(value) ? value : NOTHING;
}

/** The value when it is a string with something in it. */
export function asText(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Parses JSON without an exception; `undefined` when it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined; // the parser's own message quotes the text, which may be the user's
  }
}
