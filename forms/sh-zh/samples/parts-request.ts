import { instant, localDate } from '#domain/dates'
import { defaultMakerWords } from '../../words.ts'
import type { PartsRequestPaper } from '../bd-15-parts-request.ts'

/** Two parts borrowed for one vehicle. */
export function samplePartsRequestPaper(): PartsRequestPaper {
  return {
    words: defaultMakerWords,
    station: { code: 'SD0731', name: '济南历下顺达摩托车维修服务站' },
    customer: { name: '李桂英', phone: '150 6610 3921', address: '济南市长清区归德镇后夏村 42 号' },
    unit: { model: 'QM125-2B', frameNo: 'LAELJ1257R2B20518', engineNo: '156FMI24B20518', purchasedOn: localDate('2026-05-30') },
    mileageKm: 3120,
    reportedOn: localDate('2026-11-03'),
    faultDesc: '发动机异响，缸头渗油，怠速不稳，行驶二十公里后冒蓝烟。',
    agreedBy: '刘振华',
    agreedVia: 'phone',
    agreedAt: instant('2026-11-03T02:40:00.000Z'),
    orderNo: 'SD0731-WO-202611-0012',
    receiver: { name: '陈晓梅', phone: '0531-8691 2277', address: '济南市历下区工业南路 58 号顺达维修站' },
    wantedOn: localDate('2026-11-08'),
    shipMethod: 'express',
    lines: [
      {
        partCode: '12200-KCW-870',
        partName: '气缸头总成',
        unit: '个',
        qtyRequested: 1,
        qtySent: null,
        oldPartDueOn: localDate('2026-11-15'),
        note: '带气门',
      },
      {
        partCode: '13010-KCW-305',
        partName: '活塞环组',
        unit: '套',
        qtyRequested: 1,
        qtySent: null,
        oldPartDueOn: localDate('2026-11-15'),
        note: '',
      },
    ],
  }
}
