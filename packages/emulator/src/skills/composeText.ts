import { countWords } from '../text/countWords.ts';
import type { Random } from '../timing/createRandom.ts';
import type { Language } from './skill.ts';
import { CHINESE_RIVER } from './words/chineseRiver.ts';
import { ENGLISH_RIVER } from './words/englishRiver.ts';
import type { Material } from './words/material.ts';

const MATERIAL: Readonly<Record<Language, Material>> = { en: ENGLISH_RIVER, zh: CHINESE_RIVER };
const SENTENCES_PER_PARAGRAPH = 4;

/** Writes exactly `size` words (Chinese: characters), headings included, one sentence at a time. */
export function* composeText(size: number, language: Language, random: Random): Generator<string> {
  const material = MATERIAL[language];
  const rest = material.closings.length;
  let left = size;
  for (const piece of narrate(material, random)) {
    const words = countWords(piece);
    if (left <= rest) break;
    // What is left must still have room for a closing sentence; the next piece may be shorter.
    if (words >= left) continue;
    // No heading stands at the end with nothing under it.
    if (piece.includes('#') && left < rest * 3) continue;
    left -= words;
    yield piece;
  }
  yield `${left === size ? '' : '\n\n'}${material.closings[left - 1] ?? ''}\n`;
}

/** The walk without an end: season after season, section after section. */
function* narrate({ title, seasons, sections, sentenceGap }: Material, random: Random): Generator<string> {
  yield `# ${title}`;
  for (let round = 0; ; round += 1) {
    yield `\n\n## ${seasons[round % seasons.length] ?? ''}`;
    for (const { heading, sentences } of sections) {
      yield `\n\n### ${heading}`;
      // The first time round the sentences tell a story in order; later they are memories, and come as they like.
      const order = round === 0 ? sentences : shuffle(sentences, random);
      for (const [index, sentence] of order.entries()) {
        yield (index % SENTENCES_PER_PARAGRAPH === 0 ? '\n\n' : sentenceGap) + sentence;
      }
    }
  }
}

function shuffle<Item>(items: readonly Item[], random: Random): readonly Item[] {
  return items
    .map((item) => ({ item, place: random() }))
    .sort((one, other) => one.place - other.place)
    .map(({ item }) => item);
}
