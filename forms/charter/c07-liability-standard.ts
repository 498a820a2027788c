import type { FillContent } from '#domain/form-fill'
import { uprightPapers } from '../engine/profiles.ts'
import { column, field, filledFor } from '../filled.ts'
import { plainWords } from '../plain-words.ts'

/** 售后质量责任判定与考核标准 (domain.md C07): the reference for C06's sixth section. */
export const liabilityStandard = filledFor(({ grid, table, sign }) => ({
  id: 'C07', version: 1, profiles: uprightPapers,
  words: plainWords('售后质量责任判定与考核标准', 'C07', ['存档'], ['技术部', '财务部', '批准']),
  parts: [
    grid(2, [[field('validFrom', '生效日期', 'date'), field('edition', '版本', 'text', { max: 20 })]]),
    table('rules', '标准', 10, 10, [
      column('duty', '责任类别', 30), column('rule', '判定标准', 70, 'text', { max: 100 }), column('department', '责任部门', 30), column('penalty', '考核办法(金额/比例)', 40, 'text', { max: 60 }),
    ]),
    sign(),
  ],
}))

export const liabilityStandardSample: FillContent = {
  values: { validFrom: '2026-01-01', edition: '2026 版' },
  tables: {
    rules: [
      { duty: '设计责任', rule: '同型号同部位三个月内出现三例以上，且与图纸要求一致', department: '技术部', penalty: '直接损失的 10%' },
      { duty: '装配责任', rule: '紧固、调整、走线不符合工艺文件', department: '总装车间', penalty: '直接损失的 30%' },
      { duty: '外购件责任', rule: '零件本身材质、尺寸、性能不合格', department: '采购部（向供应商追偿）', penalty: '全额追偿' },
    ],
  },
}
