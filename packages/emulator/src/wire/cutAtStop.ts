/** Yields tokens up to the first stop sequence, which may lie across tokens and is not yielded. */
export function* cutAtStop(tokens: Iterable<string>, stops: readonly string[]): Generator<string> {
  if (stops.length === 0) return yield* tokens;
  const reach = Math.max(...stops.map(({ length }) => length)) - 1;
  const held: string[] = [];
  for (const token of tokens) {
    held.push(token);
    const text = held.join('');
    const cut = firstOf(text, stops);
    if (cut >= 0) {
      if (cut > 0) yield text.slice(0, cut);
      return;
    }
    // A token is let go once no stop sequence can begin inside it.
    let rest = text.length;
    for (let first = held[0]; first !== undefined && rest - first.length >= reach; first = held[0]) {
      rest -= first.length;
      held.shift();
      yield first;
    }
  }
  yield* held;
}

function firstOf(text: string, stops: readonly string[]): number {
  const places = stops.map((stop) => text.indexOf(stop)).filter((place) => place >= 0);
  return places.length === 0 ? -1 : Math.min(...places);
}
