import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { z } from 'zod'
import type { Instant } from '#domain/dates'
import { api } from '../../api.ts'
import { discardDraft, forgetDraft, keepDraft, loadDraft } from '../../drafts.ts'

export type Draft<C> = {
  /** undefined: still being read; null: there is none */
  readonly found: { readonly content: C; readonly savedAt: Instant } | null | undefined
  /** null while something typed is not kept yet */
  readonly savedAt: Instant | null
  /** keeps what is typed, a moment later */
  readonly keep: (title: string, content: C) => void
  /** nothing more is kept until the next `keep`; after the record itself was saved */
  readonly settle: () => void
  /** throws the draft away */
  readonly discard: () => void
}

const pause = 300

/** What is being typed under one key, kept on the host so that neither a reload nor a power cut loses it. */
export function useDraft<C>(key: string, schema: z.ZodType<C>): Draft<C> {
  const [found, setFound] = useState<Draft<C>['found']>(undefined)
  const [savedAt, setSavedAt] = useState<Instant | null>(null)
  const waiting = useRef<{ readonly title: string; readonly content: C } | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const write = useCallback(() => {
    clearTimeout(timer.current)
    const next = waiting.current
    waiting.current = null
    if (next === null) return
    void keepDraft(key, next.title, next.content).then((at) => {
      if (waiting.current === null) setSavedAt(at)
    })
  }, [key])

  useEffect(() => {
    let wanted = true
    loadDraft(key).then(
      (answer) => {
        if (!wanted) return
        const content = schema.safeParse(answer?.content)
        if (answer !== null && content.success) api.drafts.adopt({ key, seat: answer.seat }).catch(() => undefined)
        setFound(answer !== null && content.success ? { content: content.data, savedAt: answer.savedAt } : null)
      },
      () => {
        if (wanted) setFound(null)
      },
    )
    window.addEventListener('pagehide', write)
    return () => {
      wanted = false
      window.removeEventListener('pagehide', write)
      write()
    }
  }, [key, schema, write])

  const keep = useCallback(
    (title: string, content: C) => {
      waiting.current = { title, content }
      setSavedAt(null)
      clearTimeout(timer.current)
      timer.current = setTimeout(write, pause)
    },
    [write],
  )
  const settle = useCallback(() => {
    waiting.current = null
    clearTimeout(timer.current)
    forgetDraft(key)
    setSavedAt(null)
    setFound(null)
  }, [key])
  const discard = useCallback(() => {
    settle()
    void discardDraft(key)
  }, [key, settle])
  return useMemo(() => ({ found, savedAt, keep, settle, discard }), [found, savedAt, keep, settle, discard])
}
