import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkDatabase } from '#db/check'
import { builders } from '#tests/support/builders'
import { aDeliveredOrder } from '#tests/support/chain'
import { openTestHost, type TestHost } from '#tests/support/host'

let station: TestHost

beforeEach(async () => {
  station = await openTestHost()
})
afterEach(() => station.close())

const newUser = { id: null, code: 'reception03', name: '胡小敏', role: 'reception', technicianId: null, active: true, revision: 0 } as const

test('the station’s data are saved at the revision that was read, by the chief only', async () => {
  const { demo: _, codeLocked: __, ...read } = await station.api.station.get({})
  const { revision } = await station.api.station.save({ ...read, phone: '0523-88886666', kind: 'serviceCentre' })
  await expect(station.api.station.save({ ...read, phone: '0523-1' })).rejects.toMatchObject({ code: 'conflict' })
  await expect(station.as('claimClerk').station.save({ ...read, revision })).rejects.toMatchObject({ code: 'forbidden' })
  expect(await station.api.station.get({})).toMatchObject({ code: 'SD0731', phone: '0523-88886666', kind: 'serviceCentre', revision: 1 })
})

test('the station code may be mended until a number bears it', async () => {
  const save = async (code: string) => {
    const { demo: _, codeLocked, ...read } = await station.api.station.get({})
    await station.api.station.save({ ...read, code })
    return codeLocked
  }
  const before = await save('SD0732')
  const { no } = await builders(station).anOrder()
  expect([before, no.startsWith('SD0732'), (await station.api.station.get({})).codeLocked]).toEqual([false, true, true])
  await expect(save('SD0733')).rejects.toMatchObject({ sentence: { key: 'station.codeInUse', params: { code: 'SD0732' } } })
})

test('a new person needs a PIN and a code of his own', async () => {
  await expect(station.api.station.saveUser({ ...newUser, pin: null })).rejects.toMatchObject({
    sentence: { key: 'station.newUserNeedsPin' },
  })
  await expect(station.api.station.saveUser({ ...newUser, code: 'chief01', pin: '5001' })).rejects.toMatchObject({
    sentence: { key: 'station.staffCodeTaken', params: { code: 'chief01', name: '王振华' } },
    problems: [{ field: 'code' }],
  })
  const { id } = await station.api.station.saveUser({ ...newUser, pin: '5001' })
  await expect(station.as('reception').session.signIn({ userId: id, pin: '5001' })).resolves.toMatchObject({ name: '胡小敏' })
  expect((await station.api.session.state({})).people.find((person) => person.id === id)).toMatchObject({ pin: null })
})

test('the last chief stays chief', async () => {
  const chief = (await station.api.station.users({})).find((user) => user.role === 'chief')!
  await expect(station.api.station.saveUser({ ...chief, role: 'reception', pin: null })).rejects.toMatchObject({
    sentence: { key: 'station.lastChief' },
  })
  await station.api.station.saveUser({ ...newUser, role: 'chief', pin: '9002' })
  await expect(station.api.station.saveUser({ ...chief, active: false, pin: null })).resolves.toEqual({ id: chief.id })
})

test('technicians are added and changed', async () => {
  const { id } = await station.api.station.saveTechnician({
    id: null,
    code: 'T09',
    name: '马赟',
    grade: '初级',
    teamName: '二组',
    active: true,
  })
  await station.api.station.saveTechnician({ id, code: 'T09', name: '马赟', grade: '中级', teamName: '二组', active: true })
  expect((await station.api.station.technicians({})).filter((technician) => technician.id === id)).toEqual([
    { id, code: 'T09', name: '马赟', grade: '中级', teamName: '二组', active: true },
  ])
})

