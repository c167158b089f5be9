import { describe, expect, it } from 'vitest';
import { createVirtualClock } from '../timing/createVirtualClock.ts';
import { createAdmission } from './createAdmission.ts';

const never = new AbortController().signal;

describe('createAdmission', () => {
  it('lets in so many within any minute', async () => {
    const clock = createVirtualClock();
    const admit = createAdmission(2, clock);

    expect(admit()).toBeUndefined();
    await clock.delay(20_000, never);
    expect(admit()).toBeUndefined();
    expect(admit()).toMatchObject({ status: 429, headers: { 'retry-after': '40' } });
    await clock.delay(39_999, never);
    expect(admit()).toMatchObject({ headers: { 'retry-after': '1' } });
    await clock.delay(1, never);
    expect(admit()).toBeUndefined();
    expect(admit()).toMatchObject({ headers: { 'retry-after': '20' } });
  });

  it('has no limit unless it is given one', () => {
    const admit = createAdmission(Infinity, createVirtualClock());

    expect(Array.from({ length: 1000 }, admit).some(Boolean)).toBe(false);
  });
});
