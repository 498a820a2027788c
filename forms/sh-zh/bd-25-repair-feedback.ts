import type { FillContent, FillRow } from '#domain/form-fill'
import { numberRoom } from '../define.ts'
import { wideTablePapers } from '../engine/profiles.ts'
import { column, field, filledFor, joint } from '../filled.ts'

/** SH-ZH/BD—25 ( )月份维修信息反馈 (domain.md F25, §5.7): jobs under warranty, twice a month; what an exchange of parts rests on. */
export const repairFeedback = filledFor(({ grid, table, sign, note }) => ({
  id: 'F25',
  version: 1,
  profiles: wideTablePapers,
  words: {
    title: ['（{month}）月份维修信息反馈'],
    code: 'SH-ZH/BD—25',
    numberCode: 'BD25',
    note: '注：如此表不够填写，请另附页。此表只填写三包期内车辆。每月返回售后服务部两次，做为三包件兑换依据，不反馈不予兑换配件。',
    copies: [
      { key: 'maker', label: '第一联 售后服务部', stripe: 'white' },
      { key: 'station', label: '第二联 维修站存', stripe: 'pink' },
    ],
    signatories: ['填表人', '站长', '盖章', '日期'],
  },
  parts: [
    grid(4, [
      [
        field('month', '月份', 'count', { required: true }),
        { ...field('half', '期次', 'choice', { options: ['第一次（上半月）', '第二次（下半月）'], required: true }), span: 2 },
        field('stationCode', '站代码', 'text', { max: 20 }),
      ],
      [
        { ...field('stationName', '维修站', 'text', { max: 60, required: true }), span: 2 },
        joint('期间', '自 {periodFrom} 至 {periodTo}', [
          field('periodFrom', '期间自', 'date', { required: true }),
          field('periodTo', '期间至', 'date', { required: true }),
        ]),
      ],
    ]),
    table(
      'repairs',
      '维修',
      15,
      9,
      [
        column('voucherNo', '凭证号', 28, 'text', { whole: numberRoom }),
        column('customerName', '用户姓名', 18, 'text', { max: 60 }),
        column('customerPhone', '电话', 24, 'text', { max: 20 }),
        column('model', '车型', 20, 'text', { whole: 9 }),
        column('frameNo', '车架号', 36, 'text', { whole: 17 }),
        column('engineNo', '发动机号', 22, 'text', { whole: 14 }),
        column('purchasedOn', '购车日期', 18, 'date'),
        column('finishedOn', '维修日期', 18, 'date'),
        column('mileageKm', '里程km', 14, 'count'),
        column('fault', '故障现象及原因', 28, 'text', { max: 200 }),
        column('part', '更换零件', 28, 'text', { max: 80 }),
        column('qty', '数量', 10, 'count'),
      ],
      { narrowLines: 3 },
    ),
    sign({ seal: true }),
    note(),
  ],
}))

function repair(texts: readonly string[], mileageKm: number, qty: number): FillRow {
  const [
    voucherNo = '',
    customerName = '',
    customerPhone = '',
    model = '',
    frameNo = '',
    engineNo = '',
    purchasedOn = '',
    finishedOn = '',
    fault = '',
    part = '',
  ] = texts
  return { voucherNo, customerName, customerPhone, model, frameNo, engineNo, purchasedOn, finishedOn, mileageKm, fault, part, qty }
}

export const repairFeedbackSample: FillContent = {
  values: {
    month: 11,
    half: '第一次（上半月）',
    stationCode: 'SD0731',
    stationName: '济南历下顺达摩托车维修服务站',
    periodFrom: '2026-11-01',
    periodTo: '2026-11-15',
  },
  tables: {
    repairs: [
      repair(
        [
          'SD0731-BD16-202611-0007',
          '王建国',
          '138 0531 2266',
          'QM150-3A',
          'LAELJ1509R2A10376',
          '162FMJ24A10376',
          '2026-04-18',
          '2026-11-07',
          '热车熄火，点火线圈断路',
          '点火线圈总成 31310-KCW-003',
        ],
        4830,
        1,
      ),
      repair(
        [
          'SD0731-BD16-202611-0009',
          '周桂兰',
          '139 6402 7713',
          'QM100-2',
          'LAELC1004R2A08812',
          '150FMG24A08812',
          '2026-06-02',
          '2026-11-09',
          '左后减震器漏油，油封老化',
          '左后减震器总成 52400-KCW-880',
        ],
        2210,
        1,
      ),
      repair(
        [
          'SD0731-BD16-202611-0014',
          '李建华',
          '137 9318 0042',
          'QM125T-10',
          'LZZ1BLMJ4TJ465057',
          '152QMI25B46505',
          '2026-07-21',
          '2026-11-13',
          '加速打滑，皮带齿面剥落',
          '驱动皮带 23100-GFM-901',
        ],
        3075,
        2,
      ),
    ],
  },
}
