import type { AppContract } from '#contract/index'
import {
  deleteBox,
  findManifest,
  insertBox,
  insertManifest,
  listBoxes,
  manifestList,
  updateBox,
  updateManifest,
  type Manifest,
} from '#db/queries/manifests'
import { findManufacturer } from '#db/queries/manufacturers'
import { listPapersOf } from '#db/queries/papers'
import {
  findReturnedPart,
  findReturnedPartRow,
  findReturnedPartRowByLabel,
  listPackedParts,
  updateReturnedPart,
} from '#db/queries/returned-parts'
import { findStation } from '#db/queries/station'
import { listSteps } from '#db/queries/step-history'
import type { Reader } from '#db/types'
import { AppError } from '#domain/errors'
import { manifestAction, manifestEvent, manifestLine, manifestMachine, mayChangeLines, problemsBeforeManifestStep } from '#domain/manifest'
import { mayDo } from '#domain/permissions'
import { sentence } from '#domain/sentences/index'
import { allowedSteps } from '#domain/steps'
import type { ManifestStatus } from '#domain/words'
import { missing, orConflict, type CommandContext, type HandlersOf } from './define.ts'
import { recordStep } from './history.ts'
import { listOf } from './list-of.ts'
import { manifestFacts, nothingSaidOfManifest } from './manifest-facts.ts'
import { takeManifestStep } from './manifest-steps.ts'
import { nothingSaidOfPart } from './returned-part-facts.ts'
import { advancePiece } from './returned-part-steps.ts'
import { labelNumberOf, presentReturnedPart } from './returned-parts.ts'

function nextEventOf(status: ManifestStatus): string | null {
  return manifestLine.find((event) => allowedSteps(manifestMachine, status).includes(event)) ?? null
}

function draftManifest(context: CommandContext, id: number): Manifest {
  const manifest = findManifest(context.db, id) ?? missing('返厂清单')
  if (!mayChangeLines(manifest.status)) throw new AppError('rule', 'manifest.fixed', { no: manifest.no ?? '' })
  return manifest
}

/** The label's QR text names its station last (domain.md F30). */
function unknownLabel(db: Reader, scan: string, labelNo: string): AppError {
  const station = scan.trim().startsWith('RP|') ? scan.trim().split('|').at(-1) : undefined
  return station !== undefined && station !== findStation(db)?.code
    ? new AppError('rule', 'manifest.otherStation', { labelNo, station })
    : new AppError('not-found', 'manifest.unknownLabel', { labelNo })
}

export const manifestRegister = listOf(manifestList, (row) => ({ ...row, nextEvent: nextEventOf(row.status) }))

