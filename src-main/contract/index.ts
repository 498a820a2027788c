import { attachments } from './attachments.ts'
import { backups } from './backups.ts'
import { batches } from './batches.ts'
import { catalogue } from './catalogue.ts'
import { claims } from './claims.ts'
import { customers } from './customers.ts'
import type { Client } from './define.ts'
import { diagnostics } from './diagnostics.ts'
import { drafts } from './drafts.ts'
import { forms } from './forms.ts'
import { home } from './home.ts'
import { imports } from './imports.ts'
import { lists } from './lists.ts'
import { makerSheets } from './maker-sheets.ts'
import { manifests } from './manifests.ts'
import { numbers } from './numbers.ts'
import { papers } from './papers.ts'
import { partsRequests } from './parts-requests.ts'
import { rescue } from './rescue.ts'
import { returnedParts } from './returned-parts.ts'
import { seats } from './seats.ts'
import { session } from './session.ts'
import { station } from './station.ts'
import { views } from './views.ts'
import { workOrders } from './work-orders.ts'

/** Everything the host offers. Router, client, permissions and validation are derived from it. */
export const contract = {
  session,
  station,
  catalogue,
  customers,
  workOrders,
  partsRequests,
  returnedParts,
  manifests,
  claims,
  batches,
  papers,
  numbers,
  forms,
  makerSheets,
  imports,
  home,
  drafts,
  attachments,
  backups,
  seats,
  diagnostics,
  views,
  rescue,
  lists,
}

export type AppContract = typeof contract
export type Api = Client<AppContract>
