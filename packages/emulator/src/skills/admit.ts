import { shorten } from '../text/shorten.ts';
import type { Answer, Question } from './skill.ts';

const SHOWN = 60;

/** Says that this is an emulator and what it can do: the answer to everything no skill knows. */
export function admit({ text, language }: Question): Answer {
  const asked = shorten(text, SHOWN);
  return language === 'zh'
    ? {
        text: [
          `您说的是“${asked.replaceAll('“', '‘').replaceAll('”', '’')}”。我是 ling-stream 自带的**模型模拟器**，不是真正的百灵大模型，所以答不上来。\n\n`,
          '但我会写诗、排表格、写代码、做算术、数数、写长文，也能介绍 ling-stream。发送“**帮助**”，看看我能做什么。',
        ],
        reasoning: '用户的问题不在我会的范围里。我应该如实说明自己是模拟器，再告诉用户我能做什么。',
      }
    : {
        text: [
          `You asked: “${asked}”. I am the **model emulator** that comes with ling-stream, not a real Ling model, so I cannot answer that.\n\n`,
          'I can write a poem, tables, code, arithmetic, long texts, and answer questions about ling-stream. Say **help** to see what I can do.',
        ],
        reasoning: 'None of my skills covers this. I should say plainly that I am an emulator, then say what I can do.',
      };
}
