import { expect, test } from 'vitest'
import { atRevision, tookRevision } from '../../src-renderer/own-changes.ts'

const made = (revision: number) => Promise.resolve({ revision: revision + 1 })

/** The revision a command on a record seen at `seen` goes out with; it is refused. */
async function sent(record: Parameters<typeof atRevision>[0], seen: number): Promise<number> {
  let at = -1
  await atRevision(record, seen, async (revision) => {
    at = revision
    return null
  })
  return at
}

test('a command right behind others of this seat goes out at what they made, one after the other', async () => {
  await atRevision('batch:1', 4, made)
  await atRevision('batch:1', 4, made)
  tookRevision('batch:1', 7)
  expect(await sent('batch:1', 4)).toBe(7)
})

test('where another seat came between, the revision that was seen goes out and is refused', async () => {
  await atRevision('batch:2', 4, made)
  tookRevision('batch:2', 7)
  expect(await sent('batch:2', 4)).toBe(4)
  await atRevision('batch:2', 4, made)
  expect(await sent('batch:2', 6)).toBe(6)
})

test('another record of the same number is another record, and a refusal ends what is taken for own', async () => {
  await atRevision('unit:3', 1, made)
  expect(await sent('manifest:3', 1)).toBe(1)
  expect(await sent('unit:3', 1)).toBe(2)
  expect(await sent('unit:3', 1)).toBe(1)
})

test('what was made of several records is known of each of them', async () => {
  for (const claim of [7, 8, 9] as const) tookRevision(`claim:${claim}`, 2)
  await atRevision('claim:8', 1, made)
  expect([await sent('claim:7', 1), await sent('claim:8', 1), await sent('claim:9', 0)]).toEqual([2, 3, 0])
})
