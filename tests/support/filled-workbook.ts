import { writeXlsx, type CellValue } from 'hucre'
import { instant } from '#domain/dates'
import type { ImportKind } from '#domain/import-result'
import { templateWorkbook } from '#host/import/template'
import { readWorkbook } from '#host/workbook'

export type FilledRows = Readonly<Record<string, readonly Readonly<Record<string, string | number>>[]>>

/** The template of a kind with rows under its headings, by sheet. */
export async function filledWorkbook(kind: ImportKind, rows: FilledRows): Promise<Uint8Array> {
  const sheets = await readWorkbook(await templateWorkbook(kind, instant('2026-11-22T01:00:00.000Z')))
  return writeXlsx({
    sheets: sheets
      .filter(({ name }) => name in rows)
      .map(({ name, rows: [headings = []] }) => {
        const titles = headings.map(String)
        const body = (rows[name] ?? []).map((row) => titles.map((title): CellValue => row[title.replace('*', '')] ?? null))
        return { name, rows: [titles, ...body] }
      }),
  })
}

/** One job of a ledger on the sample station's catalogue. */
export const ledgerJob = {
  台账号: 'T2026-0158',
  报修日期: '2026-11-02',
  送修时间: '2026-11-02 09:10',
  维修开始: '2026-11-02 10:00',
  维修结束: '2026-11-02 15:30',
  交车时间: '2026-11-02 17:00',
  用户姓名: '周志强',
  用户电话: '13807310001',
  用户地址: '江苏省泰州市海陵区迎春路12号',
  车型: 'SL125-6A',
  车架号: 'LZZ1BLMJ4TJ465057',
  发动机号: 'SL156FMI-26A00123',
  车牌号: '苏M7K216',
  购车日期: '2026-03-15',
  发票号: '03716628',
  行驶里程: 3200,
  故障现象: '行驶中突然熄火',
  故障原因: '点火线圈次级断路',
  维修措施: '更换点火线圈，试车正常',
  修理工: '周建国',
} as const
