import type { Page } from '@playwright/test'
import { orderOn } from './pages/order.ts'
import { expect, test } from './station.ts'

/** Puts a picture drawn in the page into a drop or a paste, as the system does. */
async function give(page: Page, how: 'drop' | 'paste', name: string, colour: string): Promise<void> {
  await page.evaluate(async ({ how: way, name: called, colour: fill }) => {
    const canvas = document.createElement('canvas')
    canvas.width = 640
    canvas.height = 360
    const pen = canvas.getContext('2d')
    if (pen === null) throw new Error('no canvas')
    pen.fillStyle = fill
    pen.fillRect(0, 0, 640, 360)
    const bytes = await new Promise<Blob | null>((answer) => { canvas.toBlob(answer, 'image/png') })
    if (bytes === null) throw new Error('no picture')
    const data = new DataTransfer()
    data.items.add(new File([bytes], called, { type: 'image/png' }))
    const event = way === 'drop' ? new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }) : new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
    document.body.dispatchEvent(event)
  }, { how, name, colour })
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
  await pasted.focus()
  await order.keys.press('Enter')
  await expect(page.getByRole('dialog').getByRole('img', { name: /照片-/ })).toBeVisible()
  await order.keys.press('r')
  await expect.poll(async () => (await station.api.attachments.list({ workOrderId: id })).map(({ kind, turns }) => `${kind} ${turns}`)).toEqual(['faultPart 0', 'odometer 1'])
  await order.keys.press('ArrowRight')
  await expect(page.getByRole('dialog')).toContainText('铭牌.png')
  await order.closeDialog()
  await pasted.focus()
  await order.keys.press('Delete')
  await expect(page.getByRole('dialog')).toContainText('删除附件')
  await order.keys.press('Ctrl+Enter')
  await expect(pasted).toHaveCount(0)
  expect(await station.api.attachments.list({ workOrderId: id })).toHaveLength(1)
})
