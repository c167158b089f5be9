import type { JsonObject } from './chatRequest.ts';
import { isJsonObject } from './json.ts';
import { badRequest, type Problem } from './problem.ts';

const MOST_STOPS = 4;

/** Finds a field of a request body that has the wrong kind of value. An absent one and `null` are fine. */
export function findBodyProblem(body: JsonObject): Problem | undefined {
  const { stream, stream_options: streamOptions, stop, tools } = body;
  if (isGiven(stream) && typeof stream !== 'boolean') {
    return badRequest('`stream` must be true or false.', 'stream');
  }
  if (isGiven(streamOptions) && !isJsonObject(streamOptions)) {
    return badRequest('`stream_options` must be an object.', 'stream_options');
  }
  if (isGiven(stop) && !isStop(stop)) {
    return badRequest(`\`stop\` must be a string or a list of at most ${MOST_STOPS} strings.`, 'stop');
  }
  if (isGiven(tools) && !(Array.isArray(tools) && tools.every(isJsonObject))) {
    return badRequest('`tools` must be a list of objects.', 'tools');
  }
  return undefined;
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}

function isStop(value: unknown): boolean {
  if (typeof value === 'string') return true;
  return Array.isArray(value) && value.length <= MOST_STOPS && value.every((one) => typeof one === 'string');
}
