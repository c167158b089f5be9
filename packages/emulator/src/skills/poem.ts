import { pickOne } from '../timing/pickOne.ts';
import type { Language, Skill } from './skill.ts';
import { CHINESE_POEMS, ENGLISH_POEMS, type Poem, type Season } from './words/poems.ts';

const ASKS = /诗|絕句|绝句|\bpoems?\b|\bverse\b/i;
const SEASONS: readonly (readonly [Season, RegExp])[] = [
  ['summer', /夏|summer/i],
  ['autumn', /秋|autumn|\bfall\b/i],
  ['winter', /冬|雪|winter|snow/i],
];

/** Writes a poem of four lines about a season: the question of Ant Ling's own tutorial. */
export const poem: Skill = {
  name: 'poem',
  answer({ text, language, random, turn }) {
    if (!ASKS.test(text)) return undefined;
    const season = SEASONS.find(([, named]) => named.test(text))?.[0] ?? 'spring';
    const all = language === 'zh' ? CHINESE_POEMS : ENGLISH_POEMS;
    const chosen = pickOne(
      all.filter((one) => one.season === season),
      random,
      turn,
    );
    return (
      chosen && { text: format(chosen, isAboutElse(text) ? HONEST[language] : ''), reasoning: REASONING[language] }
    );
  },
};

const SEASONAL = /春|夏|秋|冬|雪|四季|spring|summer|autumn|\bfall\b|winter|snow|season/i;
const ABOUT = /\b(?:about|on|for(?! me\b| us\b))\s+\p{L}|关于|[^首写的一]的诗/iu;

/** Whether a subject is named that there is no poem about. */
function isAboutElse(text: string): boolean {
  return ABOUT.test(text) && !SEASONAL.test(text);
}

const HONEST: Readonly<Record<Language, string>> = {
  zh: '我是模拟器，只会背关于四季的诗。送您一首春天的：\n\n',
  en: 'I am an emulator and know poems about the seasons only. Here is one about spring:\n\n',
};

const REASONING: Readonly<Record<Language, string>> = {
  zh: '用户想要一首诗。四句最合适：先写景，再转一笔，最后落到情上。绝句要押平声韵，第一、二、四句的末字韵母要相同，写完再默读一遍。',
  en: 'They want a poem. Four lines will do: a picture, a second picture, a turn, and a quiet end. I should keep the metre even and let the rhymes be plain words.',
};

/** Two spaces at the end of a line keep it a line. */
function* format({ title, lines }: Poem, opening: string): Generator<string> {
  if (opening !== '') yield opening;
  yield `**${title}**\n\n`;
  for (const [index, line] of lines.entries()) yield index < lines.length - 1 ? `${line}  \n` : `${line}\n`;
}
