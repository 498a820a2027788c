import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addDays } from '#domain/dates'
import type { FormId } from '#domain/form-ids'
import { codesOf, registerState } from '#domain/words'
import { filledEntries } from '#forms/index'
import { readWorkbook } from '#host/workbook'
import { builders, takeStep } from '#tests/support/builders'
import { aDeliveredOrder } from '#tests/support/chain'
import { openTestHost, type TestHost } from '#tests/support/host'

let station: TestHost
let manufacturerId: number
beforeEach(async () => {
  station = await openTestHost()
  manufacturerId = (await station.api.catalogue.manufacturers({}))[0]?.id ?? 0
})
afterEach(() => station.close())

const asSheet = { profile: 'default', startAt: 1 } as const
const everything = { form: null, year: null, state: null, packId: null } as const

async function reserve(form: FormId, count: number, more: { purpose?: 'reserve' | 'recover'; days?: number } = {}) {
  return station.api.numbers.reserve({ form, manufacturerId, count, purpose: more.purpose ?? 'reserve', reason: '停电时手填', holder: '前台小李', dueOn: addDays(station.today(), more.days ?? 7) })
}

async function fill(blankId: number | null = null, form: 'F13' | 'A03' = 'F13') {
  const { id, revision } = await station.api.forms.save({ id: null, revision: 0, form, manufacturerId, workOrderId: null, content: filledEntries[form].sample, blankId })
  return station.api.forms.issue({ id, revision })
}

async function register(filter: Partial<{ form: FormId; state: 'blank' | 'entered' | 'returned' | 'voided' | 'issued' | 'recovering'; packId: number }> = {}) {
  const { rows } = await station.api.numbers.list({ offset: 0, limit: 100, sort: [{ column: 'number', direction: 'asc' }], text: '', filter: { ...everything, ...filter } })
  return rows
}

async function states(form: FormId): Promise<string[]> {
  return (await register({ form })).map(({ number, state }) => `${number.slice(-4)} ${state}`)
}

