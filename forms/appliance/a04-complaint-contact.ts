import type { FillContent, FillField } from '#domain/form-fill'
import { uprightPapers } from '../engine/profiles.ts'
import { field, filledFor } from '../filled.ts'
import type { GridField } from '../filled-parts.ts'
import { plainWords } from '../plain-words.ts'

/** 投诉类别 (domain.md E-14). */
const complaintClasses = ['质量异常', '非质量异常(人为)', '其它原因']
const complaintTopics = ['产品/服务活动', '供应商服务', '特约站服务', '维修', '配件', '其他']

/** The head of a complaint, the same on A04 and X02. */
export const complaintHead: readonly (readonly GridField[])[] = [
  [
    field('no', '编号', 'number'),
    field('acceptedAt', '受理日期时间', 'minute', { required: true }),
    field('filledBy', '受理人(工号)', 'text', { required: true }),
  ],
  [
    field('source', '来源', 'choice', { options: ['用户直接', '相关部门转来', '厂家转'] }),
    field('way', '方式', 'choice', { options: ['电话', '来访', '信函', '网络'] }),
    field('grade', '级别', 'choice', { options: ['一般', '重大', '复杂'] }),
  ],
  [
    field('customerName', '用户姓名', 'text', { max: 60, required: true }),
    field('customerPhone', '电话', 'text', { required: true }),
    field('customerAddress', '地址', 'text', { max: 80 }),
  ],
  [field('model', '产品/车型'), field('frameNo', '机号/车架号'), field('purchasedOn', '购买日期', 'date')],
  [field('orderNo', '关联单号'), field('technician', '网点/维修工'), field('dueOn', '规定处理期限', 'date')],
]

type Boxes = readonly (readonly [label: string, mm: number, fields: readonly FillField[]])[]

/** What happened and what was done about it, from the complaint to the call back (domain.md A04). */
export const complaintBoxes: Boxes = [
  [
    '投诉类别',
    10,
    [field('classes', '类别', 'choices', { options: complaintClasses }), field('topics', '涉及', 'choices', { options: complaintTopics })],
  ],
  ['投诉内容', 35, [field('content', '', 'text', { max: 400, required: true })]],
  ['用户要求', 15, [field('demand', '', 'text', { max: 200 })]],
  ['调查核实', 25, [field('investigation', '', 'text', { max: 300 })]],
  ['责任分析', 20, [field('liability', '', 'text', { max: 200 })]],
  [
    '解决方案',
    25,
    [
      field('ways', '方式', 'choices', { options: ['电话沟通', '接待处理', '上门处理'] }),
      field('solution', '方案', 'text', { max: 200 }),
      field('agreed', '征得用户同意', 'choice', { options: ['是', '否'] }),
    ],
  ],
  ['批准意见', 15, [field('approval', '', 'text', { max: 100 })]],
  ['实施结果', 20, [field('outcome', '', 'text', { max: 200 })]],
]

/** 作业不良/投诉联络书 (domain.md A04). */
export const complaintContact = filledFor(({ grid, box, sign, note }) => ({
  id: 'A04',
  version: 1,
  profiles: uprightPapers,
  words: plainWords('作业不良/投诉联络书', 'A04', ['留存'], ['受理人', '审单员', '责任部门', '监管员', '日期']),
  parts: [
    grid(3, complaintHead),
    ...complaintBoxes.map(([label, mm, fields]) => box(label, mm, ...fields)),
    box(
      '监管员回访',
      20,
      field('calledBackAt', '回访时间', 'minute'),
      field('callResult', '回访结果', 'choice', { options: ['满意', '不满意'] }),
      field('calledBackBy', '回访人'),
    ),
    sign(),
    note(),
  ],
}))

export const complaintSample: FillContent = {
  values: {
    acceptedAt: '2026-11-18 10:20',
    filledBy: '李雯 016',
    source: '用户直接',
    way: '电话',
    grade: '一般',
    customerName: '钱晓犇',
    customerPhone: '138 5312 4567',
    customerAddress: '济南市历下区解放路 112 号',
    model: 'QM150-3A',
    frameNo: 'LAELJ1509R2A10376',
    purchasedOn: '2026-04-18',
    orderNo: 'SD0731-WO-202611-0012',
    technician: '张卫东',
    dueOn: '2026-11-21',
    classes: ['非质量异常(人为)'],
    topics: ['维修'],
    content: '上周更换点火线圈后，骑行两天又出现热车熄火，怀疑没有修好，耽误送货。',
    demand: '要求尽快修好，并免除往返费用。',
    investigation: '复查发现高压帽接触不良，与上次更换的线圈无关，属检查遗漏。',
    liability: '维修工检查不全面，负主要责任。',
    ways: ['上门处理'],
    solution: '当日上门更换高压帽，不收费用。',
    agreed: '是',
    approval: '同意',
    outcome: '2026-11-18 下午修复，试车正常。',
    calledBackAt: '2026-11-19 11:00',
    callResult: '满意',
    calledBackBy: '周䶮',
  },
  tables: {},
}
