import { useCallback, useState } from 'react'
import { useLocation, useSearchParams, type Location } from 'react-router'

/** The router changes the address it last drew: of two questions put at once the second would undo the first. */
const putSince = new WeakMap<Location, URLSearchParams>()

/** Puts questions into the address (`?view=…&text=…`), '' takes one out; the others stay. */
export function usePut(): (questions: Readonly<Record<string, string>>) => void {
  const location = useLocation()
  const setParams = useSearchParams()[1]
  return useCallback(
    (questions) => {
      const to = putSince.get(location) ?? new URLSearchParams(location.search)
      for (const [name, value] of Object.entries(questions)) {
        if (value === '') to.delete(name)
        else to.set(name, value)
      }
      putSince.set(location, to)
      setParams(to, { replace: true })
    },
    [location, setParams],
  )
}

/** One question of the address, `start` when it is not asked: the way back and a link lead to the same list. */
export function useAsked(name: string, start = ''): readonly [string, (value: string) => void] {
  const put = usePut()
  const asked = useSearchParams()[0].get(name) ?? start
  // typing does not wait for the address
  const [value, setValue] = useState(asked)
  const ask = useCallback(
    (next: string) => {
      setValue(next)
      put({ [name]: next })
    },
    [name, put],
  )
  return [value, ask]
}

/** Which of its views a list shows, as the address says; `usual` is not said, nor is one that is not known. */
export function useAskedView<View extends string>(views: readonly View[], usual: View): readonly [View, (view: string) => void] {
  const put = usePut()
  const asked = useSearchParams()[0].get('view')
  const look = useCallback((next: string) => put({ view: next === usual ? '' : next }), [put, usual])
  return [views.find((each) => each === asked) ?? usual, look]
}
