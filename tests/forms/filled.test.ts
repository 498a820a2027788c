import { expect, test } from 'vitest'
import { emptyContent } from '#domain/form-fill'
import type { FilledPaper } from '#forms/filled-parts'
import { itemsOf } from '#forms/engine/page'
import type { FormId, Page } from '#forms/index'
import { wordsOn } from '#forms/define'
import { forms } from '#forms/index'
import { layoutOf, sampleOf } from './drawing.ts'
import { cellTexts, runsOf } from './geometry.ts'

function changed(id: FormId, values: FilledPaper['values']): FilledPaper {
  const sample = sampleOf(id) as FilledPaper // a filled form's paper
  return { ...sample, values: { ...sample.values, ...values } }
}

function blank(id: FormId): FilledPaper {
  return { ...(sampleOf(id) as FilledPaper), ...emptyContent } // a filled form's paper
}

function shown(id: FormId, paper: FilledPaper): string[] {
  return layoutOf(id, [paper]).flatMap(cellTexts)
}

test('a title says the month, the product and the station of its paper; on a blank form it leaves room for the pen', () => {
  expect([wordsOn(forms.F23, changed('F23', {})).title, wordsOn(forms.F21, changed('F21', {})).title]).toEqual([
    ['11月份QM150 系列产品质量信息反馈月报表'],
    ['济南历下顺达摩托车维修服务站', '质量信息反馈表'],
  ])
  expect(wordsOn(forms.F25, blank('F25')).title).toEqual(['（　　　）月份维修信息反馈'])
})

test('several fields are printed as one text, with room for those left blank', () => {
  expect(shown('F22', changed('F22', {}))).toContain('2026年11月（自2026-10-26至2026-11-25）')
  expect(shown('F22', blank('F22'))).toContain('（自至）')
})

test('F11: the share of the last row is that of the sums', () => {
  // 4 repeated of 185 finished; the mean of the shares above would be 2.7
  expect(shown('F11', changed('F11', {})).slice(-40)).toEqual(expect.arrayContaining(['2.2', '96.3']))
})

test('F11: a share of nothing is a dash, none is 0', () => {
  const technicians = [
    { name: '张卫东', doneCount: 0, reworkCount: 0 },
    { name: '刘海峰', doneCount: 5, reworkCount: 0, reworkRate: 0 },
  ]
  expect(shown('F11', { ...changed('F11', {}), tables: { technicians } }).filter((text) => text === '—' || text === '0.0')).toEqual([
    '—',
    '0.0',
    '0.0',
  ])
})

test('F24: the categories stand on a blank form too; a mixed order is counted once in the total', () => {
  expect(shown('F24', blank('F24'))).toEqual(
    expect.arrayContaining(['三包维修', '收费维修', '首次保养', '定期保养', '售前维修', '外出服务', '配件销售']),
  )
  expect([shown('F24', changed('F24', {})).includes('234'), shown('F24', changed('F24', { mixedOrders: null })).includes('237')]).toEqual([
    true,
    true,
  ])
})

test('F14: every opinion has its place to sign, also under the longest text', () => {
  const pages = layoutOf('F14', [changed('F14', { opinionService: '同意'.repeat(100) })])
  expect(
    pages
      .filter((page) => page.copy.startsWith('第一联'))
      .flatMap(cellTexts)
      .filter((text) => text === '签字：年月日').length,
  ).toBe(5)
})

test('F28: two labels for each box, of the size of its stock, with the box in the code; no code before the box is known', () => {
  const codes = (pages: readonly Page[]) =>
    pages.map((page) => ({
      copy: page.copy,
      width: page.width,
      height: page.height,
      codes: itemsOf(page).flatMap((item) => (item.kind === 'qr' ? [item.payload] : [])),
    }))
  const size = { width: 150, height: 100 }
  expect(codes(layoutOf('F28', [changed('F28', {})]))).toEqual(
    ['箱顶', '箱侧'].map((copy) => ({ copy, ...size, codes: ['SD0731-BD31-202611-0001/1'] })),
  )
  expect(codes(layoutOf('F28', [blank('F28')]))).toEqual(['箱顶', '箱侧'].map((copy) => ({ copy, ...size, codes: [] })))
})

test('F28: the labels of several boxes share a sheet, from the place asked for', () => {
  const papers = [1, 2, 3].map((boxNo) => changed('F28', { boxNo, boxes: 3 }))
  const sheets = layoutOf('F28', papers, { profile: 'A4L-4up', startAt: 2 }).map((page) =>
    itemsOf(page).flatMap((item) => (item.kind === 'qr' ? [item.payload.slice(-2)] : [])),
  )
  expect(sheets).toEqual([
    ['/1', '/1', '/2'],
    ['/2', '/3', '/3'],
  ])
})

test('C01: on A5 a slip for each case, with the line for his expenses; of an empty register one for the pen', () => {
  const slips = (paper: FilledPaper) =>
    layoutOf('C01', [paper], { profile: 'A5L' }).map((page) => ({
      texts: cellTexts(page),
      number: page.number,
      count: page.count,
      paper: page.paper,
    }))
  const [first, second, ...others] = slips(changed('C01', { receipts: '3 张 / 286 元' }))
  expect([first?.texts, second?.texts, others]).toEqual([
    expect.arrayContaining(['报销', '差旅凭证张数/金额', '3张/286元', '泰州顺达商贸有限公司', '满载爬坡无力，水温高。']),
    expect.arrayContaining(['报销', '赵䶮', '电启动无反应。']),
    [],
  ])
  expect([first, second].map((slip) => [slip?.number, slip?.count, slip?.paper])).toEqual([
    [1, 1, 0],
    [1, 1, 0],
  ])
  expect(slips(blank('C01')).length).toBe(1)
})

test('C05: five columns to tick in; C06: four places of 80 × 60 mm for pictures', () => {
  const grades = ['非常满意', '满意', '一般', '不满意', '非常不满意']
  expect(shown('C05', changed('C05', {}))).toEqual(expect.arrayContaining(grades))
  const ticks = layoutOf('C05', [changed('C05', {})]).flatMap((page) =>
    runsOf(page)
      .filter(({ text, frame }) => text === '✓' && Math.abs(frame.width - 18) < 0.01)
      .map(({ frame }) => Math.round((frame.x - 108) / 18)),
  )
  expect(ticks).toEqual([1, 1, 1, 1, 2, 1, 1, 1, 1])
  const pages = layoutOf('C06', [changed('C06', {})]).filter((page) => page.copy.startsWith('第一联'))
  const labels = pages.flatMap((page) =>
    runsOf(page)
      .filter(({ text }) => /^图 \d$/.test(text))
      .map(({ text, frame }) => [text, 90 - frame.width, frame.height]),
  )
  expect(labels).toEqual(['图 1', '图 2', '图 3', '图 4'].map((text) => [text, 80, 60]))
})

test('C04 and X07 say the amount in words, whatever was typed beside it', () => {
  expect(shown('C04', changed('C04', { total: 1_234_50 }))).toEqual(
    expect.arrayContaining(['工时费合计', '配件费合计', '壹仟贰佰叁拾肆元伍角整']),
  )
  expect(shown('X07', changed('X07', { invoiceAmount: 90_00 }))).toContain('玖拾元整')
})
