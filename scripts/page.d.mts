export function bundlePage(): Promise<{ readonly text: string; readonly inputs: readonly string[] }>
export function isPageCurrent(): Promise<boolean>
export function writePage(): Promise<readonly string[]>
