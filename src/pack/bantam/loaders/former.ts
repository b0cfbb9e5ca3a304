/**
 * SHA-256 of the loaders in released versions of Bantam whose code differs from the present one. What these versions
 * packed can be unpacked as long as their loaders are here.
 */
export const FORMER: readonly string[] = []
