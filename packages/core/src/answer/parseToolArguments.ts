/**
 * Parses the finished arguments of a tool call.
 *
 * @throws SyntaxError - When they are no JSON, or name what a later merge could write into a prototype.
 */
export function parseToolArguments(text: string): unknown {
  return JSON.parse(text || '{}', (name, value: unknown) => {
    if (name === '__proto__' || (name === 'constructor' && Object.hasOwn(Object(value), 'prototype')))
      throw new SyntaxError('a reserved name');
    return value;
  });
}
