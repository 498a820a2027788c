import { createContext, useCallback, useContext } from 'react'
import { jumpToField } from './form-context.ts'

/** Where a field is entered that is not on this page; false when it is nowhere to be found. Given by the frame. */
export const Elsewhere = createContext<(field: string) => boolean>(() => false)

/** To a field: on this page, else on the page that has it. */
export function useJump(): (field: string) => boolean {
  const elsewhere = useContext(Elsewhere)
  return useCallback((field) => jumpToField(field) || elsewhere(field), [elsewhere])
}
