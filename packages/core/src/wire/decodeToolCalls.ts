import type { StreamEvent } from '../event.ts';
import { asList, asObject, asText } from './json.ts';

type ToolCallEvent = Extract<StreamEvent, { type: 'tool-call' }>;

/**
 * Gives the pieces of tool calls a place of their own each.
 *
 * Providers number them as they like: an index may be missing or always 0, an id may be late, or empty on later
 * pieces. A new id is a new call; a piece without one continues the call at its index, else the last call.
 */
export function createToolCallDecoder(): (value: unknown) => ToolCallEvent[] {
  const placeOfId = new Map<string, number>();
  const placeOfIndex = new Map<unknown, number>();
  const named = new Set<number>();
  let places = 0;

  function decodePiece(piece: unknown): ToolCallEvent {
    const fields = asObject(piece);
    const called = asObject(fields['function'] ?? fields);
    const id = asText(fields['id']);
    const name = asText(called['name']);
    const index = placeOf(id, fields['index'] ?? undefined);
    return {
      type: 'tool-call',
      index,
      ...(id && { id }),
      ...(name && { name }),
      argumentsDelta: argumentsText(called['arguments']),
    };
  }

  function placeOf(id: string | undefined, index: unknown): number {
    const place = knownPlace(id, index) ?? places++;
    placeOfIndex.set(index, place);
    if (id === undefined) return place;
    placeOfId.set(id, place);
    named.add(place);
    return place;
  }

  function knownPlace(id: string | undefined, index: unknown): number | undefined {
    const here = placeOfIndex.get(index);
    if (id === undefined) return here ?? (index === undefined && places > 0 ? places - 1 : undefined);
    // The call at this index may still wait for its id; one that has another id is a call of its own.
    return placeOfId.get(id) ?? (here !== undefined && !named.has(here) ? here : undefined);
  }

  return (value) => asList(value).map(decodePiece);
}

/** Arguments travel as text; some providers send them parsed. */
export function argumentsText(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value ?? undefined) ?? '');
}
