import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { codesOf, registerState } from '#domain/words'
import { readWorkbook } from '#host/workbook'
import { openTestHost, type TestHost } from '#tests/support/host'
import { stopOnceBegun } from '#tests/support/stopping'
import { asSheet, everything, numberStories, type NumberStories } from './number-stories.ts'

let station: TestHost
let given: NumberStories
beforeEach(async () => {
  station = await openTestHost()
  given = await numberStories(station)
})
afterEach(() => station.close())

describe('printed blanks', () => {
  test.each(['F16', 'F30', 'C02'] as const)('%s: the empty sheets are drawn in all copies and logged', async (form) => {
    const { blanks } = await given.reserve(form, 2)
    const ids = blanks.map(({ id }) => id)
    const { copies } = (await station.api.forms.catalogue({ manufacturerId: given.manufacturerId })).find((row) => row.form === form) ?? {
      copies: [],
    }
    const drawn = await station.api.numbers.printBlanks({ ids, options: asSheet, reason: '' })
    expect(new Set(drawn.copies).size).toBe(copies.length)
    expect((await given.register({ form })).map(({ printCount }) => printCount)).toEqual([1, 1])
  })

  test('the second print asks for a reason and is logged', async () => {
    const {
      blanks: [blank],
    } = await given.reserve('F16', 1)
    const ids = [blank?.id ?? 0]
    await station.api.numbers.printBlanks({ ids, options: asSheet, reason: '' })
    await expect(station.api.numbers.printBlanks({ ids, options: asSheet, reason: '' })).rejects.toMatchObject({
      sentence: { key: 'paper.reprintReason' },
    })
    await station.api.numbers.printBlanks({ ids, options: asSheet, reason: '卡纸' })
    expect((await station.api.numbers.blank({ id: ids[0] ?? 0 })).prints.map(({ times, reason }) => [times, reason])).toEqual([
      [1, ''],
      [2, '卡纸'],
    ])
  })
})

describe('printing many blanks', () => {
  test('stopped, the numbers stay given out and nothing is logged; printed again they are', async () => {
    const { blanks } = await given.reserve('F16', 200)
    const ids = blanks.map(({ id }) => id)
    const exportId = randomUUID()
    const printing = station.api.numbers.printBlanks({ ids, options: asSheet, reason: '', exportId })
    await stopOnceBegun(station.api, exportId)
    await expect(printing).rejects.toMatchObject({ sentence: { key: 'lists.exportStopped' } })
    const shown = async () => new Set((await given.register({ form: 'F16' })).map(({ state, printCount }) => `${state} ${printCount}`))
    expect([await shown(), (await station.api.numbers.proof({ form: 'F16', year: null })).whole]).toEqual([new Set(['blank 0']), true])
    await station.api.numbers.printBlanks({ ids, options: asSheet, reason: '' })
    expect(await shown()).toEqual(new Set(['blank 1']))
  })

  test('a sheet printed elsewhere meanwhile would bear the wrong mark: nothing is logged', async () => {
    const {
      blanks: [first, second],
    } = await given.reserve('F16', 2)
    const ids = [first?.id ?? 0, second?.id ?? 0]
    await station.api.numbers.printBlanks({ ids: ids.slice(1), options: asSheet, reason: '' })
    await expect(station.api.numbers.logBlankPrint({ prints: ids.map((id) => ({ id, times: 1 })), reason: '' })).rejects.toMatchObject({
      code: 'conflict',
    })
    expect((await given.register({ form: 'F16' })).map(({ printCount }) => printCount)).toEqual([0, 1])
  })
})

