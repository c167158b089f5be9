const TOKEN = /\d+(?:\.\d+)?|\.\d+|[-+*/^%()]/g;

/** Works out a sum with + - * / % ^ and brackets; `undefined` when it is not one. */
export function evaluate(sum: string): number | undefined {
  const tokens = sum.match(TOKEN) ?? [];
  if (tokens.join('') !== sum.replace(/\s+/g, '')) return undefined;
  const reader = createReader(tokens);
  const result = readSum(reader);
  return reader.peek() === undefined && !Number.isNaN(result) ? result : undefined;
}

interface Reader {
  peek(): string | undefined;
  take(): string | undefined;
}

function createReader(tokens: readonly string[]): Reader {
  let place = 0;
  return { peek: () => tokens[place], take: () => tokens[place++] };
}

function readSum(reader: Reader): number {
  let value = readProduct(reader);
  while (reader.peek() === '+' || reader.peek() === '-') {
    const sign = reader.take() === '-' ? -1 : 1;
    value += sign * readProduct(reader);
  }
  return value;
}

function readProduct(reader: Reader): number {
  let value = readSigned(reader);
  while (reader.peek() === '*' || reader.peek() === '/' || reader.peek() === '%') {
    const operator = reader.take();
    const right = readSigned(reader);
    if (operator === '*') value *= right;
    // 0 / 0 is no number; it must be told apart from what is not a sum.
    else if (right === 0) value = Infinity;
    else value = operator === '/' ? value / right : value % right;
  }
  return value;
}

function readSigned(reader: Reader): number {
  if (reader.peek() !== '-') return readPower(reader);
  reader.take();
  return -readSigned(reader);
}

/** Powers group from the right and bind closer than a sign in front: -2^2 is -4. */
function readPower(reader: Reader): number {
  const base = readValue(reader);
  if (reader.peek() !== '^') return base;
  reader.take();
  return base ** readSigned(reader);
}

function readValue(reader: Reader): number {
  const token = reader.take();
  if (token !== '(') return Number(token ?? NaN);
  const value = readSum(reader);
  return reader.take() === ')' ? value : NaN;
}
