import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { z } from 'zod'
import { workOrderContent } from '#contract/work-order-content'
import type { AppError } from '#domain/errors'
import { useApiCommand } from '../../api.ts'
import { jumpToIssue } from '../../ui/form-context.ts'
import { useSchemaForm } from '../../ui/Form.tsx'
import { commitTyping, stillAsked } from '../../ui/commit-typing.ts'
import { mergeContent } from './merge-content.ts'
import { properPart } from '../../ui/proper-part.ts'
import { contentOf, withoutBlankLines, type OrderContent, type OrderDetail, type OrderForm } from './order-form.ts'
import type { Draft } from './use-draft.ts'

/** `base`: what the order was when the typing began, at `revision`. */
export const orderDraft = z.object({ revision: z.number().int(), base: workOrderContent, content: workOrderContent })
export type OrderDraft = z.infer<typeof orderDraft>

export type OrderEditor = {
  readonly form: OrderForm
  /** something typed is not yet saved */
  readonly dirty: boolean
  /** another seat saved other values in fields typed here; what is typed still stands */
  readonly conflict: Conflict | null
  readonly saving: boolean
  readonly refusal: AppError | null
  readonly clear: () => void
  /** Saves what is typed, if anything; answers the order as it then stands on file, or null when it was refused. */
  readonly save: () => Promise<OrderDetail | null>
  /** the order was changed by a step or another command of this page */
  readonly adopt: () => Promise<OrderDetail | null>
  /** throws away what is typed */
  readonly takeTheirs: () => void
  /** ends a conflict: in these fields the other seat's value stands, in the other clashing ones what is typed here */
  readonly resolve: (theirFields: readonly string[]) => void
  /** puts values into the form as if they had been typed */
  readonly put: (content: Partial<OrderContent>) => void
}

export type Conflict = { readonly fields: readonly string[]; readonly mine: OrderContent; readonly theirs: OrderContent }

const textOf = (content: OrderContent) => JSON.stringify(withoutBlankLines(content))

/** Line numbers given by the database, put on the lines that were sent. */
function withIds(content: OrderContent, saved: OrderContent): OrderContent {
  const mark = <L extends { id: number | null }>(lines: L[], known: readonly L[]) =>
    lines.map((line, index) => (line.id === null ? { ...line, id: known[index]?.id ?? null } : line))
  return {
    ...content,
    partLines: mark(content.partLines, saved.partLines),
    labourLines: mark(content.labourLines, saved.labourLines),
    outings: mark(content.outings, saved.outings),
    otherFees: mark(content.otherFees, saved.otherFees),
  }
}

/**
 * The form of an order on file: kept as a draft while it is typed, saved whole at the revision it was read. A change
 * made at another seat is taken in silently; only where both changed the same field it is shown as a conflict.
 */
export function useOrderEditor(
  detail: OrderDetail,
  draft: Draft<OrderDraft>,
  refetch: () => Promise<OrderDetail | undefined>,
): OrderEditor {
  const [start] = useState(() => draft.found ?? null)
  const form = useSchemaForm(workOrderContent, start?.content.content ?? contentOf(detail))
  const revision = useRef(start?.content.revision ?? detail.revision)
  const onFile = useRef(start?.content.base ?? contentOf(detail))
  const [dirty, setDirty] = useState(start !== null)
  const [conflict, setConflict] = useState<Conflict | null>(null)
  const saving = useApiCommand('workOrders', 'save')
  const { keep, settle, discard } = draft
  const { no } = detail

  useEffect(
    () =>
      form.subscribe({
        formState: { values: true },
        callback: ({ values }) => {
          const isDirty = textOf(values) !== textOf(onFile.current)
          setDirty(isDirty)
          const content = isDirty ? properPart(workOrderContent, values, onFile.current) : null
          if (content !== null) keep(no, { revision: revision.current, base: onFile.current, content })
        },
      }),
    [form, keep, no],
  )

  /** Takes the order as it stands on file; what was typed since `sent` stays, what was left alone follows. */
  const take = useCallback(
    (fresh: OrderDetail, sent: string) => {
      const saved = contentOf(fresh)
      const before = onFile.current
      revision.current = fresh.revision
      onFile.current = saved
      setConflict(null)
      const typed = form.getValues()
      const untouched = textOf(typed) === sent
      form.reset(untouched ? saved : withIds(mergeContent(before, typed, saved).content, saved))
      setDirty(!untouched)
      if (untouched) settle()
    },
    [form, settle],
  )

  useEffect(() => {
    if (detail.revision === revision.current) return
    const typed = form.getValues()
    if (textOf(typed) === textOf(onFile.current)) return take(detail, textOf(onFile.current))
    if (detail.revision < revision.current) return undefined
    const theirs = contentOf(detail)
    const { content, clashes } = mergeContent(onFile.current, typed, theirs)
    if (clashes.length > 0) {
      form.reset(content)
      return setConflict({ fields: clashes, mine: content, theirs })
    }
    setConflict(null)
    revision.current = detail.revision
    onFile.current = theirs
    form.reset(content)
    return undefined
  }, [detail, form, take])

  const { run, running, refusal, clear } = saving
  const adopt = useCallback(async () => {
    const before = textOf(onFile.current)
    // a save right behind a step waits for what the step made of the order
    const coming = refetch()
    stillAsked(coming)
    const fresh = await coming
    if (fresh === undefined) return null
    take(fresh, before)
    return fresh
  }, [refetch, take])

  const save = useCallback(async () => {
    await commitTyping()
    const typed = form.getValues()
    const sent = textOf(typed)
    if (sent === textOf(onFile.current)) return (await refetch()) ?? null
    const content = workOrderContent.safeParse(withoutBlankLines(typed))
    if (!content.success) {
      await form.trigger()
      jumpToIssue(content.error)
      return null
    }
    // A draft written after the save would outlive it.
    settle()
    const answer = await run({ id: detail.id, revision: revision.current, content: content.data, draftKey: `workOrder:${detail.id}` })
    if (answer === null) {
      keep(no, { revision: revision.current, base: onFile.current, content: content.data })
      // Another seat was faster: what it saved comes in beside what is typed here, or is asked about.
      await refetch()
      return null
    }
    revision.current = answer.revision
    onFile.current = content.data
    const fresh = await refetch()
    if (fresh === undefined) return null
    take(fresh, sent)
    return fresh
  }, [form, run, refetch, take, settle, keep, no, detail.id])

  const takeTheirs = useCallback(() => {
    const typed = textOf(form.getValues())
    discard()
    clear()
    void refetch().then((fresh) => {
      if (fresh) take(fresh, typed)
    })
  }, [form, discard, clear, refetch, take])
  const resolve = useCallback(
    (theirFields: readonly string[]) => {
      clear()
      const theirs = contentOf(detail)
      const { content } = mergeContent(onFile.current, form.getValues(), theirs)
      revision.current = detail.revision
      onFile.current = theirs
      setConflict(null)
      form.reset({ ...content, ...Object.fromEntries(Object.entries(theirs).filter(([name]) => theirFields.includes(name))) })
    },
    [clear, detail, form],
  )
  const put = useCallback(
    (content: Partial<OrderContent>) => {
      for (const [name, value] of Object.entries(content))
        form.setValue(name as keyof OrderContent, value, { shouldDirty: true, shouldTouch: true }) // names and values of the same content
    },
    [form],
  )

  return useMemo(
    () => ({ form, dirty, conflict, saving: running, refusal, clear, save, adopt, takeTheirs, resolve, put }),
    [form, dirty, conflict, running, refusal, clear, save, adopt, takeTheirs, resolve, put],
  )
}
