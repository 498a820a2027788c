import { localDate } from '#domain/dates'
import { defaultMakerWords } from '../../words.ts'
import type { FaultTagPaper } from '../bd-30-fault-tag.ts'

export function sampleFaultTagPaper(): FaultTagPaper {
  return {
    words: defaultMakerWords,
    station: { code: 'SD0731', name: '济南历下顺达摩托车维修服务站' },
    labelNo: 'SD0731261100003',
    orderNo: 'SD0731-WO-202611-0012',
    voucherNo: 'SD0731-BD16-202611-0007',
    model: 'QM150-3A',
    mileageKm: 4830,
    frameNo: 'LAELJ1509R2A10376',
    engineNo: '162FMJ24A10376',
    purchasedOn: localDate('2026-04-18'),
    repairedOn: localDate('2026-11-06'),
    customerName: '王建国',
    partName: '点火线圈总成',
    partCode: '31310-KCW-003',
    qty: 1,
    supplier: '宁波华升电器(NB017)',
    faultDesc: '行驶中突然熄火，等二十分钟后能着车，热车后又熄火，加油无力。',
    reasonAndResult: '点火线圈热态断路，壳体有裂纹进水；更换总成后试车正常。',
    technician: '张卫东',
  }
}
