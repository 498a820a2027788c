import { afterEach, beforeEach, expect, test } from 'vitest'
import { builders, contentOnFile, type Content } from '#tests/support/builders'
import { openTestHost, type TestHost } from '#tests/support/host'
import type { Role } from '#domain/words'

let station: TestHost
beforeEach(async () => {
  station = await openTestHost()
})
afterEach(() => station.close())

const changes: Readonly<Record<'intake' | 'diagnosis' | 'lines' | 'note', Partial<Content>>> = {
  intake: { mileage: 3300 },
  diagnosis: { checkResult: '另有发现：线束磨破' },
  lines: { otherFees: [], partLines: [] },
  note: { note: '大家都能写' },
}

test.each<[Role, (keyof typeof changes)[]]>([
  ['reception', ['intake', 'note']],
  ['technician', ['intake', 'diagnosis', 'lines', 'note']],
  ['partsKeeper', ['lines', 'note']],
  ['claimClerk', ['note']],
  ['chief', ['intake', 'diagnosis', 'lines', 'note']],
])('%s may change %j of an order and is refused the rest', async (role, allowed) => {
  const order = await builders(station).anOrder()
  const done: string[] = []
  for (const [part, change] of Object.entries(changes)) {
    const { revision, content } = await contentOnFile(station.api, order.id)
    const saving = station.as(role).workOrders.save({ id: order.id, revision, content: { ...content, ...change }, draftKey: null })
    const refused = await saving.then(
      () => null,
      (error: unknown) => error,
    )
    if (refused === null) done.push(part)
    else expect(refused).toMatchObject({ code: 'forbidden', sentence: { key: 'common.forbidden' } })
  }
  expect(done).toEqual(allowed)
})
