import type { FillContent, FillRow } from '#domain/form-fill'
import { column, field, filledFor, joint } from '../filled.ts'
import { sumRow } from '../filled-blocks.ts'
import type { TableColumn } from '../filled-parts.ts'
import type { TotalRow } from '../define.ts'
import { uprightPapers } from '../engine/profiles.ts'

const categories = ['三包维修', '收费维修', '首次保养', '定期保养', '售前维修', '外出服务', '配件销售'] as const
const six = { labelMm: 15, rowMm: 8 }

/** A mixed order stands under 三包维修 and under 收费维修, but is one order in the total (domain.md §5.1). */
function totals(rows: readonly FillRow[], columns: readonly TableColumn[], values: FillRow): TotalRow[] {
  const less = (key: string): number => (typeof values[key] === 'number' ? -values[key] : 0)
  const counted = rows.some(({ count, countBefore, yearToDate }) =>
    [count, countBefore, yearToDate].some((value) => typeof value === 'number'),
  )
  return sumRow(
    counted ? [...rows, { count: less('mixedOrders'), countBefore: less('mixedBefore'), yearToDate: less('mixedYear') }] : rows,
    columns,
  )
}

/** SH-ZH/BD—24 业务月报表 (domain.md F24, §5.6), due on the 5th of the next month. */
export const businessMonth = filledFor(({ grid, box, table, sign, note }) => ({
  id: 'F24',
  version: 1,
  profiles: uprightPapers,
  words: {
    title: ['业务月报表'],
    code: 'SH-ZH/BD—24',
    numberCode: 'BD24',
    note: '注：此表请于次月5日前寄我公司市场组，它是考核贵站维修工作的主要依据之一。第一联维修单位存，第二联{company}售后服务部市场组存。',
    copies: [
      { key: 'station', label: '第一联 维修单位存', stripe: 'white' },
      { key: 'market', label: '第二联 {company}售后服务部市场组存', stripe: 'pink' },
    ],
    signatories: ['制表', '站长', '盖章', '日期'],
  },
  parts: [
    grid(2, [
      [
        field('stationName', '维修单位', 'text', { max: 60, required: true }),
        field('stationCode', '站代码', 'text', { max: 20, required: true }),
      ],
      [
        field('period', '月份', 'text', { max: 20, required: true }),
        joint('地址/电话', '{stationAddress} / {stationPhone}', [
          field('stationAddress', '地址', 'text', { max: 80 }),
          field('stationPhone', '电话', 'text', { max: 20 }),
        ]),
      ],
    ]),
    table(
      'categories',
      '业务量与收入',
      0,
      0,
      [
        column('category', '业务类别', 30, 'text', { max: 20 }),
        column('count', '本月台次', 20, 'count', { sum: true }),
        column('countBefore', '上月台次', 20, 'count', { sum: true }),
        column('growth', '环比%', 16, 'tenths', { computed: { by: 'growth', from: ['count', 'countBefore'] } }),
        column('yearToDate', '本年累计', 20, 'count', { sum: true }),
        column('labour', '工时金额', 24, 'amount', { sum: true }),
        column('parts', '配件金额', 24, 'amount', { sum: true }),
        column('other', '其他金额', 14, 'amount', { sum: true }),
        column('note', '备注', 12, 'text', { max: 20 }),
      ],
      { heading: true, preset: categories, totals },
    ),
    grid(
      1,
      [
        [
          joint('其中混合单', '本月 {mixedOrders}　上月 {mixedBefore}　本年 {mixedYear} 台次（三包、收费各计一次，合计只计一次）', [
            field('mixedOrders', '混合单 本月', 'count'),
            field('mixedBefore', '混合单 上月', 'count'),
            field('mixedYear', '混合单 本年', 'count'),
          ]),
        ],
      ],
      { labelMm: 30 },
    ),
    grid(
      6,
      [
        [
          field('claims', '申报单数', 'count'),
          field('amountClaimed', '申报金额', 'amount'),
          field('amountApproved', '核定金额', 'amount'),
          field('passedRate', '一次合格率%', 'tenths'),
          field('amountUnpaid', '未结金额', 'amount'),
          field('amountOverdue', '逾期未收(>40天)', 'amount'),
        ],
      ],
      { title: '索赔结算', ...six },
    ),
    grid(
      6,
      [
        [
          field('stockBefore', '月初库存额', 'amount'),
          field('stockIn', '入库额', 'amount'),
          field('stockOut', '出库额', 'amount'),
          field('stockAfter', '月末库存额', 'amount'),
          field('requestedPieces', '求援件数', 'count'),
          field('waitingOrders', '缺件待修台次', 'count'),
        ],
      ],
      { title: '配件', ...six },
    ),
    grid(
      5,
      [
        [
          field('oldPartsDue', '应返', 'count'),
          field('oldPartsSent', '已返', 'count'),
          field('oldPartsRate', '返回率%', 'tenths'),
          field('oldPartsRejected', '驳回', 'count'),
          field('oldPartsLate', '逾期', 'count'),
        ],
      ],
      { title: '旧件', ...six },
    ),
    grid(
      6,
      [
        [
          field('reworkRate', '返修率%', 'tenths'),
          field('complaints', '投诉数', 'count'),
          field('complaintsRate', '投诉处理及时率%', 'tenths'),
          field('callbackRate', '回访率%', 'tenths'),
          field('satisfiedRate', '满意率%', 'tenths'),
          field('repairDays', '平均修理天数', 'tenths'),
        ],
      ],
      { title: '服务质量', ...six },
    ),
    box('市场信息', 25, field('market', '市场信息', 'text', { max: 400 })),
    box('建议与要求', 20, field('suggestions', '建议与要求', 'text', { max: 400 })),
    sign({ seal: true, shares: [1, 1, 1.25, 1] }),
    note(),
  ],
}))

