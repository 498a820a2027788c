import { describe, expect, test } from 'vitest'
import { emptyContent } from '#domain/form-fill'
import { isFilledForm } from '#domain/form-ids'
import { type LabelGrid, noOffset, plainLook, usualGrid } from '#domain/paper-stock'
import { say } from '#domain/sentences/index'
import { halfLine, linePitch, profileOf } from '#forms/engine/profiles'
import { itemsOf } from '#forms/engine/page'
import { forms, layoutStack, type Page, stackOf } from '#forms/index'
import { nameOfCopy } from '#forms/engine/furniture'
import type { FilledForm } from '#forms/filled-parts'
import { lineHeight } from '#forms/engine/setting'
import { type PaperBase, wordsOn } from '#forms/define'
import { blankOf } from '#forms/blank'
import { paperProblems } from '#forms/papers'
import { samples } from '#forms/samples'
import { formIds, layoutOf, sampleOf, stressedOf } from './drawing.ts'
import { boxOf, cellTexts, rulesOf, runsOf, squeezed } from './geometry.ts'
import { copiesOf, faults, missingOn, missingOnStock, noFaults } from './shown.ts'
import { withRows } from './stress.ts'

const pairs = formIds.flatMap((id) => forms[id].profiles.map((profile) => ({ id, profile })))
const continuous = pairs.filter(({ profile }) => profile.startsWith('NCR'))
const grid = usualGrid

describe('every form on every paper that suits it', () => {
  test.each(pairs)('$id on $profile: every value on every copy, in its cell, over nothing else', ({ id, profile }) => {
    for (const paper of [sampleOf(id), stressedOf(id, 16)]) {
      const pages = layoutOf(id, [paper], { profile, grid })
      const { width, height } = profileOf(profile, grid)
      expect(pages.filter((page) => page.width !== width || page.height !== height)).toEqual([])
      expect([...copiesOf(pages).values()].flatMap((copy) => missingOn(id, copy, paper))).toEqual([])
      expect(faults(pages)).toEqual(noFaults)
    }
  })

  test.each(pairs.filter(({ id }) => forms[id].kind === 'sheet'))(
    '$id on $profile: its name stands on one line, or on two as long as each other; no date is broken',
    ({ id, profile }) => {
      for (const company of ['某某公司', '江苏飞跃机电科技有限公司', '内蒙古自治区呼和浩特市新世纪摩托车制造有限责任公司']) {
        const sample = sampleOf(id)
        const paper = { ...sample, words: { ...sample.words, company } }
        const texts = layoutOf(id, [paper], { profile }).map((page) => runsOf(page).map(({ text }) => text))
        const halves = wordsOn(forms[id] as FilledForm, paper as never).title.filter((line) => texts.some((page) => !page.includes(line))) // the form of this sample
        const isEven = (line: string) =>
          texts[0]?.some(
            (half) => line.startsWith(half) && texts[0]?.includes(line.slice(half.length)) && Math.abs(2 * half.length - line.length) < 6,
          )
        expect(halves.filter((line) => line.length < 24 || isEven(line) !== true)).toEqual([])
        expect(texts.flat().filter((text) => /(?<!\d)\d{4}-(\d\d-)?$/.test(text))).toEqual([])
      }
    },
  )

  test('papers of the catalogue and of the issue are all there', () => {
    expect([...new Set(pairs.map(({ profile }) => profile))].sort()).toEqual([
      'A4L',
      'A4L-4up',
      'A4P',
      'A4P-6up',
      'A5L',
      'LBL100x80',
      'LBL150x100',
      'LBL76x130',
      'NCR241x140',
      'NCR241x280',
      'NCR241x93',
      'grid',
    ])
    const size = ({ width, height }: { width: number; height: number }) => [width, height].map((mm) => Math.round(mm * 10) / 10)
    expect((['NCR241x280', 'NCR241x140', 'NCR241x93'] as const).map((name) => size(profileOf(name, null)))).toEqual([
      [241.3, 279.4],
      [241.3, 139.7],
      [241.3, 93.1],
    ])
  })
})

