import { inflateSync } from 'node:zlib'

const bundle = Buffer.from('/Type/ObjStm', 'latin1')
const head = /^\/Type\/ObjStm\/N \d+\/First \d+(\/Filter\/FlateDecode)?\/Length (\d+)>>stream\n/
const longestHead = 120
const tree = /\/Type\/Pages\/Count (\d+)\//

function unpacked(content: Buffer, isDeflated: boolean): string {
  try {
    return (isDeflated ? inflateSync(content) : content).toString('latin1')
  } catch {
    return ''
  }
}

/** How many pages a PDF of our own writer has (host/pdf/pdf-file.ts): its page tree stands in the last bundle of objects. null: it is none of ours. */
export function pageCountOf(bytes: Uint8Array): number | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = file.lastIndexOf(bundle); at > 0; at = file.lastIndexOf(bundle, at - 1)) {
    const found = head.exec(file.toString('latin1', at, at + longestHead))
    if (found === null) continue
    const start = at + found[0].length
    const count = tree.exec(unpacked(file.subarray(start, start + Number(found[2])), found[1] !== undefined))
    if (count !== null) return Number(count[1])
  }
  return null
}
