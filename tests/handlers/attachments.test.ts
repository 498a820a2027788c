import { afterEach, beforeEach, expect, test } from 'vitest'
import { readZip } from '#host/batch-file/zip-read'
import { builders, takeStep } from '#tests/support/builders'
import { aBuiltBatch, aDeliveredOrder, takeBatchStep } from '#tests/support/chain'
import { openTestHost, type TestHost } from '#tests/support/host'

let station: TestHost
beforeEach(async () => {
  station = await openTestHost({ today: '2026-11-10' })
})
afterEach(() => station.close())

const picture = (text: string): Uint8Array => Buffer.from(`stands for a picture: ${text}`)

async function attach(workOrderId: number, name: string, bytes: Uint8Array) {
  return station
    .as('technician')
    .attachments.add({ workOrderId, uploadId: station.host.upload(name, bytes), kind: 'faultPart', thumbUploadId: null })
}

test('files of an order travel in the batch as they were when it was sealed', async () => {
  const order = await aDeliveredOrder(station)
  await attach(order.id, '故障.jpg', picture('coil'))
  await attach(order.id, '故障.jpg', picture('frame'))
  const built = await aBuiltBatch(station)
  await takeBatchStep(station.as('claimClerk'), built.id, 'seal')
  await takeBatchStep(station.as('claimClerk', 1), built.id, 'confirm')
  await attach(order.id, '后来.png', picture('later'))
  const file = await station.api.batches.export({ id: built.id, exportId: crypto.randomUUID() })
  const { entries } = readZip(await station.fetched(file))
  expect(
    entries
      .map(({ name }) => name)
      .filter((name) => name.startsWith('attachments/'))
      .sort(),
  ).toEqual(['attachments/SD0731-CL-202611-0001-故障(2).jpg', 'attachments/SD0731-CL-202611-0001-故障.jpg'])
  const [first] = await station.api.attachments.list({ workOrderId: order.id })
  await expect(station.api.attachments.remove({ id: first?.id ?? 0 })).rejects.toMatchObject({ sentence: { key: 'attachment.inBatch' } })
})

test('the same file twice, a program and a giant are refused in words', async () => {
  const order = await builders(station).anOrder()
  await attach(order.id, 'a.jpg', picture('a'))
  await expect(attach(order.id, 'b.jpg', picture('a'))).rejects.toMatchObject({
    sentence: { key: 'attachment.twice', params: { name: 'b.jpg', kept: 'a.jpg' } },
  })
  await expect(attach(order.id, 'setup.exe', picture('x'))).rejects.toMatchObject({ sentence: { key: 'attachment.kind' } })
  await expect(attach(order.id, 'big.mp4', new Uint8Array(20 * 1024 * 1024 + 1))).rejects.toMatchObject({
    sentence: { key: 'attachment.tooLarge' },
  })
})

test('a photo says what it shows and which way up; who took one away stands in the record', async () => {
  const order = await builders(station).anOrder()
  const api = station.as('technician')
  const thumbUploadId = station.host.upload('thumb.jpg', picture('small'))
  const { id } = await api.attachments.add({
    workOrderId: order.id,
    uploadId: station.host.upload('表.jpg', picture('odometer')),
    kind: 'odometer',
    thumbUploadId,
  })
  await api.attachments.change({ id, kind: 'namePlate', turns: 3 })
  const [file] = await api.attachments.list({ workOrderId: order.id })
  expect(file).toMatchObject({ name: '表.jpg', kind: 'namePlate', turns: 3, isPicture: true, hasThumb: true })
  expect(await api.attachments.thumbs({ workOrderId: order.id })).toEqual([
    { id, data: `data:image/jpeg;base64,${Buffer.from(picture('small')).toString('base64')}` },
  ])
  await expect(station.as('reception').attachments.remove({ id })).rejects.toMatchObject({ sentence: { key: 'attachment.notYours' } })
  await api.attachments.remove({ id })
  const { history } = await api.workOrders.get({ id: order.id })
  expect(history.slice(-2).map(({ event, note }) => `${event} ${note}`)).toEqual(['attach 表.jpg', 'detach 表.jpg'])
})

test('a policy that asks for kinds of photos is told which are still missing', async () => {
  station.db().$client.prepare(`UPDATE policies SET params = json_set(params, '$.photoKinds', json('["odometer","namePlate"]'))`).run()
  const order = await builders(station).anOrder()
  const { id } = await attach(order.id, '表.jpg', picture('odometer'))
  await station.as('technician').attachments.change({ id, kind: 'odometer', turns: 0 })
  expect(await station.api.attachments.wanted({ workOrderId: order.id })).toEqual({
    count: 0,
    kinds: ['odometer', 'namePlate'],
    missing: ['namePlate'],
  })
  await takeStep(station.as('technician'), order.id, 'start')
  const { steps } = await station.api.workOrders.get({ id: order.id })
  expect(steps.find(({ event }) => event === 'finish')?.problems.filter(({ key }) => key.startsWith('order.photo'))).toEqual([
    { level: 'warn', key: 'order.photo.namePlate', params: {}, field: 'attachments.namePlate' },
  ])
})
