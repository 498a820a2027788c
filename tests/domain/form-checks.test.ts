import { describe, expect, test } from 'vitest'
import { checkForm } from '#domain/form-checks'
import { type FillRow } from '#domain/form-fill'
import type { FilledFormId } from '#domain/form-ids'

const found = (form: FilledFormId, values: FillRow, tables: Record<string, FillRow[]> = {}) =>
  checkForm(form, [], { values, tables }).map(({ level, key, field }) => `${level} ${key} ${field}`)

describe('what must agree within a form', () => {
  test('F24: the stock balances; nothing is said while a figure is missing', () => {
    const stock = { stockBefore: 100, stockIn: 50, stockOut: 30 }
    expect([
      found('F24', { ...stock, stockAfter: 120 }),
      found('F24', stock),
      found('F24', { ...stock, stockAfter: 121, oldPartsRate: 1001 }),
    ]).toEqual([[], [], ['stop form.stockBalance values.stockAfter', 'warn form.rateOver values.oldPartsRate']])
  })

  test('F26: no more new parts than old ones, no more sent than asked for', () => {
    expect([
      found('F26', {}, { items: [{ qtyOld: 2, qtyNew: 2, qtySent: 1 }] }),
      found('F26', {}, { items: [{ qtyOld: 1 }, { qtyOld: 1, qtyNew: 2, qtySent: 3 }] }),
    ]).toEqual([[], ['stop form.exchangeOver items.1.qtyNew', 'stop form.sentOver items.1.qtySent']])
  })

  test('F20, F23, F11, F22, C03, X07, X08: sums of rows and columns', () => {
    expect([
      found('F20', {}, { models: [{ model: 'A', done: 4, warranty: 1, presale: 1, paid: 1, maintenance: 0 }] }),
      found('F23', {}, { faults: [{ pieces: 2, upTo1000: 1, upTo3000: 2 }] }),
      found(
        'F11',
        {},
        {
          technicians: [
            { name: '甲', warrantyCount: 3, doneCount: 2 },
            { name: '乙', callbackCount: 2, satisfiedCount: 3 },
          ],
        },
      ),
      found('F22', {}, { models: [{ claimed: 3, total: 2 }] }),
      found('C03', {}, { cases: [{ profit: 1, partsIncome: 0, labour: 5, partsCost: 3, mileageFee: 0, meal: 0, lodging: 0, other: 0 }] }),
      found('X07', { countAll: 2, countPresale: 0, countService: 1, countOuting: 0, countMaintenance: 0, countCampaign: 0 }),
      found('X08', { opening: 10, approved: 5, deducted: 1, received: 4, closing: 11 }),
    ]).toEqual([
      ['warn form.doneSum models.0.done'],
      ['warn form.kmOver faults.0.pieces'],
      ['warn form.warrantyOver technicians.0.warrantyCount', 'stop form.satisfiedOver technicians.1.satisfiedCount'],
      ['warn form.claimedOver models'],
      ['warn form.profit cases.0.profit'],
      ['warn form.countSum values.countAll'],
      ['stop form.statementBalance values.closing'],
    ])
  })
})
