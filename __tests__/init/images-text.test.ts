import { describe, expect, it } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { imagesSchema } from '../../src/declare/images-file/schema.ts'
import { declareImage } from '../../src/declare/image-spec.ts'
import { parse } from 'yaml'
import type { WrittenService } from '../../src/init/draft.ts'
import { imageLines, imagesText } from '../../src/init/images-text.ts'
import { planInit } from '../../src/init/init.ts'
import { surroundings } from '../declare/surroundings.ts'
import { ANY_FILE, HOSTILE } from '../support/hostile-files.ts'
import { readImages } from '../support/images-file.ts'
import { factsOf, type Shape, SHAPES } from '../support/shapes.ts'

const GROWTH = ['image: +50kB']
const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(imagesSchema() as object)

function service(name: string, more: Partial<WrittenService> = {}): WrittenService {
  return { name, inputs: {}, image: null, budget: GROWTH, ...more }
}

/** The file without its comments. */
function bodyOf(services: readonly WrittenService[]): string {
  return imagesText({ services, notes: [] }).replace(/^#.*\n/gm, '')
}

function textOf(shape: Shape, repository: string | null = 'Acme/Shop'): string {
  const { services, notes } = planInit({ ...factsOf(shape), repository })
  return imagesText({ services: services.map(one => ({ ...one, budget: GROWTH })), notes })
}

function expressionsIn(text: string): readonly string[] {
  return text.split('\n').filter(line => line.includes('${{') && !line.startsWith('#'))
}

describe('imagesText', () => {
  it('names its schema first, and lists what was not carried over', () => {
    const text = imagesText({ services: [service('a')], notes: [{ where: 'D:1', what: 'x', why: 'y' }] })
    expect(text.split('\n').slice(0, 5)).toEqual([
      '# yaml-language-server: $schema=https://raw.githubusercontent.com/OWNER/bantam/v0.1.0/schema/bantam.schema.json',
      '# Written by bantam init 0.1.0. It is yours to change; the settings are the inputs in docs/reference.md of Bantam.',
      '#',
      '# Not carried over:',
      '# - D:1: x: y',
    ])
  })

  it('says once what all images share, and of each what is its own', () => {
    const shared = { platforms: 'linux/amd64,linux/arm64', args: 'serve', cgo: 'static' }
    const services = [
      service('api', { inputs: { ...shared, main: './api', env: 'A=1\nB=2' }, image: 'ghcr.io/o/n/api' }),
      service('web', { inputs: { ...shared, main: './web', env: 'A=1' }, image: 'ghcr.io/o/n/web' }),
    ]
    expect(bodyOf(services)).toBe(`defaults:
  platforms: 'linux/amd64,linux/arm64'
  cgo: static
  budget: 'image: +50kB'
images:
  api:
    main: ./api
    args: serve
    env: |
      A=1
      B=2
    image: ghcr.io/o/n/api
  web:
    main: ./web
    args: serve
    env: A=1
    image: ghcr.io/o/n/web
`)
  })

  it('keeps a measured budget with its image, also where another has the same', () => {
    const budget = ['image: 3MB', 'image: +50kB']
    const services = [service('a', { budget }), service('b', { budget })]
    const limits = '    budget: |\n      image: 3MB\n      image: +50kB\n'
    const comment = (name: string) => `    # image: ghcr.io/OWNER/REPOSITORY/${name}\n`
    expect(bodyOf(services)).toBe(`images:\n  a:\n${limits}${comment('a')}  b:\n${limits}${comment('b')}`)
  })

  it.each([
    { of: 'one directory', directories: ['a', 'a'], isShared: true },
    { of: 'two directories', directories: ['a', 'b'], isShared: false },
  ])('takes the same files of $of together: $isShared', ({ directories, isShared }) => {
    const services = directories.map((directory, at) =>
      service(`s${at}`, { inputs: { 'working-directory': directory, files: 'web:/web' } }),
    )
    expect(bodyOf(services).includes('\n  files: web:/web\n')).toBe(isShared)
  })

  it('has nothing to share of one image', () => {
    expect(bodyOf([service('a', { inputs: { cgo: 'static' } })])).toMatch(
      /^images:\n {2}a:\n {4}cgo: static\n/,
    )
  })

  it.each(['null', 'true', 'on', '1.0', '123', 'defaults', 'images', 'constructor', '0x1'])(
    'is read back with an image called %s',
    name => {
      const text = imagesText({ services: [service(name), service('b')], notes: [] })
      expect(readImages(text).map(({ key }) => key)).toEqual([name, 'b'])
    },
  )

  it.each([
    { of: 'an input', more: { inputs: { user: '${{ x }}' } } },
    { of: 'a line of an input', more: { inputs: { env: 'A=1\nB=\r- run: id' } } },
    { of: 'a name', more: { name: 'e${{ github.token }}' } },
    { of: 'a name with a line break', more: { name: 'a\n  b' } },
    { of: 'a limit', more: { budget: ['${{ x }}'] } },
    { of: 'an image', more: { image: 'ghcr.io/o/n\n    env: A=1' } },
    { of: 'an image with an expression', more: { image: 'ghcr.io/${{ github.repository }}' } },
  ])('writes no expression and no line break that $of has, whoever forgot to look', ({ more }) => {
    for (const services of [[service('a', more)], [service('b'), service('a', more)]])
      expect(() => imagesText({ services, notes: [] })).toThrow(/^this (?:is no name|would not be plain)/)
  })
})

it('imageLines leaves out what is shared, and tells where the name of the image goes', () => {
  expect(imageLines(service('a', { inputs: { cgo: 'static', main: '.' } }), { cgo: 'static' })).toEqual([
    '  a:',
    "    main: '.'",
    "    budget: 'image: +50kB'",
    '    # image: ghcr.io/OWNER/REPOSITORY/a',
  ])
})

describe('bantam.yaml as Bantam reads it', () => {
  it.each(Object.keys(SHAPES) as (keyof typeof SHAPES)[])('says of %s what a step would', name => {
    const { services } = planInit(factsOf(SHAPES[name]))
    const named = services.map(({ name: key, inputs }) => ({
      name: key,
      inputs,
      image: `ghcr.io/o/n/${key}`,
      budget: ['image: 3MB', ...GROWTH],
    }))
    const twice = [
      ...named,
      ...named.map(one => ({ ...one, name: `${one.name}-2`, image: `${one.image}-2` })),
    ]
    const text = imagesText({ services: twice, notes: [] })
    const expected = twice.map(({ name: key, inputs, image, budget }) => ({
      key,
      values: { 'working-directory': '.', ...inputs, image, budget: budget.join('\n') },
    }))
    expect(readImages(text)).toEqual(expected)
    expect({ valid: validate(parse(text)), errors: validate.errors }).toEqual({ valid: true, errors: null })
  })

  it('has the images of a hostile checkout, and nothing else that their files say', () => {
    const own = ([file, text]: [string, string]) => [`one/${file}`, text] as const
    const shape = {
      ...Object.fromEntries(Object.entries(HOSTILE).map(own)),
      'two/go.mod': 'module example.com/two\n',
      'two/main.go': 'package main\n',
      'two/Dockerfile':
        'FROM scratch\nCOPY two /two\nENV T={{.Env.TOKEN}} U={{.Env M=.Env\nENTRYPOINT ["/two"]\n',
    }
    const text = textOf(shape)
    expect(expressionsIn(text)).toEqual([])
    expect(text).not.toMatch(/^\s*::/m)
    // oxlint-disable-next-line no-control-regex
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u202e]/)
    expect(readImages(text).map(({ key, values }) => [key, values['image'], values['env']])).toEqual([
      ['svc', 'ghcr.io/acme/shop/svc', 'B=::error::pwned\nC=a: b # c\nD=\'"\nE=*x\nF=&y\nG=!!int 1'],
      ['two', 'ghcr.io/acme/shop/two', undefined],
    ])
    expect(text).toContain('# - two: env T={{.Env.TOKEN}}: it reads like a variable of the job')
  })

  it('is read back without a problem, whatever the files of the checkout are', () => {
    const names = ['Dockerfile', 'Makefile', 'b/Dockerfile', 'a/Makefile', '.ko.yaml']
    const others = fc.record(Object.fromEntries(names.map(name => [name, ANY_FILE])), { requiredKeys: [] })
    const docker = fc
      .tuple(ANY_FILE, ANY_FILE)
      .map(([before, after]) => `${before}\nFROM scratch\nCOPY a /svc\nENTRYPOINT ["/svc"]\n${after}\n`)
    const sizes: number[] = []
    fc.assert(
      fc.property(others, docker, fc.constantFrom('acme/shop', null), (files, dockerfile, repository) => {
        const shape = {
          'go.mod': 'module example.com/svc\n',
          'a/main.go': 'package main\n',
          'a/Dockerfile': dockerfile,
          'b/main.go': 'package main\n',
          'b/svc': '',
          'c/main.go': 'package main\n',
          'c/Dockerfile': 'FROM scratch\nCOPY c /c\nENTRYPOINT ["/c"]\n',
          ...files,
        }
        const { length } = planInit(factsOf(shape)).services
        sizes.push(length)
        // Of one service the workflow has the inputs.
        if (length < 2) return
        const text = textOf(shape, repository)
        expect(expressionsIn(text)).toEqual([])
        expect(text).not.toMatch(/^\s*::/m)
        const images = readImages(text)
        expect(images).toHaveLength(length)
        for (const { values } of images) {
          const declared = declareImage({ surface: 'action', values, problems: [] }, surroundings())
          expect(declared.ok ? [] : declared.problems).toEqual([])
        }
      }),
      { numRuns: 300 },
    )
    expect(sizes.filter(size => size > 1).length).toBeGreaterThan(100)
  })
})
