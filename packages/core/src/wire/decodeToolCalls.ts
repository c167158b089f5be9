import type { StreamEvent } from '../event.ts';
import { asList, asObject, asText } from './json.ts';

type ToolCallEvent = Extract<StreamEvent, { type: 'tool-call' }>;

/**
 * Gives the pieces of tool calls a place of their own each.
 *
 * Providers number them as they like: an index may be missing or always 0, an id may be empty on later pieces. A new
 * id is a new call; a piece without one continues the call at its index, else the last call.
 */
export function createToolCallDecoder(): (value: unknown) => ToolCallEvent[] {
  const placeOfId = new Map<string, number>();
  const placeOfIndex = new Map<number, number>();
  let places = 0;

  function decodePiece(piece: unknown): ToolCallEvent {
    const fields = asObject(piece);
    const called = asObject(fields['function'] ?? fields);
    const id = asText(fields['id']);
    const name = asText(called['name']);
    const index = placeOf(id, typeof fields['index'] === 'number' ? fields['index'] : undefined);
    const argumentsDelta = argumentsText(called['arguments']);
    return { type: 'tool-call', index, ...(id && { id }), ...(name && { name }), argumentsDelta };
  }

  function placeOf(id: string | undefined, index: number | undefined): number {
    const known = id === undefined ? placeOfIndex.get(index ?? -1) : placeOfId.get(id);
    if (known !== undefined) return known;
    const place = id === undefined && index === undefined && places > 0 ? places - 1 : places++;
    if (id !== undefined) placeOfId.set(id, place);
    if (index !== undefined) placeOfIndex.set(index, place);
    return place;
  }

  return (value) => asList(value).map(decodePiece);
}

function argumentsText(value: unknown): string {
  if (typeof value === 'string') return value;
  return value === undefined || value === null ? '' : JSON.stringify(value);
}
