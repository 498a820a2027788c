const directoryAt = 12
const entryLength = 16

/**
 * A TrueType font without its rules for replacing and moving glyphs (GSUB, GPOS): every character is drawn as its own glyph
 * at its plain advance, as the layout measured it (settled.md 24). With them a digit next to a Latin letter gets another
 * shape than the same digit beside a Chinese character, and most of the time of drawing goes into looking them up.
 * Changes the bytes given.
 */
export function withoutShaping(font: Buffer): Buffer {
  const tables = font.readUInt16BE(4)
  for (let index = 0; index < tables; index += 1) {
    const at = directoryAt + index * entryLength
    const tag = font.toString('latin1', at, at + 4)
    if (tag === 'GSUB' || tag === 'GPOS') font.write(tag.toLowerCase(), at, 'latin1')
  }
  return font
}
