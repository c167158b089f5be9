const MAX_DEPTH = 64;

/**
 * Parses the finished arguments of a tool call.
 *
 * @throws SyntaxError - When they are no JSON, nest deeper than 64, or name `__proto__`, which a later merge could
 *   write into a prototype.
 */
export function parseToolArguments(text: string): unknown {
  const args = JSON.parse(text === '' ? '{}' : text) as unknown;
  check(args, 0);
  return args;
}

function check(value: unknown, depth: number): void {
  if (typeof value !== 'object' || value === null) return;
  if (depth > MAX_DEPTH) throw new SyntaxError('nested too deeply');
  if (Object.hasOwn(value, '__proto__')) throw new SyntaxError('a reserved name');
  for (const child of Object.values(value)) check(child, depth + 1);
}
