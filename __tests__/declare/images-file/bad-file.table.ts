/** A wrong bantam.yaml, or a run that does not fit one. */
export interface BadFile {
  readonly name: string
  /** The file; `null`: there is none. */
  readonly text: string | Uint8Array | null
  readonly argv?: readonly string[]
  /** What the message must say, as a terminal shows it. */
  readonly says: readonly string[]
  /** Other files beside it. */
  readonly files?: Readonly<Record<string, string>>
}

const row = (
  name: string,
  text: BadFile['text'],
  says: readonly string[],
  more: Partial<BadFile> = {},
): BadFile => ({
  name,
  text,
  says,
  ...more,
})

/** One image with this setting, which begins in line 3 at column 5. */
const withSetting = (setting: string) => `images:\n  api:\n    ${setting}\n`

const two = (api: string, web: string) => `images:\n  api:\n    ${api}\n  web:\n    ${web}\n`

/** All of them end in exit code 2, and nothing is written. */
export const BAD_FILES: readonly BadFile[] = [
  // What is no YAML.
  row('empty', '', ['bantam.yaml:1:1: the file is empty']),
  row('comments only', '# images\n\n', ['bantam.yaml:1:1: the file is empty']),
  row('a tab', 'images:\n\tapi:\n', ['bantam.yaml:2:1: a tab indents the line', 'spaces']),
  row('an open quote', withSetting('main: "./cmd'), ['bantam.yaml:4:1: this is not YAML']),
  row('an open bracket', withSetting('tags: [a, b'), ['bantam.yaml:4:1: ', 'never closed']),
  row('a map in a value', withSetting('user: 1: 2'), ['bantam.yaml:3:11: ', 'quote the value']),
  row('a reserved character', withSetting('main: @cmd'), ['bantam.yaml:3:11: ', 'reserves']),
  row('an unknown escape', withSetting('main: "\\q"'), ['bantam.yaml:3:', 'backslash']),
  row('a line out of place', 'images:\n  api:\n    main: .\n   user: 1\n', ['bantam.yaml:4:', 'indent']),
  row('several documents', '---\nimages: {a: {}}\n---\nimages: {b: {}}\n', [
    'bantam.yaml:3:1: a second document',
  ]),
  row('a NUL', 'images:\n  a\0pi: {}\n', ['bantam.yaml:2:4: a NUL character']),
  row('a NUL that is escaped', withSetting('main: "\\0"'), ['bantam.yaml:3:11: ', 'NUL character']),
  row('another encoding', Uint8Array.from([0x69, 0xff, 0xfe]), ['--config', 'UTF-8']),
  row('more than 1 MB', '#'.repeat(1_000_001), ['--config', 'larger than 1 MB']),
  row('deep nesting', `images: ${'['.repeat(20_000)}`, ['bantam.yaml:1:1: ', 'nested too deeply']),
  row('deep nesting in lines', Array.from({ length: 500 }, (_, at) => `${' '.repeat(at)}a:\n`).join(''), [
    'bantam.yaml:1:1: ',
    'nested too deeply',
  ]),
  // What YAML can say and the file cannot.
  row('an alias bomb', 'a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nimages:\n  api:\n    tags: *c\n', [
    'bantam.yaml:1:7: anchors (&) are not read',
    'bantam.yaml:6:11: aliases (*) are not read',
    'defaults',
  ]),
  row('a loop', 'images: &all\n  api: *all\n', ['bantam.yaml:2:8: aliases']),
  row('an alias of nothing', withSetting('main: *cmd'), ['bantam.yaml:3:11: ']),
  row('a tag', withSetting('main: !!js/function "x"'), ['bantam.yaml:3:', 'tags (!) are not read']),
  row('a merge key', 'defaults: {}\nimages:\n  api:\n    <<: {user: 1}\n', [
    'bantam.yaml:4:5: merge keys are not read',
  ]),
  row('a key twice', withSetting('main: a\n    main: b'), [
    'bantam.yaml:4:5: "main" stands here twice',
    'line 3',
  ]),
  row('an image twice', 'images:\n  api: {}\n  api: {}\n', ['bantam.yaml:3:3: "api" stands here twice']),
  row('a label twice', withSetting('labels: {a: 1, a: 2}'), ['bantam.yaml:3:20: "a" stands here twice']),
  row('a list for a key', 'images:\n  [api]: {}\n', ['bantam.yaml:2:', 'a key must be text']),
  row('a template outside quotes', withSetting('tags: {{.Version}}'), ['bantam.yaml:3:', 'quote the value']),
  // The shape of the file.
  row('a list at the top', '- main: .\n', ['bantam.yaml:1:1: the file must be a map', 'a list']),
  row('text at the top', 'hello\n', ['bantam.yaml:1:1: the file must be a map', 'one value']),
  row('no images', 'defaults:\n  user: 1\n', ['bantam.yaml:1:1: there are no images']),
  row('images without any', 'images: {}\n', ['bantam.yaml:1:1: there are no images']),
  row('a list of images', 'images:\n  - main: .\n', ['bantam.yaml:2:3: images must be a map, but is a list']),
  row('text for an image', 'images:\n  api: ./cmd/api\n', [
    'bantam.yaml:2:8: the image "api" must be a map, but is one value',
  ]),
  row('a misspelt key', 'image:\n  api: {}\n', ['bantam.yaml:1:1: image must stand below']),
  row('another misspelt key', 'default: {}\nimages: {a: {}}\n', [
    'bantam.yaml:1:1: "default" is not a key',
    'did you mean "defaults"?',
  ]),
  row('a setting at the top', 'user: 1\nimages: {a: {}}\n', [
    'bantam.yaml:1:1: user must stand below defaults',
  ]),
  row('a name with a slash', 'images:\n  ../api: {}\n', ['bantam.yaml:2:3: "../api" cannot name an image']),
  row('an empty name', 'images:\n  "": {}\n', ['bantam.yaml:2:3: "" cannot name an image']),
  row('over 200 images', `images:\n${Array.from({ length: 201 }, (_, at) => `  a${at}: {}\n`).join('')}`, [
    'bantam.yaml:202:3: a file has at most 200 images, but this one has 201',
  ]),
  // Settings.
  row('a misspelt setting', withSetting('budgte: 3MB'), [
    'bantam.yaml:3:5: "budgte" is not a setting; did you mean "budget"?',
  ]),
  row('a misspelt default', 'defaults: {platfroms: x}\nimages: {a: {}}\n', [
    'bantam.yaml:1:12: ',
    'did you mean "platforms"?',
  ]),
  row('an input of weigh', withSetting('depth: function'), [
    'bantam.yaml:3:5: depth is not an input of a build',
  ]),
  ...[
    ['push', 'true'],
    ['load', 'true'],
    ['registry-username', 'me'],
    ['registry-password', 's3cret'],
    ['github-token', 's3cret'],
    ['go-download-url', 'https://mirror.example'],
    ['upx-download-url', 'https://mirror.example'],
    ['upx-sha256', 'a'.repeat(64)],
    ['config', 'x.yaml'],
    ['only', 'api'],
    ['cache', 'false'],
    ['summary', 'false'],
    ['comment', 'false'],
    ['report', 'out.json'],
  ].map(([name = '', value = '']) =>
    row(`the setting ${name}`, withSetting(`${name}: ${value}`), [`bantam.yaml:3:5: ${name} `, '; ']),
  ),
  row('a setting without a value', withSetting('user:'), ['bantam.yaml:3:5: user has no value']),
  row('a setting of null', withSetting('user: ~'), ['bantam.yaml:3:5: user has no value']),
  row('an empty setting', withSetting('user: ""'), ['bantam.yaml:3:11: user is empty']),
  row('a list for one value', withSetting('user: [1, 2]'), [
    'bantam.yaml:3:11: user takes one value, not a list',
  ]),
  row('a map for one value', withSetting('user: {uid: 1}'), [
    'bantam.yaml:3:11: user takes one value, not a map',
  ]),
  row('a map for a list', withSetting('tags: {a: b}'), [
    'bantam.yaml:3:11: tags takes a list or text, not a map',
  ]),
  row('a list in a list', withSetting('tags: [[a]]'), ['bantam.yaml:3:11: tags has an item that is a list']),
  row('a map in a map', withSetting('labels: {a: {b: c}}'), ['labels has a, whose value is a map']),
  row('a label without a value', withSetting('labels: {a: }'), ['labels has a, whose value is empty', '""']),
  row('a limit without a size', withSetting('budget: {image: }'), [
    'budget has image without a limit',
    '3MB',
  ]),
  row('a variable', withSetting('ldflags: -X main.key={{.Env.TOKEN}}'), [
    'bantam.yaml:3:14: ldflags has {{.Env.…}}',
    'environment of the job',
  ]),
  row('a variable in a list', withSetting("tags: ['{{ .Tag | default .Env.TOKEN }}']"), [
    'tags has {{.Env.…}}',
  ]),
  row('a variable between quotes', withSetting(`ldflags: "-X 'main.k={{.En''v.TOKEN}}'"`), ['{{.Env.…}}']),
  row('a variable in a label', withSetting('labels: {a: "{{.Env.TOKEN}}"}'), ['labels has {{.Env.…}}']),
  // What a list or a map says is known only after its escapes are read.
  row('a variable with an escape', withSetting(String.raw`labels: '["a={{\u002eEnv.TOKEN}}"]'`), [
    'labels "a" has {{.Env.TOKEN}}',
    'environment of the job',
  ]),
  row(
    'a variable whose name has an escape',
    withSetting(String.raw`annotations: '["a={{.\u0045nv.TOKEN}}"]'`),
    ['annotations "a" has {{.Env.TOKEN}}', 'environment of the job'],
  ),
  row('a variable over two lines', withSetting('labels: |\n      - "a={{.En\\\n        v.TOKEN}}"'), [
    'labels "a" has {{.Env.TOKEN}}',
    'environment of the job',
  ]),
  row('a variable with an escape in a tag', withSetting(String.raw`tags: '["{{\x2eEnv.TOKEN}}"]'`), [
    '{{.Env.TOKEN}}',
    'environment of the job',
  ]),
  row(
    'a variable with an escape in a flag',
    withSetting(String.raw`ldflags: '["-X=main.key={{\u002eEnv.TOKEN}}"]'`),
    ['{{.Env.TOKEN}}', 'environment of the job'],
  ),
  // The values of the settings, in the words of their inputs.
  row('an ambiguous size', withSetting('budget: 5M'), [
    'bantam.yaml:3:13: budget "5M" is ambiguous; write 5MB',
  ]),
  row('an ambiguous size in a map', withSetting('budget: {image: 3MB, binary: 5M}'), [
    'bantam.yaml:3:26: budget "binary: 5M" is ambiguous',
  ]),
  row('a wrong platform in a list', withSetting('platforms: [linux/amd64, linux/arn64]'), [
    'bantam.yaml:3:30: platforms "linux/arn64"',
    'did you mean "arm64"',
  ]),
  row('a wrong default', 'defaults:\n  cgo: on\nimages: {a: {}, b: {}}\n', [
    'bantam.yaml:2:8: cgo "on" is unknown',
  ]),
  row('a contradiction', withSetting('main: ./a\n    binary: b'), [
    'bantam.yaml:3:11: main and binary cannot be used together',
  ]),
  row('a program in build-env', withSetting('build-env: {CC: ./cc}'), [
    'bantam.yaml:3:',
    'build-env',
    'relative path',
  ]),
  row(
    'a module proxy of its own',
    withSetting('build-env: {GOEXPERIMENT: x, GOPROXY: "https://proxy.example"}'),
    ['bantam.yaml:3:34: build-env "GOPROXY" says where Go finds code'],
  ),
  row('no such directory', withSetting('working-directory: nowhere'), [
    'bantam.yaml:3:24: working-directory "nowhere" is not there',
  ]),
  row('a directory outside', withSetting('working-directory: ..'), [
    'bantam.yaml:3:24: ',
    'outside the checkout',
  ]),
  row('an output outside', withSetting('output: ../out.tar'), [
    'bantam.yaml:3:13: output ',
    'outside the checkout',
  ]),
  row('binaries outside', withSetting('binaries: /tmp/dist'), [
    'bantam.yaml:3:15: binaries ',
    'outside the checkout',
  ]),
  row('files outside', withSetting('files: /etc/passwd:/etc/x'), [
    'bantam.yaml:3:12: files ',
    'outside the checkout',
  ]),
  row("git's own files", withSetting('files: .git/config:/x'), [
    'bantam.yaml:3:12: files ',
    'outside the checkout',
  ]),
  // Several images.
  row('one tag for two images', two('image: ghcr.io/acme/api', 'image: ghcr.io/acme/api'), [
    'bantam.yaml:5:12: image gives image web the tag ghcr.io/acme/api:',
    'which image api has too',
  ]),
  row('one tag by a reference', two('image: ghcr.io/acme/api\n    tags: v1', 'tags: ghcr.io/acme/api:v1'), [
    'image web the tag ghcr.io/acme/api:v1',
  ]),
  row('one repository by default', 'defaults: {image: acme/x}\nimages: {a: {}, b: {}}\n', [
    'image b the tag',
  ]),
  row('one output for two images', two('output: out.tar', 'output: ./out.tar'), [
    'bantam.yaml:5:13: output of image web is written where output of image api is',
  ]),
  row('an output in another', two('output: out', 'output: out/web.tar'), ['output of image web']),
  row('binaries in one folder', two('binaries: dist', 'binaries: dist'), ['binaries of image web']),
  row('binaries where an output is', two('output: dist/api', 'binaries: dist'), ['binaries of image web']),
  row('a main for several images', two('user: 1', 'user: 2'), ['--main', 'several images'], {
    argv: ['./cmd/api', '--config=bantam.yaml'],
  }),
  row('an image for several images', two('user: 1', 'user: 2'), ['--image', 'several images'], {
    argv: ['--image=acme/x'],
  }),
  row('an unknown image', two('user: 1', 'user: 2'), ['--only "wep"', 'did you mean "web"?'], {
    argv: ['--only=wep'],
  }),
  row('an image by no name like it', two('user: 1', 'user: 2'), ['--only "nothing"', 'it has api, web'], {
    argv: ['--only=api,nothing'],
  }),
  row('no image at all', two('user: 1', 'user: 2'), ['--only "[]" names no image'], { argv: ['--only=[]'] }),
  row('only without a file', null, ['--only', 'none is read'], { argv: ['--only=api'] }),
  row('no such file', null, ['--config "images.yaml"', 'there is no such file'], {
    argv: ['--config=images.yaml'],
  }),
  row('a directory for the file', null, ['--config "."', 'is not a file'], { argv: ['--config=.'] }),
  row(
    'a problem of one image that no value has',
    two('user: 1', 'image: acme/web'),
    ['bantam.yaml:2:3: image api: push needs a repository'],
    { argv: ['--push'] },
  ),
]
