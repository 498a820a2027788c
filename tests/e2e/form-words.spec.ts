import { plainLook } from '#domain/paper-stock'
import { isDictionary, isStream, readObjects } from '#tests/forms/pdf-objects'
import { readPdf } from '#tests/forms/reading'
import { aDeliveredOrder } from '#tests/support/chain'
import { keysOf } from './pages/keys.ts'
import { paperOn } from './pages/paper.ts'
import { expect, test, type Station } from './station.ts'

async function fileOf({ api, host }: Station, id: number): Promise<Uint8Array> {
  const { fileId } = await api.papers.preview({ ids: [id], options: plainLook })
  return host.produced(fileId)?.bytes ?? new Uint8Array()
}

/** What stands on each page of a paper, as it would be printed now. */
async function printedOn(station: Station, id: number): Promise<readonly string[]> {
  return (await readPdf(await fileOf(station, id))).map(({ texts }) =>
    texts
      .map(({ text }) => text)
      .join('')
      .replaceAll(' ', ''),
  )
}

/** The blue of a stripe as a page's drawing says it. */
const blue = '0.725 0.851 0.941 rg'

/** Whether each page has a blue stripe. */
async function stripesOf(station: Station, id: number): Promise<readonly boolean[]> {
  const { objects } = readObjects(Buffer.from(await fileOf(station, id)))
  const drawn = (ref: number): string => {
    const stream = objects.get(ref)
    return isStream(stream) ? stream.data.toString('latin1') : ''
  }
  return [...objects.values()]
    .filter(isDictionary)
    .filter((value) => value.has('Contents'))
    .map((page) => (page.get('Contents') as { ref: number }[]).some(({ ref }) => drawn(ref).includes(blue)))
}

test('a manufacturer’s words on a form, by keyboard: the sample follows what is typed, the next paper bears them, the one before stays as it was', async ({
  station,
}) => {
  const first = await aDeliveredOrder(station)
  const before = await printedOn(station, first.voucherPaperId)
  const page = await station.person('chief')
  const { press, type } = keysOf(page)
  await page.goto(`${new URL(page.url()).origin}/#/forms/F16/words`)
  await paperOn(page).isDrawn()
  const over = async (label: string, words: string) => {
    const field = page.getByRole('textbox', { name: label })
    await field.focus()
    await press('Ctrl+a')
    await type(words)
    await expect(field).toHaveValue(words)
  }
  /** The sample beside the fields shows all of it a moment after the last key. */
  const isShown = (words: readonly string[]) =>
    expect
      .poll(
        async () => {
          const pages = await paperOn(page).download()
          return words.filter((each) => !pages.some((text) => text.includes(each)))
        },
        { timeout: 20_000 },
      )
      .toEqual([])

  await over('标题第 1 行', '北方摩托保修凭证')
  await isShown(['北方摩托保修凭证'])
  await over('表号', 'BF/WX—07')
  await over('附注', '用户凭本联享受北方摩托三包')
  await over('第 1 联的名称与收件方', '第一联 北方摩托')
  await over('第 2 联的名称与收件方', '第二联 用户')
  await over('第 2 栏', '北方检验')
  await page.getByLabel('颜色').nth(1).focus()
  await press('ArrowDown')
  await type('蓝')
  await expect(
    page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option', { hasText: '蓝' }).first(),
  ).toBeVisible()
  await press('Enter')
  const money = page.getByRole('checkbox', { name: '金额' }).nth(1)
  await money.focus()
  await press('Space')
  await expect(money).toBeChecked()
  const said = ['北方摩托保修凭证', 'BF/WX—07', '用户凭本联享受北方摩托三包', '第一联 北方摩托', '第二联 用户', '北方检验'].map((words) =>
    words.replaceAll(' ', ''),
  )
  await isShown(said)
  await press('Ctrl+s')
  await expect(page.getByRole('button', { name: /^保存/ })).toBeDisabled()

  const second = await aDeliveredOrder(station, {
    customer: { phone: '13712345678' },
    unit: { frameNo: 'LDC613P23A1305189', engineNo: 'E-22' },
  })
  const [one = '', two = ''] = await printedOn(station, second.voucherPaperId)
  expect(said.map((words) => [one.includes(words), two.includes(words)])).toEqual([
    [true, true],
    [true, true],
    [true, true],
    [true, false],
    [false, true],
    [true, true],
  ])
  expect([one.includes('86.50'), two.includes('86.50')]).toEqual([true, false])
  expect([await stripesOf(station, first.voucherPaperId), await stripesOf(station, second.voucherPaperId)]).toEqual([
    [false, false],
    [false, true],
  ])
  expect(await printedOn(station, first.voucherPaperId)).toEqual(before)
})

