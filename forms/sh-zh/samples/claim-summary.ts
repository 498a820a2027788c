import { localDate } from '#domain/dates'
import { type Fen, fen, sumFen } from '#domain/money'
import type { ClaimType } from '#domain/words'
import { defaultMakerWords } from '../../words.ts'
import type { ClaimSummaryPaper, SummaryLine } from '../bd-19-claim-summary.ts'

function line(
  no: number,
  customerName: string,
  type: ClaimType,
  mainPart: string,
  qty: number,
  parts: number,
  labour: number,
  outing: number,
): SummaryLine {
  return {
    voucherNo: `SD0731-BD16-202611-${String(no).padStart(4, '0')}`,
    customerName,
    model: 'QM150-3A',
    frameNo: `LAELJ1509R2A1${String(no * 37).padStart(4, '0')}`,
    claimType: type,
    mainPart,
    qty,
    parts: fen(parts),
    labour: fen(labour),
    outing: fen(outing),
    other: fen(0),
    total: fen(parts + labour + outing),
    approved: null,
  }
}

const lines = [
  line(3, '王建国', 'outing', '点火线圈总成', 1, 8650, 6600, 9400),
  line(7, '李桂英', 'general', '起动继电器', 1, 4200, 3000, 0),
  line(8, '赵永强', 'general', '后减震器总成', 2, 25600, 7200, 0),
  line(12, '孙志刚', 'presale', '仪表总成', 1, 18800, 3600, 0),
  line(15, '周海燕', 'freeService', '首次保养', 1, 0, 4000, 0),
]

function sum(pick: (one: SummaryLine) => Fen): Fen {
  return sumFen(lines.map(pick))
}

/** A month with five claims. */
export function sampleClaimSummaryPaper(): ClaimSummaryPaper {
  return {
    words: defaultMakerWords,
    station: { code: 'SD0731', name: '济南历下顺达摩托车维修服务站' },
    batchNo: 'SD0731-BD19-202611-0001',
    batchHash: '3fa912bc0d5e77a1c2449be0f1a86b5d3c9e2f70418d6ab59c0e7f2134d8b6aa',
    period: { from: localDate('2026-11-01'), to: localDate('2026-11-30') },
    products: '两轮摩托车',
    lines,
    sums: {
      qty: lines.reduce((total, one) => total + one.qty, 0),
      parts: sum((one) => one.parts),
      labour: sum((one) => one.labour),
      outing: sum((one) => one.outing),
      other: sum((one) => one.other),
      total: sum((one) => one.total),
      approved: null,
    },
    counts: { general: 2, outing: 1, presale: 1, freeService: 1, total: 5 },
  }
}
