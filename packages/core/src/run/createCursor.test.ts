import { describe, expect, it } from 'vitest';
import { createCursor } from './createCursor.ts';

describe('createCursor', () => {
  it.each([
    ['2', '1', false],
    ['2', '2', false],
    ['2', '10', true],
    ['9007199254740992', '9007199254740993', true],
    ['9007199254740993', '9007199254740992', false],
    ['99999999999999999999', '100000000000000000000', true],
    ['0', '-1', false],
    ['b', 'a', true],
    ['1-5', '1-4', true],
    ['2', '1e0', true],
    ['2', '', true],
    ['', '1', true],
  ])('after %j, %j is new: %j', (lastId, id, isNew) => {
    const cursor = createCursor(lastId);
    expect(cursor.accepts({ event: 'message', data: '', id, hasOwnId: true })).toBe(isNew);
    expect(cursor.lastId()).toBe(isNew ? id : lastId);
  });

  it('takes whatever comes without an id of its own, and stays where it is', () => {
    const cursor = createCursor('2');
    expect(cursor.accepts({ event: 'message', data: '', id: '1', hasOwnId: false })).toBe(true);
    expect(cursor.lastId()).toBe('2');
  });
});