function category(
  name: string,
  [count = 0, countBefore = 0, yearToDate = 0, labour = 0, parts = 0, other = 0]: readonly number[],
): FillRow {
  return {
    category: name,
    count,
    countBefore,
    growth: countBefore === 0 ? null : Math.round(((count - countBefore) * 1000) / countBefore),
    yearToDate,
    labour,
    parts,
    other,
    note: '',
  }
}

export const businessMonthSample: FillContent = {
  values: {
    stationName: '济南历下顺达摩托车维修服务站',
    stationCode: 'SD0731',
    period: '2026年11月',
    stationAddress: '济南市历下区解放路 112 号',
    stationPhone: '0531-8612 3456',
    mixedOrders: 3,
    mixedBefore: 2,
    mixedYear: 28,
    claims: 108,
    amountClaimed: 26_418_40,
    amountApproved: 24_905_10,
    passedRate: 944,
    amountUnpaid: 24_905_10,
    amountOverdue: 0,
    stockBefore: 86_240_00,
    stockIn: 31_500_00,
    stockOut: 38_462_50,
    stockAfter: 79_277_50,
    requestedPieces: 11,
    waitingOrders: 5,
    oldPartsDue: 61,
    oldPartsSent: 58,
    oldPartsRate: 951,
    oldPartsRejected: 2,
    oldPartsLate: 3,
    reworkRate: 22,
    complaints: 2,
    complaintsRate: 1000,
    callbackRate: 816,
    satisfiedRate: 956,
    repairDays: 18,
    market: '本地三轮车月销约 420 台，本品牌约 150 台；另一品牌 150 型降价 300 元。用户反映本车省油、爬坡好，希望加装倒车影像。',
    suggestions: '请增加后减震器、点火线圈储备；希望组织电喷系统培训。',
  },
  tables: {
    categories: [
      category('三包维修', [104, 96, 1012, 8_940_00, 14_620_40, 0]),
      category('收费维修', [47, 52, 498, 5_720_00, 12_480_10, 120_00]),
      category('首次保养', [18, 20, 214, 1_080_00, 1_260_00, 0]),
      category('定期保养', [10, 9, 96, 900_00, 1_150_00, 0]),
      category('售前维修', [6, 4, 58, 420_00, 310_00, 0]),
      category('外出服务', [19, 15, 171, 3_610_00, 2_842_00, 1_786_00]),
      category('配件销售', [33, 29, 340, 0, 5_800_00, 0]),
    ],
  },
}
