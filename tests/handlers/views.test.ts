import { afterAll, beforeAll, expect, test } from 'vitest'
import type { InputOf } from '#contract/define'
import type { AppContract } from '#contract/index'
import { AppError } from '#domain/errors'
import { openTestHost, type TestHost } from '#tests/support/host'

let station: TestHost
beforeAll(async () => {
  station = await openTestHost()
})
afterAll(() => station.close())

type State = InputOf<AppContract['views']['save']>['state']
const grid = 'work-orders'

function aState(changes: Partial<State> = {}): State {
  return {
    columns: [
      { field: 'no', width: 180, hidden: false },
      { field: 'totalFen', width: 90, hidden: true },
    ],
    sort: [
      { column: 'totalFen', direction: 'desc' },
      { column: 'no', direction: 'asc' },
    ],
    filters: [{ field: 'reportedAt', op: 'during', value: 'thisMonth' }],
    base: 'open',
    text: '',
    ...changes,
  }
}

async function refusal(of: Promise<unknown>): Promise<string> {
  return of.then(
    () => 'accepted',
    (error: unknown) => (error instanceof AppError ? error.sentence.key : String(error)),
  )
}

test('a view belongs to the person who saved it and follows to another seat; nobody else sees, changes or deletes it', async () => {
  const clerk = station.as('claimClerk')
  const { id } = await clerk.views.save({ id: null, grid, name: '本月大额', state: aState() })
  await clerk.views.setDefault({ grid, id })
  const chief = station.as('chief')
  station.signIn('claimClerk')
  expect({
    atAnotherSeat: (await station.api.views.list({ grid })).map(({ name, state, isDefault }) => ({ name, state, isDefault })),
    ofTheChief: await chief.views.list({ grid }),
    onAnotherGrid: await clerk.views.list({ grid: 'papers' }),
    chiefSaves: await refusal(chief.views.save({ id, grid, name: '我的', state: aState() })),
    chiefDeletes: await refusal(chief.views.remove({ id })),
    chiefTakesAsDefault: await refusal(chief.views.setDefault({ grid, id })),
  }).toEqual({
    atAnotherSeat: [{ name: '本月大额', state: aState(), isDefault: true }],
    ofTheChief: [],
    onAnotherGrid: [],
    chiefSaves: 'common.notFound',
    chiefDeletes: 'common.notFound',
    chiefTakesAsDefault: 'common.notFound',
  })
})

test('renamed, changed, another one the default, deleted', async () => {
  const api = station.as('reception')
  const first = await api.views.save({ id: null, grid, name: '今天', state: aState() })
  const second = await api.views.save({ id: null, grid, name: '待交', state: aState({ sort: [] }) })
  await api.views.setDefault({ grid, id: first.id })
  await api.views.save({ id: first.id, grid, name: '今天送修', state: aState({ filters: [] }) })
  await api.views.setDefault({ grid, id: second.id })
  const both = (await api.views.list({ grid })).map(({ name, isDefault, state }) => [name, isDefault, state.filters.length])
  await api.views.remove({ id: second.id })
  await api.views.setDefault({ grid, id: null })
  expect({ both, left: (await api.views.list({ grid })).map(({ name, isDefault }) => [name, isDefault]) }).toEqual({
    both: [
      ['今天送修', false, 0],
      ['待交', true, 1],
    ],
    left: [['今天送修', false]],
  })
})

test('a name is taken once per list', async () => {
  const api = station.as('partsKeeper')
  await api.views.save({ id: null, grid, name: '我的', state: aState() })
  await api.views.save({ id: null, grid: 'papers', name: '我的', state: aState() })
  const refused = [
    api.views.save({ id: null, grid, name: ' 我的 ', state: aState() }),
    api.views.save({ id: null, grid, name: '  ', state: aState() }),
  ]
  expect(await Promise.all(refused.map((each) => refusal(each)))).toEqual(['views.nameTaken', 'common.invalid'])
})

test.each([
  ['a condition of another shape', { filters: [{ field: 'no', op: 'contains', value: { from: 1 } }] }],
  ['more than a view has', { script: 'x' }],
  ['a sort without direction', { sort: [{ column: 'no' }] }],
  ['a fourth sort', { sort: ['a', 'b', 'c', 'd'].map((column) => ({ column, direction: 'asc' })) }],
  ['a column as wide as a street', { columns: [{ field: 'no', width: 90_000, hidden: false }] }],
])('%s is no view', async (_, wrong) => {
  expect(await refusal(station.as('chief').views.save({ id: null, grid, name: 'x', state: { ...aState(), ...wrong } as State }))).toBe(
    'common.invalid',
  )
})

test('whoever is not signed in has no views', async () => {
  const seat = { id: 'nobody', kind: 'browser', userId: null } as const
  const replies = await Promise.all(
    [
      ['list', { grid }],
      ['save', { id: null, grid, name: 'x', state: aState() }],
      ['remove', { id: 1 }],
    ].map(([method, input]) => station.host.route({ callId: crypto.randomUUID(), name: `views.${String(method)}`, input }, seat)),
  )
  expect(replies.map((reply) => (reply.ok ? 'answered' : reply.error.sentence.key))).toEqual([
    'common.notSignedIn',
    'common.notSignedIn',
    'common.notSignedIn',
  ])
})
