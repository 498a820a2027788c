import { localDate } from '#domain/dates'
import { defaultMakerWords } from '../../words.ts'
import type { ReturnLine, ReturnListPaper } from '../bd-17-return-list.ts'

function line(no: number, customerName: string, partCode: string, partName: string, faultDesc: string): ReturnLine {
  const tail = String(no * 37).padStart(4, '0')
  return {
    voucherNo: `SD0731-BD16-202611-${String(no).padStart(4, '0')}`,
    customerName,
    model: 'QM150-3A',
    frameNo: `LAELJ1509R2A1${tail}`,
    engineNo: `162FMJ24A1${tail}`,
    purchasedOn: localDate('2026-04-18'),
    repairedOn: localDate('2026-11-06'),
    mileageKm: 3800 + no * 215,
    partCode,
    partName,
    qty: 1,
    faultDesc,
  }
}

/** Four parts in one box. */
export function sampleReturnListPaper(): ReturnListPaper {
  return {
    words: defaultMakerWords,
    station: { code: 'SD0731', name: '济南历下顺达摩托车维修服务站' },
    manifestNo: 'SD0731-BD17-202611-0002',
    returnedOn: localDate('2026-11-20'),
    repairedFrom: localDate('2026-11-01'),
    repairedTo: localDate('2026-11-18'),
    boxes: 1,
    waybillNo: 'DPK3640092817',
    filledBy: '陈晓梅',
    lines: [
      line(3, '王建国', '31310-KCW-003', '点火线圈总成', '热态断路'),
      line(7, '李桂英', '38501-MFZ-001', '起动继电器', '触点烧蚀不吸合'),
      line(8, '赵永强', '52400-KCW-620', '后减震器总成', '渗油'),
      line(12, '孙志刚', '37100-KCW-901', '仪表总成', '里程不走字'),
    ],
  }
}
