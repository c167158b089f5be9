import type { JsonObject } from '../wire/chatRequest.ts';
import { isJsonObject, listOf, objectOf, stringOf } from '../wire/json.ts';
import { findPlaces } from './findPlaces.ts';

const DEEPEST = 8;
const PLACE = /city|location|place|town|where|城市|地点|位置/i;

/**
 * Makes a value of a JSON schema with what a question says: its numbers in order, its places, the choices it names,
 * and the question itself where a text is wanted.
 */
export function fillSchema(schema: JsonObject, question: string): unknown {
  const numbers = (question.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number);
  const [place] = findPlaces(question);

  function fill(part: JsonObject, name: string, depth: number): unknown {
    const choices = listOf(part['enum']);
    if (choices.length > 0) return choices.find((choice) => names(question, choice)) ?? choices[0];
    if ('const' in part) return part['const'];
    switch (typeOf(part)) {
      case 'object':
        return depth > DEEPEST ? {} : fillObject(part, depth);
      case 'array':
        return depth > DEEPEST ? [] : [fill(objectOf(part['items']), name, depth + 1)];
      case 'integer':
        return Math.round(numbers.shift() ?? smallest(part));
      case 'number':
        return numbers.shift() ?? smallest(part);
      case 'boolean':
        return true;
      case 'null':
        return null;
      default:
        return PLACE.test(`${name} ${stringOf(part['description'])}`) && place !== undefined ? place : question;
    }
  }

  function fillObject(part: JsonObject, depth: number): JsonObject {
    const entries = Object.entries(objectOf(part['properties']));
    const required = new Set(listOf(part['required']));
    // Strict schemas require everything; of others the optional properties are left out.
    const wanted = required.size === 0 ? entries : entries.filter(([name]) => required.has(name));
    return Object.fromEntries(wanted.map(([name, value]) => [name, fill(objectOf(value), name, depth + 1)]));
  }

  return fill(schema, '', 0);
}

function typeOf(part: JsonObject): string {
  const { type } = part;
  if (Array.isArray(type)) return stringOf(type.find((one) => one !== 'null'));
  if (typeof type === 'string') return type;
  return isJsonObject(part['properties']) ? 'object' : 'string';
}

function smallest({ minimum }: JsonObject): number {
  return typeof minimum === 'number' ? minimum : 1;
}

function names(question: string, choice: unknown): boolean {
  return typeof choice === 'string' && question.toLowerCase().includes(choice.toLowerCase());
}
