import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { binaryNameOf } from '../../src/compile/binary-name.ts'
import type { Facts } from '../../src/init/facts.ts'
import { workspaceModules } from '../../src/init/go-work.ts'
import { kindOf } from '../../src/init/source-kind.ts'
import { filesText } from '../../src/init/written-files.ts'

/** Files by their paths. */
export type Shape = Readonly<Record<string, string>>

const MAIN = 'package main\n\nfunc main() {}\n'
const mod = (name: string) => `module ${name}\n\ngo 1.21\n`

/** How ten real projects declare their images, in small: what the projects' own files say, and nothing else of them. */
export const SHAPES = {
  whoami: {
    'go.mod': mod('github.com/traefik/whoami'),
    'app.go': MAIN,
    Dockerfile: `FROM golang:1-alpine AS builder

RUN apk --no-cache --no-progress add git ca-certificates tzdata make \\
    && update-ca-certificates \\
    && rm -rf /var/cache/apk/*

WORKDIR /go/whoami

# Download go modules
COPY go.mod .
COPY go.sum .
RUN GO111MODULE=on GOPROXY=https://proxy.example go mod download

COPY . .

RUN make build

# Create a minimal container to run a Golang static binary
FROM scratch

COPY --from=builder /usr/share/zoneinfo /usr/share/zoneinfo
COPY --from=builder /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/
COPY --from=builder /go/whoami/whoami .

ENTRYPOINT ["/whoami"]
EXPOSE 80
`,
    Makefile: `TAG_NAME := $(shell git tag -l --contains HEAD)
SHA := $(shell git rev-parse HEAD)
VERSION := $(if $(TAG_NAME),$(TAG_NAME),$(SHA))

build:
\tCGO_ENABLED=0 go build -a --trimpath --installsuffix cgo --ldflags="-s" -o whoami
`,
    '.goreleaser.yaml': `version: 2
project_name: whoami
builds:
  - binary: whoami
    env: [CGO_ENABLED=0]
    ldflags: -s -w
    goos: [windows, darwin, linux]
    goarch: [amd64, '386', arm, arm64]
    goarm: ['7']
dockers:
  - goarch: amd64
    goos: linux
    image_templates: ['docker.io/traefik/whoami:latest-amd64']
  - goarch: arm64
    goos: linux
    image_templates: ['docker.io/traefik/whoami:latest-arm64']
  - goarch: arm
    goarm: '7'
    goos: linux
    image_templates: ['docker.io/traefik/whoami:latest-armv7']
`,
  },
  podinfo: {
    'go.mod': mod('github.com/stefanprodan/podinfo'),
    'cmd/podinfo/main.go': MAIN,
    'cmd/podcli/main.go': MAIN,
    'pkg/version/version.go': 'package version\n\nvar REVISION = "unknown"\n',
    'ui/vue.html': '<p>\n',
    Dockerfile: `FROM golang:1.25-alpine AS builder

ARG REVISION

RUN mkdir -p /podinfo/

WORKDIR /podinfo

COPY . .

RUN go mod download

RUN CGO_ENABLED=0 go build -ldflags "-s -w \\
    -X github.com/stefanprodan/podinfo/pkg/version.REVISION=\${REVISION}" \\
    -a -o bin/podinfo cmd/podinfo/*

RUN CGO_ENABLED=0 go build -ldflags "-s -w \\
    -X github.com/stefanprodan/podinfo/pkg/version.REVISION=\${REVISION}" \\
    -a -o bin/podcli cmd/podcli/*

FROM alpine:3.22

ARG BUILD_DATE
ARG VERSION
ARG REVISION

LABEL maintainer="stefanprodan"

RUN addgroup -S app \\
    && adduser -S -G app app \\
    && apk --no-cache add \\
    ca-certificates curl netcat-openbsd

WORKDIR /home/app

COPY --from=builder /podinfo/bin/podinfo .
COPY --from=builder /podinfo/bin/podcli /usr/local/bin/podcli
COPY ./ui ./ui
RUN chown -R app:app ./

USER app

CMD ["./podinfo"]
`,
    '.github/workflows/release.yml': `name: release
on:
  push:
    tags: ['*']
jobs:
  release:
    runs-on: ubuntu-latest
    steps:
      - uses: docker/metadata-action@v5
        with:
          images: |
            ghcr.io/\${{ github.repository }}
            docker.io/stefanprodan/podinfo
      - uses: docker/build-push-action@v6
        with:
          push: true
          platforms: linux/amd64,linux/arm/v7,linux/arm64
`,
  },
  coredns: {
    'go.mod': mod('github.com/coredns/coredns'),
    'coredns.go': MAIN,
    'directives_generate.go': '//go:build ignore\n\npackage main\n\nfunc main() {}\n',
    'man/man.go': 'package man\n',
    Dockerfile: `ARG DEBIAN_IMAGE=debian:stable-slim
ARG BASE=gcr.io/distroless/static-debian12:nonroot

FROM --platform=$BUILDPLATFORM \${DEBIAN_IMAGE} AS build
SHELL [ "/bin/sh", "-ec" ]
RUN export DEBCONF_NONINTERACTIVE_SEEN=true ; \\
    apt-get -qq update ; \\
    apt-get -qq install -y ca-certificates libcap2-bin
COPY coredns /coredns
RUN setcap cap_net_bind_service=+ep /coredns

FROM \${BASE}
COPY --from=build /etc/ssl/certs /etc/ssl/certs
COPY --from=build /coredns /coredns
USER nonroot:nonroot
WORKDIR /
EXPOSE 53 53/udp
ENTRYPOINT ["/coredns"]
`,
    Makefile: `# Makefile for building CoreDNS
GITCOMMIT?=$(shell git describe --dirty --always)
BINARY:=coredns
SYSTEM:=
BUILDOPTS?=-v
GOPATH?=$(HOME)/go
CGO_ENABLED?=0
GOLANG_VERSION ?= $(shell cat .go-version)
STRIP_FLAGS?=-s -w
LDFLAGS?=-ldflags="$(STRIP_FLAGS) -X github.com/coredns/coredns/coremain.GitCommit=$(GITCOMMIT)"

.PHONY: coredns
coredns: $(CHECKS)
\tCGO_ENABLED=$(CGO_ENABLED) $(SYSTEM) go build $(BUILDOPTS) $(LDFLAGS) -o $(BINARY)
`,
  },
  blackbox_exporter: {
    'go.mod': mod('github.com/prometheus/blackbox_exporter'),
    'main.go': MAIN,
    'blackbox.yml': 'modules:\n',
    Dockerfile: `ARG ARCH="amd64"
ARG OS="linux"
FROM quay.io/prometheus/busybox-\${OS}-\${ARCH}:latest
LABEL maintainer="The Prometheus Authors <prometheus-developers@example.com>"

ARG ARCH="amd64"
ARG OS="linux"
COPY .build/\${OS}-\${ARCH}/blackbox_exporter  /bin/blackbox_exporter
COPY blackbox.yml       /etc/blackbox_exporter/config.yml

EXPOSE      9115
ENTRYPOINT  [ "/bin/blackbox_exporter" ]
CMD         [ "--config.file=/etc/blackbox_exporter/config.yml" ]
`,
    '.promu.yml': `go:
    version: 1.25
build:
    ldflags: |
        -X github.com/prometheus/common/version.Version={{.Version}}
`,
  },
  'oauth2-proxy': {
    'go.mod': mod('github.com/oauth2-proxy/oauth2-proxy/v7'),
    'main.go': MAIN,
    'version.go': 'package main\n\nvar VERSION = "undefined"\n',
    'contrib/tool/main.go': MAIN,
    Dockerfile: `ARG RUNTIME_IMAGE=gcr.io/distroless/static:nonroot
ARG BUILD_IMAGE=docker.io/library/golang:1.25-bookworm
FROM --platform=\${BUILDPLATFORM} \${BUILD_IMAGE} AS builder
ARG VERSION
WORKDIR \${GOPATH}/src/github.com/oauth2-proxy/oauth2-proxy
COPY go.mod go.sum ./
RUN go mod download
COPY . .
ARG TARGETPLATFORM
RUN case \${TARGETPLATFORM} in \\
         "linux/arm64")  GOARCH=arm64  ;; \\
         *) GOARCH=amd64 ;; \\
    esac && \\
    printf "Building OAuth2 Proxy for arch \${GOARCH}\\n" && \\
    GOARCH=\${GOARCH} VERSION=\${VERSION} make build && touch jwt_signing_key.pem

FROM \${RUNTIME_IMAGE}
ARG VERSION
LABEL org.opencontainers.image.licenses=MIT \\
      org.opencontainers.image.version=\${VERSION}
COPY --from=builder /go/src/github.com/oauth2-proxy/oauth2-proxy/oauth2-proxy /bin/oauth2-proxy
COPY --from=builder /go/src/github.com/oauth2-proxy/oauth2-proxy/jwt_signing_key.pem /etc/ssl/private/jwt_signing_key.pem
ENTRYPOINT ["/bin/oauth2-proxy"]
`,
    Makefile: `GO ?= go
BINARY := oauth2-proxy
VERSION ?= $(shell git describe --always --dirty --tags 2>/dev/null || echo "undefined")

.PHONY: build
build: validate-go-version clean $(BINARY) ## Build and create oauth2-proxy binary

$(BINARY):
\tCGO_ENABLED=0 $(GO) build -a -installsuffix cgo -ldflags="-X github.com/oauth2-proxy/oauth2-proxy/v7/pkg/version.VERSION=\${VERSION}" -o $@ github.com/oauth2-proxy/oauth2-proxy/v7

DOCKER_BUILDX_COMMON_ARGS ?= --build-arg VERSION=\${VERSION}
docker:
\tdocker buildx build --platform linux/amd64,linux/arm64,linux/ppc64le,linux/arm/v7 .
`,
  },
  dex: {
    'go.mod': mod('github.com/dexidp/dex'),
    'api/v2/go.mod': mod('github.com/dexidp/dex/api/v2'),
    'api/v2/api.go': 'package api\n',
    'cmd/dex/main.go': MAIN,
    'cmd/docker-entrypoint/main.go': MAIN,
    'examples/example-app/main.go': MAIN,
    'config.docker.yaml': '{}\n',
    'web/index.html': '<p>\n',
    Dockerfile: `ARG BASE_IMAGE=alpine
FROM --platform=$BUILDPLATFORM golang:1.25-alpine AS builder
RUN apk add --no-cache ca-certificates openssl clang lld
WORKDIR /usr/local/src/dex
ENV CGO_ENABLED=1
ARG GOPROXY
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN make release-binary

FROM alpine:3.22 AS stager
RUN mkdir -p /var/dex
RUN mkdir -p /etc/dex
COPY config.docker.yaml /etc/dex/

FROM alpine:3.22 AS gomplate
ARG GOMPLATE_VERSION=v4.3.0
RUN wget -O /usr/local/bin/gomplate https://example.com/gomplate

FROM alpine:3.22 AS user-setup
RUN addgroup -g 1001 -S dex && adduser -u 1001 -S -D -G dex dex

FROM $BASE_IMAGE
COPY --from=user-setup /etc/passwd /etc/passwd
COPY --from=user-setup /etc/group /etc/group
COPY --from=stager --chown=1001:1001 /var/dex /var/dex
COPY --from=stager --chown=1001:1001 /etc/dex /etc/dex
COPY --from=builder /usr/local/src/dex/go.mod /usr/local/src/dex/go.sum /usr/local/src/dex/
COPY --from=builder /go/bin/dex /usr/local/bin/dex
COPY --from=builder /go/bin/docker-entrypoint /usr/local/bin/docker-entrypoint
COPY --from=builder /usr/local/src/dex/web /srv/dex/web
COPY --from=gomplate /usr/local/bin/gomplate /usr/local/bin/gomplate
USER dex:dex
ENTRYPOINT ["/usr/local/bin/docker-entrypoint"]
CMD ["dex", "serve", "/etc/dex/config.docker.yaml"]
`,
    Makefile: `export CGO_ENABLED=1
PROJ=dex
ORG_PATH=github.com/dexidp
REPO_PATH=$(ORG_PATH)/$(PROJ)
VERSION ?= $(shell ./scripts/git-version)
export GOBIN=$(PWD)/bin
LD_FLAGS="-w -X main.version=$(VERSION)"

release-binary: LD_FLAGS = "-w -X main.version=$(VERSION) -extldflags \\"-static\\""
release-binary: ## Build release binaries (used to build a final container image).
\t@go build -o /go/bin/dex -v -ldflags $(LD_FLAGS) $(REPO_PATH)/cmd/dex
\t@go build -o /go/bin/docker-entrypoint -v -ldflags $(LD_FLAGS) $(REPO_PATH)/cmd/docker-entrypoint
`,
  },
  gitleaks: {
    'go.mod': mod('github.com/zricethezav/gitleaks/v8'),
    'main.go': MAIN,
    'cmd/generate/config/main.go': MAIN,
    Dockerfile: `FROM golang:1.25 AS build
WORKDIR /go/src/github.com/zricethezav/gitleaks
COPY . .
RUN VERSION=$(git describe --tags --abbrev=0) && \\
CGO_ENABLED=0 go build -o bin/gitleaks -ldflags "-X="github.com/zricethezav/gitleaks/v8/version.Version=\${VERSION}

FROM alpine:3.22
RUN apk add --no-cache bash git openssh-client
COPY --from=build /go/src/github.com/zricethezav/gitleaks/bin/* /usr/bin/

RUN git config --global --add safe.directory '*'

ENTRYPOINT ["gitleaks"]
`,
    '.goreleaser.yml': `project_name: gitleaks
builds:
  - main: main.go
    binary: gitleaks
    goos: [darwin, linux, windows]
    goarch: [amd64, arm64]
    ldflags:
      - -s -w -X=github.com/zricethezav/gitleaks/v8/version.Version={{.Version}}
`,
    '.github/workflows/release.yml': `name: Release
on:
  push:
    tags: ['v*']
jobs:
  docker:
    runs-on: ubuntu-latest
    steps:
      - uses: docker/build-push-action@v6
        with:
          platforms: linux/amd64,linux/arm64
          tags: |
            ghcr.io/gitleaks/gitleaks:latest
            zricethezav/gitleaks:latest
`,
  },
  mailpit: {
    'go.mod': mod('github.com/axllent/mailpit'),
    'main.go': MAIN,
    Dockerfile: `FROM golang:alpine AS builder
ARG VERSION=dev
COPY . /app
WORKDIR /app
RUN apk upgrade && apk add git npm && \\
npm install && npm run package && \\
CGO_ENABLED=0 go build -ldflags "-s -w -X github.com/axllent/mailpit/config.Version=\${VERSION}" -o /mailpit

FROM alpine:latest
LABEL org.opencontainers.image.title="Mailpit" \\
  org.opencontainers.image.description="An email and SMTP testing tool"
COPY --from=builder /mailpit /mailpit
RUN apk upgrade --no-cache && apk add --no-cache tzdata && ln -sf /mailpit /usr/sbin/sendmail
EXPOSE 1025/tcp 1110/tcp 8025/tcp
HEALTHCHECK --interval=15s --start-period=10s --start-interval=1s CMD ["/mailpit", "readyz"]
ENTRYPOINT ["/mailpit"]
`,
  },
  'external-dns': {
    'go.mod': mod('sigs.k8s.io/external-dns'),
    'main.go': MAIN,
    'internal/gen/docs/flags/main.go': MAIN,
    '.ko.yaml': `defaultBaseImage: gcr.io/distroless/static-debian12:latest
builds:
- id: external-dns
  dir: .
  main: .
  env: [CGO_ENABLED=0]
  ldflags:
  - -s
  - -w
  - -X sigs.k8s.io/external-dns/pkg/apis/externaldns.Version={{.Env.VERSION}}
  - -X sigs.k8s.io/external-dns/pkg/apis/externaldns.GitCommit={{.Git.ShortCommit}}
`,
    Makefile: `VERSION ?= $(shell git describe --tags --always --dirty --match "v*")
IMG_PLATFORM ?= linux/amd64,linux/arm64,linux/arm/v7
build.push/multiarch: ko
\tVERSION=$(VERSION) ko build --tags $(VERSION) --platform=\${IMG_PLATFORM} --bare .
`,
  },
  redis_exporter: {
    'go.mod': mod('github.com/oliver006/redis_exporter'),
    'main.go': MAIN,
    Dockerfile: `ARG  GOARCH
FROM --platform=$BUILDPLATFORM golang:1.25-alpine AS builder
WORKDIR /go/src/github.com/oliver006/redis_exporter/
ADD . /go/src/github.com/oliver006/redis_exporter/
ARG SHA1="[no-sha]"
ARG TAG="[no-tag]"
RUN apk --no-cache add ca-certificates git
RUN BUILDDATE=$(date +%F-%T) && CGO_ENABLED=0 GOOS=linux GOARCH=$GOARCH go build -o /redis_exporter \\
    -ldflags  "-s -w -extldflags \\"-static\\" -X main.BuildVersion=$TAG -X main.BuildCommitSha=$SHA1 -X main.BuildDate=$BUILDDATE" .
RUN [ "$GOARCH" = "amd64" ]  && /redis_exporter -version || ls -la /redis_exporter

FROM scratch AS scratch
COPY --from=builder /redis_exporter /redis_exporter
COPY --from=builder /etc/ssl/certs /etc/ssl/certs
COPY --from=builder /etc/nsswitch.conf /etc/nsswitch.conf
# Run as non-root user for secure environments
USER 59000:59000
EXPOSE     9121
ENTRYPOINT [ "/redis_exporter" ]

FROM alpine:3.22 AS alpine
COPY --from=builder /redis_exporter /redis_exporter
COPY --from=builder /etc/ssl/certs /etc/ssl/certs
USER 59000:59000
EXPOSE     9121
ENTRYPOINT [ "/redis_exporter" ]
`,
    '.github/workflows/release.yml': `name: release
on:
  release:
    types: [published]
jobs:
  docker:
    runs-on: ubuntu-latest
    steps:
      - run: docker buildx build --platform linux/amd64,linux/arm,linux/arm64 .
`,
  },
  boutique: {
    'src/frontend/go.mod': mod('github.com/GoogleCloudPlatform/microservices-demo/src/frontend'),
    'src/frontend/main.go': MAIN,
    'src/frontend/templates/home.html': '<p>\n',
    'src/frontend/static/style.css': 'p {}\n',
    'src/frontend/Dockerfile': `FROM --platform=$BUILDPLATFORM golang:1.25-alpine AS builder
ARG TARGETOS
ARG TARGETARCH
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
ARG SKAFFOLD_GO_GCFLAGS
RUN GOOS=\${TARGETOS} GOARCH=\${TARGETARCH} CGO_ENABLED=0 go build -gcflags="\${SKAFFOLD_GO_GCFLAGS}" -o /go/bin/frontend .

FROM gcr.io/distroless/static
WORKDIR /src
COPY --from=builder /go/bin/frontend /src/server
COPY ./templates ./templates
COPY ./static ./static
ENV GOTRACEBACK=single
EXPOSE 8080
ENTRYPOINT ["/src/server"]
`,
    'src/checkoutservice/go.mod': mod(
      'github.com/GoogleCloudPlatform/microservices-demo/src/checkoutservice',
    ),
    'src/checkoutservice/main.go': MAIN,
    'src/checkoutservice/Dockerfile': `FROM golang:1.25-alpine AS builder
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /checkoutservice .

FROM gcr.io/distroless/static
WORKDIR /src
COPY --from=builder /checkoutservice /src/checkoutservice
ENV GOTRACEBACK=single
EXPOSE 5050
ENTRYPOINT ["/src/checkoutservice"]
`,
  },
} as const satisfies Readonly<Record<string, Shape>>

