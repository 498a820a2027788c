import type { FillContent } from '#domain/form-fill'
import { uprightPapers } from '../engine/profiles.ts'
import { column, field, filledFor } from '../filled.ts'
import { plainWords } from '../plain-words.ts'

/** 售后质量责任判定与考核标准 (domain.md C07): the standard C06's sixth section goes by, and under it the sheet of one case (判定单). */
export const liabilityStandard = filledFor(({ grid, box, table, heading, sign, note }) => ({
  id: 'C07',
  version: 1,
  profiles: uprightPapers,
  words: plainWords(
    '售后质量责任判定与考核标准',
    'C07',
    ['存档'],
    ['技术部', '财务部', '批准'],
    '责任判定由技术部填写，考核文件由财务部下发；整改通知 3 个工作日内下发。',
  ),
  parts: [
    grid(2, [[field('validFrom', '生效日期', 'date'), field('edition', '版本', 'text', { max: 20 })]]),
    table('rules', '标准', 6, 10, [
      column('duty', '责任类别', 30),
      column('rule', '判定标准', 70, 'text', { max: 100 }),
      column('department', '责任部门', 30),
      column('penalty', '考核办法(金额/比例)', 40, 'text', { max: 60 }),
    ]),
    heading('判定单'),
    grid(3, [
      [field('reportNo', '质量分析报告'), field('orderNo', '报修单号'), field('judgedOn', '判定日期', 'date')],
      [field('customerName', '客户', 'text', { max: 60 }), field('model', '产品型号'), field('frameNo', '编号/车架号')],
      [field('faultPart', '故障件'), field('supplier', '供应商'), field('loss', '直接损失', 'amount', { unit: '元' })],
    ]),
    box('故障事实', 16, field('statement', '', 'text', { max: 200 })),
    box(
      '责任判定\n（技术部）',
      22,
      field('causes', '责任类别', 'choices', { options: ['设计', '工艺', '装配', '外购件', '运输', '用户使用', '其它'] }),
      field('basis', '判定依据', 'text', { max: 200 }),
      field('duty', '责任部门/责任人', 'text', { max: 60 }),
      field('objection', '异议', 'choices', { options: ['申请共同审定'] }),
    ),
    box('考核\n（财务部）', 12, field('penalty', '金额/比例', 'text', { max: 60 }), field('documentNo', '考核文件号')),
    box(
      '整改通知',
      16,
      field('correction', '措施', 'text', { max: 200 }),
      field('noticeOn', '下发日期', 'date'),
      field('correctBy', '整改期限', 'date'),
    ),
    sign(),
    note(),
  ],
}))

export const liabilityStandardSample: FillContent = {
  values: {
    validFrom: '2026-01-01',
    edition: '2026 版',
    reportNo: 'SD0731-C06-202611-0002',
    orderNo: 'SD0731-C02-202611-0003',
    judgedOn: '2026-11-21',
    customerName: '泰州顺达商贸有限公司',
    model: 'FY150ZH',
    frameNo: 'LAELJ1509R2A10376',
    faultPart: '水泵总成',
    supplier: '宁波华升机电',
    loss: 24800,
    statement: '水泵叶轮与轴脱开，轴端无压装痕迹。',
    causes: ['外购件'],
    basis: '标准第 3 条：零件本身尺寸不合格。',
    duty: '采购部（向供应商追偿）',
    objection: [],
    penalty: '全额追偿',
    documentNo: '财考〔2026〕11-4',
    correction: '供应商增加压装力检测并提供记录。',
    noticeOn: '2026-11-24',
    correctBy: '2026-12-05',
  },
  tables: {
    rules: [
      { duty: '设计责任', rule: '同型号同部位三个月内出现三例以上，且与图纸要求一致', department: '技术部', penalty: '直接损失的 10%' },
      { duty: '装配责任', rule: '紧固、调整、走线不符合工艺文件', department: '总装车间', penalty: '直接损失的 30%' },
      { duty: '外购件责任', rule: '零件本身材质、尺寸、性能不合格', department: '采购部（向供应商追偿）', penalty: '全额追偿' },
    ],
  },
}
