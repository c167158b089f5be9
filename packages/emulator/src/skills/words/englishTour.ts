/** All of Markdown, a section a piece. */
export const ENGLISH_TOUR: readonly string[] = [
  `# A tour of Markdown

Everything below arrives one token at a time, and the page sets it **while it is still being written**. Stop me anywhere: what you have seen stays.

`,
  `## Words

*Emphasis*, **strong emphasis**, ***both at once***, ~~removed~~ and \`inline code\`. A [link](https://commonmark.org "CommonMark") says where it goes, a bare address such as https://spec.commonmark.org links itself, and a footnote waits at the end.[^1]

A line can be broken on purpose,  
like this one. A backslash keeps a mark plain: \\*not emphasis\\*.

`,
  `## Quotations

> Simplicity is prerequisite for reliability.
>
> — Edsger W. Dijkstra
>
> > A quotation can hold another one.

> [!TIP]
> An alert is a quotation that says what it is for.

`,
  `## Lists

1. Put the kettle on.
2. While it heats:
   - warm the pot,
   - measure the leaves,
     - two spoons for green tea,
     - three for oolong.
3. Pour, and wait.

- [x] Bullets, numbers, nesting
- [x] Tasks that are done
- [ ] Tasks that are not

`,
  `## A table

| Language | Greeting | Letters | Direction |
| :-- | :-: | --: | :-: |
| English | Hello | 5 | → |
| 中文 | 你好 | 2 | → |
| العربية | مرحبا | 5 | ← |
| 日本語 | こんにちは | 5 | → |

`,
  `## Code

\`\`\`ts
/** Counts down, politely. */
export async function* countdown(from: number): AsyncGenerator<string> {
  for (let left = from; left > 0; left -= 1) {
    yield \`\${left}…\`;
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  yield 'Lift-off! 🚀';
}
\`\`\`

\`\`\`diff
- const text = answer.join('');
+ const text = answer.map(escape).join('');
\`\`\`

`,
  `## Mathematics

Inline, $e^{i\\pi} + 1 = 0$ joins five famous numbers. On a line of its own:

$$
\\int_{-\\infty}^{\\infty} e^{-x^2}\\,dx = \\sqrt{\\pi}
$$

And $5 is still money.

`,
  `## What stays text

HTML is shown, never run: <b onclick="alert('no')">bold?</b> <script>alert('no')</script>. An image waits for your consent: ![A plum branch in flower](https://example.com/plum.png)

Characters that are really several stay whole: 👩‍🚀 🇨🇳 é 👨‍👩‍👧.

---

That was the tour. Ask for **code in six languages** or **5,000 words** next.

[^1]: A footnote, at your service.
`,
];
