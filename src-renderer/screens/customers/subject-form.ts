import { useEffect, useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { z } from 'zod'
import { customerEntry, customerFields, unitEntry } from '#contract/customers'
import { unknownUnit } from '#domain/customer'
import type { Problem } from '#domain/errors'
import { api } from '../../api.ts'
import { properPart } from '../../ui/proper-part.ts'

/** A customer and a unit as they are typed: at intake both, in their own pages one of them. */
export const subjectSchema = z.object({ customer: customerEntry, unit: unitEntry, revision: z.number().optional() })
export type SubjectValues = z.input<typeof subjectSchema>
export type SubjectForm = UseFormReturn<SubjectValues, unknown, z.output<typeof subjectSchema>>
export type CustomerValues = SubjectValues['customer']
export type UnitValues = SubjectValues['unit']

export const newCustomer: CustomerValues = {
  name: '',
  kind: 'person',
  phone: '',
  phone2: '',
  contactName: '',
  address: '',
  note: '',
  otherPhone: false,
}

export function newUnit(manufacturerId: number): UnitValues {
  return { manufacturerId, ...unknownUnit, legacyFrame: false }
}

const customerNames: ReadonlySet<string> = new Set([...Object.keys(customerFields.shape), 'otherPhone'])

/** The host names a field of the record; the form holds it under `customer.` or `unit.`. */
export function underPart(problems: readonly Problem[]): Problem[] {
  return problems.map((problem) => {
    const { field } = problem
    if (field === null || field.startsWith('customer') || field.startsWith('unit')) return problem
    return { ...problem, field: `${customerNames.has(field) ? 'customer' : 'unit'}.${field}` }
  })
}

type Parts = { readonly customer: boolean; readonly unit: boolean }

/** What is filled in: an empty field is not wrong while one is still typing. */
function filled<T extends object>(values: T): Partial<T> {
  const kept = Object.entries(values).filter(([, value]) => value !== '' && value !== null && value !== undefined)
  return Object.fromEntries(kept) as Partial<T> // a part of T's own entries
}

const pause = 300
const twins: ReadonlySet<string> = new Set(['unit.frameTaken', 'unit.engineTaken', 'customer.twin'])

/** Findings V-01 … V-08 a moment after each change. `isOnFile`: the record itself is no twin of itself. */
export function useSubjectCheck(form: SubjectForm, { customer, unit }: Parts, isOnFile = false): readonly Problem[] {
  const [problems, setProblems] = useState<readonly Problem[]>([])
  useEffect(() => {
    if (!customer && !unit) {
      setProblems([])
      return undefined
    }
    let wanted = true
    let timer: ReturnType<typeof setTimeout> | undefined
    const check = async () => {
      const values = form.getValues()
      const proper = properPart(
        z.object({ customer: customerEntry.partial(), unit: unitEntry.partial() }),
        { customer: customer ? filled(values.customer) : {}, unit: unit ? filled(values.unit) : {} },
        {},
      )
      if (proper === null) return
      const found = await api.customers.check(proper).catch(() => null)
      if (wanted && found !== null) setProblems(underPart(isOnFile ? found.filter(({ key }) => !twins.has(key)) : found))
    }
    void check()
    const stop = form.subscribe({
      formState: { values: true },
      callback: () => {
        clearTimeout(timer)
        timer = setTimeout(() => void check(), pause)
      },
    })
    return () => {
      wanted = false
      clearTimeout(timer)
      stop()
    }
  }, [form, customer, unit, isOnFile])
  return problems
}

/** Guesses what a search that found nothing was: a frame number, a plate, a telephone or a name. */
export function guessed(typed: string): { readonly customer: Partial<CustomerValues>; readonly unit: Partial<UnitValues> } {
  const text = typed.trim()
  const code = text.toUpperCase().replace(/\s/g, '')
  if (/^1\d{10}$/.test(code) || /^0\d{9,11}$/.test(code)) return { customer: { phone: code }, unit: {} }
  if (/^[A-Z0-9]{8,20}$/.test(code)) return { customer: {}, unit: { frameNo: code } }
  if (/^[\u4e00-\u9fff][A-Z]·?[A-Z0-9]{4,6}$/.test(code)) return { customer: {}, unit: { plateNo: code.replace('·', '') } }
  return /\d/.test(text) ? { customer: {}, unit: {} } : { customer: { name: text }, unit: {} }
}

/** The same for a search among people alone: `王五 138 1234 5678` is a name and a telephone. */
export function guessedCustomer(typed: string): Partial<CustomerValues> {
  const text = typed.trim()
  const [, name, phone] = /^(\D*?)\s*(\d[\d\s-]{4,})$/.exec(text) ?? []
  return phone === undefined ? { name: text } : { name: name ?? '', phone: phone.replaceAll(/\s/g, '') }
}
