import { existsSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { z } from 'zod'
import { pin as pinOf, stationCode } from '#contract/founding'
import { isLocalDate, localDate, localDateOf, instantOfMillis } from '#domain/dates'
import { AppError } from '#domain/errors'
import { buildDemo } from '#host/demo/build-demo'
import { commandLine, createHost } from '#host/create-host'
import { resources } from '#host/resources'
import { emptyFounding, loadSamples } from '#host/station-builder'
import { readArguments, required, wholeNumber, type Command, type Outcome } from './command.ts'
import { UsageError } from './usage.ts'

const demoOrders = 300
type FirstStation = Parameters<typeof emptyFounding>[1]
const shortName = z.string().trim().min(2, '至少 2 个字').max(60, '最多 60 个字')

/** A new station file; an existing one is refused. */
export const initCommand: Command = async (args) => {
  const { values } = readArguments(args, {
    db: { type: 'string' },
    demo: { type: 'boolean' },
    orders: { type: 'string' },
    seed: { type: 'string' },
    until: { type: 'string' },
    code: { type: 'string' },
    name: { type: 'string' },
    chief: { type: 'string' },
    pin: { type: 'string' },
  })
  const file = required(values.db, '--db')
  if (existsSync(file)) throw new AppError('rule', 'db.exists', { file })
  const forDemo = ['orders', 'seed', 'until'] as const
  const forEmpty = ['code', 'name', 'chief', 'pin'] as const
  const misplaced = (values.demo === true ? forEmpty : forDemo).find((name) => values[name] !== undefined)
  if (misplaced !== undefined) throw new UsageError(values.demo === true ? `--${misplaced} 不用于 --demo` : `--${misplaced} 只用于 --demo`)
  if (values.demo !== true) return foundEmpty(file, values)
  const until = values.until ?? localDateOf(instantOfMillis(Date.now()))
  if (!isLocalDate(until)) throw new UsageError(`--until 应写成 2026-11-21，不是 ${until}`)
  const orders = wholeNumber(values.orders, '--orders', demoOrders)
  const seed = wholeNumber(values.seed, '--seed', 1)
  await mkdir(dirname(resolve(file)), { recursive: true })
  await buildDemo({ file, orders, seed, until: localDate(until), resources: resources() })
  return { json: { file, orders, seed, until }, text: `已建立演示站 ${file}，工单 ${orders} 张` }
}

/** The contract would refuse them too, but by its own names instead of those of the options. */
function refuseMisfits({ stationCode: code, stationName, chiefName, pin }: FirstStation): void {
  const wrong = (
    [
      ['--code', stationCode, code],
      ['--name', shortName, stationName],
      ['--chief', shortName, chiefName],
      ['--pin', pinOf, pin],
    ] as const
  ).flatMap(([option, form, value]) => form.safeParse(value).error?.issues.map(({ message }) => `${option}：${message}`) ?? [])
  if (wrong.length > 0) throw new UsageError(wrong.join('；'))
}

async function foundEmpty(
  file: string,
  {
    code,
    name,
    chief,
    pin,
  }: { code?: string | undefined; name?: string | undefined; chief?: string | undefined; pin?: string | undefined },
): Promise<Outcome> {
  const first = { stationCode: code ?? 'ST0001', stationName: name ?? '未命名维修站', chiefName: chief ?? '站长', pin: pin ?? '0000' }
  refuseMisfits(first)
  await mkdir(dirname(resolve(file)), { recursive: true })
  const host = await createHost({ dbFile: file, createIfMissing: true })
  try {
    host.now('station', 'found', emptyFounding(loadSamples(resources()), first), commandLine, crypto.randomUUID())
  } catch (error) {
    await host.close()
    for (const ending of ['', '-wal', '-shm']) await rm(`${file}${ending}`, { force: true })
    throw error
  }
  await host.close()
  return {
    json: { file, orders: 0 },
    text: `已建立空站 ${file}：${first.stationName}（${first.stationCode}），站长 ${first.chiefName}，口令 ${first.pin}`,
  }
}
