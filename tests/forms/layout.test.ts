import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { PaperBase } from '#forms/define'
import { itemsOf } from '#forms/engine/page'
import { profileOf, profiles } from '#forms/engine/profiles'
import { type FormId, forms } from '#forms/index'
import { type FedFormId, isFilledForm } from '#domain/form-ids'
import { filledEntries } from '#forms/index'
import { samples } from '#forms/samples'
import { defaultMakerWords, ownNamesOf } from '#forms/words'
import { formIds, layoutOf, sampleOf, stressedOf } from './drawing.ts'
import { cellTexts, headCells, rulesOf, squeezed } from './geometry.ts'
import { copiesOf, faults, missingOn, noFaults } from './shown.ts'
import { withRows } from './stress.ts'

type CatalogueForm = { id: string; number: string; profile: string; tables: { label: string; mm: number }[][] }
const catalogue = JSON.parse(readFileSync(new URL('../../docs/design/forms.json', import.meta.url), 'utf8')) as CatalogueForm[]

const sheetIds = formIds.filter((id) => forms[id].kind === 'sheet')
const copyCounts: Record<FedFormId, number> = { F15: 2, F16: 2, F17: 3, F19: 3, F27: 1, F30: 1, F31: 3 }

describe.each(formIds)('%s', (id) => {
  test.each(['ordinary', 'longest texts'])('%s: every value stands on every copy, inside its cell, over nothing else', (kind) => {
    const paper = kind === 'ordinary' ? sampleOf(id) : stressedOf(id, 16)
    const pages = layoutOf(id, [paper])
    const copies = copiesOf(pages)
    expect(copies.size).toBe(isFilledForm(id) ? filledEntries[id].form.words.copies.length : copyCounts[id])
    expect([...copies.values()].flatMap((copy) => missingOn(id, copy, paper))).toEqual([])
    expect(faults(pages)).toEqual(noFaults)
  })

  test('number, title and 表号 are those of the catalogue', () => {
    const cells = layoutOf(id, [sampleOf(id)]).flatMap(cellTexts)
    const entry = catalogue.find((form) => form.id === id)
    expect(
      cells.some((cell) => cell.includes(entry?.number ?? squeezed((forms[id].words.title.at(-1) ?? 'none').replace(/\{\w+\}/g, '')))),
    ).toBe(true)
    expect(entry?.profile ?? forms[id].profiles[0]).toBe(forms[id].profiles[0])
  })
})

function tableCount(id: FormId): number {
  const form = forms[id]
  return form.kind === 'sheet' ? form.blocks.filter((block) => block.kind === 'lines').length : 0
}

function hasBlankRows(id: FormId): boolean {
  const form = forms[id]
  return form.kind === 'sheet' && form.blocks.some((block) => block.kind === 'lines' && block.minRows > 0)
}

function hasSerials(id: FormId): boolean {
  const form = forms[id]
  return form.kind === 'sheet' && form.blocks.some((block) => block.kind === 'lines' && block.columns[0]?.title === '序号')
}

describe.each(sheetIds)('%s as a sheet', (id) => {
  test('its column edges are within 0.5 mm of the catalogue, on every copy', () => {
    const tables = catalogue.find((form) => form.id === id)?.tables ?? []
    for (const page of layoutOf(id, [sampleOf(id)])) {
      for (const columns of tables) {
        const cells = headCells(
          page,
          columns.map((column) => column.label),
        )
        expect(cells.map((cell) => cell.title)).toEqual(columns.map((column) => column.label))
        let edge = profileOf(forms[id].profiles[0] ?? 'A4P', null).left
        for (const [index, column] of columns.entries()) {
          const upright = rulesOf(page).filter((rule) => rule.x1 === rule.x2 && Math.abs(rule.x1 - edge) <= 0.5)
          expect(upright.length, `${column.label} at ${edge} mm`).toBeGreaterThan(0)
          // The two 序号 and 金额 columns of F16 share their titles; the first is compared by its edge only.
          if (tables.length === 1) expect(Math.abs((cells[index]?.x ?? 0) - edge)).toBeLessThan(0.5)
          edge += column.mm
        }
      }
    }
  })

  test.each([0, 1, 15, 16, 300])('%i rows: pages are counted for each copy, heads repeat, nothing overlaps', (rows) => {
    const paper = withRows(sampleOf(id), rows)
    const pages = layoutOf(id, [paper])
    expect(faults(pages)).toEqual(noFaults)
    for (const copy of copiesOf(pages).values()) {
      expect(copy.map((page) => [page.number, page.count])).toEqual(copy.map((_, index) => [index + 1, copy.length]))
      for (const page of copy) {
        expect(cellTexts(page)).toContain(`第${page.number}页共${copy.length}页`)
        expect(cellTexts(page).some((cell) => cell.includes(forms[id].words.code))).toBe(true)
      }
      const serials = copy.flatMap(cellTexts).filter((cell) => cell === String(rows))
      if (rows > 20 && hasSerials(id)) expect(serials.length).toBeGreaterThan(0)
      const lastOfList = copy.findLastIndex((page) => cellTexts(page).includes(String(rows)))
      if (rows === 300 && hasSerials(id) && tableCount(id) === 1)
        expect(copy.slice(1, lastOfList + 1).every((page) => cellTexts(page).includes('序号'))).toBe(true)
    }
  })

  test.skipIf(isFilledForm(id) && forms[id].words.signatories.length === 0)(
    'the signatures stand on the last page of each copy, together with the note',
    () => {
      const pages = layoutOf(id, [withRows(sampleOf(id), 40)])
      const marks = isFilledForm(id) ? forms[id].words.signatories.map((title) => `${title}：`) : ['日期：', '经办人：', '主管经理：']
      for (const copy of copiesOf(pages).values()) {
        const last = copy.at(-1)
        expect(
          copy
            .slice(0, -1)
            .flatMap(cellTexts)
            .some((cell) => marks.includes(cell)),
        ).toBe(false)
        expect(last === undefined ? [] : cellTexts(last).filter((cell) => marks.includes(cell)).length).toBeGreaterThan(0)
      }
    },
  )

  test('copies have their name and colour in the margin', () => {
    const names = [...copiesOf(layoutOf(id, [sampleOf(id)])).values()].flatMap(([page]) => {
      if (page === undefined) return []
      const margin = itemsOf(page)
        .flatMap((item) => (item.kind === 'text' && item.x > page.width - 12 ? [item.text] : []))
        .join('')
      return [{ name: margin, stripe: itemsOf(page).some((item) => item.kind === 'fill' && item.width === 4) }]
    })
    expect(names).toMatchSnapshot()
  })
})

