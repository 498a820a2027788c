import { useMemo, useRef, useState } from 'react'
import { requestContent } from '#contract/parts-requests'
import { revision } from '#contract/fields'
import { useMay } from '../../frame/session.ts'
import { useApiCommand, type ApiInput } from '../../api.ts'
import { useText } from '../../messages/index.ts'
import { useRecordForm } from '../../ui/record-form.tsx'
import type { RequestDetail } from './request-words.ts'

export const requestForm = requestContent.extend({ revision })
export type RequestSaid = Partial<Omit<ApiInput<'partsRequests', 'step'>, 'id' | 'revision' | 'event'>>
export type Agreement = Pick<RequestDetail, 'agreedBy' | 'agreedAt' | 'agreedVia'>

/** The form on one request, saving it, and its steps; a step saves first what was typed. */
export function useRequest(detail: RequestDetail, refetch: () => unknown) {
  const text = useText('requests')
  const mayEdit = useMay('editRequest')
  const { id, status } = detail
  const isOpen = (status === 'draft' || status === 'agreed') && mayEdit
  const stored = useMemo(() => ({ ...requestContent.parse(detail), revision: detail.revision }), [detail])
  const record = useRecordForm(requestForm, stored, {
    key: `partsRequest:${id}`,
    title: `${text('request')} ${detail.no || detail.workOrderNo}`,
  })
  const { form } = record
  const { isDirty } = form.formState
  /** an agreement was put in since the last rendering, which formState does not show yet */
  const agreed = useRef(false)
  const saving = useApiCommand('partsRequests', 'save')
  const stepping = useApiCommand('partsRequests', 'step')
  const [paperId, setPaperId] = useState<number | null>(null)

  /** The revision on file afterwards; null when it was refused. */
  const save = async (): Promise<number | null> => {
    if (!isOpen || !(form.formState.isDirty || agreed.current)) return form.getValues('revision')
    if (!(await form.trigger())) return null
    const { revision: base, ...content } = requestForm.parse(form.getValues())
    const settle = record.sending()
    const answer = await saving.run({ id, revision: base, content })
    if (answer === null) {
      void refetch()
      return null
    }
    agreed.current = false
    settle(answer.revision)
    return answer.revision
  }
  const agreeWith = ({ agreedBy, agreedAt, agreedVia }: Agreement) => {
    agreed.current = true
    form.setValue('agreedBy', agreedBy, { shouldDirty: true })
    form.setValue('agreedAt', agreedAt, { shouldDirty: true })
    form.setValue('agreedVia', agreedVia, { shouldDirty: true })
  }
  const takeStep = async (event: string, said: RequestSaid = {}): Promise<boolean> => {
    saving.clear()
    const now = await save()
    if (now === null) return false
    const answer = await stepping.run({ id, revision: now, event, ...said })
    if (answer === null) {
      void refetch()
      return false
    }
    setPaperId(answer.paperId)
    return true
  }
  return {
    record,
    form,
    isOpen,
    isDirty,
    save,
    takeStep,
    agreeWith,
    paperId,
    showPaper: setPaperId,
    running: saving.running || stepping.running,
    refusal: stepping.refusal ?? saving.refusal,
    clear: () => {
      saving.clear()
      stepping.clear()
    },
  }
}

export type RequestEditor = ReturnType<typeof useRequest>
