import type { Skill } from './skill.ts';

/** Writes a poem about spring: the question of Ant Ling's own tutorial. */
export const poem: Skill = {
  name: 'poem',
  answer({ text, language }) {
    if (!/诗|poem|verse/i.test(text)) return undefined;
    return language === 'zh'
      ? {
          text: [
            '**春日**\n\n',
            '东风一夜过江城,  \n',
            '细雨无声草自生。  \n',
            '燕子归来寻旧主,  \n',
            '桃花满树笑相迎。\n',
          ],
        }
      : {
          text: [
            '**Spring**\n\n',
            'The rain has washed the road to town,  \n',
            'The plum has put her petals down;  \n',
            'A swallow writes across the sky  \n',
            'That winter only passes by.\n',
          ],
        };
  },
};
