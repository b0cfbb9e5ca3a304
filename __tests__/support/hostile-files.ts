import fc from 'fast-check'
import type { Shape } from './shapes.ts'

/** Pieces of hostile and of honest files. */
const piece = fc.constantFrom(
  ...'FROM golang AS b|FROM scratch|FROM b AS c|COPY . .|COPY --from=b /svc /bin/svc|COPY svc /svc|RUN go build -o /svc .'.split(
    '|',
  ),
  ...'ENV A=1|ENV A=${{ x }} B="\u2028"|ENV ::x::=1|EXPOSE 80 x|USER app|USER 1:1|WORKDIR /w|WORKDIR ${{ x }}|VOLUME ["/a\\nb"]'.split(
    '|',
  ),
  ...'LABEL a="{{.X}}" #=1|ENTRYPOINT ["/svc", "${{ x }}", "- "]|CMD ["#", "[", "a\\nb"]|CMD x|HEALTHCHECK CMD ##[error]'.split(
    '|',
  ),
  ...'HEALTHCHECK --retries=${{ x }} CMD /svc|HEALTHCHECK CMD ["/svc", "${{ x }}", "\u2028\\n"]|RUN setcap cap_chown=+ep /svc|RUN setcap ${{x}}=+ep /svc|COPY .github/* /a/'.split(
    '|',
  ),
  ...'ENV T={{.Env.X}}|ENTRYPOINT ["/svc", "{{ .Env.X }}"]|CMD ["{{.\\"Env\\".X}}"]|HEALTHCHECK CMD ["/svc", "{{.Env.X}}"]|ENV T={{ U=.Env'.split(
    '|',
  ),
  ...'builds: [{main: ., ldflags: "-X main.v=${{ x }} -X main.w={{.Tag}}", tags: "${{ x }}"}]|kos: [{platforms: ["${{ x }}"]}]'.split(
    '|',
  ),
  ...'on: {push: {branches: ["${{ x }}", "a: b"], tags: [\'"\', v*]}}|jobs: {a: {steps: [{run: docker push, with: {tags: "ghcr.io/${{ x }}"}}]}}'.split(
    '|',
  ),
  ...'V = $(shell id)|LDFLAGS = -X main.a=$(V) -X "main.b=a b" -X main.c=`id`|\tgo build -ldflags "$(LDFLAGS)" -tags "a $(V)" .'.split(
    '|',
  ),
)
/** A file of a checkout, of any kind. */
export const ANY_FILE = fc.oneof(
  { weight: 4, arbitrary: fc.array(piece, { maxLength: 12 }).map(pieces => pieces.join('\n')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
)

/** Says everything that could get out of a value into the workflow, the log or the runner. */
export const HOSTILE: Shape = {
  'go.mod': 'module example.com/svc\n\ngo 1.21\n',
  'main.go': 'package main\n\nfunc main() {}\n',
  'a\nb: c/data': '',
  '${{ github.token }}/data': '',
  '- x': '',
  '# x': '',
  Dockerfile: [
    'FROM golang AS build',
    'COPY . /src',
    'WORKDIR /src',
    'RUN go build -ldflags "-X main.a=${{ secrets.X }} -X main.b=\'{{.Env.TOKEN}}\' -X main.c=\\`id\\`" -o /svc .',
    'RUN touch /tmp/bantam-was-here',
    'FROM scratch',
    'COPY --from=build /svc /svc',
    'COPY ["a\\nb: c", "/x"]',
    'COPY ["${{ github.token }}", "/y"]',
    'COPY ["- x", "# x", "/z/"]',
    'ENV A="${{ github.token }}" B="::error::pwned" C="a: b # c" D="\'\\"" E="*x" F="&y" G="!!int 1"',
    'LABEL ::error::pwned=1 a="{{.Env.TOKEN}}" "##[error]x"=1 b="x\\u2028::error::y" c="|"',
    'USER ${{ github.token }}',
    'EXPOSE 80 ${{x}} 99999999 ::error::',
    'VOLUME ["/data", "/a\\n- run: id", "- /b"]',
    'STOPSIGNAL "; id"',
    'WORKDIR /a: b',
    'HEALTHCHECK CMD ::error::pwned',
    'ENTRYPOINT ["/svc", "- x", "${{ github.token }}"]',
    'CMD ["-", "x"]',
    'RUN ##[error]pwned \u202e \u001b[31m',
  ].join('\n'),
}
