import { afterAll, beforeAll, expect, test } from 'vitest'
import { builders, contentOnFile, frames } from '#tests/support/builders'
import { openTestHost, type TestHost } from '#tests/support/host'

let station: TestHost
beforeAll(async () => {
  station = await openTestHost()
})
afterAll(() => station.close())

test('the record of an order says who wrote what over what, by name', async () => {
  const given = builders(station)
  const { id } = await given.anOrder()
  const api = station.as('technician')
  const { revision, content } = await contentOnFile(api, id)
  await api.workOrders.save({
    id,
    revision,
    content: {
      ...content,
      checkResult: '次级匝间短路',
      technicianId: given.technician(1),
      partLines: content.partLines.map((line) => ({ ...line, qty: 2 })),
    },
    draftKey: null,
  })
  const last = (await api.workOrders.history({ id })).at(-1)
  const people = await api.station.technicians({})
  const nameOf = (nth: number) => people.find((person) => person.id === given.technician(nth))?.name
  expect(last).toMatchObject({ event: 'save', note: '' })
  expect(last?.changes.map(({ field, line }) => `${field} ${line}`)).toEqual(['checkResult null', 'technicianId null', 'partLines 1'])
  expect(last?.changes.slice(0, 2)).toEqual([
    { field: 'checkResult', line: null, before: content.checkResult, after: '次级匝间短路' },
    { field: 'technicianId', line: null, before: nameOf(0), after: nameOf(1) },
  ])
})

test('a save that changes nothing leaves no trace', async () => {
  const { id } = await builders(station).anOrder({ unit: { frameNo: frames[1], engineNo: 'SL156FMI-26A00124', plateNo: '' } })
  const before = await station.api.workOrders.history({ id })
  const { revision, content } = await contentOnFile(station.api, id)
  await station.api.workOrders.save({ id, revision, content, draftKey: null })
  expect(await station.api.workOrders.history({ id })).toEqual(before)
})

test('what one person types on an order the others see, and nobody overwrites it', async () => {
  const [reception, technician, chief] = [station.as('reception'), station.as('technician'), station.api]
  await technician.drafts.save({ key: 'workOrder:7', title: '7', content: { checkResult: '高压包' } })
  await chief.drafts.save({ key: 'workOrder:7', title: '7', content: { note: '急' } })
  expect((await reception.drafts.others({ key: 'workOrder:7' })).map(({ isMine, content }) => ({ isMine, content }))).toEqual(
    expect.arrayContaining([
      { isMine: false, content: { checkResult: '高压包' } },
      { isMine: false, content: { note: '急' } },
    ]),
  )
  expect((await technician.drafts.others({ key: 'workOrder:7' })).map(({ content }) => content)).toEqual([{ note: '急' }])
})
