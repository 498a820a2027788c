import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { z } from 'zod'
import { workOrderContent } from '#contract/work-orders'
import type { AppError } from '#domain/errors'
import { useApiCommand } from '../../api.ts'
import { useSchemaForm } from '../../ui/Form.tsx'
import { commitTyping } from './commit-typing.ts'
import { contentOf, withoutBlankLines, type OrderContent, type OrderDetail, type OrderForm } from './order-form.ts'
import type { Draft } from './use-draft.ts'

export const orderDraft = z.object({ revision: z.number().int(), content: workOrderContent })
export type OrderDraft = z.infer<typeof orderDraft>

export type OrderEditor = {
  readonly form: OrderForm
  /** something typed is not yet saved */
  readonly dirty: boolean
  /** another seat saved the order meanwhile; what is typed here still stands */
  readonly conflict: boolean
  readonly saving: boolean
  readonly refusal: AppError | null
  readonly clear: () => void
  /** Saves what is typed, if anything; answers the order as it then stands on file, or null when it was refused. */
  readonly save: () => Promise<OrderDetail | null>
  /** the order was changed by a step or another command of this page */
  readonly adopt: () => Promise<OrderDetail | null>
  readonly takeTheirs: () => void
  readonly keepMine: () => void
}

const textOf = (content: OrderContent) => JSON.stringify(withoutBlankLines(content))

/** Line numbers given by the database, put on the lines that were sent. */
function withIds(content: OrderContent, saved: OrderContent): OrderContent {
  const mark = <L extends { id: number | null }>(lines: L[], known: readonly L[]) => lines.map((line, index) => (line.id === null ? { ...line, id: known[index]?.id ?? null } : line))
  return {
    ...content, partLines: mark(content.partLines, saved.partLines), labourLines: mark(content.labourLines, saved.labourLines),
    outings: mark(content.outings, saved.outings), otherFees: mark(content.otherFees, saved.otherFees),
  }
}

/**
 * The form of an order on file: kept as a draft while it is typed, saved whole at the revision it was read. A change
 * made at another seat is taken in silently while nothing is typed here, and shown as a conflict otherwise.
 */
export function useOrderEditor(detail: OrderDetail, draft: Draft<OrderDraft>, refetch: () => Promise<OrderDetail | undefined>): OrderEditor {
  const [start] = useState(() => draft.found ?? null)
  const form = useSchemaForm(workOrderContent, start?.content.content ?? contentOf(detail))
  const revision = useRef(start?.content.revision ?? detail.revision)
  const onFile = useRef(textOf(contentOf(detail)))
  const [dirty, setDirty] = useState(start !== null)
  const [conflict, setConflict] = useState(start !== null && start.content.revision !== detail.revision)
  const saving = useApiCommand('workOrders', 'save')
  const { keep, settle, discard } = draft
  const { no } = detail

  useEffect(() => form.subscribe({
    formState: { values: true },
    callback: ({ values }) => {
      const isDirty = textOf(values) !== onFile.current
      setDirty(isDirty)
      const content = workOrderContent.safeParse(values)
      if (isDirty && content.success) keep(no, { revision: revision.current, content: content.data })
    },
  }), [form, keep, no])

  /** Takes the order as it stands on file; what was typed since `sent` stays. */
  const take = useCallback((fresh: OrderDetail, sent: string) => {
    const saved = contentOf(fresh)
    revision.current = fresh.revision
    onFile.current = textOf(saved)
    setConflict(false)
    const typed = form.getValues()
    const untouched = textOf(typed) === sent
    form.reset(untouched ? saved : withIds(typed, saved))
    setDirty(!untouched)
    if (untouched) settle()
  }, [form, settle])

  useEffect(() => {
    if (detail.revision === revision.current) return
    if (textOf(form.getValues()) === onFile.current) take(detail, onFile.current)
    else if (detail.revision > revision.current) setConflict(true)
  }, [detail, form, take])

  const { run, running, refusal, clear } = saving
  const adopt = useCallback(async () => {
    const before = onFile.current
    const fresh = await refetch()
    if (fresh === undefined) return null
    take(fresh, before)
    return fresh
  }, [refetch, take])

  const save = useCallback(async () => {
    commitTyping()
    const typed = form.getValues()
    const sent = textOf(typed)
    if (sent === onFile.current) return (await refetch()) ?? null
    const content = workOrderContent.safeParse(withoutBlankLines(typed))
    if (!content.success) {
      await form.trigger(undefined, { shouldFocus: true })
      return null
    }
    const answer = await run({ id: detail.id, revision: revision.current, content: content.data, draftKey: `workOrder:${detail.id}` })
    if (answer === null) return null
    revision.current = answer.revision
    onFile.current = sent
    const fresh = await refetch()
    if (fresh === undefined) return null
    take(fresh, sent)
    return fresh
  }, [form, run, refetch, take, detail.id])

  const takeTheirs = useCallback(() => {
    const typed = textOf(form.getValues())
    discard()
    clear()
    void refetch().then((fresh) => { if (fresh) take(fresh, typed) })
  }, [form, discard, clear, refetch, take])
  const keepMine = useCallback(() => {
    clear()
    revision.current = detail.revision
    onFile.current = textOf(contentOf(detail))
    setConflict(false)
  }, [clear, detail])

  return useMemo(
    () => ({ form, dirty, conflict: conflict || refusal?.code === 'conflict', saving: running, refusal, clear, save, adopt, takeTheirs, keepMine }),
    [form, dirty, conflict, running, refusal, clear, save, adopt, takeTheirs, keepMine],
  )
}