const FIXTURES = path.join(import.meta.dirname, '..', 'fixtures', 'init')

/** What `init --stdout` prints for one of the shapes. */
export function writtenFor(name: string): string {
  const places = [
    { path: 'bantam.yaml', fixture: `${name}.bantam.yaml` },
    { path: '.github/workflows/bantam.yml', fixture: `${name}.yml` },
  ]
  const files = places.flatMap(({ path: place, fixture }) => {
    const file = path.join(FIXTURES, fixture)
    return existsSync(file) ? [{ path: place, text: readFileSync(file, 'utf8') }] : []
  })
  return filesText(files)
}

export function writeShape(directory: string, shape: Shape): void {
  for (const [file, text] of Object.entries(shape)) {
    const place = path.join(directory, file)
    mkdirSync(path.dirname(place), { recursive: true })
    writeFileSync(place, text)
  }
}

/** What `init` would find in it, without a disk. Main packages are those whose file says so. */
export function factsOf(shape: Shape): Facts {
  const files = Object.keys(shape)
  const directories = new Set(files.flatMap(file => parentsOf(file)))
  const modules = files
    .filter(file => path.posix.basename(file) === 'go.mod')
    .map(file => ({ directory: directoryOf(file), path: /^module (\S+)/.exec(shape[file] ?? '')?.[1] ?? '' }))
    .toSorted((a, b) => b.directory.length - a.directory.length)
  const mains = new Set(files.filter(file => shape[file]?.startsWith('package main')).map(directoryOf))
  const programs = [...mains].toSorted().flatMap(directory => {
    const module = modules.find(
      one => one.directory === '' || `${directory}/`.startsWith(`${one.directory}/`),
    )
    if (module === undefined) return []
    const importPath = path.posix.join(module.path, path.posix.relative(module.directory, directory))
    return [{ directory, module: module.directory, name: binaryNameOf(importPath) }]
  })
  return {
    programs,
    modules,
    workspace: workspaceModules(shape['go.work'] ?? ''),
    sources: files
      .filter(file => kindOf(file) !== null)
      .toSorted((a, b) => a.split('/').length - b.split('/').length || (a < b ? -1 : 1))
      .map(file => ({ path: file, text: shape[file] ?? '' })),
    paths: new Set([...files, ...directories]),
    directories,
    branch: 'main',
    repository: null,
    notes: [],
  }
}

function directoryOf(file: string): string {
  const directory = path.posix.dirname(file)
  return directory === '.' ? '' : directory
}

function parentsOf(file: string): readonly string[] {
  const directory = directoryOf(file)
  return directory === '' ? [] : [directory, ...parentsOf(directory)]
}
