import { describe, expect, it } from 'vitest';
import { fillSchema } from './fillSchema.ts';

const object = (properties: object, required?: readonly string[]) => ({ type: 'object', properties, required });

describe('fillSchema', () => {
  it('takes numbers from the question in order', () => {
    const schema = object({ from: { type: 'integer' }, to: { type: 'number' }, step: { type: 'integer', minimum: 2 } });

    expect(fillSchema(schema, 'from 3 to 7.5')).toEqual({ from: 3, to: 7.5, step: 2 });
  });

  it('takes the choice that the question names', () => {
    const schema = object({ unit: { enum: ['celsius', 'fahrenheit'] } });

    expect(fillSchema(schema, 'in Fahrenheit please')).toEqual({ unit: 'fahrenheit' });
    expect(fillSchema(schema, 'how warm?')).toEqual({ unit: 'celsius' });
  });

  it('leaves optional properties out when some are required', () => {
    const schema = object({ city: { type: 'string' }, days: { type: 'integer' } }, ['city']);

    expect(fillSchema(schema, 'weather in Oslo')).toEqual({ city: 'Oslo' });
  });

  it('fills lists, objects, booleans, nulls and constants', () => {
    const schema = object({
      list: { type: 'array', items: { type: 'boolean' } },
      inner: { properties: { nothing: { type: 'null' }, kind: { const: 'x' } } },
      maybe: { type: ['null', 'string'] },
    });

    expect(fillSchema(schema, 'q')).toEqual({ list: [true], inner: { nothing: null, kind: 'x' }, maybe: 'q' });
  });

  it('ends in a schema that contains itself', () => {
    const node: Record<string, unknown> = { type: 'object' };
    node['properties'] = { next: node };

    expect(JSON.stringify(fillSchema(node, 'q')).length).toBeLessThan(200);
  });
});
