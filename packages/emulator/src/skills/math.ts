import type { Language, Skill } from './skill.ts';

const ASKS =
  /\bmath(?:s|ematics)?\b|\bformula[es]?\b|\bequations?\b|\blatex\b|\bintegral\b|数学|公式|方程|积分|微积分/i;

/** Shows formulas, in a line and on their own. */
export const math: Skill = {
  name: 'math',
  answer({ text, language }) {
    return ASKS.test(text) ? { text: FORMULAS[language], reasoning: REASONING[language] } : undefined;
  },
};

const REASONING: Readonly<Record<Language, string>> = {
  zh: '用户想看公式。从中学的求根公式讲起，再到级数、积分和矩阵，由浅入深。',
  en: 'They want formulas. I shall start with the roots of a quadratic and go on to series, an integral and a matrix.',
};

const ROOTS = '$$\nx_{1,2} = \\frac{-b \\pm \\sqrt{b^2 - 4ac}}{2a}\n$$\n\n';
const SERIES = '$$\n\\sum_{n=1}^{\\infty} \\frac{1}{n^2} = \\frac{\\pi^2}{6}\n$$\n\n';
const NORMAL = '$$\n\\frac{1}{\\sqrt{2\\pi}} \\int_{-\\infty}^{\\infty} e^{-x^2/2} \\, dx = 1\n$$\n\n';
const ROTATION =
  "$$\n\\begin{pmatrix} x' \\\\ y' \\end{pmatrix} = \\begin{pmatrix} \\cos\\theta & -\\sin\\theta \\\\ \\sin\\theta & \\cos\\theta \\end{pmatrix} \\begin{pmatrix} x \\\\ y \\end{pmatrix}\n$$\n\n";

const FORMULAS: Readonly<Record<Language, readonly string[]>> = {
  zh: [
    '## 几个好看的公式\n\n**求根公式。** 方程 $ax^2 + bx + c = 0$（其中 $a \\neq 0$）的两个根是\n\n',
    ROOTS,
    '**巴塞尔问题。** 全体平方数的倒数加起来，竟然与圆有关（欧拉，1734 年）：\n\n',
    SERIES,
    '**正态分布。** 钟形曲线下面的面积恰好是 1：\n\n',
    NORMAL,
    '**旋转。** 把平面上的点 $(x, y)$ 绕原点转过角 $\\theta$：\n\n',
    ROTATION,
    '把 $\\theta = \\pi$ 代进欧拉公式 $e^{i\\theta} = \\cos\\theta + i\\sin\\theta$，就得到 $e^{i\\pi} = -1$。\n',
  ],
  en: [
    '## Some beautiful formulas\n\n**Roots of a quadratic.** If $ax^2 + bx + c = 0$ and $a \\neq 0$, then\n\n',
    ROOTS,
    '**The Basel problem.** Add up one over every square, and a circle appears (Euler, 1734):\n\n',
    SERIES,
    '**The bell curve.** The area under it is exactly 1:\n\n',
    NORMAL,
    '**A rotation** of the point $(x, y)$ about the origin by the angle $\\theta$:\n\n',
    ROTATION,
    'Put $\\theta = \\pi$ into Euler’s $e^{i\\theta} = \\cos\\theta + i\\sin\\theta$, and out comes $e^{i\\pi} = -1$.\n',
  ],
};
