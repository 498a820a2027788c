/**
 * A machine is data: `from → { event: to }`. The same table drives the checks, the buttons and the tests. `From` may
 * hold `'new'`, the place of a thing that does not exist yet; no event leads there.
 */
export type Machine<From extends string, Event extends string, To extends From> = Readonly<Record<From, { readonly [E in Event]?: To }>>
export type StepResult<To> = { readonly ok: true; readonly state: To } | { readonly ok: false; readonly refused: 'not-in-this-state' }

/** The state after `event`; refused when the table has no such step from here. */
export function step<From extends string, Event extends string, To extends From>(
  machine: Machine<From, Event, To>,
  from: From,
  event: Event,
): StepResult<To> {
  const state: To | undefined = machine[from][event]
  return state === undefined ? { ok: false, refused: 'not-in-this-state' } : { ok: true, state }
}

/** The events possible from a state, in the order of the table: the buttons of the step bar. */
export function allowedSteps<From extends string, Event extends string, To extends From>(
  machine: Machine<From, Event, To>,
  state: From,
): Event[] {
  return Object.keys(machine[state]) as Event[]
}

export type Walk<Event, To> = { readonly events: readonly Event[]; readonly states: readonly To[] }

/**
 * The events that lead from `from` to `target` when only steps of `line` (the main line, in order) are taken; null when
 * the line does not lead there. An arrived target gives an empty walk.
 */
export function walkAlong<From extends string, Event extends string, To extends From>(
  machine: Machine<From, Event, To>,
  line: readonly Event[],
  from: From,
  target: To,
): Walk<Event, To> | null {
  const events: Event[] = []
  const states: To[] = []
  let here: From = from
  for (const event of line) {
    if (here === target) break
    const next: To | undefined = machine[here][event]
    if (next === undefined) continue
    events.push(event)
    states.push(next)
    here = next
  }
  return here === target ? { events, states } : null
}
