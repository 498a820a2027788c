import type { FillContent } from '#domain/form-fill'
import { slipPapers } from '../engine/profiles.ts'
import { field, filledFor } from '../filled.ts'
import { plainWords } from '../plain-words.ts'

/** 员工调令 (domain.md A06). */
export const staffTransfer = filledFor(({ grid, box, sign, note }) => ({
  id: 'A06',
  version: 1,
  profiles: slipPapers,
  words: plainWords('员工调令', 'A06', ['人事', '原部门', '新部门'], ['原部门', '新部门', '批准']),
  parts: [
    grid(2, [
      [field('no', '编号', 'number'), field('filledOn', '日期', 'date', { required: true })],
      [field('personName', '姓名', 'text', { max: 60, required: true }), field('personCode', '工号')],
      [field('fromPost', '原部门/岗位', 'text', { required: true }), field('toPost', '新部门/岗位', 'text', { required: true })],
      [field('reason', '调动原因', 'text', { max: 100 })],
      [field('validFrom', '生效日期', 'date'), field('reportOn', '报到日期', 'date')],
      [field('payChange', '薪资/等级变化', 'text', { max: 60 })],
    ]),
    box('工作交接要求', 20, field('handover', '', 'text', { max: 200 })),
    sign(),
    note(),
  ],
}))

export const staffTransferSample: FillContent = {
  values: {
    filledOn: '2026-11-16',
    personName: '赵赟',
    personCode: '021',
    fromPost: '维修组 技师',
    toPost: '技术支持 技术员',
    reason: '技术支持岗位空缺',
    validFrom: '2026-12-01',
    reportOn: '2026-12-01',
    payChange: '二级技师 → 三级技师',
    handover: '手上未完工单于 11 月 30 日前移交张卫东；专用工具清点后交仓库。',
  },
  tables: {},
}
