/**
 * Words that stand on printed stock (套打) with what is filled in between them: 自 … 至 …. The stock's words are set
 * as on the blank form, and each value is put into the room they leave for it. Unicode keeps these three for programs: no
 * text has them.
 */
const [begins, parts, ends] = ['\uFDD0', '\uFDD1', '\uFDD2']
const entry = /\uFDD0(?<filled>[^\uFDD1]*)\uFDD1(?<room>[^\uFDD2]*)\uFDD2/gu

/** A value among words of the stock, which leave `room` for it: blanks, none at the end of a line. */
export function entered(filled: string, room = ''): string {
  return `${begins}${filled}${parts}${room}${ends}`
}

/** The text has words of the stock. */
export function isOfStock(text: string): boolean {
  return text.includes(begins)
}

/** On `line` behind the words `before`; `isLast`: nothing is printed behind it on this line. */
export type Entry = {
  readonly filled: string
  readonly line: number
  readonly before: string
  readonly room: string
  readonly isLast: boolean
}

type Found = { readonly filled: string; readonly at: number; readonly room: string }

/** The text as it is printed on the stock, and what is filled in, from the character `at`. */
export function readEntries(text: string): { readonly printed: string; readonly found: readonly Found[] } {
  let printed = ''
  let read = 0
  const found = [...text.matchAll(entry)].map(({ 0: whole, index, groups: { filled = '', room = '' } = {} }) => {
    printed += text.slice(read, index)
    const at = printed.length
    printed += room
    read = index + whole.length
    return { filled, at, room }
  })
  return { printed: printed + text.slice(read), found }
}

/** Where the entries stand once the printed text is set in lines. */
export function placeEntries(printed: string, lines: readonly string[], found: readonly Found[]): Entry[] {
  let from = 0
  const starts = lines.map((line) => {
    const start = printed.indexOf(line, from)
    from = start + line.length
    return start
  })
  return found
    .filter(({ filled }) => filled !== '')
    .map(({ filled, at, room }) => {
      const line = Math.max(
        0,
        starts.findLastIndex((start) => start <= at),
      )
      const behind = printed.slice(at + room.length, starts[line + 1] ?? printed.length)
      return { filled, line, before: printed.slice(starts[line] ?? 0, at), room, isLast: behind.trim() === '' }
    })
}
