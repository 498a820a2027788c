import { createCanvas } from '@napi-rs/canvas'
import type { Page } from '@playwright/test'
import { chosen, dialog, drawn, firstRow, opened, pressed, rowsIn, verdict } from './acts.ts'
import type { Served } from './demo.ts'
import type { OrderRow, Place } from './place.ts'
import { aLateParcel, aReceivedShipment, theVerdicts } from './shown-data.ts'

type Found = {
  readonly orders: readonly OrderRow[]
  readonly handedOver: number
  readonly request: number
  readonly claim: number
  readonly batch: number
  readonly packing: number
  readonly customer: number
}

/** A list with all its rows chosen, and the button that then appears. */
const rowsChosen = (name: string, path: string, button: RegExp): Place => ({
  name,
  path,
  ready: rowsIn,
  act: async (page) => {
    await chosen(page)
    await page.getByRole('button', { name: button }).waitFor()
  },
})

/** What is asked over a page: every dialog, and what appears once rows are chosen. */
export async function dialogsOf(demo: Served, { orders, handedOver, ...ids }: Found): Promise<readonly Place[]> {
  await aPhoto(demo, handedOver)
  const shipment = await aReceivedShipment(demo.api)
  const { rows: pieces } = await demo.api.returnedParts.list({
    offset: 0,
    limit: 1,
    text: '',
    sort: [],
    filter: { statuses: [], manufacturerId: null, view: 'all' },
  })
  const { rows: shipments } = await demo.api.manifests.list({
    offset: 0,
    limit: 1,
    text: '',
    sort: [{ column: 'createdAt', direction: 'asc' }],
    filter: { statuses: ['received'], manufacturerId: null },
  })
  const { rows: borrowed } = await demo.api.partsRequests.list({
    offset: 0,
    limit: 10,
    text: '',
    sort: [],
    filter: { statuses: ['fitted', 'oldPartDue', 'oldPartSent', 'settled'], view: 'all' },
  })
  const onOrder = (name: string, fits: (order: OrderRow) => boolean, act: NonNullable<Place['act']>): readonly Place[] =>
    orders
      .filter(fits)
      .slice(0, 1)
      .map(({ id }) => ({ name, path: `/work-orders/${id}`, ready: verdict, act }))
  const dialogs: readonly Place[] = [
    rowsChosen('orders-chosen', '/work-orders', /打印凭证|Print vouchers/),
    rowsChosen('requests-chosen', '/requests?view=all', /打印求援单|Print requests/),
    rowsChosen('catalogue-chosen', '/catalogue', /^停用|^Retire/),
    ...onOrder(
      'order-borrow',
      ({ status }) => status === 'awaitingParts',
      (page) => opened(page, 'Control+b', dialog),
    ),
    ...onOrder(
      'order-reason',
      ({ status }) => status === 'waiting',
      (page) => pressed(page, /^(取消|Cancel)/, dialog),
    ),
    ...onOrder(
      'order-special',
      ({ eligibility, nature }) => eligibility === 'notCovered' && nature === 'warranty',
      (page) => pressed(page, /^(保外特批|Goodwill approval)/, dialog),
    ),
    ...onOrder(
      'order-copy',
      ({ id }) => id === handedOver,
      (page) => opened(page, 'Control+d', 'main.page .notice b, main.page .notice button'),
    ),
    ...onOrder(
      'order-photo',
      ({ id }) => id === handedOver,
      (page) => pressed(page, /odometer\.png/, dialog),
    ),
    { name: 'request-step', path: `/requests/${ids.request}`, ready: '.step-bar', act: (page) => opened(page, 'Control+Enter', dialog) },
    ...borrowed
      .filter(({ kind }) => kind === 'borrow')
      .slice(0, 1)
      .map(({ id }) => ({
        name: 'request-send-back-rest',
        path: `/requests/${id}`,
        ready: '.step-bar',
        act: async (page: Page) => {
          await aLateParcel(demo.api, id)
          await pressed(page, /^(退回余件|Send back the rest)/, dialog)
        },
      })),
    { name: 'piece', path: `/old-parts?view=all&part=${pieces[0]?.id ?? 0}`, ready: '.piece' },
    {
      name: 'piece-lost',
      path: '/old-parts?view=all',
      ready: rowsIn,
      act: async (page) => {
        await chosen(page)
        await page.locator('[aria-keyshortcuts="F9"]:enabled').waitFor({ timeout: 20_000 })
        await opened(page, 'F9', dialog)
      },
    },
    { name: 'manifest-seal', path: `/manifests/${ids.packing}`, ready: '.bench', act: (page) => opened(page, 'Control+Enter', dialog) },
    {
      name: 'manifest-judge',
      path: `/manifests/${shipment?.id ?? 0}`,
      ready: '.manifest-side',
      act: (page) => opened(page, 'Control+Enter', dialog),
    },
    ...shipments.map(({ id }) => ({
      name: 'manifest-close',
      path: `/manifests/${id}`,
      ready: '.manifest-side',
      act: async (page: Page) => {
        await theVerdicts(demo.api, id)
        await pressed(page, /^(关闭|Close)/, dialog)
      },
    })),
    { name: 'claim-void', path: `/claims/${ids.claim}`, ready: '.claim-left', act: (page) => pressed(page, /^(作废|Void)/, dialog) },
    { name: 'batch-unseal', path: `/batches/${ids.batch}`, ready: drawn, act: (page) => pressed(page, /^(拆批|Unseal)/, dialog) },
    { name: 'unit-new', path: `/customers/${ids.customer}`, ready: 'main.page section', act: (page) => opened(page, 'Control+u', dialog) },
    {
      name: 'papers-chosen',
      path: '/papers',
      ready: rowsIn,
      act: async (page) => {
        await chosen(page)
        await page.locator(drawn).first().waitFor()
      },
    },
    {
      name: 'paper-void',
      path: '/papers?form=F16',
      ready: rowsIn,
      act: async (page) => {
        await firstRow(page, drawn)
        await pressed(page, /^(作废|Void)/, dialog)
      },
    },
    {
      name: 'form-gather',
      path: '/forms/F20/new',
      ready: '#section-gather',
      act: async (page) => {
        await page.keyboard.press('Control+g')
        await page.locator('.gathered').first().waitFor()
      },
    },
    {
      name: 'catalogue-maker-new',
      path: '/catalogue?view=manufacturers',
      ready: 'main.page section',
      act: (page) => opened(page, 'Alt+n', dialog),
    },
    {
      name: 'catalogue-remove',
      path: '/catalogue?view=labour',
      ready: rowsIn,
      act: async (page) => {
        await page.locator(`${rowsIn} .ag-cell`).first().click()
        await opened(page, 'Control+Delete', dialog)
      },
    },
    ...settings,
    {
      name: 'user-menu',
      path: '/',
      ready: '#section-desk',
      act: async (page) => {
        await page.locator('.user-button').click()
        await page.locator('.user-menu').waitFor()
      },
    },
  ]
  return dialogs.map((place) => ({ ...place, isUnpictured: true }))
}