test('words being typed outlive a save of the manufacturer on another seat; a name in braces that nobody knows is told at once', async ({
  station,
}) => {
  const page = await station.person('chief')
  const { press, type } = keysOf(page)
  await page.goto(`${new URL(page.url()).origin}/#/forms/F16/words`)
  await paperOn(page).isDrawn()
  const title = page.getByRole('textbox', { name: '标题第 1 行' })
  await title.focus()
  await press('Ctrl+a')
  await type('{maker}保修凭证')
  await expect(page.getByRole('alert').filter({ hasText: '没有 {maker} 这个名称' })).toBeVisible()
  const [maker] = await station.api.catalogue.manufacturers({})
  const told = page.waitForResponse(async (answer) => (await answer.text()).includes('"hideable"'))
  await station.api.catalogue.saveManufacturer({ ...maker!, phone: '400-000-9999' })
  await told
  await expect(title).toHaveValue('{maker}保修凭证')
  await press('Ctrl+a')
  await type('{vehicle}保修凭证')
  // Esc leaves the field; from the page it asks first
  const leaving = page.getByRole('dialog', { name: '离开而不保存？' })
  await expect(async () => {
    await press('Escape')
    await expect(leaving).toBeVisible({ timeout: 1000 })
  }).toPass()
  await press('Escape')
  await expect(leaving).toBeHidden()
  await title.focus()
  await press('Ctrl+s')
  await expect(page.getByRole('button', { name: /^保存/ })).toBeDisabled()
  await expect(title).toBeFocused()
  const said = await station.api.forms.words({ manufacturerId: maker!.id, form: 'F16' })
  expect(said.said.title).toEqual(['{vehicle}保修凭证'])
})

test('a form the manufacturer does not use is switched off: nobody can fill it in, its papers stay; switched on again it is offered', async ({
  station,
}) => {
  await station.given.anOrder()
  const page = await station.person('chief')
  const { press } = keysOf(page)
  const origin = new URL(page.url()).origin
  await page.goto(`${origin}/#/forms/F13`)
  const fill = page.getByRole('button', { name: /^新填一张/ })
  await expect(fill).toBeVisible()
  await page.getByRole('button', { name: '停用' }).focus()
  await press('Enter')
  await expect(page.getByText('这张表单没有启用，不能开具。')).toBeVisible()
  await expect(fill).toHaveCount(0)

  const reception = await station.person('reception')
  await reception.goto(`${origin}/#/forms/F13`)
  await expect(reception.getByText('这张表单没有启用，不能开具。')).toBeVisible()
  await expect(reception.getByRole('button', { name: /^新填一张/ })).toHaveCount(0)
  // whoever is filling it in already knows before the last field, and so does the chief, who may turn it on there
  await reception.goto(`${origin}/#/forms/F13/new`)
  const off = reception.getByRole('status').filter({ hasText: '这张表单没有启用，不能开具。' })
  await expect(off).toContainText('请站长启用')
  await expect(off.getByRole('button')).toHaveCount(0)
  await page.goto(`${origin}/#/forms/F13/new`)
  await page.getByRole('button', { name: '启用' }).focus()
  await press('Enter')
  await expect(page.getByText('这张表单没有启用，不能开具。')).toHaveCount(0)
  await expect(off).toHaveCount(0)
  await press('Escape')
  await expect(fill).toBeVisible()
})
