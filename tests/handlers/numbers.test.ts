import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { filledEntries } from '#forms/index'
import { builders, takeStep } from '#tests/support/builders'
import { aDeliveredOrder } from '#tests/support/chain'
import { openTestHost, type TestHost } from '#tests/support/host'
import { asSheet, numberStories, type NumberStories } from './number-stories.ts'

let station: TestHost
let given: NumberStories
beforeEach(async () => {
  station = await openTestHost()
  given = await numberStories(station)
})
afterEach(() => station.close())

describe('numbers set aside', () => {
  test('three sheets: one is entered under its number, one comes back unused, the third stays open; no number is missing', async () => {
    await given.fill()
    const { packId, blanks } = await given.reserve('F13', 3)
    expect(blanks.map(({ number }) => number)).toEqual(['SD0731-BD13-202611-0002', 'SD0731-BD13-202611-0003', 'SD0731-BD13-202611-0004'])
    const after = await given.fill()
    const entered = await given.fill(blanks[0]?.id)
    await station.api.numbers.giveBack({ ids: [blanks[1]?.id ?? 0], reason: '没有用上' })
    expect([after.number, entered.number]).toEqual(['SD0731-BD13-202611-0005', 'SD0731-BD13-202611-0002'])
    expect(await given.states('F13')).toEqual(['0001 issued', '0002 entered', '0003 returned', '0004 blank', '0005 issued'])
    const { whole, total, series } = await station.api.numbers.proof({ form: 'F13', year: '2026' })
    expect({
      whole,
      total,
      series: series.map(({ first, lastNumber, states: counted, holes }) => ({ first, lastNumber, counted, holes })),
    }).toEqual({
      whole: true,
      total: 5,
      series: [
        {
          first: 'SD0731-BD13-202611-0001',
          lastNumber: 'SD0731-BD13-202611-0005',
          counted: { issued: 2, entered: 1, voided: 0, blank: 1, recovering: 0, returned: 1 },
          holes: [],
        },
      ],
    })
    const pack = await station.api.numbers.pack({ id: packId })
    expect(pack.blanks.map(({ status }) => status)).toEqual(['entered', 'returned', 'open'])
    const returned = (await given.register({ state: 'returned' }))[0]
    expect(returned).toMatchObject({ reason: '没有用上', approver: '王振华', holder: '前台小李' })
  })

  test('a number once used is never used again', async () => {
    const {
      blanks: [blank],
    } = await given.reserve('F13', 1)
    const id = blank?.id ?? 0
    const { paperId } = await given.fill(id)
    await expect(given.fill(id)).rejects.toMatchObject({ sentence: { key: 'blank.entered' } })
    await expect(station.api.numbers.giveBack({ ids: [id], reason: '不用了' })).rejects.toMatchObject({
      sentence: { key: 'blank.entered' },
    })
    await station.api.papers.void({ id: paperId, reason: '抄错了', copiesBack: true })
    expect(await given.states('F13')).toEqual(['0001 voided'])
    await expect(given.fill(id)).rejects.toMatchObject({ sentence: { key: 'blank.entered' } })
    const {
      blanks: [other],
    } = await given.reserve('F13', 1)
    await station.api.numbers.giveBack({ ids: [other?.id ?? 0], reason: '不用了' })
    await expect(given.fill(other?.id)).rejects.toMatchObject({ sentence: { key: 'blank.returned' } })
  })

  test('the database itself keeps a paper off a number set aside', async () => {
    const {
      blanks: [blank],
    } = await given.reserve('F13', 1)
    await given.fill()
    const { $client } = station.db()
    expect(() =>
      $client
        .prepare(`INSERT INTO issued_papers (form, form_version, number, period, sequence, status, subject_kind, subject_id, paper, hash, issued_at, issued_on, copies_back)
      SELECT form, form_version, ?, period, 1, status, subject_kind, subject_id, paper, hash, issued_at, issued_on, copies_back FROM issued_papers`)
        .run(blank?.number),
    ).toThrow(/set aside/)
    expect(() => $client.prepare('DELETE FROM blank_numbers').run()).toThrow(/never deleted/)
    expect(() => $client.prepare("UPDATE blank_numbers SET number = 'X'").run()).toThrow(/never changes/)
  })

  test('a command repeated with its call id takes no further number', async () => {
    const input = {
      form: 'F13',
      manufacturerId: given.manufacturerId,
      count: 2,
      purpose: 'reserve',
      reason: '停电时手填',
      holder: '小李',
      dueOn: station.today(),
    } as const
    const callId = randomUUID()
    const first = await station.api.numbers.reserve(input, { callId })
    expect(await station.api.numbers.reserve(input, { callId })).toEqual(first)
    expect(await given.states('F13')).toEqual(['0001 blank', '0002 blank'])
  })

  test('what is refused takes no number: a form switched off, a day gone by, nobody named', async () => {
    await expect(given.reserve('F14', 2)).rejects.toMatchObject({
      sentence: { key: 'form.off', params: { title: 'F14 三包整机退换申请审批表' } },
    })
    await expect(given.reserve('F13', 2, { days: -1 })).rejects.toMatchObject({ sentence: { key: 'blank.dueBefore' } })
    await expect(
      station.as('technician').numbers.reserve({
        form: 'F13',
        manufacturerId: given.manufacturerId,
        count: 1,
        purpose: 'reserve',
        reason: '停电',
        holder: '小李',
        dueOn: station.today(),
      }),
    ).rejects.toMatchObject({ code: 'forbidden' })
    expect((await station.api.numbers.proof({ form: null, year: null })).total).toBe(0)
  })

  test('an order takes the number kept for it when its voucher is issued', async () => {
    const {
      blanks: [blank],
    } = await given.reserve('F16', 1)
    const { anOrder } = builders(station)
    const order = await anOrder()
    await station.api.numbers.keepFor({ id: blank?.id ?? 0, subject: { kind: 'workOrder', id: order.id } })
    expect(await station.api.numbers.keptFor({ kind: 'workOrder', id: order.id })).toEqual([
      { id: blank?.id, form: 'F16', number: blank?.number },
    ])
    const repairer = station.as('technician')
    await takeStep(repairer, order.id, 'start')
    await takeStep(repairer, order.id, 'finish')
    await takeStep(station.as('technician', 1), order.id, 'passInspection')
    const { revision } = await station.api.workOrders.get({ id: order.id })
    const issued = await station.api.workOrders.issueVoucher({ id: order.id, revision })
    expect(issued.number).toBe(blank?.number)
    expect(await given.states('F16')).toEqual(['0001 entered'])
    const pages = await station.api.papers.print({ ids: [issued.paperId], options: asSheet, reason: '' })
    expect(pages.copies).toHaveLength(2)
  })

  test('a record that has its paper cannot be entered a second time', async () => {
    const order = await aDeliveredOrder(station)
    const {
      blanks: [blank],
    } = await given.reserve('F16', 1)
    await expect(station.api.numbers.keepFor({ id: blank?.id ?? 0, subject: { kind: 'workOrder', id: order.id } })).rejects.toMatchObject({
      sentence: { key: 'blank.subjectIssued' },
    })
    await expect(station.api.numbers.keepFor({ id: blank?.id ?? 0, subject: { kind: 'filledForm', id: 1 } })).rejects.toMatchObject({
      sentence: { key: 'blank.otherKind' },
    })
  })

  test('a draft thrown away leaves its number open', async () => {
    const {
      blanks: [blank],
    } = await given.reserve('F13', 1)
    const { id, revision } = await station.api.forms.save({
      id: null,
      revision: 0,
      form: 'F13',
      manufacturerId: given.manufacturerId,
      workOrderId: null,
      content: filledEntries.F13.sample,
      blankId: blank?.id ?? 0,
    })
    await station.api.forms.discard({ id, revision })
    expect((await station.api.numbers.blank({ id: blank?.id ?? 0 })).subject).toBeNull()
    expect((await given.fill(blank?.id)).number).toBe(blank?.number)
  })

  test('sheets due today are on the desk until the last is entered or back', async () => {
    const { packId, blanks } = await given.reserve('F13', 2, { days: 1 })
    const onDesk = async () =>
      (await station.as('reception').home.desk({ mineOnly: true, limit: 5 }))
        .filter(({ group }) => group === 'blanksBack')
        .flatMap(({ rows }) => rows.map(({ id, what, state }) => [id, what, state]))
    const clocks = async () =>
      (await station.api.home.tasks({ mineOnly: false, limit: 50 }))
        .filter(({ rule }) => rule === 'D38')
        .map(({ subjectNo, said }) => [subjectNo, said.params['date']])
    expect([await onDesk(), await clocks()]).toEqual([[], [[blanks[0]?.number, '2026-11-22']]])
    station.advance({ days: 1 })
    expect(await onDesk()).toEqual([[packId, '2 / 2', 'dueSoon']])
    await given.fill(blanks[0]?.id)
    station.advance({ days: 1 })
    expect(await onDesk()).toEqual([[packId, '1 / 2', 'overdue']])
    await station.api.numbers.giveBack({ ids: [blanks[1]?.id ?? 0], reason: '已收回' })
    expect([await onDesk(), await clocks()]).toEqual([[], []])
  })

  test('numbers known only from paper are taken up, entered, and never printed as blanks', async () => {
    const { blanks } = await given.reserve('F13', 2, { purpose: 'recover' })
    await expect(station.api.numbers.printBlanks({ ids: [blanks[0]?.id ?? 0], options: asSheet, reason: '' })).rejects.toMatchObject({
      sentence: { key: 'blank.notASheet' },
    })
    expect(await given.states('F13')).toEqual(['0001 recovering', '0002 recovering'])
    await given.fill(blanks[1]?.id)
    expect(await given.states('F13')).toEqual(['0001 recovering', '0002 entered'])
  })
})
