/** A part's own class, and the app's after it. */
export function classNames(own: string, added: string | undefined): string {
  return added === undefined ? own : `${own} ${added}`;
}
