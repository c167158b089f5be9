import type { Token } from 'markdown-it';
import type { Block } from '../src/node.ts';
import { createDefinitions } from '../src/parse/createDefinitions.ts';
import { createParser } from '../src/rules/createParser.ts';
import { createTextReader } from '../src/parse/createTextReader.ts';
import { nestTokens } from '../src/parse/nestTokens.ts';
import { readBlocks } from '../src/parse/readBlocks.ts';

/** Reads a whole document at once: what every way of streaming it must come to. */
export function readWhole(source: string): Block[] {
  const parser = createParser();
  const definitions = createDefinitions();
  const tokens: Token[] = [];
  const text = source.replaceAll(/\r\n?/g, '\n').replaceAll('\0', '\uFFFD');
  parser.block.parse(text, parser, { references: definitions.references }, tokens);
  const branches = nestTokens(tokens, text.split('\n'));
  return readBlocks(branches, createTextReader(parser, definitions), { firstId: 0 });
}
