import type { Page } from '@playwright/test'
import { customer } from '#tests/domain/import-files'
import { dialog, drawn, firstRow, opened, rowsIn, verdict } from './acts.ts'
import { type Served } from './demo.ts'
import { dialogsOf } from './dialogs.ts'
import type { Place } from './place.ts'
import { catalogues, homes, settings } from './fixed-places.ts'
import { aDouble, aMakerSheet, aPackedBox, checkedWorkbook, labourRows, someBlanks, tellingOrder, wrongCustomer } from './shown-data.ts'

const all = { offset: 0, limit: 50, text: '' } as const
/** Every screen with something worth seeing on it, found in this very station. */
export async function placesOf(demo: Served): Promise<readonly Place[]> {
  const { api } = demo
  const { rows: orders } = await api.workOrders.list({
    ...all,
    sort: [{ column: 'receivedAt', direction: 'desc' }],
    filter: { statuses: [], nature: null, technicianId: null, view: 'all' },
  })
  const inWork = (await tellingOrder(api, orders)) ?? orders[0]
  const delivered = ['delivered', 'calledBack', 'closed'].flatMap((wanted) =>
    orders.filter(({ status, voucherNo }) => status === wanted && voucherNo !== ''),
  )[0]
  const { rows: requests } = await api.partsRequests.list({ ...all, sort: [], filter: { statuses: [], view: 'all' } })
  const { rows: batches } = await api.batches.list({
    ...all,
    sort: [{ column: 'no', direction: 'desc' }],
    filter: { statuses: [], manufacturerId: null },
  })
  const { rows: claims } = await api.claims.list({
    ...all,
    sort: [{ column: 'finishedAt', direction: 'desc' }],
    filter: { statuses: [], manufacturerId: null, period: null, batchId: null },
  })
  const { rows: manifests } = await api.manifests.list({
    ...all,
    sort: [{ column: 'createdAt', direction: 'desc' }],
    filter: { statuses: [], manufacturerId: null },
  })
  const { rows: papers } = await api.papers.list({
    ...all,
    sort: [{ column: 'issuedAt', direction: 'desc' }],
    filter: { form: 'F16', status: 'issued', period: null },
  })
  const packing = manifests.find(({ status }) => status === 'draft') ?? (await aPackedBox(api))
  await aMakerSheet(api)
  const { unit, customer: owner } = await api.workOrders.get({ id: delivered?.id ?? 0 })
  const twinId = await aDouble(api, owner)
  const blanks = await someBlanks(api)
  const of = (record: { readonly id: number } | undefined) => record?.id ?? 0
  return [
    ...homes,
    ...settings,
    ...catalogues,
    { name: 'work-orders', path: '/work-orders', ready: rowsIn },
    { name: 'work-order', path: `/work-orders/${of(inWork)}`, ready: verdict },
    {
      name: 'work-order-foot',
      path: `/work-orders/${of(inWork)}`,
      ready: verdict,
      act: (page) => page.locator('#section-files, #section-attachments, #section-history').last().scrollIntoViewIfNeeded(),
    },
    { name: 'work-order-delivered', path: `/work-orders/${of(delivered)}`, ready: verdict },
    // what was begun in an earlier walk is put back as a draft: it goes, and the search stands there again
    { name: 'intake', path: '/work-orders/new', ready: '[data-field=search], #section-subject', act: startedOver },
    { name: 'intake-found', path: `/work-orders/new?unit=${unit.id}`, ready: '#section-subject' },
    { name: 'requests', path: '/requests', ready: 'main.page .grid' },
    { name: 'request', path: `/requests/${of(requests[0])}`, ready: '.step-bar' },
    { name: 'old-parts', path: '/old-parts?view=all', ready: rowsIn },
    { name: 'labels', path: '/old-parts?view=toLabel', ready: 'main.page .grid' },
    { name: 'manifests', path: '/old-parts?view=manifests', ready: rowsIn },
    { name: 'packing', path: `/manifests/${of(packing)}`, ready: '.bench' },
    { name: 'packing-print', path: `/manifests/${of(packing)}`, ready: '.bench', act: (page) => opened(page, 'Control+p', drawn) },
    { name: 'manifest', path: `/manifests/${of(manifests.find(({ status }) => status !== 'draft'))}`, ready: '.step-bar' },
    { name: 'claims', path: '/claims', ready: `.claims-column ${rowsIn}` },
    { name: 'claims-build', path: '/claims?view=ready', ready: '.claims-column', act: (page) => opened(page, 'Control+b', dialog) },
    { name: 'claim', path: `/claims/${of(claims[0])}`, ready: '.claim-left' },
    { name: 'batch', path: `/batches/${of(batches[0])}`, ready: drawn },
    { name: 'customers', path: '/customers', ready: rowsIn },
    { name: 'units', path: '/customers?view=units', ready: rowsIn },
    { name: 'doubles', path: '/customers?view=doubles', ready: '#section-doubles-customer tbody tr' },
    {
      name: 'merge',
      path: `/customers/${twinId}`,
      ready: '[aria-keyshortcuts="Control+Shift+G"]',
      act: (page) => opened(page, 'Control+Shift+G', `${dialog} [data-field^=merge]`),
    },
    { name: 'customer-new', path: '/customers/new', ready: 'main.page section' },
    { name: 'customer', path: `/customers/${owner.id}`, ready: 'main.page section' },
    { name: 'unit', path: `/units/${unit.id}`, ready: 'main.page section' },
    { name: 'unit-owner', path: `/units/${unit.id}`, ready: 'main.page section', act: (page) => opened(page, 'Control+o', dialog) },
    {
      name: 'unit-owner-new',
      path: `/units/${unit.id}`,
      ready: 'main.page section',
      act: async (page) => {
        await opened(page, 'Control+o', dialog)
        await page.keyboard.type('潘金龙 13812345678')
        await opened(page, 'Alt+n', '[data-field="customer.phone"]')
      },
    },
    { name: 'unit-odometer', path: `/units/${unit.id}`, ready: 'main.page section', act: (page) => opened(page, 'Control+m', dialog) },
    { name: 'papers', path: `/papers/${of(papers[0])}`, ready: drawn },
    { name: 'papers-period', path: '/papers', ready: rowsIn, act: (page) => opened(page, 'Control+Shift+P', `${dialog} tbody tr`) },
    { name: 'register', path: `/register?pack=${blanks}`, ready: rowsIn, act: (page) => firstRow(page, drawn) },
    {
      name: 'register-proof',
      path: '/register',
      ready: rowsIn,
      act: async (page) => {
        await page.locator('.register-proof button').click()
        await page.locator(`${dialog} tbody tr`).first().waitFor()
      },
    },
    { name: 'register-reserve', path: '/register', ready: rowsIn, act: (page) => opened(page, 'Control+n', dialog) },
    {
      name: 'register-print',
      path: '/register?form=F16',
      ready: rowsIn,
      act: (page) => opened(page, 'Control+Shift+P', `${dialog} ${drawn}`),
    },
    { name: 'forms', path: '/forms', ready: drawn },
    { name: 'form', path: '/forms/F13', ready: drawn },
    { name: 'form-words', path: '/forms/F16/words', ready: drawn },
    { name: 'form-sheet', path: '/forms/A14/sheet', ready: '.sheet-paper', act: (page) => opened(page, 'Control+n', '.sheet-field') },
    {
      name: 'form-sheet-versions',
      path: '/forms/A14/sheet',
      ready: '.sheet-paper',
      act: async (page) => {
        await page.getByRole('button', { name: /^(各版|Versions)$/ }).click()
        await page.locator(`${dialog} ${drawn}`).first().waitFor()
      },
    },
    { name: 'form-fill', path: `/forms/F13/new?order=${of(delivered)}`, ready: `.fill-paper ${drawn}` },
    { name: 'import', path: '/import', ready: '#section-kind' },
    {
      name: 'import-checked',
      path: '/import',
      ready: '#section-kind',
      act: (page) => checkedWorkbook(page, demo, 'customers', [customer, wrongCustomer]),
    },
    {
      name: 'import-list',
      path: '/import?kind=labour',
      ready: '#section-kind',
      act: (page) => checkedWorkbook(page, demo, 'labour', labourRows),
    },
    {
      name: 'finder',
      path: '/',
      ready: 'main.page',
      act: async (page) => {
        await opened(page, 'Control+k', '.find-input')
        await page.keyboard.type(unit.plateNo.slice(1, 4))
        await page.locator('.find-list[aria-busy=false] .find-hit').first().waitFor()
      },
    },
    { name: 'keys', path: '/work-orders', ready: rowsIn, act: (page) => opened(page, '?', '.key-groups') },
    { name: 'key-letters', path: `/units/${unit.id}`, ready: 'main.page section', act: (page) => opened(page, 'F10', '.key-tips kbd') },
    {
      name: 'help',
      path: `/units/${unit.id}`,
      ready: '[data-field="unit.frameNo"] input',
      act: async (page) => {
        await page.locator('[data-field="unit.frameNo"] input').focus()
        await opened(page, 'F1', '.help-panel')
      },
    },
    ...(await dialogsOf(demo, {
      orders,
      handedOver: of(delivered),
      request: of(requests[0]),
      claim: of(claims.find(({ status, batchNo }) => ['draft', 'ready'].includes(status) && batchNo === '')),
      batch: of(batches[0]),
      packing: of(packing),
      customer: owner.id,
    })),
  ]
}

async function startedOver(page: Page): Promise<void> {
  const search = page.locator('[data-field=search]')
  if ((await search.count()) === 0) await page.getByRole('button', { name: /不要草稿|Drop the draft/ }).click()
  await search.waitFor()
}
