/**
 * The things that `scratch` does not contain and the linked binary can reach. The linker removes dead code, so what is
 * left can be reached.
 */
export interface Needs {
  /** The binary can reach crypto/x509's system roots. */
  readonly certificates: boolean
  /** The binary can reach time.LoadLocation and does not embed the zones (`timetzdata`). */
  readonly timezones: boolean
  /** The binary can reach os/exec; `scratch` has no other programs. */
  readonly exec: boolean
  /** The binary can reach look-ups of os/user. */
  readonly users: boolean
  /** The binary can reach os.TempDir, os.CreateTemp or os.MkdirTemp. */
  readonly temp: boolean
}