describe('numbers set aside', () => {
  test('three sheets: one is entered under its number, one comes back unused, the third stays open; no number is missing', async () => {
    await fill()
    const { packId, blanks } = await reserve('F13', 3)
    expect(blanks.map(({ number }) => number)).toEqual(['SD0731-BD13-202611-0002', 'SD0731-BD13-202611-0003', 'SD0731-BD13-202611-0004'])
    const after = await fill()
    const entered = await fill(blanks[0]?.id)
    await station.api.numbers.giveBack({ ids: [blanks[1]?.id ?? 0], reason: '没有用上' })
    expect([after.number, entered.number]).toEqual(['SD0731-BD13-202611-0005', 'SD0731-BD13-202611-0002'])
    expect(await states('F13')).toEqual(['0001 issued', '0002 entered', '0003 returned', '0004 blank', '0005 issued'])
    const { whole, total, series } = await station.api.numbers.proof({ form: 'F13', year: '2026' })
    expect({ whole, total, series: series.map(({ first, lastNumber, states: counted, holes }) => ({ first, lastNumber, counted, holes })) }).toEqual({
      whole: true, total: 5, series: [{ first: 'SD0731-BD13-202611-0001', lastNumber: 'SD0731-BD13-202611-0005', counted: { issued: 2, entered: 1, voided: 0, blank: 1, recovering: 0, returned: 1 }, holes: [] }],
    })
    const pack = await station.api.numbers.pack({ id: packId })
    expect(pack.blanks.map(({ status }) => status)).toEqual(['entered', 'returned', 'open'])
    const returned = (await register({ state: 'returned' }))[0]
    expect(returned).toMatchObject({ reason: '没有用上', approver: '王振华', holder: '前台小李' })
  })

  test('a number once used is never used again', async () => {
    const { blanks: [blank] } = await reserve('F13', 1)
    const id = blank?.id ?? 0
    const { paperId } = await fill(id)
    await expect(fill(id)).rejects.toMatchObject({ sentence: { key: 'blank.entered' } })
    await expect(station.api.numbers.giveBack({ ids: [id], reason: '不用了' })).rejects.toMatchObject({ sentence: { key: 'blank.entered' } })
    await station.api.papers.void({ id: paperId, reason: '抄错了', copiesBack: true })
    expect(await states('F13')).toEqual(['0001 voided'])
    await expect(fill(id)).rejects.toMatchObject({ sentence: { key: 'blank.entered' } })
    const { blanks: [other] } = await reserve('F13', 1)
    await station.api.numbers.giveBack({ ids: [other?.id ?? 0], reason: '不用了' })
    await expect(fill(other?.id)).rejects.toMatchObject({ sentence: { key: 'blank.returned' } })
  })

  test('the database itself keeps a paper off a number set aside', async () => {
    const { blanks: [blank] } = await reserve('F13', 1)
    await fill()
    const { $client } = station.db()
    expect(() => $client.prepare(`INSERT INTO issued_papers (form, form_version, number, period, sequence, status, subject_kind, subject_id, paper, hash, issued_at, issued_on, copies_back)
      SELECT form, form_version, ?, period, 1, status, subject_kind, subject_id, paper, hash, issued_at, issued_on, copies_back FROM issued_papers`).run(blank?.number)).toThrow(/set aside/)
    expect(() => $client.prepare('DELETE FROM blank_numbers').run()).toThrow(/never deleted/)
    expect(() => $client.prepare("UPDATE blank_numbers SET number = 'X'").run()).toThrow(/never changes/)
  })

  test('a command repeated with its call id takes no further number', async () => {
    const input = { form: 'F13', manufacturerId, count: 2, purpose: 'reserve', reason: '停电时手填', holder: '小李', dueOn: station.today() } as const
    const callId = randomUUID()
    const first = await station.api.numbers.reserve(input, { callId })
    expect(await station.api.numbers.reserve(input, { callId })).toEqual(first)
    expect(await states('F13')).toEqual(['0001 blank', '0002 blank'])
  })

  test('what is refused takes no number: a form switched off, a day gone by, nobody named', async () => {
    await expect(reserve('F14', 2)).rejects.toMatchObject({ sentence: { key: 'form.off', params: { title: 'F14 三包整机退换申请审批表' } } })
    await expect(reserve('F13', 2, { days: -1 })).rejects.toMatchObject({ sentence: { key: 'blank.dueBefore' } })
    await expect(station.as('technician').numbers.reserve({ form: 'F13', manufacturerId, count: 1, purpose: 'reserve', reason: '停电', holder: '小李', dueOn: station.today() })).rejects.toMatchObject({ code: 'forbidden' })
    expect((await station.api.numbers.proof({ form: null, year: null })).total).toBe(0)
  })

  test('an order takes the number kept for it when its voucher is issued', async () => {
    const { blanks: [blank] } = await reserve('F16', 1)
    const { anOrder } = builders(station)
    const order = await anOrder()
    await station.api.numbers.keepFor({ id: blank?.id ?? 0, subject: { kind: 'workOrder', id: order.id } })
    expect(await station.api.numbers.keptFor({ kind: 'workOrder', id: order.id })).toEqual([{ id: blank?.id, form: 'F16', number: blank?.number }])
    const repairer = station.as('technician')
    await takeStep(repairer, order.id, 'start')
    await takeStep(repairer, order.id, 'finish')
    await takeStep(station.as('technician', 1), order.id, 'passInspection')
    const { revision } = await station.api.workOrders.get({ id: order.id })
    const issued = await station.api.workOrders.issueVoucher({ id: order.id, revision })
    expect(issued.number).toBe(blank?.number)
    expect(await states('F16')).toEqual(['0001 entered'])
    const pages = await station.api.papers.print({ ids: [issued.paperId], options: asSheet, reason: '' })
    expect(pages.copies).toHaveLength(2)
  })

  test('a record that has its paper cannot be entered a second time', async () => {
    const order = await aDeliveredOrder(station)
    const { blanks: [blank] } = await reserve('F16', 1)
    await expect(station.api.numbers.keepFor({ id: blank?.id ?? 0, subject: { kind: 'workOrder', id: order.id } })).rejects.toMatchObject({ sentence: { key: 'blank.subjectIssued' } })
    await expect(station.api.numbers.keepFor({ id: blank?.id ?? 0, subject: { kind: 'filledForm', id: 1 } })).rejects.toMatchObject({ sentence: { key: 'blank.otherKind' } })
  })

  test('a draft thrown away leaves its number open', async () => {
    const { blanks: [blank] } = await reserve('F13', 1)
    const { id, revision } = await station.api.forms.save({ id: null, revision: 0, form: 'F13', manufacturerId, workOrderId: null, content: filledEntries.F13.sample, blankId: blank?.id ?? 0 })
    await station.api.forms.discard({ id, revision })
    expect((await station.api.numbers.blank({ id: blank?.id ?? 0 })).subject).toBeNull()
    expect((await fill(blank?.id)).number).toBe(blank?.number)
  })

  test('sheets due today are on the desk until the last is entered or back', async () => {
    const { packId, blanks } = await reserve('F13', 2, { days: 1 })
    const onDesk = async () => (await station.as('reception').home.desk({ mineOnly: true, limit: 5 })).filter(({ group }) => group === 'blanksBack').flatMap(({ rows }) => rows.map(({ id, what, state }) => [id, what, state]))
    const clocks = async () => (await station.api.home.tasks({ mineOnly: false, limit: 50 })).filter(({ rule }) => rule === 'D38').map(({ subjectNo, said }) => [subjectNo, said.params['date']])
    expect([await onDesk(), await clocks()]).toEqual([[], [[blanks[0]?.number, '2026-11-22']]])
    station.advance({ days: 1 })
    expect(await onDesk()).toEqual([[packId, '2 / 2', 'dueSoon']])
    await fill(blanks[0]?.id)
    station.advance({ days: 1 })
    expect(await onDesk()).toEqual([[packId, '1 / 2', 'overdue']])
    await station.api.numbers.giveBack({ ids: [blanks[1]?.id ?? 0], reason: '已收回' })
    expect([await onDesk(), await clocks()]).toEqual([[], []])
  })

  test('numbers known only from paper are taken up, entered, and never printed as blanks', async () => {
    const { blanks } = await reserve('F13', 2, { purpose: 'recover' })
    await expect(station.api.numbers.printBlanks({ ids: [blanks[0]?.id ?? 0], options: asSheet, reason: '' })).rejects.toMatchObject({ sentence: { key: 'blank.notASheet' } })
    expect(await states('F13')).toEqual(['0001 recovering', '0002 recovering'])
    await fill(blanks[1]?.id)
    expect(await states('F13')).toEqual(['0001 recovering', '0002 entered'])
  })
})

