import type { FillContent } from '#domain/form-fill'
import { uprightPapers } from '../engine/profiles.ts'
import { column, field, filledFor } from '../filled.ts'
import { plainWords } from '../plain-words.ts'

const yuan = (key: string, label: string) => field(key, label, 'amount', { unit: '元' })

/** 对账单 (domain.md X08): by the 5th of each month. */
export const statement = filledFor(({ grid, table, sign, note }) => ({
  id: 'X08',
  version: 1,
  profiles: uprightPapers,
  words: plainWords('对账单', 'X08', ['维修站', '厂方'], ['维修站（盖章）', '厂方（盖章）', '日期'], '每月 5 号前对账；如有不符请注明。'),
  parts: [
    grid(2, [
      [field('no', '编号', 'number'), field('month', '月份', 'text', { max: 10, required: true })],
      [field('stationName', '维修站', 'text', { max: 60, required: true }), field('stationCode', '站代码')],
    ]),
    grid(
      2,
      [
        [yuan('opening', '期初应收'), yuan('claimed', '本期申报')],
        [yuan('approved', '核定'), yuan('deducted', '扣款')],
        [yuan('invoiced', '开票'), yuan('received', '到账')],
        [yuan('closing', '期末应收')],
      ],
      { title: '往来' },
    ),
    table(
      'overdue',
      '逾期 40 天以上未收',
      6,
      10,
      [
        column('settlementNo', '结算单号', 48),
        column('invoicedOn', '开票日期', 26, 'date'),
        column('amount', '应收金额', 32, 'amount', { sum: true }),
        column('lateDays', '逾期天数', 22, 'count'),
        column('note', '备注', 42),
      ],
      { heading: true },
    ),
    sign(),
    note(),
  ],
}))

export const statementSample: FillContent = {
  values: {
    month: '2026-10',
    stationName: '济南历下顺达摩托车维修服务站',
    stationCode: 'SD0731',
    opening: 946200,
    claimed: 1301650,
    approved: 1288850,
    deducted: 4500,
    invoiced: 1284350,
    received: 862000,
    closing: 1368550,
  },
  tables: { overdue: [{ settlementNo: 'JS202608-0731', invoicedOn: '2026-09-08', amount: 84200, lateDays: 13, note: '厂方财务核对中' }] },
}
