import { findManufacturer } from '#db/queries/manufacturers'
import { findStation } from '#db/queries/station'
import type { Reader } from '#db/types'
import { defaultMakerWords, type MakerWords } from '#forms/words'
import { missing } from './define.ts'

/** The station and the manufacturer's words as they are now; a paper keeps them for good. */
export function paperBase(db: Reader, manufacturerId: number): { words: MakerWords; station: { code: string; name: string } } {
  const maker = findManufacturer(db, manufacturerId) ?? missing('厂方')
  const station = findStation(db) ?? missing('本站资料')
  return { words: { ...defaultMakerWords, ...(maker.words as Partial<MakerWords>) }, station: { code: station.code, name: station.stampName || station.name } }
}
