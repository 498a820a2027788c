import { expect, test } from 'vitest'
import { withoutShaping } from './plain-font.ts'

/** A font of which only the directory is real: tag, checksum, offset and length of each table, then its content. */
function aFont(tags: readonly string[]): Buffer {
  const font = Buffer.alloc(12 + 16 * tags.length + 8, 7)
  font.writeUInt16BE(tags.length, 4)
  for (const [index, tag] of tags.entries()) font.write(tag, 12 + 16 * index, 'latin1')
  return font
}

test('a font is handed on without the tables that replace and move glyphs, all else as it was', () => {
  expect(withoutShaping(aFont(['GPOS', 'GSUB', 'cmap', 'glyf'])).equals(aFont(['gpos', 'gsub', 'cmap', 'glyf']))).toBe(true)
  expect(withoutShaping(aFont(['cmap', 'glyf'])).equals(aFont(['cmap', 'glyf']))).toBe(true)
})
