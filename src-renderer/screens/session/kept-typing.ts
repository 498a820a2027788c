import { useEffect } from 'react'
import type { FieldValues, Path, UseFormReturn } from 'react-hook-form'
import type { SetUpStep } from './SetUpFrame.tsx'

const keyOf = (step: SetUpStep) => `set-up:${step}`

function read(step: SetUpStep): object | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(step)) ?? 'null')
    return typeof kept === 'object' ? kept : null
  } catch {
    return null
  }
}

export const isTyped = (step: SetUpStep) => read(step) !== null
export const forgetTyped = (step: SetUpStep) => localStorage.removeItem(keyOf(step))

/**
 * What is typed in a step and cannot be saved yet (before there is a station there is nowhere to keep it) is kept on this
 * device, so that neither a reload nor a power cut loses it. Never a PIN: only `fields`.
 */
export function useKeptTyping<V extends FieldValues>(
  step: SetUpStep,
  form: UseFormReturn<V, unknown, V>,
  fields: readonly Path<V>[],
): void {
  const { watch, setValue, getValues } = form
  useEffect(() => {
    for (const [name, value] of Object.entries(read(step) ?? {})) {
      const field = fields.find((each) => each === name)
      if (field !== undefined && typeof value === typeof getValues(field)) setValue(field, value, { shouldDirty: true })
    }
    const watching = watch((values) => {
      const kept = Object.fromEntries(fields.map((field) => [field, values[field]]))
      localStorage.setItem(keyOf(step), JSON.stringify(kept))
    })
    return () => watching.unsubscribe()
  }, [step, fields, watch, setValue, getValues])
}
