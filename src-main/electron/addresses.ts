import { isAbsolute, join, relative } from 'node:path'

export const scheme = 'app'
export const authority = 'sanbao'
export const startAddress = `${scheme}://${authority}/index.html`

/** Where a produced file is read; the same path as in a browser seat. */
export function fileAddress(id: string): string {
  return `${scheme}://${authority}/files/${encodeURIComponent(id)}`
}

/** Custom schemes have no origin of their own in Node's URL, so scheme and host are compared. */
export function isOurAddress(address: string): boolean {
  if (!URL.canParse(address)) return false
  const url = new URL(address)
  return url.protocol === `${scheme}:` && url.host === authority
}

/** The file of the renderer build a path means, or null when it points outside of it. */
export function fileInside(folder: string, pathname: string): string | null {
  const file = join(folder, decodeURIComponent(pathname))
  const inside = relative(folder, file)
  return inside === '' || inside.startsWith('..') || isAbsolute(inside) ? null : file
}
