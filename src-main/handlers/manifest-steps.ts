import type { ParsedInputOf } from '#contract/define'
import type { AppContract } from '#contract/index'
import { findManufacturer } from '#db/queries/manufacturers'
import { findManifest, updateManifest, type Manifest } from '#db/queries/manifests'
import { findReturnedPart, listPackedParts, type ReturnedPart } from '#db/queries/returned-parts'
import { markTasksDone } from '#db/queries/tasks'
import { AppError, stopsOf } from '#domain/errors'
import { manifestAction, manifestEvent, manifestMachine, problemsBeforeManifestStep, type ManifestEvent } from '#domain/manifest'
import { manifestForm } from '#domain/numbering'
import { step } from '#domain/steps'
import { manifestStatus } from '#domain/words'
import { missing, orConflict, requireRight, type CommandContext, type Handler } from './define.ts'
import { recordStep } from './history.ts'
import { issuePaper } from './issue-paper.ts'
import { manifestFacts } from './manifest-facts.ts'
import { gatherReturnList, gatherReturnManifest } from './manifest-paper.ts'
import { followRequests } from './parts-request-follow.ts'
import { nothingSaidOfPart } from './returned-part-facts.ts'
import { advancePiece, stepReturnedParts } from './returned-part-steps.ts'

const stamps = { seal: 'sealedAt', ship: 'shippedAt', receive: 'receivedAt' } as const

function eventNamed(name: string): ManifestEvent {
  if (Object.hasOwn(manifestEvent, name) && name !== 'create') return name as ManifestEvent
  throw new AppError('invalid', 'common.invalid', { detail: name })
}

/** 封箱 takes the number and freezes F17 or F31 as the maker wishes; 发运 stops the clocks of the old parts (domain.md §3.3). */
export const takeManifestStep: Handler<AppContract['manifests']['step']> = (context, input) => {
  const { db, actor, now } = context
  const event = eventNamed(input.event)
  requireRight(actor, manifestAction[event], manifestEvent[event])
  const manifest = findManifest(db, input.id) ?? missing('返厂清单')
  const next = step(manifestMachine, manifest.status, event)
  if (!next.ok) throw new AppError('rule', 'common.wrongState', { status: manifestStatus[manifest.status], event: manifestEvent[event] })
  if (event === 'judge') judgePieces(context, manifest, input.verdicts)
  const facts = manifestFacts(
    db,
    { ...manifest, receivedAt: event === 'receive' ? now : manifest.receivedAt },
    {
      reason: input.reason,
      waybillNo: input.waybillNo,
      carrierReturned: input.ticked,
      boxesReceived: input.boxesReceived,
    },
  )
  const stops = stopsOf(problemsBeforeManifestStep(event, facts))
  if (stops.length > 0) throw new AppError('rule', 'manifest.notYet', { event: manifestEvent[event] }, stops)

  const issued = event === 'seal' ? issueList(context, manifest) : null
  const stamp = event in stamps ? { [stamps[event as keyof typeof stamps]]: now } : {}
  const waybill = input.waybillNo === null ? {} : { waybillNo: input.waybillNo }
  orConflict(
    updateManifest(db, manifest.id, input.revision, { status: next.state, ...stamp, ...waybill, ...(issued ? { no: issued.number } : {}) }),
  )
  recordStep(context, 'manifest', manifest.id, { event, from: manifest.status, to: next.state, note: input.reason })
  movePieces(context, manifest, event)
  return { revision: input.revision + 1, status: next.state, paperId: issued?.paperId ?? null }
}

/** The maker's word on the pieces of this shipment, kept before the shipment counts as judged. */
function judgePieces(
  context: CommandContext,
  { id }: Manifest,
  verdicts: ParsedInputOf<AppContract['manifests']['step']>['verdicts'],
): void {
  const here = new Set(listPackedParts(context.db, id).map((piece) => piece.id))
  for (const { id: pieceId, event, reason } of verdicts) {
    if (!here.has(pieceId)) missing('旧件')
    void stepReturnedParts(context, { ids: [pieceId], event, reason, storageBin: null, bearer: 'station', disposal: null })
  }
}

function issueList(context: CommandContext, manifest: Manifest): { paperId: number; number: string } {
  const maker = findManufacturer(context.db, manifest.manufacturerId) ?? missing('厂方')
  const form = maker.returnTemplate
  return issuePaper(context, {
    form,
    formCode: manifestForm(form),
    manufacturerId: manifest.manufacturerId,
    subjectKind: 'manifest',
    subjectId: manifest.id,
    subject: maker.name,
    gather: (number: string) => (form === 'F17' ? gatherReturnList : gatherReturnManifest)(context.db, manifest, number, context.today),
  })
}

/** What the step means for each piece in the boxes, and for the borrowings they belong to. A piece lost meanwhile stays so. */
function movePieces(context: CommandContext, manifest: Manifest, event: ManifestEvent): void {
  const orders = new Set<number>()
  for (const { id } of listPackedParts(context.db, manifest.id)) {
    const piece = findReturnedPart(context.db, id) ?? missing('旧件')
    if (piece.status !== 'packed' && piece.status !== 'shipped') continue
    movePiece(context, piece, event)
    orders.add(piece.workOrderId)
  }
  for (const workOrderId of orders) followRequests(context, workOrderId)
}

function movePiece(context: CommandContext, piece: ReturnedPart, event: ManifestEvent): void {
  if (event === 'ship') {
    advancePiece(context, piece, 'ship', { ...nothingSaidOfPart, manifestStatus: 'shipped' }, {})
    markTasksDone(context.db, 'returnedPart', piece.id, context.now)
  }
  if (event === 'receive')
    advancePiece(
      context,
      piece,
      'receive',
      { ...nothingSaidOfPart, receivedAt: context.now, qtyReceived: piece.qty },
      { qtyReceived: piece.qty },
    )
  if (event === 'withdraw') {
    const back = piece.status === 'shipped' ? ('takeBack' as const) : ('unpack' as const)
    advancePiece(
      context,
      piece,
      back,
      { ...nothingSaidOfPart, manifestStatus: 'withdrawn' },
      { manifestId: null, boxNo: null, packedAt: null },
    )
  }
}
