import { useState } from 'react'
import { api, refusalOf } from '../../api.ts'
import type { AppError } from '#domain/errors'
import { PrintDialog } from '../../frame/print/PrintDialog.tsx'
import { useText } from '../../messages/index.ts'
import { Button } from '../../ui/Button.tsx'
import { Message, Notice } from '../../ui/Notice.tsx'

type Kind = 'vouchers' | 'labels'
const formsOf = { vouchers: ['F16'], labels: ['F27', 'F30'] } as const
/** Papers printed in one go. */
const most = 500

/** What can be done to the chosen orders together: their vouchers, and the labels of their old parts. */
export function ChosenOrders({ ids }: { readonly ids: readonly number[] }) {
  const text = useText('workOrders')
  const [printing, setPrinting] = useState<{ readonly kind: Kind; readonly papers: readonly number[]; readonly total: number } | null>(null)
  const [failure, setFailure] = useState<AppError | null>(null)
  const look = async (kind: Kind) => {
    setFailure(null)
    try {
      const { rows, total } = await api.papers.list({
        offset: 0, limit: most, sort: [{ column: 'number', direction: 'asc' }], text: '', filter: { form: null, status: 'issued', period: null },
        filters: [{ field: 'workOrderId', op: 'ids', value: ids }, { field: 'form', op: 'in', value: [...formsOf[kind]] }],
      })
      setPrinting({ kind, papers: rows.map(({ id }) => id), total })
    } catch (error) {
      setFailure(refusalOf(error))
    }
  }
  if (ids.length === 0) return null
  return (
    <>
      <Button onClick={() => look('vouchers')}>{text('printVouchersOf', { count: ids.length })}</Button>
      <Button onClick={() => look('labels')}>{text('printLabelsOf', { count: ids.length })}</Button>
      <Notice refusal={failure} onClose={() => setFailure(null)} />
      {printing !== null && printing.papers.length === 0 && <Message tone="warn">{text(printing.kind === 'vouchers' ? 'noVouchersOf' : 'noLabelsOf')}</Message>}
      {printing !== null && printing.total > most && <Message tone="warn">{text('tooManyPapers', { count: printing.total, most })}</Message>}
      {printing !== null && printing.papers.length > 0 && printing.total <= most && <PrintDialog title={text(printing.kind === 'vouchers' ? 'printVouchersOf' : 'printLabelsOf', { count: ids.length })} ids={printing.papers} onClose={() => setPrinting(null)} />}
    </>
  )
}