export const manifestsHandlers: HandlersOf<AppContract['manifests']> = {
  list: manifestRegister.page,

  get({ db, today, actor }, { id }) {
    const manifest = findManifest(db, id) ?? missing('返厂清单')
    const pieces = listPackedParts(db, id).map((row) => presentReturnedPart(row, today))
    const facts = manifestFacts(db, manifest, nothingSaidOfManifest)
    const steps = allowedSteps(manifestMachine, manifest.status).flatMap((event) => {
      const to = manifestMachine[manifest.status][event]
      if (to === undefined) return []
      return [
        {
          event,
          word: manifestEvent[event],
          to,
          allowed: actor.role !== null && mayDo(actor.role, manifestAction[event]),
          problems: problemsBeforeManifestStep(event, facts),
        },
      ]
    })
    return {
      ...manifest,
      no: manifest.no ?? '',
      manufacturerName: findManufacturer(db, manifest.manufacturerId)?.name ?? '',
      steps,
      boxes: listBoxes(db, id).map((box) => ({ ...box, pieces: pieces.filter((piece) => piece.boxNo === box.boxNo) })),
      papers: listPapersOf(db, 'manifest', id),
      history: listSteps(db, 'manifest', id),
    }
  },

  create(context, { manufacturerId }) {
    const { db, now, actor } = context
    if (!findManufacturer(db, manufacturerId)) missing('厂方')
    const id = insertManifest(db, { manufacturerId, packer: actor.name, preparedBy: actor.name, createdAt: now, createdBy: actor.userId })
    insertBox(db, id)
    recordStep(context, 'manifest', id, { event: 'create', from: '', to: 'draft' })
    return { id, revision: 0 }
  },

  save({ db }, { id, revision, content }) {
    const manifest = findManifest(db, id) ?? missing('返厂清单')
    // carrier and waybill are only known when the boxes are picked up; the printed list keeps its own
    if (manifest.status !== 'draft' && manifest.status !== 'sealed') throw new AppError('rule', 'manifest.fixed', { no: manifest.no ?? '' })
    orConflict(updateManifest(db, id, revision, content))
    return { revision: revision + 1 }
  },

  addBox(context, { id, revision }) {
    const manifest = draftManifest(context, id)
    orConflict(updateManifest(context.db, id, revision, { status: manifest.status }))
    return { revision: revision + 1, boxNo: insertBox(context.db, id) }
  },

  saveBox(context, { id, revision, boxNo, ...fields }) {
    const manifest = findManifest(context.db, id) ?? missing('返厂清单')
    if (manifest.status !== 'draft' && manifest.status !== 'sealed') throw new AppError('rule', 'manifest.fixed', { no: manifest.no ?? '' })
    orConflict(updateManifest(context.db, id, revision, { status: manifest.status }))
    orConflict(updateBox(context.db, id, boxNo, fields))
    return { revision: revision + 1 }
  },

  pack(context, { id, boxNo, scan }) {
    const manifest = draftManifest(context, id)
    const labelNo = labelNumberOf(scan)
    const row = findReturnedPartRowByLabel(context.db, labelNo)
    if (!row) throw unknownLabel(context.db, scan, labelNo)
    if (row.manufacturerId !== manifest.manufacturerId) throw new AppError('rule', 'manifest.otherMaker', { labelNo, part: row.partName })
    if (!listBoxes(context.db, id).some((box) => box.boxNo === boxNo)) missing(`箱号 ${boxNo}`)
    const piece = findReturnedPart(context.db, row.id) ?? missing('旧件')
    if (piece.manifestId !== null) throw new AppError('rule', 'manifest.twice', { labelNo, part: row.partName, boxNo: piece.boxNo ?? 0 })
    advancePiece(
      context,
      piece,
      'pack',
      { ...nothingSaidOfPart, manifestStatus: manifest.status },
      { manifestId: id, boxNo, packedAt: context.now },
    )
    orConflict(updateManifest(context.db, id, manifest.revision, { status: manifest.status }))
    const packed = findReturnedPartRow(context.db, row.id) ?? missing('旧件')
    return {
      revision: manifest.revision + 1,
      piece: presentReturnedPart(packed, context.today),
      said: sentence('manifest.packed', { labelNo, part: row.partName, boxNo }),
    }
  },

  unpack(context, { id, returnedPartId }) {
    const manifest = draftManifest(context, id)
    const piece = findReturnedPart(context.db, returnedPartId) ?? missing('旧件')
    if (piece.manifestId !== id) missing('旧件')
    advancePiece(context, piece, 'unpack', nothingSaidOfPart, {})
    const back = findReturnedPart(context.db, returnedPartId) ?? missing('旧件')
    orConflict(updateReturnedPart(context.db, back.id, back.revision, { manifestId: null, boxNo: null, packedAt: null }))
    orConflict(updateManifest(context.db, id, manifest.revision, { status: manifest.status }))
    return { revision: manifest.revision + 1 }
  },

  removeBox(context, { id, revision, boxNo }) {
    const manifest = draftManifest(context, id)
    if (listPackedParts(context.db, id).some((piece) => piece.boxNo === boxNo))
      throw new AppError('rule', 'manifest.boxNotEmpty', { boxNo })
    orConflict(updateManifest(context.db, id, revision, { status: manifest.status }))
    deleteBox(context.db, id, boxNo)
    return { revision: revision + 1 }
  },

  step: takeManifestStep,
}
