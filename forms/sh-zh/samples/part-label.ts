import { localDate } from '#domain/dates'
import { defaultMakerWords } from '../../words.ts'
import type { PartLabelPaper } from '../bd-27-part-label.ts'

export function samplePartLabelPaper(): PartLabelPaper {
  return {
    words: defaultMakerWords,
    station: { code: 'SD0731', name: '济南历下顺达摩托车维修服务站' },
    labelNo: 'SD0731261100003',
    model: 'QM150-3A',
    purchasedOn: localDate('2026-04-18'),
    engineNo: '162FMJ24A10376',
    repairedOn: localDate('2026-11-06'),
    frameNo: 'LAELJ1509R2A10376',
    mileageKm: 4830,
    partName: '点火线圈总成',
    partCode: '31310-KCW-003',
    preliminary: '热态断路，壳体裂纹进水',
    origin: 'domestic',
  }
}
