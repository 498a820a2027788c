import { afterEach, beforeEach, expect, test } from 'vitest'
import { findIntake } from '#db/queries/find'
import { insertCustomer } from '#db/queries/customers'
import { insertUnit } from '#db/queries/units'
import { pinyinInitials, searchForm, searchQuestion, tokensOf } from '#db/search'
import { aCustomer, builders, frames, type Builders } from '#tests/support/builders'
import { openTestHost, type TestHost } from '#tests/support/host'

let station: TestHost
let given: Builders

beforeEach(async () => {
  station = await openTestHost()
  given = builders(station)
})
afterEach(() => station.close())

/** A customer and, unless null, his unit; both straight into the tables. */
function onFile(customer: Parameters<typeof aCustomer>[0], unit: Parameters<Builders['aUnit']>[0] | null): void {
  station.db().transaction(
    (tx) => {
      const ownerId = insertCustomer(tx, aCustomer(customer), station.now())
      if (unit !== null) insertUnit(tx, given.aUnit(unit), ownerId, station.now())
    },
    { behavior: 'immediate' },
  )
}

const found = (text: string, limit = 20) =>
  findIntake(station.db(), text, limit).map(({ customer, unit }) => `${customer.name} ${unit?.plateNo ?? '—'}`)

test.each([
  ['full width, blanks and signs do not matter', 'ＬＸＳ－110 a·b', 'lxs110ab'],
  ['nothing but signs is nothing', '%_*-/。', ''],
  ['rare characters stay', '𬭎 喆', '𬭎喆'],
])('what is compared: %s', (_, text, expected) => {
  expect(searchForm(text)).toBe(expected)
})

test('hanzi are indexed one by one and in pairs, Latin and digits in threes', () => {
  expect(tokensOf('赵𬭎 苏M7K2')).toEqual(['赵', '𬭎', '苏', '赵𬭎', '𬭎苏', 'm7k', '7k2'])
})

test.each([
  ['王喆', 'wz'],
  ['区小明', 'oxm'],
  ['示例运输公司', 'slysgs'],
  ['John 王', 'johnw'],
])('the initials of %s are %s', (name, initials) => {
  expect(pinyinInitials(name)).toBe(initials)
})

test('two digits ask for nothing, two letters for initials', () => {
  expect([searchQuestion('07'), searchQuestion('wz'), searchQuestion('%')]).toEqual([null, 'pywz*', null])
})

test('plate, tails, name and initials bring back the vehicle with its owner', () => {
  onFile({ name: '王喆', phone: '13812340731' }, { plateNo: '苏M7K216', frameNo: frames[0], engineNo: 'SL156FMI-26A00123' })
  onFile({ name: '赵𬭎', phone: '13900000002' }, { plateNo: '苏M88888', frameNo: frames[1], engineNo: '' })
  onFile({ name: '孙犇', phone: '0523-88887777' }, null)
  const asked = [
    '苏M7K216',
    '7k216',
    '0731',
    '465057',
    '465 057',
    '王喆',
    'wz',
    'WZ',
    '王',
    '𬭎',
    'zh',
    '88887777',
    '犇',
    'FMI-26A',
    '王喆 0731',
    '赵 88888',
    '王喆 88888',
    '99999',
    '07',
    '%',
  ]
  expect(Object.fromEntries(asked.map((text) => [text, found(text)]))).toEqual({
    苏M7K216: ['王喆 苏M7K216'],
    '7k216': ['王喆 苏M7K216'],
    '0731': ['王喆 苏M7K216'],
    465057: ['王喆 苏M7K216'],
    '465 057': ['王喆 苏M7K216'],
    王喆: ['王喆 苏M7K216'],
    wz: ['王喆 苏M7K216'],
    WZ: ['王喆 苏M7K216'],
    王: ['王喆 苏M7K216'],
    𬭎: ['赵𬭎 苏M88888'],
    zh: ['赵𬭎 苏M88888'],
    88887777: ['孙犇 —'],
    犇: ['孙犇 —'],
    'FMI-26A': ['王喆 苏M7K216'],
    '王喆 0731': ['王喆 苏M7K216'],
    '赵 88888': ['赵𬭎 苏M88888'],
    '王喆 88888': [],
    99999: [],
    '07': [],
    '%': [],
  })
})

test('pieces that only stand apart are no hit', () => {
  onFile({ name: '王喆', phone: '13807300731' }, null)
  onFile({ name: '赵伟', phone: '13807317300' }, null)
  expect([found('07317'), found('3007')]).toEqual([['赵伟 —'], ['王喆 —']])
})

test('an exact plate stands before a number that merely contains it, later customers before earlier ones', () => {
  onFile({ name: '甲一', phone: '13877777777' }, { plateNo: '苏M77777', frameNo: frames[1], engineNo: '' })
  onFile({ name: '乙二', phone: '13977777000' }, { plateNo: '苏M10000', frameNo: frames[2], engineNo: '' })
  onFile({ name: '丙三', phone: '13977777001' }, { plateNo: '苏M10001', frameNo: frames[3], engineNo: '' })
  expect([found('苏M77777'), found('77777'), found('77777', 2)]).toEqual([
    ['甲一 苏M77777'],
    ['甲一 苏M77777', '丙三 苏M10001', '乙二 苏M10000'],
    ['甲一 苏M77777', '丙三 苏M10001'],
  ])
})

test('a new name and number are found at once, the old ones no more', async () => {
  onFile({ name: '王喆', phone: '13812340731' }, null)
  const [hit] = findIntake(station.db(), '王喆', 1)
  await station.api.customers.save({ ...aCustomer({ name: '李堃', phone: '13812345566' }), id: hit?.customer.id ?? 0, revision: 0 })
  expect([found('王喆'), found('0731'), found('wz'), found('李堃'), found('5566'), found('lk')]).toEqual([
    [],
    [],
    [],
    ['李堃 —'],
    ['李堃 —'],
    ['李堃 —'],
  ])
})
