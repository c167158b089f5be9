import { arithmetic } from './arithmetic.ts';
import { code } from './code.ts';
import { count } from './count.ts';
import { echo } from './echo.ts';
import { events } from './events.ts';
import { help } from './help.ts';
import { lingStream } from './lingStream.ts';
import { longText } from './longText.ts';
import { math } from './math.ts';
import { poem } from './poem.ts';
import { recall } from './recall.ts';
import { smallTalk } from './smallTalk.ts';
import { story } from './story.ts';
import { summary } from './summary.ts';
import { table } from './table.ts';
import { tour } from './tour.ts';
import { useTools } from './useTools.ts';
import { writeJson } from './writeJson.ts';
import type { Skill } from './skill.ts';

/** The built-in skills in the order they are asked: the more particular question first. */
export const SKILLS: readonly Skill[] = [
  useTools,
  writeJson,
  echo,
  smallTalk,
  help,
  recall,
  arithmetic,
  count,
  lingStream,
  tour,
  summary,
  poem,
  longText,
  story,
  table,
  code,
  math,
  events,
];
