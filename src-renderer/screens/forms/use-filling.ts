import { useCallback, useEffect, useRef, useState } from 'react'
import type { FilledFormId } from '#domain/form-ids'
import type { SheetContent } from '#domain/gather/gathered'
import { api, useApiCommand, type ApiOutput } from '../../api.ts'
import { now } from '../../format.ts'
import { useDebounced } from '../../ui/Form.tsx'
import { useLatest } from '../../ui/use-latest.ts'

export type FilledRecord = ApiOutput<'forms', 'get'>
export type Start = {
  readonly id: number | null
  readonly revision: number
  readonly content: SheetContent
  readonly manufacturerId: number
  readonly workOrderId: number | null
  /** the number set aside that a new one takes */ readonly blankId: number | null
}
type Kept = Pick<Start, 'id' | 'revision' | 'content'>

/**
 * What is typed into a form, kept by itself a moment later, one saving after the other. Changed on another seat: taken
 * over while nothing is unsaved here, else `conflict`, and the person chooses.
 */
export function useFilling(form: FilledFormId, start: Start, stored: FilledRecord | undefined, onMade: (id: number) => void) {
  const [content, setContent] = useState(start.content)
  const [savedAt, setSavedAt] = useState(stored?.id === undefined ? null : now())
  const latest = useRef(start.content)
  const kept = useRef<Kept>(start)
  const busy = useRef<Promise<unknown> | null>(null)
  const made = useLatest(onMade)
  const { manufacturerId, workOrderId, blankId } = start
  const saving = useApiCommand('forms', 'save')
  const { run, clear } = saving

  const change = useCallback((next: (before: SheetContent) => SheetContent) => {
    latest.current = next(latest.current)
    setContent(latest.current)
  }, [])
  const save = useCallback(async (): Promise<(Kept & { readonly id: number }) | null> => {
    while (busy.current !== null) await busy.current
    const { id, revision, content: before } = kept.current
    if (id !== null && latest.current === before) return { id, revision, content: before }
    const sent = latest.current
    const work = run({ id, revision, form, manufacturerId, workOrderId, content: sent, blankId: id === null ? blankId : null })
    busy.current = work
    const answer = await work
    busy.current = null
    if (answer === null) return null
    kept.current = { id: answer.id, revision: answer.revision, content: sent }
    setSavedAt(now())
    if (id === null) made.current(answer.id)
    return { id: answer.id, revision: answer.revision, content: sent }
  }, [run, form, manufacturerId, workOrderId, blankId, made])
  const saveChanged = useCallback(() => {
    if (latest.current !== kept.current.content) void save()
  }, [save])
  useDebounced(content, saveChanged)
  useEffect(() => {
    window.addEventListener('pagehide', saveChanged)
    return () => {
      window.removeEventListener('pagehide', saveChanged)
      saveChanged()
    }
  }, [saveChanged])

  const take = useCallback(
    (theirs: Pick<FilledRecord, 'id' | 'revision' | 'content'>) => {
      kept.current = theirs
      latest.current = theirs.content
      setContent(theirs.content)
      clear()
    },
    [clear],
  )
  useEffect(() => {
    if (stored !== undefined && busy.current === null && stored.revision > kept.current.revision && latest.current === kept.current.content)
      take(stored)
  }, [stored, take])
  const theirs = async () => (kept.current.id === null ? null : api.forms.get({ id: kept.current.id }).catch(() => null))
  const takeTheirs = async () => {
    const found = await theirs()
    if (found !== null) take(found)
  }
  const keepMine = async () => {
    const found = await theirs()
    if (found === null) return
    kept.current = { id: found.id, revision: found.revision, content: found.content }
    clear()
    await save()
  }
  /** nothing is to be kept any more */
  const forget = () => {
    latest.current = kept.current.content
  }
  const conflict = saving.refusal?.code === 'conflict'
  return {
    content,
    change,
    save,
    forget,
    savedAt,
    saving: saving.running,
    isDirty: content !== kept.current.content,
    conflict,
    takeTheirs,
    keepMine,
    refusal: conflict ? null : saving.refusal,
    clear,
    kept,
  }
}

export type Filling = ReturnType<typeof useFilling>
