import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { proveCopy } from '#db/prove-copy'
import { closeDatabase, openDatabase } from '#db/open'
import { createAutomaticBackups } from '#host/automatic-backups'
import { createBackups } from '#host/backups'
import { silentLogger } from '#host/log'
import { aCustomer } from '#tests/support/builders'
import { openTestHost, type TestHost } from '#tests/support/host'

let station: TestHost
let data: string
let elsewhere: string

beforeEach(async () => {
  station = await openTestHost()
  data = dirname(station.db().$client.name)
  elsewhere = mkdtempSync(join(tmpdir(), 'sanbao-elsewhere-'))
})
afterEach(async () => {
  await station.close()
  rmSync(elsewhere, { recursive: true, force: true })
})

const saveCustomer = () => station.api.customers.save({ ...aCustomer(), id: null, revision: 0 })
const fileOf = (name: string) => join(data, 'backups', name)
const make = () => station.api.backups.make({})
const listed = async () => (await station.api.backups.list({})).items
const damage = (file: string) => writeFileSync(file, readFileSync(file).fill(0x55, 4096 * 3, 4096 * 6))

describe('a copy', () => {
  test('is one file that stands alone and opens as a station', async () => {
    await saveCustomer()
    const { name } = await make()
    expect([name, readdirSync(join(data, 'backups')).sort()]).toEqual([
      '20261121010000-manual.db',
      ['20261121010000-manual.db', 'backups.json'],
    ])
    const copy = openDatabase(fileOf(name), 'existing')
    expect(copy.$client.prepare('SELECT count(*) FROM customers').pluck().get()).toBe(1)
    closeDatabase(copy)
  })

  test('says what it holds; anyone may make one, and home tells of it', async () => {
    await saveCustomer()
    const made = await station.as('reception').backups.make({})
    expect([made, await listed(), (await station.api.home.summary({})).lastBackupAt]).toEqual([
      {
        name: made.name,
        bytes: expect.any(Number),
        at: station.now(),
        reason: 'manual',
        state: 'proven',
        checkedAt: station.now(),
        content: { workOrders: 0, customers: 1, papers: 0 },
      },
      [made],
      station.now(),
    ])
  })

  test('is made while work goes on', async () => {
    const making = make()
    await saveCustomer()
    await making
    await expect(station.api.customers.list({ offset: 0, limit: 1, sort: [], text: '', filter: { kind: null } })).resolves.toMatchObject({
      total: 1,
    })
  })

  test('stands with the others, newest first; foreign files in the folder are not counted', async () => {
    await make()
    station.advance({ days: 1 })
    const { name } = await make()
    writeFileSync(join(dirname(fileOf(name)), 'notes.db'), 'x')
    expect((await listed()).map(({ at }) => at)).toEqual(['2026-11-22T01:00:00.000Z', '2026-11-21T01:00:00.000Z'])
  })

  test('that cannot be proven is refused and leaves nothing', async () => {
    const sqlite = station.db().$client
    // the mark of our files is missing in the copy only while it is made
    const backups = createBackups({ sqlite: () => sqlite, folder: elsewhere, clock: () => 0 })
    const mark = sqlite.pragma('application_id', { simple: true })
    sqlite.pragma('application_id = 1')
    await expect(backups.make('manual')).rejects.toMatchObject({ sentence: { key: 'db.backupUnproven' } })
    sqlite.pragma(`application_id = ${String(mark)}`)
    expect(readdirSync(elsewhere)).toEqual([])
  })
})

describe('checking again', () => {
  test('finds a damaged, a cut and a foreign file', async () => {
    const file = fileOf((await make()).name)
    damage(file)
    const cut = `${file}.cut`
    writeFileSync(cut, readFileSync(file).subarray(0, 4096 * 4))
    const foreign = `${file}.txt`
    writeFileSync(foreign, 'not a database at all, but long enough to be looked at')
    expect([proveCopy(file).ok, proveCopy(cut).ok, proveCopy(foreign).ok]).toEqual([false, false, false])
  })

  test('a whole copy stays restorable, a damaged one is marked and no longer counts', async () => {
    const { name } = await make()
    station.advance({ hours: 2 })
    const whole = await station.api.backups.verify({ name })
    damage(fileOf(name))
    const damaged = await station.api.backups.verify({ name })
    expect([
      whole.copy.state,
      whole.copy.checkedAt,
      whole.detail,
      damaged.copy.state,
      damaged.detail === '',
      (await station.api.home.summary({})).lastBackupAt,
    ]).toEqual(['proven', station.now(), '', 'damaged', false, null])
    await expect(station.api.backups.restore({ name, folder: join(elsewhere, 'new') })).rejects.toMatchObject({
      sentence: { key: 'backup.damaged' },
    })
    expect(readdirSync(join(elsewhere, 'new'))).toEqual([])
  })

  test('another whole database under the name of a copy is found out', async () => {
    const { name } = await make()
    await saveCustomer()
    station.advance({ hours: 1 })
    const { name: later } = await make()
    writeFileSync(fileOf(name), readFileSync(fileOf(later)))
    expect(await station.api.backups.verify({ name })).toMatchObject({ copy: { state: 'damaged' }, detail: '文件内容与备份时不同' })
  })

  test('a copy that is gone, or a name that leads elsewhere, is not found', async () => {
    for (const name of ['20260101000000-manual.db', '../station.sqlite'])
      await expect(station.api.backups.verify({ name })).rejects.toMatchObject({ sentence: { key: 'backup.noSuchCopy' } })
  })
})

