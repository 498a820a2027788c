import { useCallback, useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import { workOrderContent } from '#contract/work-order-content'
import type { AppError } from '#domain/errors'
import { useApiCommand } from '../../api.ts'
import { now } from '../../format.ts'
import { jumpToIssue } from '../../ui/form-context.ts'
import { useSchemaForm } from '../../ui/Form.tsx'
import { guessed, newCustomer, newUnit, subjectSchema, type SubjectForm } from '../customers/subject-form.ts'
import { commitTyping } from '../../ui/commit-typing.ts'
import { properPart } from '../../ui/proper-part.ts'
import { intakeDraft, typedParts, type IntakeDraft, type IntakeHit, type IntakeSubject } from './intake-subject.ts'
import { newContent, withoutBlankLines, type OrderForm } from './order-form.ts'
import type { OrderCopy } from './order-copy.ts'
import type { Draft } from './use-draft.ts'

export type Intake = {
  readonly form: OrderForm
  readonly typed: SubjectForm
  readonly subject: IntakeSubject
  /** something is typed that a draft holds */
  readonly dirty: boolean
  readonly running: boolean
  readonly refusal: AppError | null
  readonly take: (hit: IntakeHit) => void
  /** fills in a new order made from one on file */
  readonly takeCopy: (copy: OrderCopy) => void
  readonly takeNew: (searched: string) => void
  readonly forget: () => void
  readonly startOver: () => void
  /** registers the order; `arrive`: the vehicle is here */
  readonly register: (arrive: boolean) => Promise<void>
}

/** All that a new order is made of while it is typed, and its registration. */
export function useIntake(draft: Draft<IntakeDraft>, manufacturerId: number, proposed: IntakeHit | null, copied: OrderCopy | null): Intake {
  const navigate = useNavigate()
  const { keep, settle, discard } = draft
  const [start] = useState(() => draft.found?.content ?? null)
  const form = useSchemaForm(workOrderContent, start?.content ?? newContent(manufacturerId, now()))
  const typed = useSchemaForm(subjectSchema, start?.typed ?? { customer: newCustomer, unit: newUnit(manufacturerId) })
  const [subject, setSubject] = useState<IntakeSubject>(start?.subject ?? { kind: 'none' })
  const [dirty, setDirty] = useState(start !== null)
  const create = useApiCommand('workOrders', 'create')

  const write = useCallback(() => {
    setDirty(true)
    const blank = { subject, typed: { customer: newCustomer, unit: newUnit(manufacturerId) }, content: newContent(manufacturerId, now()) }
    const whole = properPart(intakeDraft, { subject, typed: typed.getValues(), content: form.getValues() }, blank)
    if (whole !== null) keep(subject.kind === 'known' ? subject.hit.customer.name : whole.typed.customer.name, whole)
  }, [form, typed, subject, keep, manufacturerId])
  useEffect(() => {
    if (subject.kind !== 'none') write()
    const stops = [
      form.subscribe({ formState: { values: true }, callback: write }),
      typed.subscribe({ formState: { values: true }, callback: write }),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }, [form, typed, subject, write])

  const sender = useCallback(
    (name: string, phone: string) => {
      form.setValue('senderName', name)
      form.setValue('senderPhone', phone)
    },
    [form],
  )
  const take = useCallback(
    (hit: IntakeHit) => {
      setSubject({ kind: 'known', hit })
      sender(hit.customer.contactName || hit.customer.name, hit.customer.phone)
      if (hit.unit) form.setValue('manufacturerId', hit.unit.manufacturerId)
    },
    [form, sender],
  )
  const [first] = useState(proposed)
  useEffect(() => {
    if (first !== null) take(first)
  }, [first, take])
  const takeCopy = useCallback(
    ({ hit, content }: OrderCopy) => {
      form.reset(content)
      setSubject({ kind: 'known', hit })
    },
    [form],
  )
  const [firstCopy] = useState(copied)
  useEffect(() => {
    if (firstCopy !== null) takeCopy(firstCopy)
  }, [firstCopy, takeCopy])
  const takeNew = useCallback(
    (searched: string) => {
      const { customer, unit } = guessed(searched)
      typed.reset({ customer: { ...newCustomer, ...customer }, unit: { ...newUnit(manufacturerId), ...unit } })
      setSubject({ kind: 'new' })
    },
    [typed, manufacturerId],
  )
  const forget = useCallback(() => setSubject({ kind: 'none' }), [])
  const startOver = useCallback(() => {
    form.reset(newContent(manufacturerId, now()))
    typed.reset({ customer: newCustomer, unit: newUnit(manufacturerId) })
    setSubject({ kind: 'none' })
    setDirty(false)
    discard()
  }, [form, typed, manufacturerId, discard])

  const { run } = create
  const register = async (arrive: boolean) => {
    await commitTyping()
    const parts = typedParts(subject)
    if (subject.kind === 'none') return undefined
    const whole = subjectSchema.safeParse(typed.getValues())
    const values = form.getValues()
    const sent = { ...values, manufacturerId: parts.unit ? typed.getValues('unit.manufacturerId') : values.manufacturerId }
    if (parts.customer && sent.senderName === '')
      Object.assign(sent, { senderName: typed.getValues('customer.name'), senderPhone: typed.getValues('customer.phone') })
    const content = workOrderContent.safeParse(withoutBlankLines(arrive ? sent : { ...sent, receivedAt: null }))
    if (!content.success || ((parts.customer || parts.unit) && !whole.success)) {
      await form.trigger()
      await typed.trigger()
      jumpToIssue(content.success ? whole.error : content.error)
      return undefined
    }
    const entry = whole.success ? whole.data : null
    // A draft written after the order would outlive it.
    settle()
    const answer = await run({
      customer: subject.kind === 'known' ? { id: subject.hit.customer.id } : { create: entry?.customer ?? newCustomer },
      unit: subject.kind === 'known' && subject.hit.unit ? { id: subject.hit.unit.id } : { create: entry?.unit ?? newUnit(manufacturerId) },
      content: content.data,
      arrive,
      draftKey: 'workOrder:new',
    })
    if (answer === null) return write()
    void navigate(`/work-orders/${answer.id}`, { replace: true })
    return undefined
  }
  return {
    form,
    typed,
    subject,
    dirty,
    running: create.running,
    refusal: create.refusal,
    take,
    takeCopy,
    takeNew,
    forget,
    startOver,
    register,
  }
}
