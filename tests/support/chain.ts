import type { InputOf } from '#contract/define'
import type { AppContract } from '#contract/index'
import { builders, takeStep } from './builders.ts'
import type { TestHost } from './host.ts'

type Changes = Parameters<ReturnType<typeof builders>['anOrder']>[0]

/** An order led from the counter to 已交车, its old parts labelled and its voucher issued and signed. Everyone does his own part. */
export async function aDeliveredOrder(
  station: TestHost,
  changes: Changes = {},
  { labelled = true }: { labelled?: boolean } = {},
): Promise<{ id: number; no: string; voucherNo: string; voucherPaperId: number; claimId: number }> {
  const order = await builders(station).anOrder(changes)
  const repairer = station.as('technician', 0)
  station.advance({ hours: 1 })
  await takeStep(repairer, order.id, 'start')
  station.advance({ hours: 2 })
  await takeStep(repairer, order.id, 'finish')
  if (labelled) await labelOldParts(station, order.id)
  await takeStep(station.as('technician', 3), order.id, 'passInspection')
  const { revision } = await repairer.workOrders.get({ id: order.id })
  const voucher = await station.as('reception').workOrders.issueVoucher({ id: order.id, revision })
  station.advance({ hours: 1 })
  await takeStep(station.as('reception'), order.id, 'deliver', { userSigned: true, userOpinion: '满意' })
  const detail = await repairer.workOrders.get({ id: order.id })
  return { id: order.id, no: order.no, voucherNo: voucher.number, voucherPaperId: voucher.paperId, claimId: detail.claim?.id ?? 0 }
}

export async function labelOldParts(station: TestHost, workOrderId: number, form: 'F27' | 'F30' = 'F30') {
  const keeper = station.as('partsKeeper')
  const { returnedParts } = await keeper.workOrders.get({ id: workOrderId })
  const ids = returnedParts.filter((piece) => piece.status === 'toCollect' || piece.status === 'collected').map((piece) => piece.id)
  return ids.length === 0 ? { papers: [] } : keeper.returnedParts.label({ ids, form })
}

/** The batch of a month, built by the claim clerk; a test that expects none builds by itself. */
export async function aBuiltBatch(station: TestHost, period = '2026-11') {
  const { id, ...built } = await station.as('claimClerk').batches.build({ manufacturerId: builders(station).manufacturerId, period })
  if (id === null) throw new Error(`no claim of ${period} passed: ${JSON.stringify(built.refused)}`)
  return { id, ...built }
}

type BatchStep = InputOf<AppContract['batches']['step']>

/** Takes a step of a batch at its present revision. */
export async function takeBatchStep(api: TestHost['api'], id: number, event: string, said: Partial<BatchStep> = {}) {
  const { revision } = await api.batches.get({ id })
  return api.batches.step({ id, revision, event, reason: '', ticked: false, ...said })
}
