import type { FillContent } from '#domain/form-fill'
import { wideTablePapers } from '../engine/profiles.ts'
import { column, filledFor } from '../filled.ts'
import { plainWords } from '../plain-words.ts'

/** 技术资料收发登记表 (domain.md A07): what was lent is called back in time. */
export const documentRegister = filledFor(({ table, note }) => ({
  id: 'A07',
  version: 1,
  profiles: wideTablePapers,
  words: plainWords('技术资料收发登记表', 'A07', ['留存'], []),
  parts: [
    table('documents', '技术资料', 20, 10, [
      column('receivedOn', '收到日期', 24, 'date'),
      column('title', '资料名称', 60, 'text', { max: 80 }),
      column('version', '编号/版本', 30),
      column('maker', '来源厂家', 30),
      column('count', '份数', 14, 'count'),
      column('borrower', '发放/借阅人', 24),
      column('lentOn', '借出日期', 22, 'date'),
      column('dueOn', '应还日期', 22, 'date'),
      column('returnedOn', '归还日期', 22, 'date'),
      column('note', '备注', 15),
    ]),
    note(),
  ],
}))

export const documentRegisterSample: FillContent = {
  values: {},
  tables: {
    documents: [
      {
        receivedOn: '2026-10-08',
        title: 'QM150 系列电喷系统维修手册',
        version: '2026 版 V2',
        maker: '示例车业',
        count: 2,
        borrower: '张卫东',
        lentOn: '2026-11-02',
        dueOn: '2026-11-16',
        returnedOn: '2026-11-15',
        note: '',
      },
      {
        receivedOn: '2026-10-08',
        title: '点火系统技术通报 2026-07',
        version: 'TB-2026-07',
        maker: '示例车业',
        count: 1,
        borrower: '',
        lentOn: null,
        dueOn: null,
        returnedOn: null,
        note: '',
      },
    ],
  },
}
