import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createClient } from '#contract/client'
import { fen } from '#domain/money'
import { contract, type Api } from '#contract/index'
import { createHost, type Host } from '#host/create-host'
import { silentLogger } from '#host/log'
import type { Seat } from '#host/seats'
import { openTestHost, type TestHost } from '#tests/support/host'

const nobody = (): Seat => ({ id: 'counter', kind: 'browser', userId: null })

function clientAt(host: Host, seat: Seat): Api {
  return createClient(
    contract,
    async (call) => JSON.parse(JSON.stringify(await host.route(JSON.parse(JSON.stringify(call)), seat))),
    () => crypto.randomUUID(),
  )
}

describe('signing in', () => {
  let station: TestHost
  let seat: Seat
  let api: Api

  beforeEach(async () => {
    station = await openTestHost()
    seat = nobody()
    api = clientAt(station.host, seat)
  })
  afterEach(() => station.close())

  const personOf = async (name: string) =>
    (await api.session.state({})).people.find((person) => person.name === name) ?? { id: 0, pin: null }

  test('before it the tiles of the demo station show who may, with the PIN', async () => {
    const { people, ...rest } = await api.session.state({})
    expect({ ...rest, first: people[0], count: people.length }).toEqual({
      ready: true,
      demo: true,
      stationName: '示例市城东示例摩托特约维修站',
      stationCode: 'SD0731',
      setUp: null,
      me: null,
      today: '2026-11-21',
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
      count: 10,
      first: { id: expect.any(Number), name: '林小燕', role: 'reception', pin: '1001' },
    })
  })

  test('the right PIN seats the person, sign-out empties the seat', async () => {
    const { id } = await personOf('王振华')
    await api.session.signIn({ userId: id, pin: '9001' })
    const { me } = await api.session.state({})
    await api.session.signOut({})
    expect([me, (await api.session.state({})).me, seat.userId]).toEqual([
      { id, code: 'chief01', name: '王振华', role: 'chief', technicianId: null },
      null,
      null,
    ])
  })

  test('a wrong PIN says so; after three each next one must wait longer, and a right one forgets them', async () => {
    const { id: userId } = await personOf('徐佳')
    const wrong = () =>
      api.session.signIn({ userId, pin: '0000' }).then(
        () => 'in',
        (error: { sentence: { key: string; params: { seconds?: number } } }) => [error.sentence.key, error.sentence.params.seconds],
      )
    const answers = [await wrong(), await wrong(), await wrong(), await wrong()]
    station.advance({ hours: 1 / 3600 })
    answers.push(await wrong(), await wrong())
    station.advance({ hours: 2 / 3600 })
    await api.session.signIn({ userId, pin: '1002' })
    answers.push(await wrong())
    const [no, late] = ['session.wrongPin', 'session.slowDown']
    expect(answers).toEqual([
      [no, undefined],
      [no, undefined],
      [no, undefined],
      [late, 1],
      [no, undefined],
      [late, 2],
      [no, undefined],
    ])
  })

  test('somebody who has left cannot sign in, and his seat falls empty', async () => {
    const { id } = await personOf('徐佳')
    await api.session.signIn({ userId: id, pin: '1002' })
    const user = (await station.api.station.users({})).find((row) => row.id === id)
    await station.api.station.saveUser({ ...user!, active: false, pin: null })
    expect((await api.session.state({})).me).toBeNull()
    await expect(api.session.signIn({ userId: id, pin: '1002' })).rejects.toMatchObject({ sentence: { key: 'session.unknownPerson' } })
    await expect(api.customers.find({ text: '王喆', limit: 5 })).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('preferences belong to the person', async () => {
    await station.api.session.preference({ key: 'theme', value: '"dark"' })
    await station.api.session.preference({ key: 'theme', value: '"light"' })
    expect([await station.api.session.preferences({}), await station.as('reception').session.preferences({})]).toEqual([
      { theme: '"light"' },
      {},
    ])
  })
})

describe('the first run', () => {
  let folder: string
  let host: Host
  let api: Api

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sanbao-first-'))
    host = await createHost({
      dbFile: join(folder, 'station.sqlite'),
      createIfMissing: true,
      clock: () => Date.parse('2026-11-21T01:00:00.000Z'),
      logger: silentLogger,
      checkOutputs: true,
    })
    api = clientAt(host, nobody())
  })
  afterEach(async () => {
    await host.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const first = { kind: 'empty', stationCode: 'SD0815', stationName: '城西摩托维修站', chiefName: '钱海军', pin: '4711' } as const

  test('nothing is ready before it', async () => {
    expect(await api.session.state({})).toMatchObject({ ready: false, stationName: '', people: [] })
  })

  test('an empty station has its chief, one open maker under the sample policies, and holidays', async () => {
    await api.session.setUp(first)
    const { people } = await api.session.state({})
    await api.session.signIn({ userId: people[0]!.id, pin: '4711' })
    const [manufacturers, policies, parts] = [
      await api.catalogue.manufacturers({}),
      await api.catalogue.policies({}),
      await api.catalogue.parts({ text: '', manufacturerId: null, limit: 5 }),
    ]
    expect({
      people: people.map(({ name, role, pin }) => [name, role, pin]),
      station: await api.station.get({}),
      manufacturers: manufacturers.map(({ code, name }) => [code, name]),
      policies: policies.map(({ name, limits }) => [name, limits.some(({ scope }) => scope === 'part')]),
      parts,
      holiday: host.db().$client.prepare("SELECT working FROM holidays WHERE day = '2026-10-01'").get(),
      customers: host.db().$client.prepare('SELECT count(*) FROM customers').pluck().get(),
    }).toEqual({
      people: [['钱海军', 'chief', null]],
      station: {
        code: 'SD0815',
        name: '城西摩托维修站',
        stampName: '城西摩托维修站',
        contact: '钱海军',
        phone: '',
        address: '',
        warrantyClerk: '',
        warrantyClerkPhone: '',
        bank: '',
        account: '',
        taxNo: '',
        kind: 'authorised',
        revision: 0,
        demo: false,
        codeLocked: false,
      },
      manufacturers: [['OEM', '未定厂方']],
      policies: [
        ['示例·法定最低', false],
        ['示例·两年两万公里', false],
      ],
      parts: [],
      holiday: { working: 0 },
      customers: 0,
    })
  })

  test('a station is founded once', async () => {
    await api.session.setUp(first)
    await expect(api.session.setUp({ ...first, stationCode: 'SD0816' })).rejects.toMatchObject({
      sentence: { key: 'session.alreadyFounded', params: { name: '城西摩托维修站' } },
    })
  })

  test('the demo station is built beside and takes the place of the empty file, once', async () => {
    await api.session.setUp({ kind: 'demo', orders: 12 })
    const { ready, demo, stationCode, people } = await api.session.state({})
    await api.session.signIn({ userId: people[0]!.id, pin: people[0]!.pin ?? '' })
    const { total } = await api.workOrders.list({
      offset: 0,
      limit: 1,
      sort: [],
      text: '',
      filter: { statuses: [], nature: null, technicianId: null, view: 'all' },
    })
    expect({ ready, demo, stationCode, orders: total, files: readdirSync(folder).filter((name) => name.includes('half')) }).toEqual({
      ready: true,
      demo: true,
      stationCode: 'SD0731',
      orders: 12,
      files: [],
    })
    await expect(api.session.setUp({ kind: 'demo', orders: 0 })).rejects.toMatchObject({ sentence: { key: 'session.alreadyFounded' } })
  }, 60_000)

  test('the PINs of the founding are not in the command log', async () => {
    await api.session.setUp(first)
    expect(host.db().$client.prepare('SELECT name, input FROM command_log').all()).toEqual([{ name: 'station.found', input: '"…"' }])
  })

  test('the chief sits there at once, names the maker, and the set-up is gone on with wherever it was left', async () => {
    await api.session.setUp(first)
    const { me, setUp } = await api.session.state({})
    const [open] = await api.catalogue.manufacturers({})
    const { id, revision } = open!
    const maker = {
      id,
      code: 'JX',
      name: '江西某某摩托车厂',
      shortName: '',
      serviceDept: '',
      phone: '',
      address: '',
      returnTemplate: 'F17',
      hourRateFen: fen(6000),
    } as const
    await api.station.nameMaker({ ...maker, revision })
    await expect(api.station.nameMaker({ ...maker, revision })).rejects.toMatchObject({ code: 'conflict' })
    await api.session.setUpStep({ step: 'numbers' })
    const at = (await api.session.state({})).setUp
    await api.session.setUpStep({ step: null })
    expect([
      me?.name,
      setUp,
      (await api.catalogue.manufacturers({})).map(({ code, name }) => [code, name]),
      at,
      (await api.session.state({})).setUp,
    ]).toEqual(['钱海军', 'maker', [['JX', '江西某某摩托车厂']], 'numbers', null])
  })

  test('samples to try with are put in, and go without a trace while nothing used them', async () => {
    await api.session.setUp(first)
    await api.station.loadSamples({})
    await expect(api.station.loadSamples({})).rejects.toMatchObject({ sentence: { key: 'station.samplesThere' } })
    const { loaded, counts } = await api.station.samples({})
    const { retired } = await api.station.dropSamples({})
    expect([
      loaded,
      counts.parts > 0,
      retired,
      (await api.catalogue.manufacturers({})).map(({ code }) => code),
      (await api.station.samples({})).loaded,
    ]).toEqual([true, true, 0, ['OEM'], false])
  })
})
