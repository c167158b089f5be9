/** What of an error may be logged: its message could quote a key, a prompt or an answer. */
export function nameOfError(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
