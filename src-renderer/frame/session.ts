import { createContext, useCallback, useContext } from 'react'
import { mayDo, rolesFor, type Action } from '#domain/permissions'
import type { ApiOutput } from '../api.ts'
import { useText, useWord } from '../messages/index.ts'

export type SessionState = ApiOutput<'session', 'state'>
export type Person = NonNullable<SessionState['me']>

export const SessionContext = createContext<SessionState | null>(null)

export function useSession(): SessionState {
  const state = useContext(SessionContext)
  if (state === null) throw new Error('no session around this part of the interface')
  return state
}

/** The person signed in. Screens inside the frame always have one. */
export function useMe(): Person {
  const { me } = useSession()
  if (me === null) throw new Error('nobody is signed in')
  return me
}

/** Whether the signed-in person has the right; the router asks again. */
export function useMay(action: Action): boolean {
  const { me } = useSession()
  return me !== null && mayDo(me.role, action)
}

/** Whose step an event is: 「索赔员、站长」; undefined for what the program does itself. */
export function useDoneBy(actionOf: Readonly<Record<string, Action | 'system'>>): (event: string) => string | undefined {
  const word = useWord()
  const text = useText('settings')
  return useCallback(
    (event) => {
      const action = actionOf[event]
      return action === undefined || action === 'system'
        ? undefined
        : rolesFor(action)
            .map((role) => word('role', role))
            .join(text('listSign'))
    },
    [actionOf, word, text],
  )
}

const lastPersonKey = 'last-person'

/** The person whose tile the sign-in offers first: who was here last, or who is awaited. */
export function proposedPerson(): number {
  return Number(localStorage.getItem(lastPersonKey))
}

export function proposePerson(id: number): void {
  localStorage.setItem(lastPersonKey, String(id))
}
