import { listBoxes, type Manifest } from '#db/queries/manifests'
import { listPapersOf } from '#db/queries/papers'
import { listPackedParts } from '#db/queries/returned-parts'
import type { Reader } from '#db/types'
import type { ManifestFacts } from '#domain/manifest'

export type ManifestSaid = {
  readonly reason: string
  readonly waybillNo: string | null
  readonly carrierReturned: boolean
  readonly boxesReceived: number | null
}

export const nothingSaidOfManifest: ManifestSaid = { reason: '', waybillNo: null, carrierReturned: false, boxesReceived: null }

/** Everything the guards of the manifest look at, as it would be with what is said. */
export function manifestFacts(db: Reader, manifest: Manifest, said: ManifestSaid): ManifestFacts {
  const pieces = listPackedParts(db, manifest.id)
  return {
    status: manifest.status,
    packer: manifest.packer,
    method: manifest.method,
    carrier: manifest.carrier,
    waybillNo: said.waybillNo ?? manifest.waybillNo,
    boxes: listBoxes(db, manifest.id).map(({ boxNo }) => ({
      boxNo: String(boxNo),
      pieces: pieces.filter((piece) => piece.boxNo === boxNo),
    })),
    paperIssued: listPapersOf(db, 'manifest', manifest.id).some((paper) => paper.status === 'issued'),
    boxLabels: 'off',
    receivedAt: manifest.receivedAt,
    boxesReceived: said.boxesReceived,
    diffNote: said.reason,
    carrierReturned: said.carrierReturned,
    reason: said.reason,
  }
}
