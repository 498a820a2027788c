import { instant, localDate } from '#domain/dates'
import { fen } from '#domain/money'
import { defaultMakerWords } from '../../words.ts'
import type { JobVoucherPaper } from '../bd-16-job-voucher.ts'

/** An ordinary job: one part changed at the customer's place. */
export function sampleJobVoucherPaper(): JobVoucherPaper {
  return {
    words: defaultMakerWords,
    station: { code: 'SD0731', name: '济南历下顺达摩托车维修服务站' },
    customer: { name: '王建国', phone: '138 0531 2266', address: '济南市历城区唐王镇司家村 118 号' },
    sender: { name: '王小军', phone: '139 6410 7788' },
    repairType: 'outing',
    unit: {
      model: 'QM150-3A',
      frameNo: 'LAELJ1509R2A10376',
      engineNo: '162FMJ24A10376',
      plateNo: '鲁A·8K216',
      producedOn: localDate('2026-02-11'),
      purchasedOn: localDate('2026-04-18'),
      invoiceNo: '03716628',
      warrantyCertNo: 'SB2604180376',
    },
    mileageKm: 4830,
    receivedAt: instant('2026-11-06T01:20:00.000Z'),
    deliveredAt: null,
    repairOrdinal: 2,
    inWarranty: true,
    specialApprovalNo: '',
    statement: '行驶中突然熄火，等二十分钟后能着车，热车后又熄火，加油无力。',
    finding: '点火线圈热态断路，次级电阻测量 ∞，冷态恢复；线圈壳体有裂纹进水痕迹，属零件质量问题。',
    measure: '更换点火线圈总成，清理插接件并涂防水脂，试车 10 km 正常。',
    parts: [
      {
        oldPartCode: '31310-KCW-003',
        name: '点火线圈总成',
        partCode: '31310-KCW-004',
        qty: 1,
        price: fen(8650),
        amount: fen(8650),
        faultMode: 'openCircuit',
        supplyMode: 'borrowed',
        oldPartReturn: true,
      },
      {
        oldPartCode: '90801-MFZ-001',
        name: '高压帽密封圈',
        partCode: '90801-MFZ-001',
        qty: 2,
        price: fen(320),
        amount: fen(640),
        faultMode: 'aged',
        supplyMode: 'stock',
        oldPartReturn: false,
      },
    ],
    labour: [
      { code: 'DQ-0312', name: '更换点火线圈总成（含检测）', hours: 80, rate: fen(6000), amount: fen(4800), technician: '张卫东' },
      { code: 'DQ-0005', name: '电路插接件清理防水', hours: 30, rate: fen(6000), amount: fen(1800), technician: '张卫东' },
    ],
    totals: { parts: fen(9290), labour: fen(6600), outing: fen(9400), other: fen(0), total: fen(25290) },
    outing: {
      place: '历城区唐王镇司家村',
      oneWayKm: 32,
      people: 1,
      days: 1,
      transport: fen(6400),
      lodging: fen(0),
      meal: fen(3000),
      total: fen(9400),
    },
    opinion: null,
    tookOldParts: null,
  }
}
