import { describe, expect, it } from '@jest/globals'
import * as v from 'valibot'
import { jsonSchema } from '../../scripts/json-schema.ts'

const SIZE = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

function written(schema: v.GenericSchema): unknown {
  const { $schema, $id, $defs, title, ...rest } = jsonSchema('x.json', schema, { size: SIZE })
  expect({ $schema, $id, $defs, title }).toEqual({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'x.json',
    $defs: { size: { type: 'integer', minimum: 0 } },
    title: undefined,
  })
  return rest
}

describe('jsonSchema', () => {
  it.each([
    { name: 'a name', schema: v.array(SIZE), json: { type: 'array', items: { $ref: '#/$defs/size' } } },
    {
      name: 'a number within bounds',
      schema: v.pipe(v.number(), v.minValue(0), v.maxValue(9)),
      json: { type: 'number', minimum: 0, maximum: 9 },
    },
    { name: 'text or null', schema: v.nullable(v.string()), json: { type: ['string', 'null'] } },
    { name: 'one of some or null', schema: v.nullable(v.picklist(['a'])), json: { enum: ['a', null] } },
    {
      name: 'a field that may be left out, and no others',
      schema: v.object({ a: v.literal(1), b: v.exactOptional(v.pipe(v.boolean(), v.description('B.'))) }),
      json: {
        type: 'object',
        additionalProperties: false,
        required: ['a'],
        properties: { a: { const: 1 }, b: { type: 'boolean', description: 'B.' } },
      },
    },
    {
      name: 'a description beside a name',
      schema: v.object({ a: v.pipe(SIZE, v.description('Bytes.')) }),
      json: {
        type: 'object',
        additionalProperties: false,
        required: ['a'],
        properties: { a: { $ref: '#/$defs/size', description: 'Bytes.' } },
      },
    },
  ])('writes $name', ({ schema, json }) => {
    expect(written(schema)).toEqual({ description: undefined, ...json })
  })

  it.each([
    { name: 'schema', schema: v.map(v.string(), v.string()), says: /schema map/ },
    { name: 'action', schema: v.pipe(v.string(), v.email()), says: /action email/ },
  ])('refuses a $name that it does not know', ({ schema, says }) => {
    expect(() => jsonSchema('x.json', schema, {})).toThrow(says)
  })
})