/** The rows of the list on each page of its first copy, blank ones too: every row has a cell for the number, 9 mm wide. */
function rowsOnPages(id: FormId, rows: number): number[] {
  const [first] = copiesOf(layoutOf(id, [withRows(sampleOf(id), rows)])).values()
  return (first ?? []).map((page) => {
    const left = profiles.A4L.left
    const level = rulesOf(page)
      .filter((rule) => rule.y1 === rule.y2 && rule.x1 <= left && rule.x2 >= left + 9)
      .map((rule) => rule.y1.toFixed(1))
    const heights = [...new Set(level)].map(Number).sort((a, b) => a - b)
    const head = cellTexts(page).includes('返回单号') ? 2 : cellTexts(page).includes('货运单号') ? 3 : 0
    return heights.length - 2 - head
  })
}

describe('lists of fifteen rows', () => {
  test.each(['F17', 'F31'] as const)('%s has fifteen rows on every page, the last filled up with blank ones', (id) => {
    expect([0, 1, 15, 16, 30, 31].map((rows) => rowsOnPages(id, rows))).toEqual([[15], [15], [15], [15, 15], [15, 15], [15, 15, 15]])
  })
})

describe('blank rows and sums', () => {
  test.each(sheetIds.filter(hasBlankRows))('%s: blank rows never take a page of their own', (id) => {
    const paper = stressedOf(id, 3)
    for (const copy of copiesOf(layoutOf(id, [paper])).values()) {
      const written = copy.map((page) => cellTexts(page).filter((cell) => ['1', '2', '3'].includes(cell) || cell.endsWith('：')).length)
      expect(written.every((count) => count > 0)).toBe(true)
    }
  })

  test('F19: the sum, its capitals and the counts stand on the page that is signed', () => {
    for (const rows of [12, 13, 14, 15, 16, 17, 18, 40]) {
      const [copy] = copiesOf(layoutOf('F19', [withRows(sampleOf('F19'), rows)])).values()
      const shown = (copy ?? []).map(cellTexts)
      expect(shown.at(-1)).toEqual(expect.arrayContaining(['合计金额（大写）', '单据统计', '第二经办人：', String(rows)]))
      expect(shown.slice(0, -1).flat()).not.toContain('合计金额（大写）')
    }
  })
})

describe('marks', () => {
  const paper = samples.F16()
  function texts(mark: Parameters<typeof layoutOf>[3]): string[] {
    return layoutOf('F16', [paper], {}, mark).flatMap(cellTexts)
  }

  test('a preview has no number and no code to scan', () => {
    const pages = layoutOf('F16', [paper], {}, { kind: 'preview' })
    const shown = pages.flatMap(cellTexts)
    expect(shown).toContain('预览')
    expect(shown.some((text) => text.includes('SD0731-BD16'))).toBe(false)
    expect(pages.flatMap(itemsOf).some((item) => item.kind === 'qr')).toBe(false)
  })

  test('the first print is 正式, later ones say which and when, a void one is stamped across', () => {
    expect(texts({ kind: 'original' })).toContain('正式')
    expect(texts({ kind: 'reprint', times: 2, date: '2026-12-01' })).toContain('补打第2次2026-12-01')
    const voided = texts({ kind: 'void' })
    expect(voided.filter((text) => text === '作废').length).toBe(4)
    expect(voided).toContain('编号：SD0731-BD16-202611-0007')
  })

  test('the code to scan holds number, copy and hash', () => {
    const codes = layoutOf('F16', [paper]).flatMap((page) => itemsOf(page).flatMap((item) => (item.kind === 'qr' ? [item.payload] : [])))
    expect(codes).toEqual(['SD0731-BD16-202611-0007/1/3FA912BC', 'SD0731-BD16-202611-0007/2/3FA912BC'])
  })
})

