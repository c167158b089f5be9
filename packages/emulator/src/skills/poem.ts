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
    return chosen && { text: format(chosen), reasoning: REASONING[language] };
  },
};

const REASONING: Readonly<Record<Language, string>> = {
  zh: '用户想要一首诗。四句最合适：先写景，再转一笔，最后落到情上。绝句要押平声韵，第一、二、四句的末字韵母要相同，写完再默读一遍。',
  en: 'They want a poem. Four lines will do: a picture, a second picture, a turn, and a quiet end. I should keep the metre even and let the rhymes be plain words.',
};

/** Two spaces at the end of a line keep it a line. */
function* format({ title, lines }: Poem): Generator<string> {
  yield `**${title}**\n\n`;
  for (const [index, line] of lines.entries()) yield index < lines.length - 1 ? `${line}  \n` : `${line}\n`;
}
