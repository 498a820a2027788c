import type { FillContent } from '#domain/form-fill'
import { wideTablePapers } from '../engine/profiles.ts'
import { column, field, filledFor } from '../filled.ts'
import { plainWords } from '../plain-words.ts'

/** 派工信息反馈表 (domain.md A02): back the next morning, one line for each order. */
export const dispatchFeedback = filledFor(({ grid, table, sign, note }) => ({
  id: 'A02',
  version: 1,
  profiles: wideTablePapers,
  words: plainWords('派工信息反馈表', 'A02', ['留存'], ['网点填报人', '派工员', '监管员']),
  parts: [
    grid(4, [
      [
        field('filledOn', '日期', 'date', { required: true }),
        field('outlet', '网点'),
        field('dispatchKind', '派工类别', 'choice', { options: ['正常', '临时'] }),
        field('workKind', '单据类别', 'choice', { options: ['安装', '维修', '拆装'] }),
      ],
    ]),
    table('orders', '派工', 14, 10, [
      column('outlet', '网点名称', 28),
      column('orderNo', '作业单号', 36),
      column('customerName', '用户姓名', 22, 'text', { max: 60 }),
      column('model', '产品型号', 30),
      column('dispatchedAt', '派工时间', 28, 'minute'),
      column('technician', '作业者姓名', 24),
      column('appointAt', '预约上门时间', 28, 'minute'),
      column('result', '完成情况', 30, 'text', { max: 20 }),
      column('note', '备注', 37, 'text', { max: 80 }),
    ]),
    sign(),
    note(),
  ],
}))

export const dispatchFeedbackSample: FillContent = {
  values: { filledOn: '2026-11-20', outlet: '历下网点', dispatchKind: '正常', workKind: '维修' },
  tables: {
    orders: [
      {
        outlet: '历下网点',
        orderNo: 'SD0731-WO-202611-0031',
        customerName: '李喆',
        model: 'KFR-35GW',
        dispatchedAt: '2026-11-19 17:40',
        technician: '张卫东',
        appointAt: '2026-11-20 09:30',
        result: '完成',
        note: '',
      },
      {
        outlet: '历下网点',
        orderNo: 'SD0731-WO-202611-0034',
        customerName: '王犇',
        model: 'BCD-218',
        dispatchedAt: '2026-11-19 17:40',
        technician: '赵赟',
        appointAt: '2026-11-20 14:00',
        result: '待件',
        note: '压缩机待到货',
      },
    ],
  },
}