describe('what only one form has', () => {
  test('F16 prints sums and capitals, the outing row only when there was one', () => {
    const voucher = samples.F16()
    const shown = layoutOf('F16', [voucher]).flatMap(cellTexts)
    expect(shown).toEqual(expect.arrayContaining(['贰佰伍拾贰元玖角整', '¥252.90', '92.90', '66.00', '94.00', '借件', '断路']))
    expect(layoutOf('F16', [{ ...voucher, outing: null } as PaperBase]).flatMap(cellTexts)).not.toContain('外出地点')
  })

  test('F19 prints its sums, capitals, counts and the first eight characters of the batch hash', () => {
    const shown = layoutOf('F19', [samples.F19()]).flatMap(cellTexts)
    expect(shown).toEqual(expect.arrayContaining(['572.50', '244.00', '94.00', '910.50', '玖佰壹拾元伍角整', '单据统计', '3fa912bc']))
  })

  test.each(formIds)('%s: no sample name is printed once the names it asks for are said', (id) => {
    const { words, bodyNames = [] } = forms[id]
    const asked = ownNamesOf(id, words, defaultMakerWords, bodyNames)
    const said = { ...defaultMakerWords, ...Object.fromEntries(asked.map((name) => [name, `宏达${name}`])) }
    const shown = layoutOf(id, [{ ...sampleOf(id), words: said }])
      .flatMap((page) => [page.copy, ...itemsOf(page).flatMap((item) => (item.kind === 'text' ? [item.text] : []))])
      .join('')
    expect(asked.map((name) => shown.includes(`宏达${name}`))).toEqual(asked.map(() => true))
    expect(shown).not.toContain('某某')
  })

  test.each(formIds.filter((id) => sheetIds.includes(id) || forms[id].words.note !== ''))(
    '%s: what the manufacturer notes under it is printed on every copy',
    (id) => {
      const note = '本单由示例厂方解释'
      const sample = sampleOf(id)
      const pages = layoutOf(id, [{ ...sample, words: { ...sample.words, forms: { [id]: { note } } } }])
      for (const copy of copiesOf(pages).values()) expect(squeezed(copy.flatMap(cellTexts).join(''))).toContain(note)
    },
  )

  test.each(['F16', 'F19'] as const)('%s: a copy that hides the money shows no price, no amount and no sum', (id) => {
    const paper = samples[id]()
    const copies = [
      { key: 'a', label: '第一联', stripe: 'white' as const },
      { key: 'b', label: '第二联', stripe: 'blue' as const, hides: ['money'] },
    ]
    const words = { ...paper.words, forms: { [id]: { copies } } }
    const [whole, hidden] = layoutOf(id, [{ ...paper, words }]).map((page) =>
      cellTexts(page).filter((text) => /\d\.\d{2}$|[元角分]整?$/.test(text)),
    )
    expect({ whole: (whole?.length ?? 0) > 5, hidden }).toEqual({ whole: true, hidden: [] })
  })

  test.each(['F27', 'F30'] as const)('%s: four to a sheet from the place asked for', (id) => {
    const papers = Array.from({ length: 5 }, () => sampleOf(id))
    const sheets = layoutOf(id, papers, { profile: 'A4L-4up', startAt: 3 })
    const places = sheets.map((page) =>
      itemsOf(page).flatMap((item) => (item.kind === 'qr' ? [[item.x > page.width / 2, item.y > page.height / 2]] : [])),
    )
    expect(places).toEqual([
      [
        [false, true],
        [true, true],
      ],
      [
        [false, false],
        [true, false],
        [false, true],
      ],
    ])
  })

  test.each(['F27', 'F30'] as const)('%s: two by three to an upright sheet, each at its true size', (id) => {
    const [first, second] = layoutOf(
      id,
      Array.from({ length: 7 }, () => sampleOf(id)),
      { profile: 'A4P-6up' },
    )
    const framesOf = (page: typeof first) =>
      page === undefined
        ? []
        : itemsOf(page).flatMap((item) =>
            item.kind === 'rule' && item.weight === 0.4 && item.y1 === item.y2 && item.y1 % 99 < 49.5
              ? [`${Math.round(item.x1 * 10) / 10}/${Math.round(item.y1 * 10) / 10} ${Math.round(item.x2 - item.x1)}`]
              : [],
          )
    expect([framesOf(first), framesOf(second)]).toEqual([
      ['5.5/12.5 94', '110.5/12.5 94', '5.5/111.5 94', '110.5/111.5 94', '5.5/210.5 94', '110.5/210.5 94'],
      ['5.5/12.5 94'],
    ])
  })
})
