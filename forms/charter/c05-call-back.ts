import type { FillContent } from '#domain/form-fill'
import { callBackGrades, overallItem } from '#domain/gather/call-backs'
import { uprightPapers } from '../engine/profiles.ts'
import { column, field, filledFor } from '../filled.ts'
import { plainWords } from '../plain-words.ts'

const items = ['受理/响应及时', '上门/接待态度', '技术水平', '维修质量', '等候/维修时间', '配件供应', '收费合理', '产品质量', overallItem]

/** 售后服务回访调查表 (domain.md C05): within a day of completion; 不满意项 E-15, 回访触达 E-16. */
export const callBack = filledFor(({ grid, box, table, sign, note }) => ({
  id: 'C05',
  version: 1,
  profiles: uprightPapers,
  words: plainWords('售后服务回访调查表', 'C05', ['客服留存'], ['回访人', '客服主管']),
  parts: [
    grid(3, [
      [
        field('no', '回访编号', 'number'),
        field('calledAt', '回访时间', 'minute', { required: true }),
        field('filledBy', '回访人', 'text', { required: true }),
      ],
      [field('customerName', '客户', 'text', { max: 60, required: true }), field('customerPhone', '电话'), field('orderNo', '单号')],
      [field('model', '产品'), field('finishedAt', '维修日期', 'date'), field('technician', '维修人员')],
      [field('way', '方式', 'choice', { options: ['电话', '短信', '上门'] })],
      [field('reach', '回访结果', 'choice', { options: ['成功', '无法接通', '拒绝回访', '客户信息错误'] })],
    ]),
    table(
      'items',
      '评价',
      9,
      10,
      [column('item', '项目', 80), column('grade', '评价', 90, 'choice', { options: callBackGrades, apart: true })],
      {
        preset: items,
      },
    ),
    grid(2, [[field('solved', '故障是否排除', 'choice', { options: ['是', '否'] }), field('fee', '收费金额', 'amount', { unit: '元' })]]),
    box(
      '不满意原因',
      12,
      field('reasons', '', 'choices', {
        options: ['服务接待', '服务环境', '维修质量', '等候时间', '维修时间', '备件保供', '维修收费', '产品质量'],
      }),
    ),
    box('意见与建议', 25, field('advice', '', 'text', { max: 300 })),
    box('购买意向', 8, field('intent', '', 'choices', { options: ['有'] })),
    box('是否需再处理', 10, field('again', '', 'choice', { options: ['是', '否'] }), field('complaintNo', '投诉单号')),
    sign(),
    note(),
  ],
}))

export const callBackSample: FillContent = {
  values: {
    calledAt: '2026-11-20 10:15',
    filledBy: '李雯',
    customerName: '钱晓犇',
    customerPhone: '138 5312 4567',
    orderNo: 'SD0731-WO-202611-0012',
    model: 'FY150ZH',
    finishedAt: '2026-11-19',
    technician: '张卫东',
    way: '电话',
    reach: '成功',
    solved: '是',
    fee: 0,
    reasons: ['等候时间'],
    advice: '希望配件常备，少等两天。',
    intent: ['有'],
    again: '否',
    complaintNo: '',
  },
  tables: { items: items.map((item, index) => ({ item, grade: index === 4 ? '一般' : '满意' })) },
}
