import type { FillContent } from '#domain/form-fill'
import { wideTablePapers } from '../engine/profiles.ts'
import { column, field, filledFor } from '../filled.ts'
import { plainWords } from '../plain-words.ts'

/** 工程安装人员奖金结算表 (domain.md A10). */
export const bonusSettlement = filledFor(({ grid, table, sign, note }) => ({
  id: 'A10',
  version: 1,
  profiles: wideTablePapers,
  words: plainWords('工程安装人员奖金结算表', 'A10', ['留存'], ['编制', '审核', '批准']),
  parts: [
    grid(4, [[{ ...field('project', '工程名称', 'text', { required: true, max: 60 }), span: 3 }, field('settledOn', '决算日期', 'date')]]),
    table('people', '人员', 12, 12, [
      column('person', '姓名', 30),
      column('grade', '岗位/等级', 30),
      column('days', '出勤工日', 28, 'tenths', { sum: true }),
      column('output', '完成工作量', 40),
      column('factor', '分配系数', 28, 'tenths'),
      column('amount', '奖金金额', 36, 'amount', { sum: true }),
      column('signed', '签名', 36),
      column('note', '备注', 33),
    ]),
    sign(),
    note(),
  ],
}))

export const bonusSettlementSample: FillContent = {
  values: { project: '泉城广场写字楼空调安装', settledOn: '2026-11-25' },
  tables: {
    people: [
      { person: '张卫东', grade: '一级技师', days: 120, output: '16 台', factor: 12, amount: 240000, signed: '', note: '' },
      { person: '孙赟', grade: '三级技师', days: 95, output: '10 台', factor: 10, amount: 150000, signed: '', note: '' },
    ],
  },
}
