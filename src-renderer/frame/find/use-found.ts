import { useEffect, useRef, useState } from 'react'
import { api, type ApiOutput } from '../../api.ts'

export type Found = ApiOutput<'home', 'find'>[number]
export type Answer = { readonly text: string; readonly hits: readonly Found[] }

const most = 24

/**
 * Asks at every keystroke without waiting for a pause: while one question is on its way only the newest text is kept, so
 * that rows follow the typing by one answer and the host is never flooded.
 */
export function useFound(text: string): Answer {
  const [answer, setAnswer] = useState<Answer>({ text: '', hits: [] })
  const wanted = useRef('')
  const busy = useRef(false)
  useEffect(() => {
    wanted.current = text
    const ask = async () => {
      busy.current = true
      for (let asked = ''; wanted.current !== '' && wanted.current !== asked;) {
        asked = wanted.current
        const hits = await api.home.find({ text: asked, limit: most }).catch(() => [])
        setAnswer({ text: asked, hits })
      }
      busy.current = false
    }
    if (!busy.current && text !== '') void ask()
    return () => {
      wanted.current = ''
    }
  }, [text])
  return answer
}