describe('restoring', () => {
  test('lays copy and photos into a new folder that opens as the station of that day; the present one is untouched', async () => {
    await saveCustomer()
    mkdirSync(join(data, 'attachments'))
    writeFileSync(join(data, 'attachments', 'a1b2'), 'a photo')
    const { name } = await make()
    await saveCustomer()
    const folder = join(elsewhere, '恢复')
    const restored = await station.api.backups.restore({ name, folder })
    const copy = openDatabase(join(folder, 'station.sqlite'), 'existing')
    expect([
      restored,
      copy.$client.prepare('SELECT count(*) FROM customers').pluck().get(),
      station.db().$client.prepare('SELECT count(*) FROM customers').pluck().get(),
      readFileSync(join(folder, 'attachments', 'a1b2'), 'utf8'),
    ]).toEqual([
      { folder, content: { workOrders: 0, customers: 1, papers: 0 }, openWith: `npm start -- --data "${folder}"` },
      1,
      2,
      'a photo',
    ])
    closeDatabase(copy)
  })

  test('never overwrites: a folder with anything in it, or half a path, is refused', async () => {
    const { name } = await make()
    writeFileSync(join(elsewhere, 'notes.txt'), 'mine')
    await expect(station.api.backups.restore({ name, folder: elsewhere })).rejects.toMatchObject({ sentence: { key: 'backup.notEmpty' } })
    await expect(station.api.backups.restore({ name, folder: 'restored' })).rejects.toMatchObject({
      sentence: { key: 'backup.notAbsolute' },
    })
    await expect(station.as('claimClerk').backups.restore({ name, folder: join(elsewhere, 'new') })).rejects.toMatchObject({
      code: 'forbidden',
    })
  })

  test('makes the folders above it too, and says where none can be made', async () => {
    const { name } = await make()
    await expect(station.api.backups.restore({ name, folder: join(elsewhere, '2026', '恢复') })).resolves.toMatchObject({
      content: { customers: 0 },
    })
    writeFileSync(join(elsewhere, 'notes.txt'), 'mine')
    await expect(station.api.backups.restore({ name, folder: join(elsewhere, 'notes.txt', '恢复') })).rejects.toMatchObject({
      sentence: { key: 'backup.cannotWrite' },
    })
  })

  test.skipIf(process.platform !== 'linux')('does not stand still where the system takes no folder', async () => {
    const { name } = await make()
    await expect(station.api.backups.restore({ name, folder: '/proc/恢复' })).rejects.toMatchObject({
      sentence: { key: 'backup.cannotWrite' },
    })
  })

  test('the folder proposed is beside the data and not there yet', async () => {
    const { name } = await make()
    expect(basename((await station.api.backups.restorePlace({ name })).folder)).toBe(`${basename(data)}-恢复-20261121-0900`)
  })
})

describe('by themselves', () => {
  const automatic = () => {
    const backups = createBackups({
      sqlite: () => station.db().$client,
      folder: join(data, 'backups'),
      clock: () => Date.parse(station.now()),
    })
    return {
      backups,
      ...createAutomaticBackups({
        db: station.db,
        backups,
        clock: () => Date.parse(station.now()),
        logger: silentLogger,
        publish: () => undefined,
      }),
    }
  }
  const names = () =>
    readdirSync(join(data, 'backups'))
      .filter((name) => name.endsWith('.db'))
      .sort()

  test('copies are made hourly when something changed, and only then', async () => {
    const { run } = automatic()
    await run()
    await run()
    station.advance({ hours: 2 })
    await run()
    await saveCustomer()
    await run()
    expect(names()).toEqual(['20261121010000-automatic.db', '20261121030000-automatic.db'])
  })

  test('switched off by the chief, none is made', async () => {
    await station.api.backups.saveSchedule({ everyHours: 0, secondFolder: '' })
    mkdirSync(join(data, 'backups'), { recursive: true })
    await automatic().run()
    expect(names()).toEqual([])
  })

  test('a second folder gets every copy and the photos; one that has vanished is told of', async () => {
    mkdirSync(join(data, 'attachments'))
    writeFileSync(join(data, 'attachments', 'a1b2'), 'a photo')
    await station.api.backups.saveSchedule({ everyHours: 1, secondFolder: elsewhere })
    const { run, backups } = automatic()
    await run()
    const there = [readdirSync(elsewhere).sort(), readdirSync(join(elsewhere, 'attachments'))]
    rmSync(elsewhere, { recursive: true })
    await saveCustomer()
    station.advance({ hours: 1 })
    await run()
    expect([there, backups.view().trouble?.reason.startsWith('第二个位置没有写成'), names().length]).toEqual([
      [['20261121010000-automatic.db', 'attachments'], ['a1b2']],
      true,
      2,
    ])
  })

  test('a second folder must be a full path, there, and outside the data', async () => {
    mkdirSync(join(data, 'backups'))
    const save = (secondFolder: string) =>
      station.api.backups.saveSchedule({ everyHours: 1, secondFolder }).then(
        () => 'saved',
        (error: { sentence: { key: string } }) => error.sentence.key,
      )
    expect([
      await save('copies'),
      await save(join(elsewhere, 'nowhere')),
      await save(join(data, 'backups')),
      await save(elsewhere),
    ]).toEqual(['backup.notAbsolute', 'backup.noFolder', 'backup.insideData', 'saved'])
  })
})
