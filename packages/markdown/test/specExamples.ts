import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** One example of the CommonMark specification. */
export interface SpecExample {
  readonly number: number;
  readonly section: string;
  readonly markdown: string;
  readonly html: string;
}

const EXAMPLE = /^`{32} example\n([\s\S]*?)^\.\n([\s\S]*?)^`{32}$|^#{1,6} *(.*)$/gm;

/** Every example of CommonMark 0.31.2, in order. */
export function readSpecExamples(): SpecExample[] {
  const path = createRequire(import.meta.url).resolve('commonmark-spec/spec.txt');
  const spec = readFileSync(path, 'utf8')
    .replaceAll('\r\n', '\n')
    .replace(/<!-- END TESTS -->[^]*/, '');
  const examples: SpecExample[] = [];
  let section = '';
  for (const [, markdown, html, heading] of spec.matchAll(EXAMPLE)) {
    if (heading !== undefined) section = heading;
    if (markdown === undefined || html === undefined) continue;
    examples.push({ number: examples.length + 1, section, markdown: tabs(markdown), html: tabs(html) });
  }
  return examples;
}

function tabs(text: string): string {
  return text.replaceAll('→', '\t');
}