/** Everything a page puts on the paper, as frames. */
function inked(page: Page): { x: number; width: number; y: number; height: number }[] {
  return itemsOf(page).map((item) => {
    if (item.kind === 'text') return boxOf(item)
    if (item.kind === 'rule') return { x: item.x1, width: item.x2 - item.x1, y: item.y1, height: item.y2 - item.y1 }
    return item.kind === 'qr' ? { x: item.x, y: item.y, width: item.size, height: item.size } : item
  })
}

/** Where the line of a text begins: its baseline less what stands above it. */
function topOfLine({ y, size }: { y: number; size: number }): number {
  const em = size * (25.4 / 72)
  return y - (lineHeight({ fixedPitch: true }, size) - em) / 2 - 0.88 * em
}

describe('continuous carbonless paper', () => {
  test.each(continuous)('$id on $profile: one page for all plies, which are named on it', ({ id, profile }) => {
    const paper = sampleOf(id)
    const pages = layoutOf(id, [paper], { profile })
    const { copies } = wordsOn(forms[id] as FilledForm, paper as never) // the form of this sample
    expect(pages.map((page) => [page.number, page.count])).toEqual(pages.map((_, index) => [index + 1, pages.length]))
    for (const page of pages) {
      const shown = cellTexts(page).join('')
      expect(copies.filter((copy) => !shown.includes(squeezed(nameOfCopy(copy))))).toEqual([])
    }
  })

  test.each(continuous)('$id on $profile: black, no hairlines, tractor strips free, lines at a fixed pitch', ({ id, profile }) => {
    const { left, right, width } = profileOf(profile, null)
    for (const page of [...layoutOf(id, [sampleOf(id)], { profile }), ...layoutOf(id, [sampleOf(id)], { profile }, { kind: 'void' })]) {
      expect(itemsOf(page).filter((item) => item.kind === 'fill' || ('colour' in item && item.colour !== '#000000'))).toEqual([])
      expect(rulesOf(page).filter(({ weight }) => weight < 0.25)).toEqual([])
      expect(inked(page).filter((frame) => frame.x < left - 0.01 || frame.x + frame.width > width - right + 0.01)).toEqual([])
      const table = runsOf(page).filter((run) => run.text !== '✓' && run.frame.height <= 3 * halfLine + 0.01 && run.frame.y > 25)
      const off = table.filter(
        (run) =>
          Math.abs(topOfLine(run) / (halfLine / 2) - Math.round(topOfLine(run) / (halfLine / 2))) > 0.01 &&
          run.frame.height > linePitch + 0.1,
      )
      expect(off.map(({ text }) => text)).toEqual([])
    }
  })

  test('what one ply must not show is shown on none, and printing it so is refused', () => {
    const paper = samples.F16()
    const copies = [
      { key: 'a', label: '第一联', stripe: 'white' as const },
      { key: 'b', label: '第二联', stripe: 'blue' as const, hides: ['money'] },
    ]
    const hiding = { ...paper, words: { ...paper.words, forms: { F16: { copies } } } }
    const shown = layoutOf('F16', [hiding], { profile: 'NCR241x280' }).flatMap(cellTexts)
    expect(shown.filter((text) => /\d\.\d{2}$/.test(text))).toEqual([])
    expect(paperProblems(forms.F16, [hiding], { ...plainLook, profile: 'NCR241x280' }).map(say)).toEqual([
      '「某某车保修作业凭证」的第二联有不印的内容，而连续纸各联一次打成、内容相同；请改用 A4 打印，或在厂方的表单设置里让各联印得一样',
    ])
    expect(paperProblems(forms.F16, [paper], { ...plainLook, profile: 'NCR241x280' })).toEqual([])
  })
})

