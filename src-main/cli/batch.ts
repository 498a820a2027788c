import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Api } from '#contract/index'
import { AppError } from '#domain/errors'
import { formatFen, fen } from '#domain/money'
import { say } from '#domain/sentences/index'
import { verifyBatchFile } from '#host/batch-file/verify'
import { fileToRead, periodOf, readArguments, required, withHost, writeProduced, type Command } from './command.ts'
import { UsageError } from './usage.ts'

export const batchCommand: Command = async ([what, ...args]) => {
  switch (what) {
    case 'build':
      return build(args)
    case 'export':
      return exportBatch(args)
    case 'verify':
      return verify(args)
    default:
      throw new UsageError('batch 之后写 build、export 或 verify')
  }
}

const nothing = { partsFen: 0, labourFen: 0, outingFen: 0, otherFen: 0, totalFen: 0 }

/** Claims that pass → one sealed batch, flagged 单人站; the others with their reasons (settled.md 7). */
const build: Command = async (args) => {
  const { values } = readArguments(args, { db: { type: 'string' }, manufacturer: { type: 'string' }, period: { type: 'string' } })
  const code = required(values.manufacturer, '--manufacturer')
  const period = periodOf(required(values.period, '--period')) ?? ''
  return withHost(required(values.db, '--db'), async (api) => {
    const makers = await api.catalogue.manufacturers({})
    const maker = makers.find((row) => row.code === code)
    if (!maker)
      throw new AppError('not-found', 'common.noSuch', { what: `厂方 ${code}，已登记的是 ${makers.map((row) => row.code).join('、')}` })
    const built = await api.batches.build({ manufacturerId: maker.id, period })
    const refused = built.refused.map(({ no, problems }) => ({ no, reasons: problems.map(say) }))
    const lines = refused.map(({ no, reasons }) => `  ${no}：${reasons.join('；')}`)
    if (built.id === null)
      return {
        refused: true,
        json: { number: null, claims: 0, sums: nothing, refused },
        text: [nothingBuilt(period, refused.length), ...lines].join('\n'),
      }
    await step(api, built.id, 'seal')
    await step(api, built.id, 'confirm')
    const { no, claimed } = await api.batches.get({ id: built.id })
    return {
      json: { number: no, claims: built.claims, sums: claimed, refused },
      text: [
        `批次 ${no}：${built.claims} 张，合计 ${formatFen(claimed.totalFen)} 元（单人站）`,
        ...(lines.length > 0 ? [`未入批 ${lines.length} 张：`, ...lines] : []),
      ].join('\n'),
    }
  })
}

function nothingBuilt(period: string, refused: number): string {
  return refused === 0 ? `未建批：${period} 完工的工单没有待报的索赔单` : `未建批：${period} 的 ${refused} 张索赔单都未通过检查`
}

async function step(api: Api, id: number, event: string): Promise<void> {
  const { revision } = await api.batches.get({ id })
  await api.batches.step({ id, revision, event, reason: '', ticked: false })
}

const exportBatch: Command = async (args) => {
  const { values } = readArguments(args, { db: { type: 'string' }, batch: { type: 'string' }, out: { type: 'string' } })
  const number = required(values.batch, '--batch')
  const folder = required(values.out, '--out')
  mkdirSync(folder, { recursive: true })
  return withHost(required(values.db, '--db'), async (api, host) => {
    const found = await api.batches.list({ offset: 0, limit: 50, sort: [], text: number, filter: { statuses: [], manufacturerId: null } })
    const batch = found.rows.find((row) => row.no === number)
    if (!batch) throw new AppError('not-found', 'common.noSuch', { what: `批次 ${number}` })
    const file = await api.batches.export({ id: batch.id, exportId: crypto.randomUUID() })
    const path = join(folder, file.name)
    await writeProduced(host, file, path)
    return {
      json: { file: path, bytes: file.bytes, sha256: file.sha256 },
      text: `已写出 ${path}（${file.bytes} 字节，SHA-256 ${file.sha256}）`,
    }
  })
}

/** Anyone can run it: no database needed. */
const verify: Command = async (args) => {
  const { positionals } = readArguments(args, {}, 1)
  const [path] = positionals
  if (path === undefined) throw new UsageError('batch verify 之后写一个批次文件')
  const result = await verifyBatchFile(fileToRead(path))
  if (!result.ok)
    return {
      refused: true,
      json: { ok: false, problems: result.problems.map(say) },
      text: ['批次文件有问题：', ...result.problems.map((problem) => `  · ${say(problem)}`)].join('\n'),
    }
  const { batch, totals, hash, warnings } = result.summary
  return {
    json: { ok: true, number: batch.number, claims: totals.claims, sums: totals.amounts, hash, warnings: warnings.map(say) },
    text: [
      `批次文件完好：${batch.number}，${totals.claims} 张，合计 ${formatFen(fen(totals.amounts.totalFen))} 元`,
      ...warnings.map((warning) => `  ! ${say(warning)}`),
    ].join('\n'),
  }
}
