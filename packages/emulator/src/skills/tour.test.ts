import { describe, expect, it } from 'vitest';
import { question, textOf } from '../../test/ask.ts';
import { tour } from './tour.ts';

describe('tour', () => {
  describe.each(['Show me a Markdown tour', 'Markdown 导览'])('%s', (asked) => {
    const text = textOf(tour.answer(question(asked))) ?? '';

    it.each([
      ['a title', /^# /m],
      ['headings', /^## /m],
      ['emphasis', /\*[^*\s]+\*/],
      ['strong emphasis', /\*\*[^*]+\*\*/],
      ['deletion', /~~[^~]+~~/],
      ['inline code', /[^`]`[^`\n]+`/],
      ['a link', /\]\(https:/],
      ['a bare address', / https:\/\/spec/],
      ['a hard break', / {2}\n/],
      ['an escape', /\\\*/],
      ['a nested quotation', /^> > /m],
      ['an alert', /^> \[!TIP\]/m],
      ['a numbered list', /^1\. /m],
      ['a list three levels deep', /^ {5}- /m],
      ['tasks', /^- \[x\] [^]*^- \[ \] /m],
      ['a table with alignment', /^\| :-- \| :-: \| --: \|/m],
      ['code', /^```ts\n[^]*^```$/m],
      ['a difference', /^```diff\n- /m],
      ['an inline formula', /\$e\^/],
      ['a formula of its own', /^\$\$\n[^]*^\$\$$/m],
      ['money', /\$5 /],
      ['HTML', /<script>/],
      ['an image', /!\[[^\]]+\]\(/],
      ['characters of several code points', /👩‍🚀/],
      ['a rule', /^---$/m],
      ['a footnote', /\[\^1\][^]*^\[\^1\]: /m],
    ])('shows %s', (_, construct) => {
      expect(text).toMatch(construct);
    });
  });

  it.each(['Write a table in Markdown', 'What is ling-stream?', 'contour'])('leaves %j alone', (asked) => {
    expect(tour.answer(question(asked))).toBeUndefined();
  });
});