describe('printed blanks', () => {
  test.each(['F16', 'F30', 'C02'] as const)('%s: the empty sheets are drawn in all copies and logged', async (form) => {
    const { blanks } = await reserve(form, 2)
    const ids = blanks.map(({ id }) => id)
    const { copies } = (await station.api.forms.catalogue({ manufacturerId })).find((row) => row.form === form) ?? { copies: [] }
    const drawn = await station.api.numbers.printBlanks({ ids, options: asSheet, reason: '' })
    expect(new Set(drawn.copies).size).toBe(copies.length)
    expect((await register({ form })).map(({ printCount }) => printCount)).toEqual([1, 1])
  })

  test('the second print asks for a reason and is logged', async () => {
    const { blanks: [blank] } = await reserve('F16', 1)
    const ids = [blank?.id ?? 0]
    await station.api.numbers.printBlanks({ ids, options: asSheet, reason: '' })
    await expect(station.api.numbers.printBlanks({ ids, options: asSheet, reason: '' })).rejects.toMatchObject({ sentence: { key: 'paper.reprintReason' } })
    await station.api.numbers.printBlanks({ ids, options: asSheet, reason: '卡纸' })
    expect((await station.api.numbers.blank({ id: ids[0] ?? 0 })).prints.map(({ times, reason }) => [times, reason])).toEqual([[1, ''], [2, '卡纸']])
  })
})

