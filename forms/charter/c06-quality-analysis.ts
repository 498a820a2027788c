import type { FillContent } from '#domain/form-fill'
import { uprightPapers } from '../engine/profiles.ts'
import { field, filledFor } from '../filled.ts'
import { plainWords } from '../plain-words.ts'

const photo = (nth: number) => field(`picture${nth}`, `图 ${nth}`, 'picture')

/** 售后质量分析报告 (domain.md C06): with pictures or parts as evidence. */
export const qualityAnalysis = filledFor(({ grid, box, sign, note }) => ({
  id: 'C06',
  version: 1,
  profiles: uprightPapers,
  words: plainWords(
    '售后质量分析报告',
    'C06',
    ['技术部', '财务部'],
    ['售后人员', '技术部', '财务部'],
    '故障分析要求有图片或实物等证据；3 个工作日内下发整改通知。',
  ),
  parts: [
    grid(3, [
      [field('no', '报告编号', 'number'), field('filledOn', '日期', 'date', { required: true }), field('orderNo', '报修单号')],
      [
        field('customerName', '客户', 'text', { max: 60 }),
        field('model', '产品型号', 'text', { required: true }),
        field('frameNo', '编号/车架号'),
      ],
      [field('mileage', '使用时间/里程'), field('faultPart', '故障件', 'text', { required: true }), field('supplier', '供应商')],
    ]),
    box('1 故障现象', 18, field('statement', '', 'text', { max: 300, required: true })),
    box('2 现场检查/\n数据', 18, field('checks', '', 'text', { max: 300 })),
    box('3 故障分析', 18, field('finding', '', 'text', { max: 400 })),
    box('4 原因判定', 8, field('causes', '', 'choices', { options: ['设计', '工艺', '装配', '外购件', '运输', '用户使用', '其它'] })),
    box('5 处理措施\n及费用', 16, field('measure', '措施', 'text', { max: 300 }), field('cost', '费用', 'amount', { unit: '元' })),
    box(
      '6 责任判定',
      16,
      field('duty', '责任部门/责任人（技术部填写）', 'text', { max: 100 }),
      field('objection', '异议', 'choices', { options: ['申请共同审定'] }),
    ),
    box('7 整改措施\n及期限', 16, field('correction', '措施', 'text', { max: 200 }), field('correctBy', '期限', 'date')),
    box('8 验证', 12, field('verification', '', 'text', { max: 200 })),
    // 80 × 60 mm each: a pair of A4 is 90 mm wide
    grid(
      2,
      [
        [photo(1), photo(2)],
        [photo(3), photo(4)],
      ],
      { title: '图片（每张 80 × 60 mm）', labelMm: 10, rowMm: 60 },
    ),
    sign(),
    note(),
  ],
}))

export const qualityAnalysisSample: FillContent = {
  values: {
    filledOn: '2026-11-20',
    orderNo: 'SD0731-C02-202611-0003',
    customerName: '泰州顺达商贸有限公司',
    model: 'FY150ZH',
    frameNo: 'LAELJ1509R2A10376',
    mileage: '4,830 km',
    faultPart: '水泵总成',
    supplier: '宁波华升机电',
    statement: '满载爬坡无力，水温报警。',
    checks: '拆检水泵，叶轮与轴脱开，轴端无压装痕迹；冷却液无缺失。',
    finding: '叶轮压装过盈量不足，热循环后松脱。',
    causes: ['外购件', '工艺'],
    measure: '更换水泵总成，试车 20 km 水温正常。',
    cost: 24800,
    duty: '外购件检验科',
    objection: [],
    correction: '供应商增加压装力检测并提供记录。',
    correctBy: '2026-12-05',
    verification: '',
  },
  tables: {},
}
