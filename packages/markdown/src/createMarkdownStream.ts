import type { Token } from 'markdown-it';
import type { Block, Chunked, Inline } from './node.ts';
import { createParser } from './parse/createParser.ts';
import { nestTokens } from './parse/nestTokens.ts';
import { readBlocks } from './parse/readBlocks.ts';
import { readInlines } from './parse/readInlines.ts';

/** Markdown that grows. */
export interface MarkdownStream {
  /** Adds text, cut anywhere. */
  append(text: string): void;
  /** Says that no more text will come. */
  finish(): void;
  /** The document so far; a block that did not change is the same object as before. */
  readonly blocks: Chunked<Block>;
}

/** Makes an empty document to append Markdown to. */
export function createMarkdownStream(): MarkdownStream {
  const parser = createParser();
  let source = '';
  let blocks: Chunked<Block> | undefined;

  function parse(): Chunked<Block> {
    const env = { references: {} };
    const tokens: Token[] = [];
    const text = source.replaceAll(/\r\n?/g, '\n').replaceAll('\0', '\uFFFD');
    parser.block.parse(text, parser, env, tokens);
    const readInline = (line: string): Inline[] => {
      const children: Token[] = [];
      parser.inline.parse(line, parser, env, children);
      return readInlines(children);
    };
    return [readBlocks(nestTokens(tokens), readInline)];
  }

  return {
    append(text) {
      source += text;
      blocks = undefined;
    },
    finish() {
      blocks = undefined;
    },
    get blocks() {
      return (blocks ??= parse());
    },
  };
}
