import { accessSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { checkDatabase } from '#db/check'
import { readMigrations } from '#db/migrate'
import { openWith, restoreInto } from '#host/backup-restore'
import { createBackups } from '#host/backups'
import { resources } from '#host/resources'
import { readArguments, required, withHost, type Command } from './command.ts'

/** A copy made while nobody else has the file, proven by opening it. */
export const backupCommand: Command = async (args) => {
  const { values } = readArguments(args, { db: { type: 'string' }, to: { type: 'string' } })
  const folder = required(values.to, '--to')
  return withHost(required(values.db, '--db'), async (_, host) => {
    const copy = await createBackups({ sqlite: () => host.db().$client, folder, clock: Date.now }).make('manual')
    const file = join(folder, copy.name)
    return { json: { file, bytes: copy.bytes, at: copy.at }, text: `已备份并检验：${file}（${copy.bytes} 字节）` }
  })
}

/** A copy as a station in a new folder, with the photos and batch files that lie beside it. */
export const restoreCommand: Command = async (args) => {
  const { values } = readArguments(args, { from: { type: 'string' }, to: { type: 'string' } })
  const [from, folder] = [resolve(required(values.from, '--from')), resolve(required(values.to, '--to'))]
  accessSync(from)
  const content = await restoreInto(from, folder, { schemaVersions: readMigrations(resources().migrations).length })
  return {
    json: { folder, ...content },
    text: `已恢复到 ${folder}：工单 ${content.workOrders}，客户 ${content.customers}，单据 ${content.papers}。打开：${openWith(folder)}`,
  }
}

/** Page structure, links between rows, and numbers without gaps. */
export const checkCommand: Command = async (args) => {
  const { values } = readArguments(args, { db: { type: 'string' } })
  return withHost(required(values.db, '--db'), async (_, host) => {
    const found = checkDatabase(host.db())
    return {
      refused: !found.ok,
      json: found,
      text: found.ok
        ? `数据库完好：${found.papers} 份单据，编号连续`
        : ['数据库有问题：', ...found.problems.map((problem) => `  · ${problem}`)].join('\n'),
    }
  })
}
