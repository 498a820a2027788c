import { expect, test } from 'vitest'
import { changesBetween } from '#domain/order-changes'

const line = (id: number | null, name: string, qty = 1) => ({ id, partName: name, qty })

test('a save is told field by field and line by line, whatever the order of keys', () => {
  const before = {
    note: '',
    mileage: 3200,
    exclusions: ['accident'],
    partLines: [line(1, '点火线圈'), line(2, '火花塞'), line(3, '高压帽')],
  }
  const after = {
    mileage: 3200,
    note: '明早试车',
    exclusions: [],
    partLines: [{ qty: 1, partName: '点火线圈', id: 1 }, line(3, '高压帽', 2), line(null, '熔断器')],
  }
  expect(changesBetween(before, after)).toEqual([
    { field: 'note', line: null, before: '', after: '明早试车' },
    { field: 'exclusions', line: null, before: ['accident'], after: [] },
    { field: 'partLines', line: 2, before: line(3, '高压帽'), after: line(3, '高压帽', 2) },
    { field: 'partLines', line: 3, before: null, after: line(null, '熔断器') },
    { field: 'partLines', line: 2, before: line(2, '火花塞'), after: null },
  ])
  expect(changesBetween(after, after)).toEqual([])
})
