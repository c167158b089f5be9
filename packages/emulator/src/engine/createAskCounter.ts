const MOST_QUESTIONS = 500;

/** Creates a counter that tells how often a question was asked before. It remembers the last 500 questions. */
export function createAskCounter(): (question: string) => number {
  const asked = new Map<string, number>();
  return (question) => {
    const before = asked.get(question) ?? 0;
    // Taken out and put back, so that the first key is the one not asked for longest.
    asked.delete(question);
    asked.set(question, before + 1);
    const [oldest] = asked.keys();
    if (asked.size > MOST_QUESTIONS && oldest !== undefined) asked.delete(oldest);
    return before;
  };
}
