import { describe, expect, it } from 'vitest';
import { mendTypos } from './mendTypos.ts';

describe('mendTypos', () => {
  it.each([
    ['halp', 'help'],
    ['cuont to 5', 'count to 5'],
    ['what can u do', 'what can you do'],
    ['whats my name', "what's my name"],
  ])('reads %j', (slip, meant) => {
    expect(mendTypos(slip)).toBe(meant);
  });

  it('leaves words alone that only contain a slip', () => {
    expect(mendTypos('a mutual blue table')).toBe('a mutual blue table');
  });
});
