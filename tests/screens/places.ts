import type { Page } from '@playwright/test'
import type { Api } from '#contract/index'

export type Place = {
  readonly name: string
  /** the address behind `#` */
  readonly path: string
  /** what must be there before the picture is taken */
  readonly ready: string
  /** what is done first, e.g. a dialog opened */
  readonly act?: (page: Page) => Promise<void>
}

const all = { offset: 0, limit: 50, text: '' } as const
const drawn = '.pdf-page canvas[style*="width"]'

/** Every screen with something worth seeing on it, found in this very station. */
export async function placesOf(api: Api): Promise<readonly Place[]> {
  const { rows: orders } = await api.workOrders.list({ ...all, sort: [{ column: 'receivedAt', direction: 'desc' }], filter: { statuses: [], nature: null, technicianId: null, view: 'all' } })
  // the one with most on it among those a technician is done with and no paper froze yet
  const open = orders.filter(({ status, voucherNo }) => ['repairing', 'awaitingParts', 'finished', 'inspected'].includes(status) && voucherNo === '').toSorted((one, other) => other.totalFen - one.totalFen)
  const inWork = open[0] ?? orders[0]
  const delivered = orders.find(({ status, voucherNo }) => status === 'delivered' && voucherNo !== '') ?? orders[0]
  const { rows: requests } = await api.partsRequests.list({ ...all, sort: [], filter: { statuses: [], openOnly: false } })
  const { rows: batches } = await api.batches.list({ ...all, sort: [{ column: 'no', direction: 'desc' }], filter: { statuses: [], manufacturerId: null } })
  const { rows: claims } = await api.claims.list({ ...all, sort: [{ column: 'finishedAt', direction: 'desc' }], filter: { statuses: [], manufacturerId: null, period: null, batchId: null } })
  const { rows: manifests } = await api.manifests.list({ ...all, sort: [{ column: 'createdAt', direction: 'desc' }], filter: { statuses: [], manufacturerId: null } })
  const { rows: papers } = await api.papers.list({ ...all, sort: [{ column: 'issuedAt', direction: 'desc' }], filter: { form: 'F16', status: 'issued', period: null } })
  const packing = manifests.find(({ status }) => status === 'draft') ?? await aPackedBox(api)
  const unitId = (await api.workOrders.get({ id: delivered?.id ?? 0 })).unit.id
  const customerId = (await api.workOrders.get({ id: delivered?.id ?? 0 })).customer.id
  const of = (record: { readonly id: number } | undefined) => record?.id ?? 0
  const rowsIn = '.ag-row'
  return [
    { name: 'home', path: '/', ready: 'main.page' },
    { name: 'work-orders', path: '/work-orders', ready: rowsIn },
    { name: 'work-order', path: `/work-orders/${of(inWork)}`, ready: '#section-verdict .verdict' },
    { name: 'work-order-delivered', path: `/work-orders/${of(delivered)}`, ready: '#section-verdict .verdict' },
    { name: 'intake', path: '/work-orders/new', ready: '[data-field=search]' },
    { name: 'requests', path: '/requests', ready: 'main.page .grid' },
    { name: 'request', path: `/requests/${of(requests[0])}`, ready: '.step-bar' },
    { name: 'old-parts', path: '/old-parts?view=all', ready: rowsIn },
    { name: 'manifests', path: '/old-parts?view=manifests', ready: rowsIn },
    { name: 'packing', path: `/manifests/${of(packing)}`, ready: '.bench' },
    { name: 'manifest', path: `/manifests/${of(manifests.find(({ status }) => status !== 'draft'))}`, ready: '.step-bar' },
    { name: 'claims', path: '/claims', ready: `.claims-column ${rowsIn}` },
    { name: 'claim', path: `/claims/${of(claims[0])}`, ready: '.claim-left' },
    { name: 'batch', path: `/batches/${of(batches[0])}`, ready: drawn },
    { name: 'customers', path: '/customers', ready: rowsIn },
    { name: 'customer', path: `/customers/${customerId}`, ready: 'main.page section' },
    { name: 'unit', path: `/units/${unitId}`, ready: 'main.page section' },
    { name: 'papers', path: `/papers/${of(papers[0])}`, ready: drawn },
    { name: 'forms', path: '/forms', ready: drawn },
    { name: 'form', path: '/forms/F13', ready: drawn },
    { name: 'form-fill', path: `/forms/F13/new?order=${of(delivered)}`, ready: `.fill-paper ${drawn}` },
    { name: 'import', path: '/import', ready: '#section-kind' },
    { name: 'catalogue', path: '/catalogue', ready: 'main.page' },
    { name: 'settings', path: '/settings', ready: 'main.page section' },
  ]
}

/** A box half packed: what the bench looks like at work. */
async function aPackedBox(api: Api): Promise<{ readonly id: number } | undefined> {
  const { rows } = await api.returnedParts.list({ ...all, sort: [], filter: { statuses: [], manufacturerId: null, view: 'toPack' } })
  const [first] = rows
  if (first === undefined) return undefined
  const { id } = await api.manifests.create({ manufacturerId: first.manufacturerId })
  for (const { labelNo } of rows.slice(0, Math.ceil(rows.length / 2))) await api.manifests.pack({ id, boxNo: 1, scan: labelNo })
  return { id }
}
