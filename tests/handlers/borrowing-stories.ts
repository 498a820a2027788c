import { takeStep, type Builders } from '#tests/support/builders'
import type { TestHost } from '#tests/support/host'
import { takeRequestStep } from './old-part-stories.ts'

export type Borrowings = ReturnType<typeof borrowings>

/** Requests to borrow, as far as a test needs them. */
export function borrowings(station: TestHost, given: Builders) {
  /** A repair that stands still for a part, and the request for it. */
  async function aBorrowing(changes: { oldPartRequired?: boolean; whose?: Parameters<Builders['anOrder']>[0] } = {}) {
    const order = await given.anOrder({
      ...changes.whose,
      content: { partLines: [given.aPartLine({ supplyMode: 'borrowed', qty: 2, oldPartRequired: changes.oldPartRequired ?? true })] },
    })
    await takeStep(station.as('technician'), order.id, 'start')
    const line = (await station.api.workOrders.get({ id: order.id })).partLines[0]
    const { id } = await station
      .as('partsKeeper')
      .partsRequests.createFromOrder({ workOrderId: order.id, kind: 'borrow', lines: [{ partLineId: line?.id ?? 0, qty: 2 }] })
    await takeStep(station.as('partsKeeper'), order.id, 'lackPart')
    return { id, workOrderId: order.id }
  }

  async function agree(id: number) {
    const { revision, lines, kind, workOrderId, receiver, receiverPhone, shipTo } = await station.api.partsRequests.get({ id })
    await station.api.partsRequests.save({
      id,
      revision,
      content: {
        kind,
        workOrderId,
        lines,
        receiver,
        receiverPhone,
        shipTo,
        agreedBy: '王科长',
        agreedAt: station.now(),
        agreedVia: 'phone',
        neededOn: null,
        shipMethod: '快递',
        waybillNo: '',
        note: '',
      },
    })
    await takeRequestStep(station.api, id, 'agree')
  }

  async function lineIdOf(id: number): Promise<number> {
    return (await station.api.partsRequests.get({ id })).lines[0]?.id ?? 0
  }

  async function arrived(id: number) {
    await agree(id)
    await takeRequestStep(station.as('partsKeeper'), id, 'send', { ticked: true })
    const lineId = await lineIdOf(id)
    await takeRequestStep(station.as('claimClerk'), id, 'ship', { waybillNo: 'SF1029384756', quantities: [{ lineId, qty: 2 }] })
    await takeRequestStep(station.as('partsKeeper'), id, 'receive', { quantities: [{ lineId, qty: 2 }] })
  }

  return { aBorrowing, agree, lineIdOf, arrived }
}
