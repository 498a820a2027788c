import type { FillContent } from '#domain/form-fill'
import { numberRoom } from '../define.ts'
import { wideTablePapers } from '../engine/profiles.ts'
import { column, field, filledFor } from '../filled.ts'
import { plainWords } from '../plain-words.ts'

/** Characters of a code as wide as 1,234.56, which stays legible on continuous paper. */
const amountRoom = 7

const amount = (key: string, title: string, mm: number) => column(key, title, mm, 'amount', { sum: true, whole: amountRoom })

/** 售后服务统计表 (domain.md C03): to finance by the 5th of the next month. */
export const serviceStatistics = filledFor(({ grid, table, sign, note }) => ({
  id: 'C03',
  version: 1,
  profiles: wideTablePapers,
  words: plainWords('售后服务统计表', 'C03', ['财务'], ['售后人员', '财务核算'], '次月 5 号前交财务。'),
  parts: [
    grid(4, [[field('technician', '售后人员', 'text', { required: true }), field('month', '月份', 'text', { max: 10, required: true })]]),
    table('cases', '服务', 15, 9, [
      column('orderNo', '报修单号', 30, 'text', { whole: numberRoom }),
      column('customerName', '客户名称', 26, 'text', { max: 60 }),
      column('model', '产品型号', 22),
      column('repair', '故障/处理', 34, 'text', { max: 100 }),
      column('nature', '三包/收费', 14, 'text', { max: 6 }),
      amount('partsCost', '配件成本', 18),
      amount('partsIncome', '配件收入', 18),
      amount('labour', '工时费', 16),
      amount('mileageFee', '里程费', 14),
      amount('meal', '伙食', 12),
      amount('lodging', '住宿', 13),
      amount('other', '其他', 12),
      amount('unpaid', '未收款', 16),
      amount('profit', '利润', 19),
    ]),
    sign(),
    note(),
  ],
}))

export const serviceStatisticsSample: FillContent = {
  values: { technician: '张卫东', month: '2026-10' },
  tables: {
    cases: [
      {
        orderNo: 'SD0731-C02-202610-0003',
        customerName: '泰州顺达商贸有限公司',
        model: 'FY150ZH',
        repair: '水泵叶轮脱落，更换水泵总成',
        nature: '三包',
        partsCost: 12600,
        partsIncome: 0,
        labour: 8000,
        mileageFee: 7200,
        meal: 3000,
        lodging: 0,
        other: 0,
        unpaid: 0,
        profit: -14800,
      },
      {
        orderNo: 'SD0731-C02-202610-0005',
        customerName: '赵䶮',
        model: 'FY110',
        repair: '电瓶老化，更换',
        nature: '收费',
        partsCost: 9800,
        partsIncome: 16800,
        labour: 2000,
        mileageFee: 0,
        meal: 0,
        lodging: 0,
        other: 0,
        unpaid: 0,
        profit: 9000,
      },
    ],
  },
}
