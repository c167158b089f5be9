import MarkdownIt, { type MarkdownIt as Parser } from 'markdown-it';

/** The Markdown grammar: CommonMark with tables and strikethrough; raw HTML is text. */
export function createParser(): Parser {
  const parser = new MarkdownIt({ html: false });
  // Which addresses may be followed is decided where they are rendered, after URL parsing.
  parser.validateLink = () => true;
  parser.normalizeLink = (url) => parser.utils.lib.mdurl.encode(url);
  return parser;
}