describe('sheets of labels', () => {
  const own: LabelGrid = {
    sheetWidth: 210,
    sheetHeight: 297,
    columns: 2,
    rows: 3,
    left: 4,
    top: 6,
    width: 99,
    height: 93,
    gapX: 4,
    gapY: 3,
  }
  const cornersOf = (pages: readonly Page[]) =>
    pages.map((page) =>
      itemsOf(page).flatMap((item) =>
        item.kind === 'qr' ? [[Math.floor((item.x - own.left) / 103), Math.floor((item.y - own.top) / 96)]] : [],
      ),
    )

  test('labels begin at the place asked for and go on with the next sheet', () => {
    const papers = Array.from({ length: 4 }, () => sampleOf('F27'))
    expect(cornersOf(layoutOf('F27', papers, { profile: 'grid', grid: own, startAt: 4 }))).toEqual([
      [
        [1, 1],
        [0, 2],
        [1, 2],
      ],
      [[0, 0]],
    ])
  })

  test.each(['F27', 'F30', 'F28'] as const)('%s stands inside its place of the grid', (id) => {
    const { width, height } = { width: 60, height: 40 }
    const [page] = layoutOf(id, [sampleOf(id)], { profile: 'grid', grid: { ...own, left: 20, top: 30 }, startAt: 1 })
    const frames = page === undefined ? [] : inked(page).filter((frame) => frame.x < 20 + own.width && frame.y < 30 + own.height)
    expect(frames.length).toBeGreaterThan(20)
    expect(
      frames.filter(
        (frame) => frame.x < 20 || frame.y < 30 || frame.x + frame.width > 20 + own.width || frame.y + frame.height > 30 + own.height,
      ),
    ).toEqual([])
    expect(
      paperProblems(forms[id] as FilledForm, [], { profile: 'grid', grid: { ...own, width, height }, dataOnly: false }).map(
        ({ key }) => key,
      ),
    ).toEqual(['stock.labelTooSmall'])
  })

  test('a grid that does not fit its sheet, and a form without one, are refused in words', () => {
    const look = { ...plainLook, profile: 'grid' } as const
    expect(
      [own.columns + 1, own.columns].map((columns) => paperProblems(forms.F27, [], { ...look, grid: { ...own, columns } }).map(say)),
    ).toEqual([['3 列标签要 309 毫米宽，纸只有 210 毫米；请减少列数，或核对左边距、标签宽和列间距'], []])
    expect(paperProblems(forms.F27, [], look).map(say)).toEqual([
      '「保修零部件鉴别标签」选了自定标签页，请先在设置的打印与纸张里填标签页的尺寸',
    ])
    expect(paperProblems(forms.F17, [samples.F17()], { ...plainLook, profile: 'A5L' }).map(say)).toEqual([
      '「某某产品返回“三包”旧件明细表」放不进A5 横。它可以用：A4 横、连续纸 241×280、连续纸 241×140（二等分）',
    ])
  })
})

/** The words on these pages over the rules of the blank form: what comes out when the stock is that form. */
function onStock(stock: readonly Page[], data: readonly Page[]): Page[] {
  return data.map((page, index) => ({ ...page, layers: [...page.layers, ...(stock[index] === undefined ? [] : [rulesOf(stock[index])])] }))
}

