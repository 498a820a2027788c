import { findManufacturer } from '#db/queries/manufacturers'
import { findStation } from '#db/queries/station'
import type { Reader } from '#db/types'
import { defaultMakerWords, type MakerWords } from '#forms/words'
import { missing } from './define.ts'

/** The manufacturer's words as they are now; what it has not said is the forms' own. */
export function makerWords(db: Reader, manufacturerId: number): MakerWords {
  const maker = findManufacturer(db, manufacturerId) ?? missing('厂方')
  return { ...defaultMakerWords, ...(maker.words as Partial<MakerWords>) }
}

/** The station and the manufacturer's words as they are now; a paper keeps them for good. */
export function paperBase(db: Reader, manufacturerId: number): { words: MakerWords; station: { code: string; name: string } } {
  const station = findStation(db) ?? missing('本站资料')
  return { words: makerWords(db, manufacturerId), station: { code: station.code, name: station.stampName || station.name } }
}
