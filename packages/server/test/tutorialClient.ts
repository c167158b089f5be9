/**
 * The front end of Ant Ling's streaming tutorial, word for word but for its page: what it would have shown.
 *
 * @see https://developer.ant-ling.com/en/docs/tutorials/streaming/
 */
export async function tutorialClient(url: string, messages: readonly unknown[]): Promise<string> {
  let shown = '';
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ messages }),
  });
  const reader = response.body?.getReader();
  if (reader === undefined) return shown;
  const decoder = new TextDecoder();
  let buffer = '';
  while (true) {
    const { done, value } = await reader.read();
    if (done) break;
    buffer += decoder.decode(value, { stream: true });
    const lines = buffer.split('\n\n');
    buffer = lines.pop() ?? '';
    for (const line of lines) {
      if (!line.startsWith('data: ')) continue;
      const data = line.slice(6);
      if (data === '[DONE]') return shown;
      const parsed = JSON.parse(data) as { readonly content?: string };
      if (parsed.content) shown += parsed.content;
    }
  }
  return `${shown}<no end mark>`;
}