describe('the register', () => {
  test('a hole in the file is named', async () => {
    await given.fill()
    await given.fill()
    await given.fill()
    const { $client } = station.db()
    $client.exec('DROP TRIGGER issued_papers_kept')
    $client.prepare("DELETE FROM issued_papers WHERE number LIKE '%0002'").run()
    const { whole, series } = await station.api.numbers.proof({ form: null, year: null })
    expect([whole, series.map(({ holes }) => holes)]).toEqual([false, [['SD0731-BD13-202611-0002']]])
  })

  test('it is printed on plain sheets and exported like every list', async () => {
    await given.fill()
    const { packId } = await given.reserve('A03', 2)
    const printed = await station.api.numbers.print({ filter: everything, text: '' })
    expect([printed.copies, printed.name]).toEqual([['登记簿'], '单据登记簿 全部年份 全部表单.pdf'])
    const pack = await station.api.numbers.print({ filter: { ...everything, packId }, text: '' })
    expect(pack.name).toBe('单据登记簿 SD0731-A03-202611-0001 起的一批空白单.pdf')
    const columns = [{ field: 'number', title: '编号', kind: 'text', words: null }] as const
    const sheet = await station.api.lists.export({
      exportId: randomUUID(),
      list: 'numbers.list',
      title: '单据登记簿',
      columns: [...columns],
      question: { sort: [], text: '', filter: everything },
      ids: null,
    })
    expect(sheet.rows).toBe(3)
    const [lines, behind] = await readWorkbook(station.host.produced(sheet.fileId)?.bytes ?? new Uint8Array())
    expect([lines?.rows.length, behind]).toEqual([
      4,
      {
        name: '连续证明',
        rows: [
          ['表号', '期间', '起号', '止号', ...codesOf(registerState).map((state) => registerState[state]), '合计', '结论'],
          [
            'A03',
            '202611',
            'SD0731-A03-202611-0001',
            'SD0731-A03-202611-0002',
            ...codesOf(registerState).map((state) => (state === 'blank' ? 2 : 0)),
            2,
            '连续无缺号',
          ],
          [
            'BD13',
            '202611',
            'SD0731-BD13-202611-0001',
            'SD0731-BD13-202611-0001',
            ...codesOf(registerState).map((state) => (state === 'issued' ? 1 : 0)),
            1,
            '连续无缺号',
          ],
        ],
      },
    ])
  })

  test('whatever is issued, voided, set aside, entered or given back: every number once, none missing', async () => {
    type Act = 'issue' | 'void' | 'reserve' | 'enter' | 'giveBack' | 'refused'
    const acts = fc.array(fc.tuple(fc.constantFrom<Act>('issue', 'void', 'reserve', 'enter', 'giveBack', 'refused'), fc.nat(9)), {
      minLength: 8,
      maxLength: 18,
    })
    const issued: number[] = []
    const open: number[] = []
    const draw = <T>(from: T[], nth: number): T | undefined => (from.length === 0 ? undefined : from.splice(nth % from.length, 1)[0])
    const act: Record<Act, (nth: number) => Promise<unknown>> = {
      issue: async () => {
        issued.push((await given.fill()).paperId)
      },
      void: async (nth) => {
        const id = draw(issued, nth)
        if (id !== undefined) await station.api.papers.void({ id, reason: '写错了', copiesBack: true })
      },
      reserve: async (nth) => {
        open.push(...(await given.reserve('F13', (nth % 3) + 1)).blanks.map(({ id }) => id))
      },
      enter: async (nth) => {
        const id = draw(open, nth)
        if (id !== undefined) issued.push((await given.fill(id)).paperId)
      },
      giveBack: async (nth) => {
        const id = draw(open, nth)
        if (id !== undefined) await station.api.numbers.giveBack({ ids: [id], reason: '没有用上' })
      },
      refused: () => Promise.allSettled([given.reserve('F13', 2, { days: -1 }), given.fill(999_999)]),
    }
    await fc.assert(
      fc.asyncProperty(acts, async (sequence) => {
        for (const [name, nth] of sequence) await act[name](nth)
        const rows = await given.register({ form: 'F13' })
        const {
          whole,
          total,
          series: [series],
        } = await station.api.numbers.proof({ form: 'F13', year: null })
        expect(rows.map(({ number }) => Number(number.slice(-4)))).toEqual(Array.from({ length: rows.length }, (_, index) => index + 1))
        expect({ whole, total, last: series?.last ?? 0, open: rows.filter(({ state }) => state === 'blank').length }).toEqual({
          whole: true,
          total: rows.length,
          last: rows.length,
          open: open.length,
        })
      }),
      { numRuns: 5 },
    )
  })
})
