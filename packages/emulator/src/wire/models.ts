/** The models offered unless the options say otherwise; the first is the default. */
export const MODELS: readonly string[] = [
  'Ling-2.6-flash',
  'Ling-2.6-1T',
  'Ling-2.5-1T',
  'Ling-1T',
  'Ring-2.6-1T',
  'Ring-2.5-1T',
  'Ring-1T',
  'Ming-flash-omni-2.0',
];

/** Released long before any test runs; a fixed date keeps replies repeatable. */
const RELEASED = 1_760_000_000;

/** One model as `GET /v1/models` lists it. */
export function encodeModel(id: string): object {
  return { id, object: 'model', created: RELEASED, owned_by: 'ling-stream-emulator' };
}

/** The body of `GET /v1/models`. */
export function encodeModels(ids: readonly string[]): string {
  return JSON.stringify({ object: 'list', data: ids.map(encodeModel) });
}

/** Whether a model thinks before it answers. */
export function isReasoningModel(id: string): boolean {
  return /^ring/i.test(id);
}
