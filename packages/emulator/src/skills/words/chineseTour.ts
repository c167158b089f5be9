/** All of Markdown, a section a piece. */
export const CHINESE_TOUR: readonly string[] = [
  `# Markdown 导览

下面的内容是一个词一个词传过来的，页面**边收边排版**。随时可以喊停，已经看到的不会消失。

`,
  `## 字句

*强调*、**加重**、***又强调又加重***、~~删去~~，还有\`行内代码\`。[链接](https://commonmark.org "CommonMark")会说明去向；像 https://spec.commonmark.org 这样的网址，自己就是链接，后面紧跟中文标点也不会认错。脚注在文末。[^1]

中文标点旁边的**“加重”**也不会失灵。想在这里换行，  
就在这里换行。加一个反斜杠，符号就只是符号：\\*不是强调\\*。

`,
  `## 引用

> 知之为知之，不知为不知，是知也。
>
> ——《论语·为政》
>
> > 引用里面，还可以有引用。

> [!TIP]
> 提示框，是说明了用途的引用。

`,
  `## 列表

1. 烧一壶水。
2. 等水开的工夫：
   - 温一温茶壶；
   - 量好茶叶：
     - 绿茶两勺，
     - 乌龙三勺。
3. 冲水，静候。

- [x] 圆点、编号、层层缩进
- [x] 做完的事
- [ ] 还没做的事

`,
  `## 表格

| 语言 | 问候 | 字数 | 方向 |
| :-- | :-: | --: | :-: |
| 中文 | 你好 | 2 | → |
| English | Hello | 5 | → |
| العربية | مرحبا | 5 | ← |
| 日本語 | こんにちは | 5 | → |

`,
  `## 代码

\`\`\`ts
/** 客客气气地倒数。 */
export async function* countdown(from: number): AsyncGenerator<string> {
  for (let left = from; left > 0; left -= 1) {
    yield \`\${left}…\`;
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  yield '发射！🚀';
}
\`\`\`

\`\`\`diff
- const text = answer.join('');
+ const text = answer.map(escape).join('');
\`\`\`

`,
  `## 公式

行内公式：$e^{i\\pi} + 1 = 0$，五个最有名的数，一个等式就请齐了。独占一行：

$$
\\int_{-\\infty}^{\\infty} e^{-x^2}\\,dx = \\sqrt{\\pi}
$$

而 $5 仍然是五块钱。

`,
  `## 只作文字的东西

HTML 只会显示，不会执行：<b onclick="alert('no')">粗体？</b> <script>alert('no')</script>。图片要等您点头才会加载：![一枝梅花](https://example.com/plum.png)

由好几个码位拼成的字符，不会被拆散：👩‍🚀 🇨🇳 é 👨‍👩‍👧。

---

导览到此结束。接下来可以试试**用六种语言写一段代码**，或者**写一篇 5000 字的文章**。

[^1]: 脚注在此，听候差遣。
`,
];
