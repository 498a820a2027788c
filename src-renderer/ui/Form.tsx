import { zodResolver } from '@hookform/resolvers/zod'
import { useEffect, useMemo, useRef, type FormEvent, type KeyboardEvent, type ReactNode } from 'react'
import { useForm, type DefaultValues, type FieldValues, type Resolver, type UseFormReturn } from 'react-hook-form'
import type { z } from 'zod'
import type { Problem } from '#domain/errors'
import { focusNextField } from './focus-next.ts'
import { FormContext, useFormSetting, type FormSetting } from './form-context.ts'
import { useLatest } from './use-latest.ts'

/** A form on one zod schema of the contract; it speaks once a field was left, and again while it is corrected. Refused, the cursor stands in the first wrong field. */
export function useSchemaForm<S extends z.ZodType<FieldValues, FieldValues>>(
  schema: S,
  values: z.input<S>,
): UseFormReturn<z.input<S>, unknown, z.output<S>> {
  return useForm<z.input<S>, unknown, z.output<S>>({
    // The resolver's own overloads cannot follow a schema that is a type parameter.
    resolver: zodResolver(schema as never) as unknown as Resolver<z.input<S>, unknown, z.output<S>>,
    defaultValues: values as DefaultValues<z.input<S>>,
    mode: 'onTouched',
  })
}

type Props = {
  readonly children: ReactNode
  readonly onSubmit?: () => void
  readonly problems?: readonly Problem[]
  readonly readOnly?: boolean
  readonly frozen?: FormSetting['frozen']
  readonly label?: string
  readonly className?: string
}

const noProblems: readonly Problem[] = []

/**
 * Holds fields. Enter goes to the next field and never saves (a scanner ends its burst with Enter); Ctrl+S or a button
 * with type=submit calls `onSubmit`.
 */
export function Form({ children, onSubmit, problems = noProblems, readOnly = false, frozen = null, label, className = '' }: Props) {
  const setting = useMemo(() => ({ problems, readOnly, readOnlyWhy: null, frozen }), [problems, readOnly, frozen])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation()
    onSubmit?.()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    // Esc leaves the field; the next one acts on the page.
    if (event.key === 'Escape' && !event.defaultPrevented && !event.nativeEvent.isComposing && event.target instanceof HTMLElement)
      event.target.blur()
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || event.nativeEvent.isComposing)
      return
    if (!(event.target instanceof HTMLInputElement)) return
    event.preventDefault()
    focusNextField(event.target)
  }
  return (
    <FormContext.Provider value={setting}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- hears what bubbles up from its fields */}
      <form className={`form ${className}`} onSubmit={submit} onKeyDown={onKeyDown} aria-label={label} noValidate autoComplete="off">
        {children}
      </form>
    </FormContext.Provider>
  )
}

/** Fields beside each other, as many as fit; `columns` fixes how many. */
export function FieldGrid({ children, columns }: { readonly children: ReactNode; readonly columns?: number }) {
  return (
    <div className="field-grid" style={columns === undefined ? undefined : { gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}>
      {children}
    </div>
  )
}

/** Calls `save` a moment after `content` changed; what is being typed is never lost. */
export function useDebounced<T>(content: T, save: (content: T) => void, delay = 600): void {
  const first = useRef(true)
  const latest = useLatest(save)
  useEffect(() => {
    if (first.current) {
      first.current = false
      return undefined
    }
    const timer = setTimeout(() => latest.current(content), delay)
    return () => clearTimeout(timer)
  }, [content, delay, latest])
}

/** Fields inside are only read when asked, whatever the form around them says; `why` stands once at the head of their group. */
export function ReadOnly({
  when,
  why = null,
  children,
}: {
  readonly when: boolean
  readonly why?: string | null
  readonly children: ReactNode
}) {
  const around = useFormSetting()
  const setting = useMemo(
    () => ({ ...around, readOnly: around.readOnly || when, readOnlyWhy: when && !around.readOnly ? why : around.readOnlyWhy }),
    [around, when, why],
  )
  return <FormContext.Provider value={setting}>{children}</FormContext.Provider>
}