describe('the register', () => {
  test('a hole in the file is named', async () => {
    await fill()
    await fill()
    await fill()
    const { $client } = station.db()
    $client.exec('DROP TRIGGER issued_papers_kept')
    $client.prepare("DELETE FROM issued_papers WHERE number LIKE '%0002'").run()
    const { whole, series } = await station.api.numbers.proof({ form: null, year: null })
    expect([whole, series.map(({ holes }) => holes)]).toEqual([false, [['SD0731-BD13-202611-0002']]])
  })

  test('it is printed on plain sheets and exported like every list', async () => {
    await fill()
    await reserve('A03', 2)
    const printed = await station.api.numbers.print({ filter: everything, text: '' })
    expect(printed.copies).toEqual(['登记簿'])
    const columns = [{ field: 'number', title: '编号', kind: 'text', words: null }] as const
    const sheet = await station.api.lists.export({ exportId: randomUUID(), list: 'numbers.list', title: '单据登记簿', columns: [...columns], question: { sort: [], text: '', filter: everything }, ids: null })
    expect(sheet.rows).toBe(3)
    const [lines, behind] = await readWorkbook(station.host.produced(sheet.fileId)?.bytes ?? new Uint8Array())
    expect([lines?.rows.length, behind]).toEqual([4, {
      name: '连续证明', rows: [
        ['表号', '期间', '起号', '止号', ...codesOf(registerState).map((state) => registerState[state]), '合计', '结论'],
        ['A03', '202611', 'SD0731-A03-202611-0001', 'SD0731-A03-202611-0002', ...codesOf(registerState).map((state) => (state === 'blank' ? 2 : 0)), 2, '连续无缺号'],
        ['BD13', '202611', 'SD0731-BD13-202611-0001', 'SD0731-BD13-202611-0001', ...codesOf(registerState).map((state) => (state === 'issued' ? 1 : 0)), 1, '连续无缺号'],
      ],
    }])
  })

  test('whatever is issued, voided, set aside, entered or given back: every number once, none missing', async () => {
    type Act = 'issue' | 'void' | 'reserve' | 'enter' | 'giveBack' | 'refused'
    const acts = fc.array(fc.tuple(fc.constantFrom<Act>('issue', 'void', 'reserve', 'enter', 'giveBack', 'refused'), fc.nat(9)), { minLength: 8, maxLength: 18 })
    const issued: number[] = []
    const open: number[] = []
    const draw = <T>(from: T[], nth: number): T | undefined => (from.length === 0 ? undefined : from.splice(nth % from.length, 1)[0])
    const act: Record<Act, (nth: number) => Promise<unknown>> = {
      issue: async () => { issued.push((await fill()).paperId) },
      void: async (nth) => {
        const id = draw(issued, nth)
        if (id !== undefined) await station.api.papers.void({ id, reason: '写错了', copiesBack: true })
      },
      reserve: async (nth) => { open.push(...(await reserve('F13', (nth % 3) + 1)).blanks.map(({ id }) => id)) },
      enter: async (nth) => {
        const id = draw(open, nth)
        if (id !== undefined) issued.push((await fill(id)).paperId)
      },
      giveBack: async (nth) => {
        const id = draw(open, nth)
        if (id !== undefined) await station.api.numbers.giveBack({ ids: [id], reason: '没有用上' })
      },
      refused: () => Promise.allSettled([reserve('F13', 2, { days: -1 }), fill(999_999)]),
    }
    await fc.assert(fc.asyncProperty(acts, async (sequence) => {
      for (const [name, nth] of sequence) await act[name](nth)
      const rows = await register({ form: 'F13' })
      const { whole, total, series: [series] } = await station.api.numbers.proof({ form: 'F13', year: null })
      expect(rows.map(({ number }) => Number(number.slice(-4)))).toEqual(Array.from({ length: rows.length }, (_, index) => index + 1))
      expect({ whole, total, last: series?.last ?? 0, open: rows.filter(({ state }) => state === 'blank').length }).toEqual({ whole: true, total: rows.length, last: rows.length, open: open.length })
    }), { numRuns: 5 })
  })
})
