import { useCallback, useEffect, useRef, useState } from 'react'
import type { DefaultValues, FieldValues, UseFormReturn } from 'react-hook-form'
import type { z } from 'zod'
import { announce } from '../api.ts'
import { discardDraft, keepDraft, loadDraft } from '../drafts.ts'
import { dayTime } from '../format.ts'
import { useText } from '../messages/index.ts'
import { Button } from './Button.tsx'
import { useSchemaForm } from './Form.tsx'
import { Message } from './Notice.tsx'
import { properPart } from './proper-part.ts'
import { useLatest } from './use-latest.ts'
import type { Instant } from '#domain/dates'

const pause = 300

export type RecordForm<I extends FieldValues, O extends FieldValues> = {
  readonly form: UseFormReturn<I, unknown, O>
  /** another seat saved meanwhile and something is typed here */
  readonly stale: boolean
  /** when the draft that was put back had been saved */
  readonly restored: Instant | null
  readonly takeTheirs: () => void
  readonly keepMine: () => void
  /** called as a save goes out; its answer takes the stored revision: what was sent is then what is stored, what was typed meanwhile stays typed */
  readonly sending: () => (revision: number) => void
  /** forget what was typed */
  readonly discard: () => void
}

/**
 * A form on one stored record. What is typed is kept as a draft (never lost with the window), and another seat's save is
 * taken over when nothing is typed here, else said.
 */
export function useRecordForm<S extends z.ZodType<FieldValues, FieldValues>>(
  schema: S,
  record: z.input<S> & { readonly revision: number },
  draft: { readonly key: string; readonly title: string },
): RecordForm<z.input<S>, z.output<S>> {
  const form = useSchemaForm(schema, record)
  const [base, setBase] = useState(record.revision)
  const [restored, setRestored] = useState<Instant | null>(null)
  const { isDirty, dirtyFields, defaultValues } = form.formState
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const { key, title } = draft
  // Fields left alone here follow the other seat; only one changed on both sides is asked about.
  const clash = isDirty && record.revision > base && bothChanged(dirtyFields, defaultValues, record)
  const put = useCallback((values: z.input<S>) => form.reset(values as DefaultValues<z.input<S>> as z.input<S>), [form])

  const stored = useLatest(record)
  useEffect(() => {
    let wanted = true
    loadDraft(key).then(
      (found) => {
        const content = found && properPart(schema, found.content, stored.current)
        if (!wanted || found === null || content === null) return
        form.reset(content as z.input<S>, { keepDefaultValues: true })
        setRestored(found.savedAt)
      },
      () => undefined,
    )
    return () => {
      wanted = false
    }
  }, [key, schema, form, stored])

  useEffect(() => {
    const watching = form.watch((values) => {
      if (timer.current !== null) clearTimeout(timer.current)
      timer.current = setTimeout(() => {
        if (form.formState.isDirty) keep(key, title, values)
      }, pause)
    })
    return () => watching.unsubscribe()
  }, [form, key, title])

  useEffect(() => {
    // a record read before the last save is an old one
    if (record.revision <= base || (isDirty && clash)) return
    if (isDirty) form.reset(valuesOf(record), { keepDirtyValues: true })
    else put(record)
    setBase(record.revision)
  }, [record, base, isDirty, clash, form, put])

  const forgetDraft = () => {
    if (timer.current !== null) clearTimeout(timer.current)
    setRestored(null)
    void discardDraft(key).then(() => announce(['drafts']))
  }
  const takeTheirs = () => {
    put(record)
    setBase(record.revision)
    forgetDraft()
  }
  return {
    form,
    restored,
    stale: clash,
    takeTheirs,
    discard: takeTheirs,
    keepMine: () => {
      form.reset(valuesOf(record), { keepDirtyValues: true })
      setBase(record.revision)
    },
    sending: () => {
      const sent = structuredClone(form.getValues())
      return (revision) => {
        const typed = form.getValues()
        const isSame = JSON.stringify(typed) === JSON.stringify(sent)
        put({ ...sent, revision })
        setBase(revision)
        if (isSame) {
          forgetDraft()
          return
        }
        form.reset({ ...typed, revision }, { keepDefaultValues: true })
        keep(key, title, form.getValues())
      }
    },
  }
}

function keep(key: string, title: string, values: unknown): void {
  void keepDraft(key, title, values).then(() => announce(['drafts']))
}

/** A record as the values of its form; the form's own type cannot be followed through the schema. */
const valuesOf = <T,>(record: T) => record as T & FieldValues

/** Whether a field typed in here says something else now than when it was read. Lines of one kind count as one field. */
function bothChanged(dirty: unknown, was: unknown, theirs: unknown): boolean {
  if (dirty === true || Array.isArray(dirty)) return JSON.stringify(was) !== JSON.stringify(theirs)
  if (typeof dirty !== 'object' || dirty === null) return false
  const at = (value: unknown, name: string): unknown =>
    typeof value === 'object' && value !== null ? Object.entries(value).find(([key]) => key === name)?.[1] : undefined
  return Object.entries(dirty).some(([name, inner]) => bothChanged(inner, at(was, name), at(theirs, name)))
}

/** Says that a draft was put back, or that another seat was faster, with the ways out. */
export function RecordFormState<I extends FieldValues, O extends FieldValues>({ record }: { readonly record: RecordForm<I, O> }) {
  const text = useText('ui')
  if (record.stale) {
    return (
      <Message
        tone="warn"
        action={
          <>
            <Button size="small" onClick={record.takeTheirs}>
              {text('takeTheirs')}
            </Button>
            <Button size="small" onClick={record.keepMine}>
              {text('keepMine')}
            </Button>
          </>
        }
      >
        {text('changedElsewhere')}
      </Message>
    )
  }
  if (record.restored === null) return null
  return (
    <Message
      tone="now"
      action={
        <Button size="small" onClick={record.discard}>
          {text('dropDraft')}
        </Button>
      }
    >
      {text('draftRestored', { time: dayTime(record.restored) })}
    </Message>
  )
}