test('a number pattern may be changed until its first number is taken', async () => {
  const patternOf = async (form: string) => (await station.api.station.numberPatterns({})).find((row) => row.form === form)
  const before = await patternOf('WO')
  await station.api.station.saveNumberPattern({ form: 'WO', pattern: '{station}{yyyyMM}{n5}', opening: 0 })
  await expect(station.api.station.saveNumberPattern({ form: 'WO', pattern: '{n5}{n4}', opening: 0 })).rejects.toMatchObject({
    code: 'invalid',
    problems: expect.arrayContaining([expect.objectContaining({ key: 'numbering.oneCounter' })]),
  })
  await expect(station.api.station.saveNumberPattern({ form: 'XX', pattern: '{n5}', opening: 0 })).rejects.toMatchObject({
    sentence: { key: 'station.unknownForm' },
  })
  const { no } = await builders(station).anOrder()
  await expect(station.api.station.saveNumberPattern({ form: 'WO', pattern: '{station}-{n5}', opening: 0 })).rejects.toMatchObject({
    sentence: { key: 'station.patternLocked', params: { form: '工单' } },
  })
  expect([before, no, await patternOf('WO')]).toEqual([
    { form: 'WO', pattern: '{station}-{form}-{yyyyMM}-{n4}', lockedAt: null, example: 'SD0731-WO-202611-0001', last: 0, opening: 0 },
    'SD073120261100001',
    { form: 'WO', pattern: '{station}{yyyyMM}{n5}', lockedAt: station.now(), example: 'SD073120261100002', last: 1, opening: 0 },
  ])
})

test('numbers go on where the paper books ended, and the check of the database knows it', async () => {
  const pattern = '{station}-{form}-{yyyyMM}-{n4}'
  await station.api.station.saveNumberPattern({ form: 'BD16', pattern: '{station}-{yyyy}-{n4}', opening: 900 })
  await station.api.station.saveNumberPattern({ form: 'BD16', pattern, opening: 36 })
  const { voucherNo } = await aDeliveredOrder(station)
  const [row] = (await station.api.station.numberPatterns({})).filter(({ form }) => form === 'BD16')
  expect([voucherNo, row, checkDatabase(station.db()).problems]).toEqual([
    'SD0731-BD16-202611-0037',
    { form: 'BD16', pattern, lockedAt: expect.any(String), example: 'SD0731-BD16-202611-0038', last: 37, opening: 36 },
    [],
  ])
})

test('everyone changes the own PIN, knowing the present one', async () => {
  const clerk = station.as('claimClerk')
  await expect(clerk.session.changePin({ old: '0000', pin: '4711' })).rejects.toMatchObject({ sentence: { key: 'session.wrongOldPin' } })
  await clerk.session.changePin({ old: '4001', pin: '4711' })
  const { id } = (await station.api.station.users({})).find(({ role }) => role === 'claimClerk')!
  await expect(clerk.session.signIn({ userId: id, pin: '4711' })).resolves.toMatchObject({ id })
  expect(station.db().$client.prepare("SELECT input FROM command_log WHERE name = 'session.changePin'").all()).toEqual([{ input: '"…"' }])
})

test('a person is added by name, role and PIN; a technician gets his record, and no two have one name', async () => {
  const { id } = await station.api.station.addPerson({ name: '马赟', role: 'technician', pin: '5001' })
  const user = (await station.api.station.users({})).find((each) => each.id === id)
  const technician = (await station.api.station.technicians({})).find((each) => each.id === user?.technicianId)
  expect([user?.code, user?.role, technician?.name]).toEqual(['tech04', 'technician', '马赟'])
  await expect(station.api.station.addPerson({ name: '马赟', role: 'reception', pin: '5002' })).rejects.toMatchObject({
    sentence: { key: 'station.nameTaken', params: { name: '马赟', code: 'tech04' } },
  })
  await expect(station.as('reception').station.addPerson({ name: '胡小敏', role: 'chief', pin: '5003' })).rejects.toMatchObject({
    code: 'forbidden',
  })
})

test('the sample catalogue goes in one act: what orders use is retired, the rest deleted', async () => {
  await builders(station).anOrder()
  const before = await station.api.station.samples({})
  const { deleted, retired } = await station.api.station.dropSamples({})
  const { counts } = await station.api.station.samples({})
  const parts = await station.api.catalogue.parts({ text: '', manufacturerId: null, limit: 5 })
  expect([before.loaded, before.counts.parts > 0, deleted > 0, retired > 0, counts, parts]).toEqual([
    true,
    true,
    true,
    true,
    { models: 0, parts: 0, labourCodes: 0, faultCodes: 0 },
    [],
  ])
})
