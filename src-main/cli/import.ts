import { basename } from 'node:path'
import type { OutputOf } from '#contract/define'
import type { AppContract } from '#contract/index'
import { instantOfMillis } from '#domain/dates'
import { importKinds, type ImportKind } from '#domain/import-result'
import { say } from '#domain/sentences/index'
import { writeDurably } from '#host/durable-write'
import { templateWorkbook } from '#host/import/template'
import { fileToRead, fileToWrite, readArguments, required, withHost, type Command } from './command.ts'
import { UsageError } from './usage.ts'

type Preview = OutputOf<AppContract['imports']['preview']>

function kindOf(value: string | undefined): ImportKind {
  const kind = importKinds.find((known) => known === value)
  if (!kind) throw new UsageError(`--kind 应是 ${importKinds.join('、')} 之一`)
  return kind
}

/** An empty workbook with its headings. */
export const templateCommand: Command = async (args) => {
  const { values } = readArguments(args, { kind: { type: 'string' }, out: { type: 'string' } })
  const kind = kindOf(values.kind)
  const file = fileToWrite(values.out, '--out')
  await writeDurably(file, await templateWorkbook(kind, instantOfMillis(Date.now())))
  return { json: { kind, file }, text: `已写出导入表 ${file}` }
}

/** All or nothing unless --skip-bad; --dry-run only checks. */
export const importCommand: Command = async (args) => {
  const { values, positionals } = readArguments(
    args,
    { db: { type: 'string' }, kind: { type: 'string' }, 'dry-run': { type: 'boolean' }, 'skip-bad': { type: 'boolean' } },
    1,
  )
  const kind = kindOf(values.kind)
  const [workbook] = positionals
  if (workbook === undefined) throw new UsageError('请写一个要导入的 .xlsx 文件')
  const bytes = fileToRead(workbook)
  return withHost(required(values.db, '--db'), async (api, host) => {
    const preview = await api.imports.preview({ kind, uploadId: host.upload(basename(workbook), bytes) })
    const refused = preview.rejectedTotal > 0 && values['skip-bad'] !== true
    const dry = values['dry-run'] === true
    const done =
      refused || dry
        ? { created: dry ? preview.creates : 0, updated: dry ? preview.updates : 0 }
        : await api.imports.apply({ importId: preview.importId, skipBad: values['skip-bad'] === true })
    const json = {
      read: preview.read,
      created: done.created,
      updated: done.updated,
      rejected: spoken(preview.rejected),
      warnings: spoken(preview.warnings),
    }
    // the JSON has no place for it: where more was found than is listed, the person at the screen is told
    if (values.json === true)
      process.stderr.write(
        unlisted(preview, json)
          .map((line) => `${line}\n`)
          .join(''),
      )
    return { json, refused, text: report(preview, json, { refused, dry }) }
  })
}

function spoken(findings: Preview['rejected']) {
  return findings.map(({ sheet, row, column, value, reason, remedy }) => ({
    sheet,
    row,
    column,
    value,
    reason: say(reason),
    remedy: say(remedy),
  }))
}

type Json = { read: number; created: number; updated: number; rejected: ReturnType<typeof spoken>; warnings: ReturnType<typeof spoken> }

function unlisted({ rejectedTotal, warningsTotal }: Preview, { rejected, warnings }: Json): string[] {
  const more = [
    ['不对', rejectedTotal - rejected.length],
    ['提醒', warningsTotal - warnings.length],
  ] as const
  return more.filter(([, count]) => count > 0).map(([word, count]) => `  还有 ${count} 处${word}没有列出`)
}

function report(preview: Preview, json: Json, { refused, dry }: { refused: boolean; dry: boolean }): string {
  const line = ({ sheet, row, column, value, reason, remedy }: Json['rejected'][number]) =>
    `  ${sheet} 第 ${row} 行「${column}」${value === '' ? '' : `（${value}）`}：${reason}；${remedy}`
  const head = refused
    ? `没有导入：${preview.rejectedTotal} 处不对，改好再导入，或用 --skip-bad 跳过这些行`
    : dry
      ? '只检查，没有保存'
      : '导入完成'
  return [
    `${head}。读取 ${json.read}，新增 ${json.created}，更新 ${json.updated}，已有不变 ${preview.unchanged}`,
    ...json.rejected.map(line),
    ...(json.warnings.length > 0 ? [`提醒 ${preview.warningsTotal} 处：`, ...json.warnings.map(line)] : []),
    ...unlisted(preview, json),
  ].join('\n')
}
