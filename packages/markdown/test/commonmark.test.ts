import { describe, expect, it } from 'vitest';
import { readWhole } from './readWhole.ts';
import { readSpecExamples } from './specExamples.ts';
import { writeHtml } from './writeHtml.ts';

// Raw HTML is text here, always.
const HTML_SECTIONS = ['HTML blocks', 'Raw HTML'];
// An address is a link without angle brackets too, as on GitHub.
const ADDRESSES = [602, 606, 608, 611, 612];
const HTML_ELSEWHERE = [21, 31, 201, 308, 309, 344, 475, 476, 477, 491, 494, 524, 536, 642, 643];

describe('CommonMark 0.31.2', () => {
  const examples = readSpecExamples();

  it('has 652 examples', () => {
    expect(examples).toHaveLength(652);
  });

  const ours = examples.filter(
    ({ section, number }) => !HTML_SECTIONS.includes(section) && ![...HTML_ELSEWHERE, ...ADDRESSES].includes(number),
  );

  it.each(ours)('reads example $number, $section', ({ markdown, html }) => {
    expect(writeHtml(readWhole(markdown))).toBe(html);
  });
});
