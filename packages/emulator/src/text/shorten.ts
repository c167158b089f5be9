/** The text in one line of at most `most` characters, the last of which is then `…`. */
export function shorten(text: string, most: number): string {
  const line = Array.from(text.trim().replace(/\s+/g, ' '));
  return line.length > most ? `${line.slice(0, most - 1).join('')}…` : line.join('');
}
