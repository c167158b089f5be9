import { describe, expect, it } from 'vitest';
import { question, textOf } from '../../test/ask.ts';
import { findAnswer } from './findAnswer.ts';

const answer = (...said: string[]) => textOf(findAnswer(question(said).chat, 0, { seed: 1 }));

describe('goOn', () => {
  it.each(['continue', 'Go on.', '继续', '请接着写'])('goes on after %j where the answer was cut', (word) => {
    expect(answer('count to 5', '1, 2', word)).toBe(', 3, 4, 5\n');
  });

  it('goes on with an answer that is given as the last message', () => {
    expect(answer('count to 5', '1, 2, 3')).toBe(', 4, 5\n');
  });

  it('begins when nothing was said yet', () => {
    expect(answer('count to 3', '', 'continue')).toBe('1, 2, 3\n');
  });

  it('goes on more than once', () => {
    expect(answer('count to 5', '1, 2', 'continue', ', 3', 'continue')).toBe(', 4, 5\n');
  });

  it('says nothing more when all was said', () => {
    expect(answer('count to 3', '1, 2, 3\n', 'continue')).toBe('');
    expect(answer('count to 3', '1, 2, 3\n and so on', 'continue')).toBe('');
  });

  it('says the whole again when what was said is not its own', () => {
    expect(answer('count to 3', 'one, ', 'continue')).toBe('1, 2, 3\n');
  });

  it('does not know what to go on with at the beginning', () => {
    expect(answer('continue')).toContain('model emulator');
  });
});
