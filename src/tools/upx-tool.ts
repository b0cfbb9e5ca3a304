/** A UPX executable that exists and may be run. */
export interface UpxTool {
  /** `4.2.4` */
  readonly version: string
  /** Absolute path. */
  readonly command: string
  /** The hash of the executable in hex. It is part of the key of the binaries that it packed. */
  readonly sha256: string
  readonly source: 'tool cache' | 'PATH' | 'download'
}
