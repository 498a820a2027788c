import type { FormId } from '#forms/index'
import { sampleOf } from './drawing.ts'
import { squeezed } from './geometry.ts'

/** Characters beyond the BMP in the title, which every form has, and in the station's name, which most fill in. */
export function rareSampleOf(id: FormId) {
  const sample = sampleOf(id)
  return {
    ...sample,
    station: { ...sample.station, name: '𠮷𬭎䶮喆服务站' },
    words: { ...sample.words, forms: { [id]: { title: ['𠮷𬭎表'] } } },
  }
}

/** How often each character is there: what went in must come out, no more and no less, whatever the order. */
export function counted(texts: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const character of squeezed(texts.join(''))) counts[character] = (counts[character] ?? 0) + 1
  return counts
}
