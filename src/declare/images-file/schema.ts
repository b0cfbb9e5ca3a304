import { rowOf, type InputName } from '../inputs.ts'
import { KEY, MOST_IMAGES } from './images-of.ts'
import { SETTINGS } from './settings.ts'

type Keywords = Readonly<Record<string, unknown>>

/** The JSON schema of bantam.yaml, by which an editor checks and completes it. It is made from the table of inputs. */
export function imagesSchema(): Keywords {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'bantam.schema.json',
    title: 'bantam.yaml',
    description:
      'The images of a repository, each with its inputs. docs/how-to/several-services.md explains it.',
    type: 'object',
    additionalProperties: false,
    required: ['images'],
    properties: {
      defaults: {
        $ref: '#/$defs/settings',
        description: 'What holds for every image that does not say otherwise.',
      },
      images: {
        description: 'The images by their names.',
        type: 'object',
        minProperties: 1,
        maxProperties: MOST_IMAGES,
        propertyNames: { pattern: KEY.source },
        additionalProperties: { oneOf: [{ $ref: '#/$defs/settings' }, { type: 'null' }] },
      },
    },
    $defs: {
      settings: {
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(SETTINGS.map(({ name }) => [name, settingSchema(name)])),
      },
      scalar: { type: ['string', 'number', 'boolean'] },
      list: { oneOf: [{ $ref: '#/$defs/scalar' }, { type: 'array', items: { $ref: '#/$defs/scalar' } }] },
      map: {
        oneOf: [
          { $ref: '#/$defs/list' },
          { type: 'object', additionalProperties: { $ref: '#/$defs/scalar' } },
        ],
      },
      limits: {
        oneOf: [
          { $ref: '#/$defs/scalar' },
          { $ref: '#/$defs/limitsByMetric' },
          {
            type: 'array',
            items: { oneOf: [{ $ref: '#/$defs/scalar' }, { $ref: '#/$defs/limitsByMetric' }] },
          },
        ],
      },
      limitsByMetric: { type: 'object', additionalProperties: { $ref: '#/$defs/list' } },
    },
  }
}

function settingSchema(name: InputName): Keywords {
  const { kind, choices = [], description } = rowOf(name)
  switch (kind) {
    case 'text':
      return { $ref: '#/$defs/scalar', description }
    case 'choice':
      return { enum: choices, description }
    case 'boolean':
      return { enum: [true, false, 'true', 'false'], description }
    case 'list':
      return { $ref: name === 'budget' ? '#/$defs/limits' : '#/$defs/list', description }
    case 'words':
      return { $ref: '#/$defs/list', description }
    case 'map':
      return { $ref: '#/$defs/map', description }
  }
}
