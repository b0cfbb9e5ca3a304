/** The result of packing one binary: packed, or shipped as linked and why. */
export type PackReport =
  | { readonly status: 'packed'; readonly packer: string; readonly reason: null; readonly kept: boolean }
  | { readonly status: 'unpacked'; readonly packer: string | null; readonly reason: string }