const settings: readonly Place[] = [
  {
    name: 'settings-number',
    path: '/settings?part=numbers',
    ready: '.settings-part tbody tr',
    act: async (page) => {
      await page.locator('.settings-part tbody button:enabled').first().click()
      await page.locator(dialog).waitFor()
    },
  },
  {
    name: 'settings-pin',
    path: '/settings?part=people',
    ready: '.settings-part tbody tr',
    act: (page) => pressed(page, /改我的口令|Change my PIN/, dialog),
  },
  {
    name: 'settings-technician',
    path: '/settings?part=people',
    ready: '.settings-part tbody tr',
    act: (page) => pressed(page, /新技师|New technician/, dialog),
  },
  {
    name: 'settings-test-sheet',
    path: '/settings?part=printing',
    ready: '.settings-part tbody tr',
    act: (page) => pressed(page, /^(测试页|Test sheet)$/, `${dialog} ${drawn}`),
  },
  {
    name: 'settings-restore',
    path: '/settings?part=backups',
    ready: '.settings-part section',
    act: async (page) => {
      await page.keyboard.press('Control+b')
      await pressed(page, /^(恢复|Restore)/, dialog)
    },
  },
]

/** A picture of a meter, as a technician takes it. */
async function aPhoto({ api, host }: Served, workOrderId: number): Promise<void> {
  const canvas = createCanvas(640, 420)
  const pen = canvas.getContext('2d')
  pen.fillStyle = '#20242b'
  pen.fillRect(0, 0, 640, 420)
  pen.strokeStyle = '#8f98a5'
  pen.lineWidth = 6
  pen.beginPath()
  pen.arc(320, 250, 170, Math.PI * 0.85, Math.PI * 2.15)
  pen.stroke()
  pen.fillStyle = '#f3f5f8'
  pen.font = '52px sans-serif'
  pen.fillText('003412 km', 205, 330)
  await api.attachments.add({
    workOrderId,
    uploadId: host.upload('odometer.png', canvas.toBuffer('image/png')),
    kind: 'odometer',
    thumbUploadId: null,
  })
}
