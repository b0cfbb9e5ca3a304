import type * as v from 'valibot'

/** JSON Schema 2020-12, as far as the shapes of src/weigh-in/shape need it. */
export type JsonSchema = { readonly [Keyword: string]: unknown }

type Schema = v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>
type Definitions = Readonly<Record<string, Schema>>

/**
 * A valibot schema as JSON Schema. What a shape cannot be told of is an error; a check in code is left out. An object has no
 * other fields than these: a program that validates what it reads wants to know, though Bantam itself reads past them.
 *
 * @param definitions schemas that get a name: the same objects wherever they are used
 */
export function jsonSchema(id: string, schema: Schema, definitions: Definitions): JsonSchema {
  const names = new Map(Object.entries(definitions).map(([name, defined]) => [defined, name]))
  const { title, description, ...rest } = convert(schema, names)
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: id,
    title,
    description,
    ...rest,
    $defs: Object.fromEntries(
      Object.entries(definitions).map(([name, defined]) => [name, convert(defined, names)]),
    ),
  }
}

type Names = ReadonlyMap<unknown, string>

/** A reference where the schema has a name. */
function refer(schema: unknown, names: Names): JsonSchema {
  const name = names.get(schema)
  return name === undefined ? convert(schema, names) : { $ref: `#/$defs/${name}` }
}

function convert(schema: unknown, names: Names): JsonSchema {
  const { type, ...rest } = fieldsOf(schema)
  if (Array.isArray(rest['pipe'])) {
    const [first, ...actions]: readonly unknown[] = rest['pipe']
    return actions.reduce<JsonSchema>(
      (made, action) => ({ ...made, ...keywordOf(action) }),
      refer(first, names),
    )
  }
  switch (type) {
    case 'string':
    case 'number':
    case 'boolean':
    case 'null':
      return { type }
    case 'literal':
      return { const: rest['literal'] }
    case 'picklist':
      return { enum: rest['options'] }
    case 'array':
      return { type: 'array', items: refer(rest['item'], names) }
    case 'nullable':
      return orNull(refer(rest['wrapped'], names))
    case 'exact_optional':
      return refer(rest['wrapped'], names)
    case 'lazy':
      return refer(call(rest['getter']), names)
    case 'variant':
      return { oneOf: listOf(rest['options']).map(option => refer(option, names)) }
    case 'object':
      return objectOf(fieldsOf(rest['entries']), names)
    default:
      throw new Error(`scripts/json-schema.ts cannot write the valibot schema ${String(type)}.`)
  }
}

function objectOf(entries: Fields, names: Names): JsonSchema {
  const required = Object.keys(entries).filter(key => fieldsOf(entries[key])['type'] !== 'exact_optional')
  const properties = Object.entries(entries).map(([key, entry]) => [key, refer(entry, names)])
  return {
    type: 'object',
    additionalProperties: false,
    required,
    properties: Object.fromEntries(properties) as JsonSchema,
  }
}

/** The shortest that JSON Schema has for it. */
function orNull(schema: JsonSchema): JsonSchema {
  const { type, enum: options, ...rest } = schema
  if (Array.isArray(options)) return { enum: [...(options as unknown[]), null] }
  if (typeof type === 'string' && type !== 'object') return { type: [type, 'null'], ...rest }
  return { anyOf: [schema, { type: 'null' }] }
}

/** What an action of a pipe adds. */
function keywordOf(action: unknown): JsonSchema {
  const { type, requirement, ...rest } = fieldsOf(action)
  switch (type) {
    case 'title':
      return { title: rest['title'] }
    case 'description':
      return { description: rest['description'] }
    case 'safe_integer':
      return { type: 'integer' }
    case 'min_value':
      return { minimum: requirement }
    case 'max_value':
      return { maximum: requirement }
    case 'min_length':
      return { minItems: requirement }
    case 'regex':
      return { pattern: requirement instanceof RegExp ? requirement.source : requirement }
    case 'finite':
    case 'check':
    case 'guard':
      return {}
    default:
      throw new Error(`scripts/json-schema.ts cannot write the valibot action ${String(type)}.`)
  }
}

type Fields = { readonly [Key: string]: unknown }

function fieldsOf(value: unknown): Fields {
  if (typeof value !== 'object' || value === null) throw new Error('A valibot schema is an object.')
  return value as Fields
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function call(getter: unknown): unknown {
  if (typeof getter !== 'function') throw new Error('A lazy valibot schema has a getter.')
  return (getter as () => unknown)()
}
