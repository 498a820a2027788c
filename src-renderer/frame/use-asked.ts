import { useCallback, useState } from 'react'
import { useSearchParams } from 'react-router'

/** One question of the address (`?text=…`), '' when it is not asked: the way back and a link lead to the same list. */
export function useAsked(name: string): readonly [string, (value: string) => void] {
  const [params, setParams] = useSearchParams()
  // typing does not wait for the address
  const [value, setValue] = useState(params.get(name) ?? '')
  const put = useCallback((next: string) => {
    setValue(next)
    setParams((now) => {
      const to = new URLSearchParams(now)
      if (next === '') to.delete(name)
      else to.set(name, next)
      return to
    }, { replace: true })
  }, [name, setParams])
  return [value, put]
}
