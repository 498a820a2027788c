import { attachmentsHandlers } from './attachments.ts'
import { backupsHandlers } from './backups.ts'
import { batchesHandlers } from './batches.ts'
import { catalogueHandlers } from './catalogue.ts'
import { claimsHandlers } from './claims.ts'
import { customersHandlers } from './customers.ts'
import type { Handlers } from './define.ts'
import { diagnosticsHandlers } from './diagnostics.ts'
import { draftsHandlers } from './drafts.ts'
import { formsHandlers } from './forms.ts'
import { homeHandlers } from './home.ts'
import { importsHandlers } from './imports.ts'
import { listsHandlers } from './lists.ts'
import { makerSheetsHandlers } from './maker-sheets.ts'
import { manifestsHandlers } from './manifests.ts'
import { numbersHandlers } from './numbers.ts'
import { papersHandlers } from './papers.ts'
import { partsRequestsHandlers } from './parts-requests.ts'
import { rescueHandlers } from './rescue.ts'
import { returnedPartsHandlers } from './returned-parts.ts'
import { seatsHandlers } from './seats.ts'
import { sessionHandlers } from './session.ts'
import { stationHandlers } from './station.ts'
import { viewsHandlers } from './views.ts'
import { workOrdersHandlers } from './work-orders.ts'

/** One entry per feature of the contract; the type refuses a missing one. */
export const handlers: Handlers = {
  session: sessionHandlers,
  station: stationHandlers,
  catalogue: catalogueHandlers,
  customers: customersHandlers,
  workOrders: workOrdersHandlers,
  partsRequests: partsRequestsHandlers,
  returnedParts: returnedPartsHandlers,
  manifests: manifestsHandlers,
  claims: claimsHandlers,
  batches: batchesHandlers,
  papers: papersHandlers,
  numbers: numbersHandlers,
  forms: formsHandlers,
  makerSheets: makerSheetsHandlers,
  imports: importsHandlers,
  home: homeHandlers,
  drafts: draftsHandlers,
  attachments: attachmentsHandlers,
  backups: backupsHandlers,
  seats: seatsHandlers,
  diagnostics: diagnosticsHandlers,
  views: viewsHandlers,
  rescue: rescueHandlers,
  lists: listsHandlers,
}
