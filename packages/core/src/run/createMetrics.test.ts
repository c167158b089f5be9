import { expect, it } from 'vitest';
import { createFakeClock } from '../../test/createFakeClock.ts';
import { createMetrics } from './createMetrics.ts';

it.each([
  ['春天来了', 4],
  ['はるカナ봄', 5],
  ['1, 2, 3', 5],
  ['1234567', 3],
  ['and so on', 3],
  ['Hello', 1],
  ['thinking', 2],
  ['été', 1],
  ['春 spring。', 4],
  ['😀', 1],
  [' \n\t ', 0],
])('guesses that %j has %i tokens', (text, tokens) => {
  expect(createMetrics(createFakeClock()).read(1, text)).toMatchObject({ tokens, tokensEstimated: true });
});
