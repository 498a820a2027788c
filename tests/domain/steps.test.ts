import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { batchAction, batchEvent, batchLine, batchMachine } from '#domain/claim-batch'
import { claimAction, claimEvent, claimLine, claimMachine } from '#domain/claim'
import { manifestAction, manifestEvent, manifestLine, manifestMachine } from '#domain/manifest'
import { requestAction, requestEvent, requestLine, requestMachine } from '#domain/parts-request'
import { returnedPartAction, returnedPartEvent, returnedPartLine, returnedPartMachine } from '#domain/returned-part'
import { actions } from '#domain/permissions'
import { allowedSteps, step, walkAlong } from '#domain/steps'
import { workOrderAction, workOrderEvent, workOrderLine, workOrderMachine, walkOrderTo } from '#domain/work-order'
import { batchStatus, claimStatus, manifestStatus, requestStatus, returnedPartStatus, workOrderStatus } from '#domain/words'

type Table = Readonly<Record<string, Readonly<Record<string, string | undefined>>>>
type Described = {
  name: string
  table: Table
  events: Readonly<Record<string, string>>
  states: Readonly<Record<string, string>>
  actions: Readonly<Record<string, string>>
  line: readonly string[]
  dead: string[]
}

const machines: Described[] = [
  {
    name: 'work order',
    table: workOrderMachine,
    events: workOrderEvent,
    states: workOrderStatus,
    actions: workOrderAction,
    line: workOrderLine,
    dead: ['closed', 'cancelled', 'toExchange'],
  },
  {
    name: 'parts request',
    table: requestMachine,
    events: requestEvent,
    states: requestStatus,
    actions: requestAction,
    line: requestLine,
    dead: ['settled', 'refused', 'withdrawn', 'sentBack'],
  },
  {
    name: 'returned part',
    table: returnedPartMachine,
    events: returnedPartEvent,
    states: returnedPartStatus,
    actions: returnedPartAction,
    line: returnedPartLine,
    dead: ['disposed', 'exempt', 'lost'],
  },
  {
    name: 'manifest',
    table: manifestMachine,
    events: manifestEvent,
    states: manifestStatus,
    actions: manifestAction,
    line: manifestLine,
    dead: ['closed', 'withdrawn'],
  },
  {
    name: 'claim',
    table: claimMachine,
    events: claimEvent,
    states: claimStatus,
    actions: claimAction,
    line: claimLine,
    dead: ['reconciled', 'voided'],
  },
  {
    name: 'batch',
    table: batchMachine,
    events: batchEvent,
    states: batchStatus,
    actions: batchAction,
    line: batchLine,
    dead: ['reconciled', 'withdrawn', 'voided'],
  },
]

function reachable(table: Table): Set<string> {
  const seen = new Set(['new'])
  for (const state of seen) for (const to of Object.values(table[state] ?? {})) if (to !== undefined) seen.add(to)
  return seen
}

describe.each(machines)('the machine of the $name', ({ table, events, states, actions: rights, line, dead }) => {
  test('knows every state of the word list, reaches each from nothing and never returns to nothing', () => {
    expect(Object.keys(table).toSorted()).toEqual(['new', ...Object.keys(states)].toSorted())
    expect([...reachable(table)].toSorted()).toEqual(Object.keys(table).toSorted())
    expect(Object.values(table).flatMap(Object.values)).not.toContain('new')
  })

  test('uses every verb somewhere and names a right for each', () => {
    const used = new Set(Object.values(table).flatMap((steps) => Object.keys(steps)))
    expect([...used].toSorted()).toEqual(Object.keys(events).toSorted())
    expect(Object.keys(rights).toSorted()).toEqual(Object.keys(events).toSorted())
    expect(Object.values(rights).filter((right) => right !== 'system' && !(right in actions))).toEqual([])
  })

  test('ends only where the trade ends: what can still be entered there leads nowhere else', () => {
    expect(
      Object.keys(table)
        .filter((state) => Object.values(table[state] ?? {}).every((to) => to === state))
        .toSorted(),
    ).toEqual(dead.toSorted())
  })

  test('has a main line that can be walked from nothing to an end', () => {
    let state = 'new'
    for (const event of line) state = table[state]?.[event] ?? `no ${event} from ${state}`
    expect(dead).toContain(state)
  })
})

describe('a step', () => {
  test('leads to the next state or is refused', () => {
    expect([step(workOrderMachine, 'finished', 'passInspection'), step(workOrderMachine, 'finished', 'deliver')]).toEqual([
      { ok: true, state: 'inspected' },
      { ok: false, refused: 'not-in-this-state' },
    ])
  })

  test('is allowed exactly when it is offered', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...(Object.keys(workOrderStatus) as (keyof typeof workOrderStatus)[])),
        fc.constantFrom(...workOrderLine),
        (state, event) => {
          expect(step(workOrderMachine, state, event).ok).toBe(allowedSteps(workOrderMachine, state).includes(event))
        },
      ),
    )
  })
})

describe('a walk along the main line', () => {
  test('takes a walk-in from nothing to 待修 in one save', () => {
    expect(walkOrderTo('new', 'waiting')).toEqual({
      events: ['register', 'handOver', 'receive'],
      states: ['reported', 'toDispatch', 'waiting'],
    })
  })

  test('never sends parts or cancels on the way of an import to 已交车', () => {
    expect(walkOrderTo('new', 'delivered')?.events).toEqual([
      'register',
      'handOver',
      'receive',
      'start',
      'finish',
      'passInspection',
      'deliver',
    ])
  })

  test('goes on from where the order is, is empty when there, and does not go back', () => {
    expect([
      walkOrderTo('repairing', 'inspected')?.events,
      walkOrderTo('waiting', 'waiting')?.events,
      walkOrderTo('delivered', 'waiting'),
    ]).toEqual([['finish', 'passInspection'], [], null])
    expect(walkAlong(batchMachine, batchLine, 'new', 'withdrawn')).toBeNull()
  })
})
