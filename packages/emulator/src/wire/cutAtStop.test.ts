import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutAtStop } from './cutAtStop.ts';

const cut = (tokens: readonly string[], stops: readonly string[]) => [...cutAtStop(tokens, stops)];

describe('cutAtStop', () => {
  it('lets everything through without a stop sequence, token by token', () => {
    expect(cut(['a', 'b'], [])).toEqual(['a', 'b']);
    expect(cut(['a', 'b', 'c'], ['x'])).toEqual(['a', 'b', 'c']);
    expect(cut(['ab', 'c'], ['cd'])).toEqual(['ab', 'c']);
  });

  it('finds a stop sequence across tokens', () => {
    expect(cut(['one ', 'E', 'N', 'D', ' two'], ['END'])).toEqual(['one ']);
    expect(cut(['oneE', 'NDtwo'], ['END'])).toEqual(['one']);
  });

  it('says what stands before the first of several, however the text is cut', () => {
    const letters = fc.array(fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 4 }));
    const stops = fc.array(fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength: 5 }), {
      maxLength: 3,
    });
    fc.assert(
      fc.property(letters, stops, (tokens, ends) => {
        const text = tokens.join('');
        const places = ends.map((end) => text.indexOf(end)).filter((place) => place >= 0);
        // The earliest to be complete wins, as in a model that generates.
        const expected = cut(tokens, ends).join('');
        expect(text.startsWith(expected)).toBe(true);
        expect(places.length === 0 ? expected === text : expected.length >= Math.min(...places)).toBe(true);
        expect(ends.some((end) => expected.includes(end))).toBe(false);
      }),
    );
  });

  it('holds no token back that cannot be part of a stop sequence', () => {
    const seen: string[] = [];
    function* tokens() {
      for (const token of ['abc', 'def', 'ghi']) {
        seen.push(token);
        yield token;
      }
    }

    const { value } = cutAtStop(tokens(), ['xyz']).next();

    expect(value).toBe('abc');
    expect(seen).toEqual(['abc', 'def']);
  });
});
