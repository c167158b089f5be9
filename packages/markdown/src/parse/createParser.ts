import MarkdownIt, { type MarkdownIt as Parser } from 'markdown-it';
import { noteContentStart } from './contentStart.ts';
import { encodeAddress } from './encodeAddress.ts';

/** The Markdown grammar: CommonMark with tables and strikethrough; raw HTML is text. */
export function createParser(): Parser {
  const parser = new MarkdownIt({ html: false });
  // Which addresses may be followed is decided where they are rendered, after URL parsing.
  parser.validateLink = () => true;
  parser.normalizeLink = encodeAddress;
  parser.normalizeLinkText = (url) => url;
  moveTablesBehindBlocks(parser);
  parser.block.ruler.before('code', 'note_content_start', noteContentStart);
  return parser;
}

/**
 * Lets only a line of a paragraph become the head row of a table, as GitHub does. The parser would also turn back a
 * fence, a quote or an item that is followed by a delimiter row, and with it everything that was shown of it.
 */
function moveTablesBehindBlocks({ block: { ruler } }: Parser): void {
  ruler.enableOnly(['table']);
  const [table] = ruler.getRules('');
  ruler.enableOnly(BLOCK_RULES);
  if (table !== undefined) ruler.before('lheading', 'paragraph_table', table, { alt: ['paragraph', 'reference'] });
}

const BLOCK_RULES = ['code', 'fence', 'blockquote', 'hr', 'list', 'reference', 'heading', 'lheading', 'paragraph'];
