import { describe, expect, it } from 'vitest';
import { shorten } from './shorten.ts';

describe('shorten', () => {
  it('keeps what fits, in one line', () => {
    expect(shorten(' one\n two ', 7)).toBe('one two');
  });

  it('ends what does not fit with a mark, and cuts no character', () => {
    expect(shorten('😀😀😀', 2)).toBe('😀…');
  });
});
