export type Season = 'spring' | 'summer' | 'autumn' | 'winter';

/** Four lines, written for this package. */
export interface Poem {
  readonly season: Season;
  readonly title: string;
  readonly lines: readonly string[];
}

/** Regulated quatrains: level and oblique tones in their places, rhymes from one class of the old books. */
export const CHINESE_POEMS: readonly Poem[] = [
  {
    season: 'spring',
    title: '春日',
    lines: ['东风一夜过江城，', '细雨无声草自生。', '燕子归来寻旧主，', '桃花满树笑相迎。'],
  },
  {
    season: 'spring',
    title: '春雨',
    lines: ['轻雷昨夜过前溪，', '新绿今朝满旧堤。', '最是一犁春雨足，', '隔林布谷尽情啼。'],
  },
  { season: 'spring', title: '早春', lines: ['雪尽溪声起，', '风轻柳色新。', '山桃才一点，', '已报满城春。'] },
  {
    season: 'summer',
    title: '夏夜',
    lines: ['荷风十里送微凉，', '萤火穿林夜未央。', '坐看银河斜过瓦，', '一声蛙鼓满池塘。'],
  },
  {
    season: 'autumn',
    title: '秋夕',
    lines: ['一叶飘零万里秋，', '寒江独钓夕阳舟。', '芦花不管人离别，', '依旧随风白满头。'],
  },
  {
    season: 'winter',
    title: '雪夜',
    lines: ['炉火微红夜读书，', '推窗忽见雪盈庐。', '山村一夜无人迹，', '留与梅花自在舒。'],
  },
];

/** Iambic lines of eight and six syllables, or of eight. */
export const ENGLISH_POEMS: readonly Poem[] = [
  {
    season: 'spring',
    title: 'Spring',
    lines: [
      'The ice has left the river’s throat,',
      'The willow combs her yellow hair;',
      'A small bird tries a single note',
      'And finds the whole sky waiting there.',
    ],
  },
  {
    season: 'spring',
    title: 'First Rain',
    lines: [
      'Last night the rain came soft and late',
      'And walked along the lane;',
      'This morning by the garden gate',
      'The world is green again.',
    ],
  },
  {
    season: 'summer',
    title: 'Noon',
    lines: [
      'The noon lies down along the wall,',
      'The cat lies down along the noon;',
      'And nothing moves at all, at all,',
      'Except, one window off, a tune.',
    ],
  },
  {
    season: 'autumn',
    title: 'October',
    lines: [
      'The year counts out its gold in leaves',
      'And pays the wind for passing by;',
      'A thread of geese the evening weaves',
      'Across the grey cloth of the sky.',
    ],
  },
  {
    season: 'winter',
    title: 'Snow',
    lines: [
      'The snow has put the town to bed',
      'And tucked it in from roof to street;',
      'One lamp stays up, one page is read,',
      'One line of footprints, small and neat.',
    ],
  },
];
