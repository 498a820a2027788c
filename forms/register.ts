import { type PaperBase, type SheetForm, sheetFor } from './define.ts'
import { serial } from './sh-zh/print-words.ts'

export type RegisterLine = {
  readonly form: string
  readonly number: string
  readonly state: string
  readonly subject: string
  readonly prints: string
  readonly at: string
  readonly by: string
  readonly closed: string
  readonly approver: string
  readonly reason: string
}

/** `proof`: what was counted, series by series, and whether a number is missing. */
export type RegisterPaper = PaperBase & {
  readonly scope: string
  readonly printedAt: string
  readonly printedBy: string
  readonly proof: readonly string[]
  readonly lines: readonly RegisterLine[]
}

/** 单据登记簿 on plain sheets: the numbers as they were asked for, and the proof that none is missing. */
export const register: SheetForm<RegisterPaper> = sheetFor<RegisterPaper>(({ grid, lines, heading, letter, sign }) => ({
  id: 'register',
  version: 1,
  profiles: ['A4L'],
  words: {
    title: ['单据登记簿'],
    code: '',
    numberCode: '',
    note: '',
    copies: [{ key: 'register', label: '登记簿', stripe: 'white' }],
    signatories: ['制表', '审核', '站长（盖章）'],
  },
  blocks: [
    grid(4, [
      [
        { label: '维修站', value: (paper) => paper.station.name },
        { label: '站代码', value: (paper) => paper.station.code },
        { label: '范围', value: (paper) => paper.scope },
        { label: '打印', value: (paper) => `${paper.printedAt} ${paper.printedBy}` },
      ],
    ]),
    lines((paper) => paper.lines, 8, [
      { title: '序号', mm: 10, align: 'centre', value: serial },
      { title: '表单', mm: 34, value: (line) => line.form },
      { title: '编号', mm: 42, value: (line) => line.number },
      { title: '状态', mm: 18, align: 'centre', value: (line) => line.state },
      { title: '事由 / 领用人', mm: 41, value: (line) => line.subject },
      { title: '每联打印', mm: 14, align: 'centre', value: (line) => line.prints },
      { title: '开具 / 领用', mm: 27, align: 'centre', value: (line) => line.at },
      { title: '经办', mm: 15, value: (line) => line.by },
      { title: '作废 / 归还期限', mm: 27, align: 'centre', value: (line) => line.closed },
      { title: '批准', mm: 15, value: (line) => line.approver },
      { title: '原因', mm: 30, value: (line) => line.reason },
    ]),
    heading('连续性证明'),
    letter((paper) => paper.proof),
    sign(),
  ],
}))
