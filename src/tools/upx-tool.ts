/** A UPX executable that is there and may be run. */
export interface UpxTool {
  /** `4.2.4` */
  readonly version: string
  /** Absolute path. */
  readonly command: string
  /** Of the executable, hex: part of the key of what it packed. */
  readonly sha256: string
  readonly source: 'tool cache' | 'PATH' | 'download'
}
