import { afterEach, beforeEach, expect, test } from 'vitest'
import { builders } from '#tests/support/builders'
import { openTestHost, type TestHost } from '#tests/support/host'

let station: TestHost

beforeEach(async () => {
  station = await openTestHost()
})
afterEach(() => station.close())

const newUser = { id: null, code: 'reception03', name: '胡小敏', role: 'reception', technicianId: null, active: true, revision: 0 } as const

test('the station’s data are saved at the revision that was read, by the chief only', async () => {
  const { demo: _, code: __, ...read } = await station.api.station.get({})
  const { revision } = await station.api.station.save({ ...read, phone: '0523-88886666' })
  await expect(station.api.station.save({ ...read, phone: '0523-1' })).rejects.toMatchObject({ code: 'conflict' })
  await expect(station.as('claimClerk').station.save({ ...read, revision })).rejects.toMatchObject({ code: 'forbidden' })
  expect(await station.api.station.get({})).toMatchObject({ code: 'SD0731', phone: '0523-88886666', revision: 1 })
})

test('a new person needs a PIN and a code of his own', async () => {
  await expect(station.api.station.saveUser({ ...newUser, pin: null })).rejects.toMatchObject({ sentence: { key: 'station.newUserNeedsPin' } })
  await expect(station.api.station.saveUser({ ...newUser, code: 'chief01', pin: '5001' })).rejects.toMatchObject({ sentence: { key: 'station.codeTaken', params: { code: 'chief01', name: '王振华' } } })
  const { id } = await station.api.station.saveUser({ ...newUser, pin: '5001' })
  await expect(station.as('reception').session.signIn({ userId: id, pin: '5001' })).resolves.toMatchObject({ name: '胡小敏' })
  expect((await station.api.session.state({})).people.find((person) => person.id === id)).toMatchObject({ pin: null })
})

test('the last chief stays chief', async () => {
  const chief = (await station.api.station.users({})).find((user) => user.role === 'chief')!
  await expect(station.api.station.saveUser({ ...chief, role: 'reception', pin: null })).rejects.toMatchObject({ sentence: { key: 'station.lastChief' } })
  await station.api.station.saveUser({ ...newUser, role: 'chief', pin: '9002' })
  await expect(station.api.station.saveUser({ ...chief, active: false, pin: null })).resolves.toEqual({ id: chief.id })
})

test('technicians are added and changed', async () => {
  const { id } = await station.api.station.saveTechnician({ id: null, code: 'T09', name: '马赟', grade: '初级', teamName: '二组', active: true })
  await station.api.station.saveTechnician({ id, code: 'T09', name: '马赟', grade: '中级', teamName: '二组', active: true })
  expect((await station.api.station.technicians({})).filter((technician) => technician.id === id)).toEqual([{ id, code: 'T09', name: '马赟', grade: '中级', teamName: '二组', active: true }])
})

test('a number pattern may be changed until its first number is taken', async () => {
  const patternOf = async (form: string) => (await station.api.station.numberPatterns({})).find((row) => row.form === form)
  const before = await patternOf('WO')
  await station.api.station.saveNumberPattern({ form: 'WO', pattern: '{station}{yyyyMM}{n5}' })
  await expect(station.api.station.saveNumberPattern({ form: 'WO', pattern: '{n5}{n4}' })).rejects.toMatchObject({ code: 'invalid', problems: expect.arrayContaining([expect.objectContaining({ key: 'numbering.oneCounter' })]) })
  await expect(station.api.station.saveNumberPattern({ form: 'XX', pattern: '{n5}' })).rejects.toMatchObject({ sentence: { key: 'station.unknownForm' } })
  const { no } = await builders(station).anOrder()
  await expect(station.api.station.saveNumberPattern({ form: 'WO', pattern: '{station}-{n5}' })).rejects.toMatchObject({ sentence: { key: 'station.patternLocked' } })
  expect([before, no, await patternOf('WO')]).toEqual([
    { form: 'WO', pattern: '{station}-{form}-{yyyyMM}-{n4}', locked: false, example: 'SD0731-WO-202611-0001', last: 0 }, 'SD073120261100001',
    { form: 'WO', pattern: '{station}{yyyyMM}{n5}', locked: true, example: 'SD073120261100002', last: 1 },
  ])
})
