import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { Problem } from '#domain/errors'
import type { FilledFormId } from '#domain/form-ids'
import { useApiCommand } from '../../api.ts'
import { commitTyping } from '../../ui/commit-typing.ts'
import { jumpToField } from '../../ui/form-context.ts'
import type { Filling } from './use-filling.ts'

type Issued = { readonly paperId: number; readonly number: string }

/** 开具, 删除, 照此新填. */
export function useFillActs(form: FilledFormId, filling: Filling, problemsNow: () => readonly Problem[]) {
  const navigate = useNavigate()
  const issuing = useApiCommand('forms', 'issue')
  const discarding = useApiCommand('forms', 'discard')
  /** issuing was tried: from now on what is missing is said beside its field */
  const [tried, setTried] = useState(false)
  const [showing, setShowing] = useState<Issued | null>(null)
  const [isAsking, setAsking] = useState(false)
  const issue = async () => {
    await commitTyping()
    setTried(true)
    const kept = await filling.save()
    if (kept === null) return
    const issued = await issuing.run({ id: kept.id, revision: kept.revision })
    if (issued !== null) return setShowing(issued)
    const [first] = problemsNow()
    if (first?.field) jumpToField(first.field)
  }
  const discard = async () => {
    const { id, revision } = filling.kept.current
    filling.forget()
    if (id !== null && (await discarding.run({ id, revision })) === null) return
    await navigate(`/forms/${form}`, { replace: true })
  }
  const copy = () => void navigate(`/forms/${form}/new?copy=${filling.kept.current.id ?? ''}`)
  return {
    issue,
    discard,
    copy,
    tried,
    showing,
    close: () => {
      setShowing(null)
      setAsking(false)
    },
    isAsking,
    ask: () => setAsking(true),
    issuing: issuing.running,
    discarding: discarding.running,
    refusal: issuing.refusal ?? discarding.refusal,
    clear: () => {
      issuing.clear()
      discarding.clear()
    },
  }
}
