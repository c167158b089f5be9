import MarkdownIt, { type MarkdownIt as Parser, type StateBlock } from 'markdown-it';
import { completeInline } from '../completion/completeInline.ts';
import { readCjkFlanking } from './cjkFlanking.ts';
import { noteContentStart } from './contentStart.ts';
import { encodeAddress } from './encodeAddress.ts';
import { readFootnote, readFootnoteReference } from './footnotes.ts';
import { readMath, readMathBlock } from './math.ts';

type BlockRule = (state: StateBlock, line: number, end: number, silent: boolean) => boolean;

const BLOCK_RULES = ['code', 'fence', 'blockquote', 'hr', 'list', 'reference', 'heading', 'lheading', 'paragraph'];
/** Quotes and lists nested deeper than this are text. A list counts twice: it has items. */
const DEEPEST = 32;

/** The Markdown grammar: CommonMark and GitHub's additions, formulas, and marks beside full-width punctuation; raw HTML is text. */
export function createParser(): Parser {
  const parser = new MarkdownIt({ html: false });
  // Which addresses may be followed is decided where they are rendered, after URL parsing.
  parser.validateLink = () => true;
  parser.normalizeLink = encodeAddress;
  parser.normalizeLinkText = (url) => url;
  parser.inline.ruler.before('text', 'cjk_flanking', readCjkFlanking);
  parser.inline.ruler.before('escape', 'math', readMath);
  parser.inline.ruler.before('link', 'footnote_reference', readFootnoteReference);
  completeInline(parser);
  changeBlockRules(parser);
  return parser;
}

function changeBlockRules({ block: { ruler } }: Parser): void {
  const [table, quote, list] = ['table', 'blockquote', 'list'].map((name): BlockRule => {
    ruler.enableOnly([name]);
    return ruler.getRules('')[0] ?? (() => false);
  });
  ruler.enableOnly(BLOCK_RULES);
  if (table === undefined || quote === undefined || list === undefined) return;
  // Only a line of a paragraph becomes the head row of a table, as on GitHub. The parser would also turn back a fence,
  // a quote or an item that is followed by a delimiter row, and with it everything that was shown of it.
  ruler.before('lheading', 'paragraph_table', table, { alt: ['paragraph', 'reference'] });
  // The parser would drop what is nested too deep.
  ruler.at('blockquote', unlessTooDeep(quote), { alt: ['paragraph', 'reference', 'blockquote', 'list'] });
  ruler.at('list', unlessTooDeep(list), { alt: ['paragraph', 'reference', 'blockquote'] });
  ruler.after('fence', 'math', readMathBlock, { alt: ['paragraph', 'reference', 'blockquote', 'list'] });
  ruler.before('reference', 'footnote', readFootnote, { alt: ['paragraph', 'reference', 'blockquote', 'list'] });
  ruler.before('code', 'note_content_start', noteContentStart);
}

function unlessTooDeep(rule: BlockRule): BlockRule {
  return (state, line, end, silent) => state.level < DEEPEST && rule(state, line, end, silent);
}
