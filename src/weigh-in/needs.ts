/** What the linked binary can reach and `scratch` lacks; the linker's dead-code elimination is the witness. */
export interface Needs {
  /** It can reach crypto/x509's system roots. */
  readonly certificates: boolean
  /** It can reach time.LoadLocation, and does not embed the zones (`timetzdata`). */
  readonly timezones: boolean
  /** os/exec: there are no programs in `scratch`. */
  readonly exec: boolean
  /** os/user look-ups. */
  readonly users: boolean
  /** os.TempDir, os.CreateTemp, os.MkdirTemp. */
  readonly temp: boolean
}
