import { poem } from './poem.ts';
import type { Skill } from './skill.ts';

/** The built-in skills in the order they are asked. */
export const SKILLS: readonly Skill[] = [poem];