describe('套打', () => {
  const sheets = pairs.filter(({ id, profile }) => isFilledForm(id) && (profile === forms[id].profiles[0] || profile === 'NCR241x280'))

  test.each(sheets)('$id on $profile: no rules, and every text in a cell of the blank form', ({ id, profile }) => {
    const sample = sampleOf(id)
    const blank = layoutOf(id, [{ ...sample, ...emptyContent } as PaperBase], { profile }, { kind: 'preview' })
    const data = layoutOf(id, [sample], { profile, dataOnly: true })
    expect({ rules: data.flatMap(rulesOf), pages: data.length, faults: faults(onStock(blank, data)) }).toEqual({
      rules: [],
      pages: blank.length,
      faults: noFaults,
    })
    expect(missingOnStock(id, data, blank, sample)).toEqual([])
  })

  test.each(pairs.filter(({ id, profile }) => profile === forms[id].profiles[0]))(
    '$id: nothing of the blank form is printed onto it a second time',
    ({ id }) => {
      const base = sampleOf(id)
      const blank = blankOf(id, { base: { words: base.words, station: { code: '', name: '' } }, number: '', known: {} })
      const words = layoutOf(id, [blank], { dataOnly: true }, { kind: 'preview' }).flatMap(cellTexts)
      expect(words.filter((text) => text !== '预览')).toEqual([])
    },
  )

  test.each(pairs.filter(({ id, profile }) => profile === forms[id].profiles[0]))(
    '$id: every amount, number and day that the whole sheet shows stands on it',
    ({ id }) => {
      const sample = sampleOf(id)
      const blank = blankOf(id, { base: { words: sample.words, station: { code: '', name: '' } }, number: '', known: {} })
      const there = [...layoutOf(id, [blank], {}, { kind: 'preview' }), ...layoutOf(id, [sample], { dataOnly: true })].flatMap(cellTexts)
      const figures = layoutOf(id, [sample])
        .flatMap(runsOf)
        .flatMap(({ text }) => text.match(/\d[\d,.-]*\d/g) ?? [])
      expect(figures.filter((figure) => !there.some((text) => text.includes(figure)))).toEqual([])
    },
  )

  test('F16: what is filled in, and not the words of the form', () => {
    const shown = layoutOf('F16', [samples.F16()], { dataOnly: true }).flatMap(cellTexts)
    expect(shown).toEqual(expect.arrayContaining(['王建国', '点火线圈总成', '252.90'].map((text) => expect.stringContaining(text))))
    expect(shown.filter((text) => /凭证|用户姓名|表号|第一联|正式|一般|页/.test(text))).toEqual([])
    expect(shown.filter((text) => text.includes('✓')).length).toBeGreaterThan(0)
  })

  test('more rows than the stock has boxes for are refused', () => {
    expect(paperProblems(forms.F16, [withRows(samples.F16(), 9)], { ...plainLook, dataOnly: true }).map(say)).toEqual([
      '「某某车保修作业凭证」有 9 行，套打纸上只印了 6 行的格子；请去掉套打，整张打印',
    ])
    const half = { ...plainLook, profile: 'NCR241x140', dataOnly: true } as const
    expect(paperProblems(forms.F19, [withRows(samples.F19(), 5)], half)).toEqual([])
    expect(paperProblems(forms.F19, [withRows(samples.F19(), 6)], half).map(say)).toEqual([
      '「市场质量索赔汇总表」有 6 行，连续纸 241×140（二等分）的套打纸上只印了 5 行的格子；请换行数够的套打纸（A4 横、连续纸 241×280），或去掉套打，整张打印',
    ])
  })

  test('an offset moves everything, the drift more with every sheet', () => {
    const papers = [samples.F16(), samples.F16()]
    const offset = { x: 2.5, y: -1, drift: 0.3 }
    const [still, moved] = [noOffset, offset].map((each) =>
      layoutOf('F16', papers, { profile: 'NCR241x280', offset: each }).map((page) => inked(page)),
    )
    const shifts = moved?.map((page, sheet) => [
      ...new Set(
        page.map((frame, index) => {
          const before = still?.[sheet]?.[index]
          return before === undefined ? '' : `${(frame.x - before.x).toFixed(2)}/${(frame.y - before.y).toFixed(2)}`
        }),
      ),
    ])
    expect(shifts).toEqual([['2.50/-1.00'], ['2.50/-0.70']])
    const thirty = layoutStack(
      stackOf(
        'F16',
        papers
          .slice(0, 1)
          .map((paper) => ({ paper, number: 'SD0731-BD16-202611-0007', hash: '3fa912bc0d5e77a1', mark: { kind: 'original' } })),
        { profile: 'NCR241x280', offset },
      ),
      30,
    )
    expect(thirty.flatMap(inked)[0]?.y).toBeCloseTo((still?.[0]?.[0]?.y ?? 0) + 8, 5)
  })
})
