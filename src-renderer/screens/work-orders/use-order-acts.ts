import { createElement, useCallback, useState, type ReactNode } from 'react'
import { Link } from 'react-router'
import type { AppError } from '#domain/errors'
import { api, useApiCommand } from '../../api.ts'
import { labelFormHere } from '../../frame/print/LabelFormChoice.tsx'
import { useText } from '../../messages/index.ts'
import { dialogOf, type Said } from './StepDialogs.tsx'
import type { OrderDetail } from './order-form.ts'
import type { OrderEditor } from './use-order-editor.ts'

type Piece = OrderDetail['returnedParts'][number]
type Paper = OrderDetail['papers'][number]
export type Showing = { readonly title: string; readonly ids: readonly number[] }
export type Asking = { readonly what: 'borrow' | 'override' } | { readonly what: 'step'; readonly event: string }

export type OrderActs = {
  readonly asking: Asking | null
  readonly showing: Showing | null
  readonly done: { readonly words: string; readonly action: ReactNode } | null
  readonly running: boolean
  readonly refusal: AppError | null
  readonly stepRefusal: AppError | null
  readonly clear: () => void
  readonly close: () => void
  /** saves first, so that a dialog speaks of what is on file */
  readonly ask: (what: 'borrow' | 'override') => Promise<void>
  readonly takeStep: (event: string) => Promise<void>
  readonly said: (event: string, said: Said) => Promise<void>
  readonly issueVoucher: () => Promise<void>
  readonly recordSignature: () => Promise<void>
  readonly label: (pieces: readonly Piece[]) => Promise<void>
  readonly showLabel: (piece: Piece) => Promise<void>
  readonly showPaper: (paper: Paper) => void
  readonly borrowed: (requestId: number) => Promise<void>
  readonly overridden: () => Promise<void>
}

/** Everything that is done with an order besides typing. What is typed is saved first, then the order read again. */
export function useOrderActs(detail: OrderDetail, { save, adopt }: OrderEditor): OrderActs {
  const text = useText('workOrders')
  const [asking, setAsking] = useState<Asking | null>(null)
  const [showing, setShowing] = useState<Showing | null>(null)
  const [done, setDone] = useState<OrderActs['done']>(null)
  const step = useApiCommand('workOrders', 'step')
  const issue = useApiCommand('workOrders', 'issueVoucher')
  const signature = useApiCommand('workOrders', 'recordSignature')
  const labels = useApiCommand('returnedParts', 'label')
  const { id } = detail

  const clear = useCallback(() => {
    step.clear()
    issue.clear()
    signature.clear()
    labels.clear()
    setDone(null)
  }, [step, issue, signature, labels])
  const close = useCallback(() => {
    step.clear()
    setAsking(null)
    setShowing(null)
  }, [step])
  const runStep = useCallback(
    async (event: string, revision: number, said: Said) => {
      const { userOpinion, ...rest } = said
      const answer = await step.run({
        id,
        revision,
        event,
        ...rest,
        userOpinion: userOpinion || null,
        takesOldParts: event === 'deliver' ? false : null,
      })
      if (answer === null) return
      setAsking(null)
      await adopt()
    },
    [step, id, adopt],
  )

  const ask = async (what: 'borrow' | 'override') => {
    clear()
    if (await save()) setAsking({ what })
  }
  const takeStep = async (event: string) => {
    clear()
    const saved = await save()
    if (saved === null) return
    if (dialogOf(event) === null) await runStep(event, saved.revision, {})
    else setAsking({ what: 'step', event })
  }
  const said = (event: string, answers: Said) => runStep(event, detail.revision, answers)
  const issueVoucher = async () => {
    clear()
    const saved = await save()
    const paper = saved && (await issue.run({ id, revision: saved.revision }))
    if (!paper) return
    setShowing({ title: text('voucherTitle', { number: paper.number }), ids: [paper.paperId] })
    await adopt()
  }
  const recordSignature = async () => {
    clear()
    const saved = await save()
    if (saved && (await signature.run({ id, revision: saved.revision }))) await adopt()
  }
  const label = async (pieces: readonly Piece[]) => {
    clear()
    if (!(await save())) return
    const answer = await labels.run({ ids: pieces.map((piece) => piece.id), form: labelFormHere() })
    if (answer === null) return
    setShowing({ title: text('labelTitle', { count: answer.papers.length }), ids: answer.papers.map(({ paperId }) => paperId) })
    await adopt()
  }
  const showPaper = ({ id: paperId, number }: Paper) => setShowing({ title: number, ids: [paperId] })
  const showLabel = async ({ id: pieceId, labelNo }: Piece) => {
    const piece = await api.returnedParts.get({ id: pieceId }).catch(() => null)
    if (piece?.paperId) setShowing({ title: text('labelOf', { number: labelNo }), ids: [piece.paperId] })
  }
  const borrowed = async (requestId: number) => {
    setAsking(null)
    setDone({
      words: text('borrowed'),
      action: createElement(Link, { className: 'link', to: `/requests/${requestId}` }, text('openRequest')),
    })
    await adopt()
  }
  const overridden = async () => {
    setAsking(null)
    await adopt()
  }
  return {
    asking,
    showing,
    done,
    running: step.running || issue.running || signature.running || labels.running,
    refusal: asking === null ? (step.refusal ?? issue.refusal ?? signature.refusal ?? labels.refusal) : null,
    stepRefusal: step.refusal,
    clear,
    close,
    ask,
    takeStep,
    said,
    issueVoucher,
    recordSignature,
    label,
    showLabel,
    showPaper,
    borrowed,
    overridden,
  }
}
