import { useCallback } from 'react'
import { api } from '../api.ts'
import { useAppearance, type Appearance } from '../theme/appearance.ts'

export const appearancePreference = 'appearance'

/** Changes how the program looks, here at once and for this person on every seat. */
export function useAppearanceChoice(): (part: Partial<Appearance>) => void {
  const { appearance, change } = useAppearance()
  return useCallback(
    (part) => {
      change(part)
      // A seat without rights or connection still changes its own look.
      api.session.preference({ key: appearancePreference, value: JSON.stringify({ ...appearance, ...part }) }).catch(() => undefined)
    },
    [appearance, change],
  )
}
