import type { Page } from '@playwright/test'
import { plainLook } from '#domain/paper-stock'
import { heldBack } from './pages/held.ts'
import { orderOn } from './pages/order.ts'
import { expect, test } from './station.ts'

/** Puts a picture drawn in the page into a drop or a paste, as the system does. */
async function give(page: Page, how: 'drop' | 'paste', name: string, colour: string, width = 640, height = 360): Promise<void> {
  await page.evaluate(
    async ({ how: way, name: called, colour: fill, width: wide, height: high }) => {
      const canvas = document.createElement('canvas')
      canvas.width = wide
      canvas.height = high
      const pen = canvas.getContext('2d')
      if (pen === null) throw new Error('no canvas')
      pen.fillStyle = fill
      pen.fillRect(0, 0, wide, high)
      const bytes = await new Promise<Blob | null>((answer) => {
        canvas.toBlob(answer, 'image/png')
      })
      if (bytes === null) throw new Error('no picture')
      const data = new DataTransfer()
      data.items.add(new File([bytes], called, { type: 'image/png' }))
      const event =
        way === 'drop'
          ? new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true })
          : new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
      document.body.dispatchEvent(event)
    },
    { how, name, colour, width, height },
  )
}

test('photos come in by drop and by paste, are told apart, turned, and go only after a question', async ({ station }) => {
  const { id, no } = await station.given.anOrder()
  const page = await station.person('technician')
  const order = orderOn(page)
  await order.open(no)
  const files = order.section('附件')
  await give(page, 'drop', '铭牌.png', 'green')
  await expect(files.getByRole('button', { name: /铭牌\.png/ })).toBeVisible()
  await files.getByRole('group', { name: '新加的记为' }).getByRole('button', { name: '里程表' }).click()
  await give(page, 'paste', 'image.png', 'navy')
  const pasted = files.getByRole('button', { name: /里程表 照片-\d{8}-\d{4}\.png/ })
  await expect(pasted.locator('img')).toBeVisible()
  await give(page, 'drop', '合同.exe', 'red')
  await expect(files.getByRole('alert')).toContainText('不是可以附上的文件')
  const broken = { name: '坏的.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no picture') }
  await files.locator('input[type=file]').setInputFiles(broken)
  await expect(files.getByRole('alert')).toContainText('「坏的.jpg」打不开')
  await pasted.focus()
  await order.keys.press('Enter')
  await expect(page.getByRole('dialog').getByRole('img', { name: /照片-/ })).toBeVisible()
  await order.keys.press('r')
  await expect
    .poll(async () => (await station.api.attachments.list({ workOrderId: id })).map(({ kind, turns }) => `${kind} ${turns}`))
    .toEqual(['faultPart 0', 'odometer 1'])
  await order.keys.press('ArrowRight')
  await expect(page.getByRole('dialog')).toContainText('铭牌.png')
  // as fast as one strikes: each turn counts, and what the picture shows stays
  const arrives = await heldBack(page, 'attachments.list')
  await order.keys.press('r', 'r')
  await page.getByRole('dialog').getByRole('button', { name: '铭牌', exact: true }).click()
  await expect
    .poll(async () => (await station.api.attachments.list({ workOrderId: id })).map(({ kind, turns }) => `${kind} ${turns}`))
    .toEqual(['namePlate 2', 'odometer 1'])
  arrives()
  await order.closeDialog()
  await pasted.focus()
  await order.keys.press('Delete')
  await expect(page.getByRole('dialog')).toContainText('删除附件')
  await order.keys.press('Ctrl+Enter')
  await expect(pasted).toHaveCount(0)
  expect(await station.api.attachments.list({ workOrderId: id })).toHaveLength(1)
})

test('a photo of twelve megapixels is printed in a frame of the quality report, made small before it is kept', async ({ station }) => {
  const { id, no } = await station.given.anOrder()
  const page = await station.person('chief')
  const order = orderOn(page)
  await order.open(no)
  await give(page, 'drop', '水泵.png', 'teal', 4000, 3000)
  await expect(order.section('附件').getByRole('button', { name: /水泵\.png/ })).toBeVisible()

  await page.goto(`${new URL(page.url()).origin}/#/forms/C06/new?order=${id}`)
  const first = page.getByRole('group', { name: '图 1' })
  await first.getByRole('button', { name: '从工单附件选…' }).focus()
  await order.keys.press('Enter')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /水泵\.png/ })
    .focus()
  await order.keys.press('Enter')
  await expect(first.getByRole('img', { name: '图 1' })).toBeVisible()

  const second = page.getByRole('group', { name: '图 2' })
  await second.locator('input[type=file]').setInputFiles({ name: '坏的.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no picture') })
  await expect(second.getByRole('alert')).toContainText('不能印在表里')

  await page.getByLabel('故障件').fill('水泵总成')
  await page.getByLabel('产品型号').fill('FY150ZH')
  await page.getByRole('textbox', { name: '1 故障现象' }).fill('水温报警')
  await expect(page.getByText('已填齐')).toBeVisible()
  await order.keys.press('Ctrl+Enter')
  await expect(page.getByRole('dialog').locator('.pdf-page').first()).toBeVisible()
  await order.keys.press('Escape')
  const [issued] = await station.api.forms.list({ form: 'C06' })
  expect((await station.api.forms.get({ id: issued?.id ?? 0 })).content.values['picture1']).toMatchObject({ width: 1600, height: 1200 })
  const { fileId } = await station.api.papers.preview({ ids: [issued?.paperId ?? 0], options: plainLook })
  const bytes = Buffer.from(station.host.produced(fileId)?.bytes ?? [])
  expect([bytes.toString('latin1').split('/Subtype/Image').length - 1, bytes.length < 400_000]).toEqual([1, true])
})
