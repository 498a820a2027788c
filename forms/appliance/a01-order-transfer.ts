import type { FillContent } from '#domain/form-fill'
import { uprightPapers } from '../engine/profiles.ts'
import { column, field, filledFor } from '../filled.ts'
import { plainWords } from '../plain-words.ts'

/** 信息流转卡 (domain.md A01): travels with the orders from dispatch to the outlet. */
export const orderTransfer = filledFor(({ grid, table, sign, note }) => ({
  id: 'A01',
  version: 1,
  profiles: uprightPapers,
  words: plainWords(
    '信息流转卡',
    'A01',
    ['作业部留存', '网点留存'],
    ['派工人', '网点签收人/时间', '司机'],
    '一式两联，第一联作业部留存，第二联网点留存。',
  ),
  parts: [
    grid(3, [
      [
        field('no', '编号', 'number'),
        field('filledOn', '日期', 'date', { required: true }),
        field('outlet', '网点名称', 'text', { required: true }),
      ],
      [
        field('dispatchKind', '派工类别', 'choice', { options: ['正常', '临时'] }),
        field('workKind', '单据类别', 'choice', { options: ['安装', '维修', '拆装'] }),
      ],
    ]),
    table('orders', '作业单', 14, 10, [
      column('orderNo', '作业单号', 34),
      column('customerName', '用户姓名', 20, 'text', { max: 60 }),
      column('region', '地址/区域', 44, 'text', { max: 80 }),
      column('model', '产品型号', 26),
      column('expectedAt', '要求时间', 24, 'text', { max: 20 }),
      column('preParts', '备注(预领配件)', 22, 'text', { max: 80 }),
    ]),
    sign(),
    note(),
  ],
}))

export const orderTransferSample: FillContent = {
  values: { filledOn: '2026-11-19', outlet: '历下网点', dispatchKind: '正常', workKind: '维修' },
  tables: {
    orders: [
      {
        orderNo: 'SD0731-WO-202611-0031',
        customerName: '李喆',
        region: '历下区解放路 112 号 3 单元',
        model: 'KFR-35GW',
        expectedAt: '20 日上午',
        preParts: '主控板 1',
      },
      {
        orderNo: 'SD0731-WO-202611-0034',
        customerName: '王犇',
        region: '历下区山大路 27 号',
        model: 'BCD-218',
        expectedAt: '20 日 14:00',
        preParts: '',
      },
    ],
  },
}
