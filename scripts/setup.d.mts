export function whyNpmFailed(said: string, registry?: string): string
export function withoutPassword(url: string): string
