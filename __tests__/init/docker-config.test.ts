import { describe, expect, it } from '@jest/globals'
import { dockerConfig } from '../../src/init/docker-config.ts'
import { viewStage } from '../../src/init/docker-stage.ts'
import { parseDockerfile } from '../../src/init/dockerfile.ts'

function read(text: string) {
  const view = viewStage(parseDockerfile(text), 0)
  const { inputs, notes } = dockerConfig(view, view.runs, 'D')
  return { inputs, notes: notes.map(({ where, what }) => `${where} ${what}`) }
}

describe('dockerConfig', () => {
  it('takes over what an image of Bantam has, too', () => {
    const text = [
      'FROM scratch',
      'ENV A=1 B="x y"',
      'ENV A=2',
      'EXPOSE 80 443/tcp',
      'EXPOSE 80',
      'USER 5:6',
      'WORKDIR /w',
      'VOLUME ["/a", "/b"]',
      'VOLUME /c',
      'STOPSIGNAL SIGINT',
      'LABEL a=b org.opencontainers.image.version=1',
      'HEALTHCHECK NONE',
    ].join('\n')
    expect(read(text)).toEqual({
      inputs: {
        env: 'A=2\nB=x y',
        expose: '80\n443/tcp',
        user: '5:6',
        workdir: '/w',
        volumes: '/a\n/b\n/c',
        'stop-signal': 'SIGINT',
        labels: 'a=b',
      },
      notes: [],
    })
  })

  it.each([
    { line: 'ONBUILD RUN x', note: 'D:2 ONBUILD RUN x' },
    { line: 'RUN apk add --no-cache git tzdata && rm -rf /x', note: 'D:2 packages git' },
    { line: 'RUN apt-get update && apt-get install -y curl', note: 'D:2 packages curl' },
    { line: 'RUN mkdir /a; chown 1 /a', note: 'D:2 RUN mkdir /a|D:2 RUN chown 1 /a' },
    { line: 'RUN apk add ca-certificates && adduser -u 5 app', note: '' },
    { line: 'ENV A=$X', note: 'D:2 ENV A' },
    { line: 'ENV PATH=/a:$PATH', note: 'D:2 ENV PATH' },
    { line: 'EXPOSE $PORT', note: 'D:2 EXPOSE $PORT' },
    { line: 'LABEL a=$X b=c', note: 'D:2 LABEL a' },
  ])('says what it leaves out of $line', ({ line, note }) => {
    expect(read(`FROM scratch\n${line}\nUSER 1\n`).notes.join('|')).toBe(note)
  })

  it.each([
    { base: 'scratch', noted: false },
    { base: 'gcr.io/distroless/static', noted: false },
    { base: 'gcr.io/distroless/static-debian12:nonroot', noted: false },
    { base: 'gcr.io/distroless/base', noted: true },
    { base: 'alpine:3', noted: true },
  ])('says whether $base had something that is missing', ({ base, noted }) => {
    expect(read(`FROM ${base}\nUSER 1\n`).notes).toEqual(noted ? [`D:1 FROM ${base}`] : [])
  })

  it('says that another user runs the image', () => {
    expect(read('FROM scratch\n').notes).toEqual(['D:1 no USER'])
    expect(read('FROM distroless/static:nonroot\n').notes).toEqual([])
    expect(read('FROM scratch\nUSER app\n')).toEqual({ inputs: {}, notes: ['D:2 USER app'] })
    expect(read('FROM scratch\nUSER $U\n').inputs).toEqual({})
  })
})
