import type { InputOf } from '#contract/define'
import type { Api, AppContract } from '#contract/index'
import { takeStep, type Builders } from '#tests/support/builders'
import type { TestHost } from '#tests/support/host'

/** A finished job whose old parts wait for the shelf. */
export async function aFinishedOrder(
  station: TestHost,
  given: Builders,
  changes: Parameters<Builders['anOrder']>[0] = {},
): Promise<number> {
  const { id } = await given.anOrder(changes)
  await takeStep(station.as('technician'), id, 'start')
  await takeStep(station.as('technician'), id, 'finish')
  return id
}

export async function piecesOf(api: Api, workOrderId: number): Promise<number[]> {
  return (await api.workOrders.get({ id: workOrderId })).returnedParts.map(({ id }) => id)
}

type RequestStep = InputOf<AppContract['partsRequests']['step']>
type ManifestStep = InputOf<AppContract['manifests']['step']>

export async function takeRequestStep(api: Api, id: number, event: string, said: Partial<RequestStep> = {}) {
  const { revision } = await api.partsRequests.get({ id })
  return api.partsRequests.step({ id, revision, event, ...said })
}

export async function takeManifestStep(api: Api, id: number, event: string, said: Partial<ManifestStep> = {}) {
  const { revision } = await api.manifests.get({ id })
  return api.manifests.step({ id, revision, event, ...said })
}

/** Labelled pieces of one finished order, ready to be packed. */
export async function labelledPieces(
  station: TestHost,
  given: Builders,
  count: number,
  changes: Parameters<Builders['anOrder']>[0] = {},
): Promise<{ workOrderId: number; pieces: { id: number; labelNo: string }[] }> {
  const workOrderId = await aFinishedOrder(station, given, {
    ...changes,
    content: { partLines: [given.aPartLine({ qty: count })], ...changes.content },
  })
  const { papers } = await station.api.returnedParts.label({ ids: await piecesOf(station.api, workOrderId), form: 'F30' })
  return { workOrderId, pieces: papers.map(({ returnedPartId, labelNo }) => ({ id: returnedPartId, labelNo })) }
}
